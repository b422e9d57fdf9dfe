"""Words for comparisons, types of fields, kinds of values and what a condition still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.audience.relative_dates import MOST
from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.ui.audience.builder.flaw import Flaw
from scoro_desktop.ui.audience.builder.value_kinds import ValueKind

if TYPE_CHECKING:
    from scoro_desktop.ui.audience.builder.draft import Draft

translate = QCoreApplication.translate


def operator_words(operator: Operator, draft: Draft) -> str:
    """A comparison as a person says it of such a field: "is more than" of a number is "is after" of a date."""
    words = {
        Operator.IS: translate("conditions", "is"),
        Operator.IS_NOT: translate("conditions", "is not"),
        Operator.ONE_OF: translate("conditions", "is one of"),
        Operator.NONE_OF: translate("conditions", "is none of"),
        Operator.ALL_OF: translate("conditions", "contains all of"),
        Operator.MORE: translate("conditions", "is more than"),
        Operator.AT_LEAST: translate("conditions", "is at least"),
        Operator.LESS: translate("conditions", "is less than"),
        Operator.AT_MOST: translate("conditions", "is at most"),
        Operator.BETWEEN: translate("conditions", "is between"),
        Operator.CONTAINS: translate("conditions", "contains the text"),
        Operator.STARTS: translate("conditions", "starts with"),
        Operator.ENDS: translate("conditions", "ends with"),
        Operator.HAS_VALUE: translate("conditions", "has any value"),
        Operator.NO_VALUE: translate("conditions", "has no value"),
        Operator.EXISTS: translate("conditions", "exists"),
        Operator.MISSING: translate("conditions", "does not exist"),
        Operator.ITEMS: translate("conditions", "has items:"),
        Operator.IN_LAST: translate("conditions", "is in the last"),
        Operator.LONGER_AGO: translate("conditions", "is more than … ago"),
        Operator.IN_NEXT: translate("conditions", "is in the next"),
        Operator.DURING: translate("conditions", "is within"),
        Operator.SINCE: translate("conditions", "is since the start of"),
        Operator.EARLIER: translate("conditions", "is before the start of"),
    }
    if draft.type in {FieldType.ARRAY, FieldType.RELATION}:
        words |= {
            Operator.IS: translate("conditions", "contains"),
            Operator.IS_NOT: translate("conditions", "does not contain"),
            Operator.ONE_OF: translate("conditions", "contains any of"),
            Operator.NONE_OF: translate("conditions", "contains none of"),
        }
    elif draft.type is FieldType.DATE or (draft.type is FieldType.UNKNOWN and draft.kind is ValueKind.DATE):
        words |= {
            Operator.MORE: translate("conditions", "is after"),
            Operator.AT_LEAST: translate("conditions", "is on or after"),
            Operator.LESS: translate("conditions", "is before"),
            Operator.AT_MOST: translate("conditions", "is on or before"),
        }
    return words[operator]


def operator_help(operator: Operator) -> str:
    """Explains what a comparison includes that its words do not say; empty where they say it all."""
    return {
        Operator.IS_NOT: translate("conditions", "Those who have no such field are included."),
        Operator.NONE_OF: translate("conditions", "Those who have no such field are included."),
        Operator.BETWEEN: translate("conditions", "Both ends are included."),
        Operator.HAS_VALUE: translate("conditions", "The field is there and is not null."),
        Operator.NO_VALUE: translate("conditions", "The field is not there, or is null."),
        Operator.EXISTS: translate("conditions", "The field is there; null counts as well."),
        Operator.MISSING: translate("conditions", "The field is not there, not even as null."),
        Operator.ITEMS: translate("conditions", "The list has exactly so many items."),
        Operator.IN_LAST: translate("conditions", "From that time on. Future dates are included."),
        Operator.LONGER_AGO: translate("conditions", "Those who have no such date are left out."),
        Operator.DURING: translate("conditions", "By this computer's calendar. A week begins on Monday."),
        Operator.SINCE: translate("conditions", "By this computer's calendar. Future dates are included."),
        Operator.EARLIER: translate("conditions", "By this computer's calendar: before it begins."),
    }.get(operator, "")


def kind_words(kind: ValueKind) -> str:
    """Names the kind that a value is edited as."""
    return {
        ValueKind.TEXT: translate("conditions", "text"),
        ValueKind.NUMBER: translate("conditions", "number"),
        ValueKind.YES_NO: translate("conditions", "yes/no"),
        ValueKind.DATE: translate("conditions", "date"),
    }[kind]


def kind_sign(kind: ValueKind) -> str:
    """Names the kind in three or four characters, where there is no room for a word."""
    return {
        ValueKind.TEXT: translate("conditions", "abc"),
        ValueKind.NUMBER: translate("conditions", "123"),
        ValueKind.YES_NO: translate("conditions", "y/n"),
        ValueKind.DATE: translate("conditions", "date"),
    }[kind]


def type_words(field: Field) -> str:
    """The type of a field; a type that is not documented by the word the server has for it."""
    return {
        FieldType.DATE: translate("conditions", "date"),
        FieldType.BOOLEAN: translate("conditions", "yes/no"),
        FieldType.STRING: translate("conditions", "text"),
        FieldType.FILE: translate("conditions", "file"),
        FieldType.NUMBER: translate("conditions", "number"),
        FieldType.ARRAY: translate("conditions", "list"),
        FieldType.OBJECT: translate("conditions", "object"),
        FieldType.RELATION: translate("conditions", "list of ids"),
        FieldType.POINTER: translate("conditions", "id"),
    }.get(field.type, field.type_name)


def flaw_words(flaw: Flaw, draft: Draft) -> str:
    """Says what a condition still lacks, and what to do."""
    words = {
        Flaw.NO_FIELD: translate("conditions", "Choose a field."),
        Flaw.FIELD_IS_OPERATOR: translate("conditions", "A field's name cannot begin with $."),
        Flaw.NO_VALUE: translate("conditions", "Give a value for “{field}”."),
        Flaw.NOT_A_NUMBER: translate("conditions", "“{text}” is not a number. Write it like 12 or 12.5."),
        Flaw.NOT_A_COUNT: translate("conditions", "Give a whole number from 0 for “{field}”."),
        Flaw.RANGE_OPEN: translate("conditions", "Give both ends for “{field}”."),
        Flaw.NOT_A_SPAN: translate("conditions", "Give a whole number from 1 to {most} for “{field}”."),
    }
    most = QLocale().toString(MOST[draft.relative.unit])
    return words[flaw].format(field=draft.field, text=draft.first_unreadable(), most=most)
