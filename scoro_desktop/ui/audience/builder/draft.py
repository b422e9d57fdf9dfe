"""One condition while it is edited: nothing that was put in is forgotten when the comparison changes."""

from collections.abc import Sequence
from datetime import datetime

from scoro_desktop.audience.conditions import Condition
from scoro_desktop.audience.conditions_operators import FITS, PATTERNS, TAKES, Operator, Takes, fits, operators_for
from scoro_desktop.audience.conditions_values import (
    as_numbers,
    is_date_object,
    is_field_name,
    is_line,
    is_many,
    is_number,
    one_value,
    rfc_3339,
)
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.ui.audience.builder.flaw import Flaw, Judged, ShownList
from scoro_desktop.ui.audience.builder.relative_entry import RelativeEntry
from scoro_desktop.ui.audience.builder.value_kinds import (
    KINDS,
    NATURAL,
    ValueKind,
    as_kind,
    converted_values,
    is_blank,
    is_editable_date,
)
from scoro_desktop.wire import JsonObject, JsonValue


class Draft:
    """The state of a row.

    `values` holds all that was put in: a single value is the first of them, a range the first two, a list all. A place
    that is still open holds None; in a row of numbers, what is no number yet stands as its text. A value that came from
    a query is kept as the very object until it is edited. `relative`: what was put in for a relative date.
    """

    def __init__(self, condition: Condition | None = None, kind: FieldType = FieldType.UNKNOWN) -> None:
        self.field = ""
        self.type = kind
        self.operator = Operator.IS
        self.any_case = True
        self.values: Sequence[JsonValue] = ()
        self.count: JsonValue = None
        self.relative = RelativeEntry()
        self.kind = ValueKind.TEXT
        self._spelled_out = False
        self._date_objects = False
        self._known_list: ShownList | None = None
        self._judged: Judged | None = None
        self._made: tuple[tuple[str, FieldType, Operator, ValueKind, bool], Judged, Condition | None] | None = None
        self._remembered: dict[ValueKind, Sequence[JsonValue]] = {}
        if condition is not None:
            self._load(condition)

    def _load(self, condition: Condition) -> None:
        self.field, self.operator = condition.field, condition.operator
        self._spelled_out = condition.spelled_out
        if self.operator in PATTERNS:
            self.any_case = condition.any_case
        shape = TAKES[self.operator]
        if shape is Takes.COUNT:
            self.count = condition.value
        elif shape in {Takes.SPAN, Takes.PERIOD}:
            self.relative = RelativeEntry.of(condition.value)
        elif shape in {Takes.RANGE, Takes.MANY} and isinstance(condition.value, list):
            self.values = condition.value
        elif shape is not Takes.NOTHING:
            self.values = (condition.value,)
        self.kind = self._kind_of_values() or NATURAL.get(self.type, ValueKind.TEXT)
        self._date_objects = any(isinstance(each, dict) for each in self.values[:2])

    # How it is kept

    def state(self) -> JsonObject:
        """All that is put in, finished or not, to be kept; nothing in it is changed any more."""
        return {
            "field": self.field,
            "operator": self.operator.value,
            "any_case": self.any_case,
            "values": self.values if isinstance(self.values, list) else list(self.values),
            "count": self.count,
            "relative": self.relative.state(),
            "kind": self.kind.value,
            "spelled_out": self._spelled_out,
            "date_objects": self._date_objects,
        }

    @classmethod
    def restored(cls, state: JsonObject, kind: FieldType) -> "Draft":
        """The row that `state` was of, its field known as `kind`. What is not of its shape is left out."""
        draft = cls(kind=kind)
        draft.field = str(state.get("field", ""))
        operator, value_kind, values = state.get("operator"), state.get("kind"), state.get("values")
        if operator not in set(Operator) or value_kind not in set(ValueKind) or not isinstance(values, list):
            return draft
        draft.operator, draft.kind = Operator(str(operator)), ValueKind(str(value_kind))
        draft.values = [each for each in values if not isinstance(each, (dict, list)) or is_date_object(each)]
        count = state.get("count")
        draft.count = count if isinstance(count, str) or is_number(count) else None
        draft.relative = RelativeEntry.restored(state.get("relative"))
        draft.any_case = state.get("any_case") is not False
        draft._spelled_out = state.get("spelled_out") is True
        draft._date_objects = state.get("date_objects") is True
        return draft

    # What it is

    @property
    def operators(self) -> tuple[Operator, ...]:
        """Those to choose from: that fit the field, and the one that stands."""
        fitting = operators_for(self.type)
        return fitting if self.operator in fitting else (*fitting, self.operator)

    @property
    def shown_kind(self) -> ValueKind:
        """Returns the kind that its value is edited as under its operator."""
        possible = KINDS[self.operator]
        return self.kind if self.kind in possible or not possible else possible[0]

    @property
    def kind_is_open(self) -> bool:
        """Tells whether the kind of value is to be chosen: the field's type does not say, or says another."""
        return bool(self.field) and len(KINDS[self.operator]) > 1 and NATURAL.get(self.type) is not self.shown_kind

    def value(self) -> JsonValue:
        """The value under its operator, as far as there is one."""
        shape = TAKES[self.operator]
        if shape is Takes.NOTHING:
            return None
        if shape is Takes.COUNT:
            return self.count
        if shape is Takes.MANY:
            return self._list().values
        if shape in {Takes.SPAN, Takes.PERIOD}:
            return self.relative.value(self.operator)
        first = self.values[:2]
        values = [*(first if self.kind in KINDS[self.operator] else self._shown(first)), None, None]
        return values[:2] if shape is Takes.RANGE else values[0]

    def flaw(self) -> Flaw | None:
        """Returns the first thing that stands in the way of a condition; judged once for each state of the row."""
        return self._judgement().flaw

    def first_unreadable(self) -> str:
        """Returns the first text among the values that is no number."""
        value = self.value()
        parts = value if isinstance(value, list) else [value]
        return next((each for each in parts if isinstance(each, str) and is_line(each)), "")

    def _judgement(self) -> Judged:
        judged, shape = self._judged, (self.field, self.type, self.operator, self.kind)
        if (
            judged is None
            or judged.shape != shape
            or judged.values is not self.values
            or judged.count is not self.count
            or judged.relative is not self.relative
        ):
            value = self.value()
            flaw = self._flaw_in(value)
            judged = self._judged = Judged(shape, self.values, self.count, self.relative, value, flaw)
        return judged

    def _flaw_in(self, value: JsonValue) -> Flaw | None:
        if self.field.startswith("$"):
            return Flaw.FIELD_IS_OPERATOR
        if not (self.field.isascii() and self.field.isidentifier()) and not is_field_name(self.field):  # mostly no call
            return Flaw.NO_FIELD
        shape = TAKES[self.operator]
        if shape is Takes.COUNT:
            return None if fits(self.operator, value) else Flaw.NOT_A_COUNT
        if shape is Takes.MANY:
            return self._list().flaw
        if shape in {Takes.SPAN, Takes.PERIOD}:
            return self.relative.flaw(self.operator)
        return None if shape is Takes.NOTHING else self._flaw_of(value if isinstance(value, list) else [value])

    def _flaw_of(self, parts: list[JsonValue]) -> Flaw | None:
        """Returns the flaw of a value, or of the values of a range or a list."""
        blanks = parts.count(None) + parts.count("")
        if blanks == len(parts):
            return Flaw.NO_VALUE
        if self.shown_kind is ValueKind.NUMBER:
            given = [each for each in parts if not is_blank(each)] if blanks else parts
            if not all(map(is_number, given)):
                return Flaw.NOT_A_NUMBER
        if blanks:
            return Flaw.RANGE_OPEN
        whole: JsonValue = parts[0] if TAKES[self.operator] in {Takes.SINGLE, Takes.TEXT} else parts
        return None if FITS[self.operator](whole) else Flaw.NO_VALUE

    def _shown(self, values: Sequence[JsonValue]) -> Sequence[JsonValue]:
        """Some of the values, as the kind that they are shown as."""
        if self.shown_kind is self.kind:
            return values
        return () if self.kind is ValueKind.YES_NO else as_kind(values, self.shown_kind)

    def _list(self) -> ShownList:
        """The values as a list. What was found out about a long one is kept until it changes."""
        known = self._known_list
        if known is None or known.source is not self.values or known.kind is not self.shown_kind:
            values = self._shown(self.values)
            if not (isinstance(values, list) and is_many(values)):
                texts = [one_value(each) if isinstance(each, str) else each for each in values]
                values = [each for each in texts if not is_blank(each)]
            known = self._known_list = ShownList(self.values, self.shown_kind, values, self._flaw_of(values))
        return known

    def condition(self) -> Condition | None:
        """The condition, None while there is a flaw."""
        made, state = self._made, (self.field, self.type, self.operator, self.kind, self.any_case)
        if (
            made is None
            or made[0] != state
            or made[1].values is not self.values
            or made[1].count is not self.count
            or made[1].relative is not self.relative
        ):
            judged = self._judgement()
            condition = None
            if judged.flaw is None:
                any_case = self.any_case and self.operator in PATTERNS
                spelled_out = self._spelled_out and self.operator in {Operator.IS, Operator.NO_VALUE}
                condition = Condition(
                    self.field, self.operator, judged.value, any_case=any_case, spelled_out=spelled_out
                )
            made = self._made = (state, judged, condition)
        return made[2]

    # What is done to it

    def set_field(self, name: str, kind: FieldType) -> None:
        """Another field was chosen. The value stays, and becomes what the field's type wants where it can."""
        self.name_field(name, kind)
        natural = NATURAL.get(kind)
        if natural is not None:
            self.set_kind(natural)
        fitting = operators_for(kind)
        if self.operator not in fitting:
            self.operator = fitting[0]

    def name_field(self, name: str, kind: FieldType) -> None:
        """The field's name while it is typed, and what is known of its type. The operator and every value stay."""
        self.field, self.type = name, kind
        natural = NATURAL.get(kind)
        if all(map(is_blank, self.values)):
            self.set_kind(natural or ValueKind.TEXT)
        elif (natural, self.kind) == (ValueKind.DATE, ValueKind.TEXT) and all(map(is_editable_date, self.values)):
            self.kind = ValueKind.DATE
        elif (natural, self.kind) == (ValueKind.TEXT, ValueKind.DATE) and not self._date_objects:
            self.kind = ValueKind.TEXT

    def set_kind(self, kind: ValueKind) -> None:
        """Edits the value as another kind: converted where it can be, else what was there under that kind before."""
        before, values = self.kind, self.values
        if kind is before:
            return
        self._remembered[before] = values
        earlier = self._remembered.get(kind)
        if all(map(is_blank, values)):
            self.values = earlier or ()
        elif earlier is not None and converted_values(earlier, kind, before) == list(values):
            self.values = earlier
        else:
            converted = converted_values(values, before, kind)
            self.values = converted if converted is not None else (earlier or ())
        self.kind = kind

    def put(self, value: JsonValue, place: int = 0) -> None:
        """A single value, or one end of a range, as it is typed: of a number its text, "" or None where nothing is."""
        if self.kind not in KINDS[self.operator]:
            self._settle_kind()
        values = [*self.values]
        while len(values) <= place:
            values.append(None)
        values[place] = as_numbers([value])[0] if self.kind is ValueKind.NUMBER else value
        self.values = values

    def put_date(self, when: datetime, place: int = 0) -> None:
        """A date; in MongoDB's notation where the one before came so."""
        text = rfc_3339(when)
        self.put({"$date": text} if self._date_objects else text, place)

    def put_many(self, texts: Sequence[str]) -> None:
        """A whole list, as its lines."""
        self._settle_kind()
        self.values = as_numbers(texts) if self.kind is ValueKind.NUMBER else list(texts)

    def put_count(self, text: str) -> None:
        """A count of items, as it is typed."""
        self.count = as_numbers([one_value(text)])[0]

    def _settle_kind(self) -> None:
        """An edit decides what the values are, if they were only shown as another kind until now."""
        shown = self.shown_kind
        # A part of a number is looked for as text; the numbers stay numbers.
        if shown is not self.kind and not (self.kind is ValueKind.NUMBER and TAKES[self.operator] is Takes.TEXT):
            self._remembered[self.kind] = self.values
            self.values = self._shown(self.values)
            self.kind = shown

    def _kind_of_values(self) -> ValueKind | None:
        if not self.values:
            return None
        first = self.values[0]
        if isinstance(first, bool):
            return ValueKind.YES_NO
        if is_number(first):
            return ValueKind.NUMBER
        natural = NATURAL.get(self.type)
        is_single = TAKES[self.operator] in {Takes.SINGLE, Takes.RANGE}
        if isinstance(first, dict) or (
            is_single and natural in {None, ValueKind.DATE} and all(map(is_editable_date, self.values))
        ):
            return ValueKind.DATE
        return ValueKind.TEXT
