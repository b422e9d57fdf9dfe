"""The values of cells of a sheet as texts: what is stored, not how it is shown."""

import contextlib
import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

EXACT: Final = 1e15
"""From here on a sheet keeps fewer digits than are written (15 significant ones): such a number has lost some."""


def as_texts(column: Sequence[object]) -> Sequence[str]:
    """The cells of a column as texts, by `as_text`; of one type they take no call of ours for each."""
    types = set(map(type, column))
    if types == {str}:
        return column  # type: ignore[return-value]
    if types == {float}:
        with contextlib.suppress(ValueError, OverflowError):  # what is no number, or has no end
            whole = list(map(int, column))  # type: ignore[arg-type]
            if whole == list(column) and min(whole) > -EXACT and max(whole) < EXACT:
                return list(map(str, whole))
    return list(map(as_text, column))


def as_text(value: object) -> str:
    """A cell as text. A whole number gives its digits without ".0", also where it is shown as 7.9E10.

    One that has lost digits is written with an exponent, which is no phone and no id. Dates as 2026-11-29.
    """
    if isinstance(value, str):
        return value
    if type(value) is float and value.is_integer() and -EXACT < value < EXACT:  # most numbers: phones, ids, points
        return str(int(value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return "" if value is None else str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "#NUM!"
    if abs(value) >= EXACT:
        return f"{value:.14E}"
    if value == int(value):
        return str(int(value))
    from decimal import Decimal  # a fraction: most sheets have none

    return f"{Decimal(f'{value:.15g}'):f}"
