"""Now, by the clock and in the time zone of this computer: what relative dates are worked out for."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QTimeZone

from scoro_desktop.audience.relative_dates import Instant, work_out, zone_of
from scoro_desktop.wire import JsonObject


def instant() -> Instant:
    """Returns the instant of this moment. May be called on any thread."""
    return Instant(datetime.now(UTC), zone())


def zone() -> str:
    """The zone of this computer by its IANA name; its offset of now, as UTC+03:00, where the name is not known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        zone_of(name)
    except (KeyError, ValueError, OSError):
        minutes = QDateTime.currentDateTime().offsetFromUtc() // 60
        return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return name


def worked_out(query: JsonObject) -> JsonObject:
    """A query with its relative dates worked out for now; itself where it has none. Raises CannotWorkOutError."""
    return work_out(query, instant())
