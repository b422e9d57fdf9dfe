"""The entry of a relative date, finished or not: a number with its unit, and a period of the calendar."""

from dataclasses import replace
from typing import Final

from scoro_desktop import late
from scoro_desktop.audience.conditions_operators import TAKES, Operator, Takes, fits
from scoro_desktop.audience.conditions_relative import (
    PERIODS,
    Period,
    ahead,
    back,
    is_relative,
    period_of,
    span_of,
    start_of,
    whole,
)
from scoro_desktop.audience.relative_dates import MOST
from scoro_desktop.ui.audience.builder.flaw import Flaw
from scoro_desktop.wire import JsonObject, JsonValue

NO_PERIOD: Final[Period] = ("", 0)


@late.dataclass(frozen=True)
class RelativeEntry:
    """`kept`: the value that came from a query, the very object, until something else is put in.

    `amount`: a whole number, or the text that is none yet; None for nothing.
    """

    kept: JsonValue = None
    amount: JsonValue = None
    unit: str = "days"
    period: Period = NO_PERIOD

    @classmethod
    def of(cls, value: JsonValue) -> "RelativeEntry":
        """Returns the entry for the value of a condition."""
        amount, unit = span_of(value)
        period = period_of(value)
        if amount:
            return cls(value, amount, unit)
        return cls(value, period=period if period in PERIODS else NO_PERIOD)

    def value(self, operator: Operator) -> JsonValue:
        """The value under an operator; None while there is none."""
        if self.kept is not None and fits(operator, self.kept):
            return self.kept
        if TAKES[operator] is Takes.PERIOD:
            if self.period == NO_PERIOD:
                return None
            return whole(self.period) if operator is Operator.DURING else start_of(self.period)
        if not self._is_span():
            return None
        amount = self.amount if isinstance(self.amount, int) else 0
        return ahead(amount, self.unit) if operator is Operator.IN_NEXT else back(amount, self.unit)

    def flaw(self, operator: Operator) -> Flaw | None:
        """Returns what stands in the way of a value under an operator."""
        if self.value(operator) is not None:
            return None
        if TAKES[operator] is Takes.PERIOD or self.amount in {None, ""}:
            return Flaw.NO_VALUE
        return Flaw.NOT_A_SPAN

    def with_span(self, amount: JsonValue, unit: str) -> "RelativeEntry":
        """Returns the entry with another number or unit."""
        return replace(self, kept=None, amount=amount, unit=unit if unit in MOST else self.unit)

    def with_period(self, period: Period) -> "RelativeEntry":
        """Returns the entry with another period."""
        return replace(self, kept=None, period=period)

    def state(self) -> JsonObject:
        """Returns all of it, to be kept."""
        return {"kept": self.kept, "amount": self.amount, "unit": self.unit, "period": [*self.period]}

    @classmethod
    def restored(cls, state: JsonValue) -> "RelativeEntry":
        """The entry that `state` was of. What is not of its shape is left out."""
        if not isinstance(state, dict):
            return cls()
        kept, amount, unit, period = (state.get(each) for each in ("kept", "amount", "unit", "period"))
        return cls(
            kept if is_relative(kept) else None,
            amount if isinstance(amount, (int, str)) and not isinstance(amount, bool) else None,
            str(unit) if unit in MOST else "days",
            next((each for each in PERIODS if [*each] == period), NO_PERIOD),
        )

    def _is_span(self) -> bool:
        return isinstance(self.amount, int) and 0 < self.amount <= MOST[self.unit]
