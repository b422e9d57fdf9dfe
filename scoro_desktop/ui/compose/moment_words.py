"""A moment in a person's words: how long until then, and what the clock of this computer shows."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from scoro_desktop.ui.words.day_words import long_day

translate = QCoreApplication.translate


def meaning(when: dt.datetime, now: dt.datetime) -> str:
    """As "In 3 hours: November 25, 9:00 PM, Moscow Standard Time."; both know their offset. Empty past year 9999."""
    try:
        here = when.astimezone()
    except (OverflowError, ValueError, OSError):
        return ""
    locale = QLocale()
    there = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    date = long_day(there.date(), year=here.year != now.astimezone().year)
    return translate("moment", "{span}: {date}, {time}, {zone}.").format(
        span=span(when - now),
        date=date,
        time=locale.toString(there.time(), QLocale.FormatType.ShortFormat),
        zone=QTimeZone.systemTimeZone().displayName(there, QTimeZone.NameType.LongName, locale),
    )


def span(ahead: dt.timedelta) -> str:
    """Words the time until then, or since, in the unit that says enough."""
    minutes = round(abs(ahead).total_seconds() / 60)
    past = ahead < dt.timedelta()
    if minutes < 90:
        return _minutes(minutes, past=past)
    hours = round(minutes / 60)
    return _hours(hours, past=past) if hours < 48 else _days(round(hours / 24), past=past)


def _minutes(number: int, *, past: bool) -> str:
    if past:
        return translate("moment", "%Ln minute(s) ago", None, number)
    return translate("moment", "In %Ln minute(s)", None, number)


def _hours(number: int, *, past: bool) -> str:
    if past:
        return translate("moment", "%Ln hour(s) ago", None, number)
    return translate("moment", "In %Ln hour(s)", None, number)


def _days(number: int, *, past: bool) -> str:
    if past:
        return translate("moment", "%Ln day(s) ago", None, number)
    return translate("moment", "In %Ln day(s)", None, number)
