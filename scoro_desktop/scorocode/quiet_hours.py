"""The hours in which an account should wake nobody."""

from datetime import datetime, time

from scoro_desktop import late


@late.dataclass(frozen=True)
class QuietHours:
    """From `start` until before `end`, every day, on the clock of `zone` (IANA; empty: that of this computer).

    They may go over midnight, as 22:00 to 09:00 does; equal times mean the whole day.
    """

    start: time
    end: time
    zone: str = ""

    def covers(self, moment: datetime) -> bool:
        """Tells whether a moment (aware) is within them. Raises ZoneInfoNotFoundError for a zone that nobody knows."""
        from zoneinfo import ZoneInfo

        now = moment.astimezone(ZoneInfo(self.zone) if self.zone else None).time()
        if self.start < self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end


def is_zone(name: str) -> bool:
    """Tells whether there is a time zone of this name; the empty one is the clock of this computer."""
    from zoneinfo import ZoneInfo

    try:
        return not name or bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):  # not found, no name at all, a folder of names
        return False
