"""Words for a count that moved while a send was being confirmed, and for hours in which nobody should be woken."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from scoro_desktop.scorocode.quiet_hours import QuietHours

translate = QCoreApplication.translate


def moved(confirmed: int | None, now: int | None) -> str:
    """Explains why the confirmation is asked anew: how many there were, and how many there are."""
    before, after = (None if each is None else QLocale().toString(each) for each in (confirmed, now))
    if before is None:
        text = translate("recount", "Now the number is known: {after}. Nothing has been sent yet: check it once more.")
    elif after is None:
        text = translate(
            "recount",
            "There were {before}, and now the number is unknown. Nothing has been sent yet: check it once more.",
        )
    else:
        text = translate(
            "recount", "The number changed from {before} to {after}. Nothing has been sent yet: check it once more."
        )
    return text.format(before=before, after=after)


def quiet(hours: QuietHours, now: datetime) -> str:
    """That it is quiet there now: the time on that clock, and from when to when."""
    there = _there(now, hours.zone)
    text = (
        translate("recount", "It is {now} in {zone}: the quiet hours of this account are from {start} to {end}.")
        if hours.zone
        else translate("recount", "It is {now}: the quiet hours of this account are from {start} to {end}.")
    )
    written = {"now": _clock(there.hour, there.minute), "zone": hours.zone}
    return text.format(
        **written,
        start=_clock(hours.start.hour, hours.start.minute),
        end=_clock(hours.end.hour, hours.end.minute),
    )


def quiet_then(hours: QuietHours, then: datetime) -> str:
    """That it will be quiet then: the time on that clock, and from when to when."""
    there = _there(then, hours.zone)
    text = (
        translate("recount", "It will be {now} in {zone}: the quiet hours of this account are from {start} to {end}.")
        if hours.zone
        else translate("recount", "It will be {now}: the quiet hours of this account are from {start} to {end}.")
    )
    return text.format(
        now=_clock(there.hour, there.minute),
        zone=hours.zone,
        start=_clock(hours.start.hour, hours.start.minute),
        end=_clock(hours.end.hour, hours.end.minute),
    )


def _clock(hour: int, minute: int) -> str:
    return QLocale().toString(QTime(hour, minute), QLocale.FormatType.ShortFormat)


def _there(moment: datetime, zone: str) -> datetime:
    """A moment on the clock of a zone; of this computer's where none is named."""
    if not zone:
        return moment.astimezone()
    from zoneinfo import ZoneInfo  # brings the whole configuration of Python along: 1 MB

    return moment.astimezone(ZoneInfo(zone))
