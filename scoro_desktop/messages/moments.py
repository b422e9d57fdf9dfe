"""Moments as a message carries them, in RFC 3339."""

import datetime as dt
from typing import Final

from scoro_desktop.messages.limits import RFC_3339

UNITS: Final = {
    "minutes": dt.timedelta(minutes=1),
    "hours": dt.timedelta(hours=1),
    "days": dt.timedelta(days=1),
    "weeks": dt.timedelta(weeks=1),
}
"""The units that a span from now is counted in."""


def moment(text: str) -> dt.datetime | None:
    """The moment that a text names, with its offset and whole seconds; None where it names none."""
    match = RFC_3339.fullmatch(text)
    if match is None:
        return None
    second = min(int(match["second"]), 59)  # a leap second is a time of RFC 3339, though not of Python
    try:
        return dt.datetime.fromisoformat(f"{match['minute']}:{second:02}{match['zone']}")
    except ValueError:
        return None


def written(when: dt.datetime) -> str:
    """Writes a moment that knows its offset, to the second; UTC as Z.

    RFC 3339 has no seconds in an offset, which clocks before 1920 or so had: such a moment is written in UTC.
    """
    offset = when.utcoffset() or dt.timedelta()
    if offset.seconds % 60:
        when = when.astimezone(dt.UTC)
    text = when.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def is_plain(text: str) -> bool:
    """Tells whether a text is just what `written` makes of its moment: no fraction, no leap second, nothing to lose."""
    when = moment(text)
    return when is not None and written(when) == text


def after(now: dt.datetime, number: int, unit: str) -> dt.datetime:
    """The moment so many of `UNITS` from now, at the next full minute, with this computer's offset then.

    Raises OverflowError past the year 9999.
    """
    when = now.astimezone(dt.UTC) + number * UNITS[unit]
    if when.second or when.microsecond:
        when = when.replace(second=0, microsecond=0) + dt.timedelta(minutes=1)
    return when.astimezone()
