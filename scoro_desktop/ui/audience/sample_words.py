"""Values of a document as a person reads them."""

import json
from datetime import UTC, datetime
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.scorocode.bson_values import Kind, ObjectId, Special

translate = QCoreApplication.translate

_WHEN: Final = QLocale.FormatType.ShortFormat
_NARROW: Final = "\u202f"
"""English has it before AM and PM. The cells show it as an escape, for the sake of values that hide one."""
_C_INT_MAX: Final = 2**31 - 1


def shown(value: object) -> str:
    """A value as text: long integers and ids to the last digit, dates on the clock here, the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, ObjectId):
        return str(value)
    if isinstance(value, datetime):
        when = QLocale().toString(QDateTime.fromMSecsSinceEpoch(round(value.timestamp() * 1000)), _WHEN)
        return when.replace(_NARROW, " ")
    if isinstance(value, Special):
        return _special(value)
    return json.dumps(value, ensure_ascii=False, default=shown)


def _special(value: Special) -> str:
    match value.kind:
        case Kind.UUID | Kind.PATTERN | Kind.DECIMAL | Kind.CODE:
            return value.text
        case Kind.BINARY:
            return _bytes(value)
        case Kind.TIMESTAMP:
            seconds, _, number = value.text.partition(" ")
            when = shown(datetime.fromtimestamp(int(seconds), UTC))
            return translate("sample", "{when}, number {number} in its second").format(when=when, number=number)
        case Kind.FAR_DATE:
            return translate("sample", "A date outside the calendar: {number} ms from 1970").format(number=value.text)
        case Kind.POINTER:
            collection, _, identity = value.text.rpartition(" ")
            return translate("sample", "{id} in {collection}").format(id=identity, collection=collection)
        case Kind.LEAST:
            return translate("sample", "Less than every value")
        case Kind.GREATEST:
            return translate("sample", "Greater than every value")
        case Kind.UNDEFINED:
            return translate("sample", "Undefined")
        case Kind.DEEP:
            return translate("sample", "Nested too deeply to be shown")
        case _:
            assert_never(value.kind)


def _bytes(value: Special) -> str:
    if not value.size:
        return translate("sample", "No bytes")
    size = translate("sample", "%Ln bytes", "", min(value.size, _C_INT_MAX))
    more = "" if 3 * value.size <= len(value.text) + 1 else " …"
    return f"{size}: {value.text}{more}"
