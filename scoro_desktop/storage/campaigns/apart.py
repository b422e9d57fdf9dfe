"""The hours within which nobody is sent to twice, as a campaign names them, and from when a message counts."""

from datetime import datetime, timedelta

from scoro_desktop.storage.campaigns.types import CHECKED, HOURS
from scoro_desktop.wire import JsonObject


def hours_of(mapping: JsonObject) -> int:
    """Returns the hours within which nobody is sent to twice; 0 where the campaign of this mapping names none."""
    hours = mapping.get(HOURS)
    return hours if isinstance(hours, int) and hours > 0 else 0


def counts_from(mapping: JsonObject, now: datetime) -> datetime | None:
    """Returns the time from which a message counts: that of the check, and no earlier than the hours of the campaign.

    None where it names no hours. What a version before has checked bears no time, and where the clock was put back
    since, that is none: then all of the hours count.
    """
    hours = hours_of(mapping)
    if not hours:
        return None
    begin = now - timedelta(hours=hours)
    checked = mapping.get(CHECKED)
    at = datetime.fromisoformat(checked) if isinstance(checked, str) else begin
    return max(begin, at) if at <= now else begin
