"""The cost of an SMS by the prices of an account. Money is Decimal throughout, and exact until it is shown."""

import dataclasses
import decimal
from decimal import Decimal
from typing import Final, Self

from scoro_desktop import late
from scoro_desktop.scorocode.account import Account
from scoro_desktop.wire import JsonObject, JsonValue

PLACES: Final = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""Decimal places of a currency (ISO 4217, list one, "minor unit"), where they are not two."""


@late.dataclass(frozen=True)
class Reach:
    """The people that an SMS would reach. `phones`: those without a number are left out of `people`.

    `operators`: how many have a number of each operator of the account, in its order; None where nobody could say.
    """

    people: int
    phones: bool = False
    operators: tuple[int, ...] | None = None


@late.dataclass(frozen=True)
class Share:
    """Those who pay one price: of an operator by its name, or everybody else. `price`: of a part, None: nobody said."""

    operator: str
    people: int
    price: Decimal | None


@late.dataclass(frozen=True)
class Cost:
    """An estimate: a number that was taken along to another operator keeps its prefix.

    `price`: the general one of a part; None while nobody said. `shares`: by operator where that is known, at last
    everybody else; none while it is unknown how many get it. `by_operator`: None where the account has one price only,
    False where it has more and nobody could say who is with whom.
    """

    parts: int
    currency: str
    price: Decimal | None
    shares: tuple[Share, ...] = ()
    phones: bool = False
    by_operator: bool | None = None

    @property
    def people(self) -> int | None:
        """Counts the people who get it, None while that is unknown."""
        return sum(each.people for each in self.shares) if self.shares else None

    @property
    def messages(self) -> int | None:
        """Counts the parts that are sent in all."""
        return None if self.people is None else self.parts * self.people

    @property
    def unpriced(self) -> int:
        """Counts the people for whom no price is known."""
        return sum(each.people for each in self.shares if each.price is None)

    def total(self) -> Decimal | None:
        """The exact sum for all of whom a price is known; None where that is nobody or their number is unknown."""
        sums = [product(each.price, self.parts, each.people) for each in self.shares if each.price is not None]
        return _sum(sums) if sums else None

    def each(self) -> Decimal | None:
        """Returns the cost of one recipient by the general price."""
        return None if self.price is None else product(self.price, self.parts)

    def with_parts(self, parts: int) -> Self:
        """The same for a text of another length."""
        return dataclasses.replace(self, parts=parts)

    def to_json(self) -> JsonObject:
        """For the history; prices as decimal text."""
        shares: list[JsonValue] = [[each.operator, each.people, _text(each.price)] for each in self.shares]
        return {
            "parts": self.parts,
            "currency": self.currency,
            "price": _text(self.price),
            "shares": shares,
            "phones": self.phones,
            "by_operator": self.by_operator,
        }

    @classmethod
    def from_json(cls, value: JsonObject) -> Self:
        """Reads what `to_json` gave. Raises KeyError, TypeError or ValueError for anything else."""
        match value:
            case {
                "parts": int(parts),
                "currency": str(currency),
                "price": str() | None as price,
                "shares": list(shares),
                "phones": bool(phones),
                "by_operator": bool() | None as by_operator,
            }:
                return cls(parts, currency, _money(price), tuple(map(_share, shares)), phones, by_operator)
            case _:
                raise ValueError("this is no cost")


def estimate(account: Account, parts: int, reach: Reach | None) -> Cost:
    """Estimates the cost of a text of so many parts; the reach is None where nobody could say how many get it."""
    operators = account.operator_prices
    by_operator = None if not operators else reach is not None and reach.operators is not None
    cost = Cost(parts, account.currency, account.sms_price, by_operator=by_operator)
    if reach is None:
        return cost
    shares = [
        Share(each.name, people, each.price)
        for each, people in zip(operators, reach.operators or (), strict=False)
        if people
    ]
    rest = reach.people - sum(each.people for each in shares)
    if rest < 0:  # counted while people came: nobody can be with an operator and not be there
        return estimate(account, parts, dataclasses.replace(reach, operators=None))
    if rest or not shares:
        shares.append(Share("", rest, account.sms_price))
    return dataclasses.replace(cost, shares=tuple(shares), phones=reach.phones)


def rounded(amount: Decimal, currency: str) -> Decimal:
    """An amount to the smallest coin of its currency, a half of one upwards."""
    places = PLACES.get(currency.upper(), 2)
    context = decimal.Context(prec=max(28, amount.adjusted() + places + 4))
    return amount.quantize(Decimal(1).scaleb(-places), decimal.ROUND_HALF_UP, context)


def product(price: Decimal, *numbers: int) -> Decimal:
    """Exact, however large the numbers are."""
    digits = len(price.as_tuple().digits) + sum(_digits(each) for each in numbers)
    with decimal.localcontext() as context:
        context.prec = max(28, digits)
        for each in numbers:
            price *= each
        return price


def _sum(amounts: list[Decimal]) -> Decimal:
    with decimal.localcontext() as context:
        context.prec = 2 * max(28, *(each.adjusted() + 28 for each in amounts))
        return sum(amounts, Decimal(0))


def _digits(number: int) -> int:
    return number.bit_length() // 3 + 1


def _share(value: JsonValue) -> Share:
    match value:
        case [str(operator), int(people), (str() | None) as price]:
            return Share(operator, people, _money(price))
        case _:
            raise ValueError("this is no share of a cost")


def _text(price: Decimal | None) -> str | None:
    return None if price is None else str(price)


def _money(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except decimal.InvalidOperation as error:
        raise ValueError("this is no price") from error
