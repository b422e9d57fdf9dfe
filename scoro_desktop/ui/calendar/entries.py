"""What stands on the days of a calendar, made of the rows of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.invisible import escaped
from scoro_desktop.ui.calendar.month import Cell, Entry
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.words import outcome_words, sums_words, wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, tzinfo

    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.storage.month import DaySends

translate = QCoreApplication.translate


def week_begins() -> int:
    """The day on which a week begins where the person's language is spoken: 1 for Monday to 7 for Sunday."""
    return QLocale().firstDayOfWeek().value


def of_send(line: SendLine, zone: tzinfo) -> Entry:
    """A send as it stands on its day."""
    account = wording.name_in_history(line.account_id, line.account_name)
    return Entry(
        ("send", line.id),
        line.created_at.astimezone(zone),
        escaped(line.summary) or translate("calendar", "(no text)"),
        translate("calendar", "{channel} · {account}").format(channel=channel_name(line.channel), account=account),
        outcome_words.line_word(line),
        outcome_words.role_of(line),
    )


def cells(month: Mapping[date, DaySends], zone: tzinfo) -> dict[date, Cell]:
    """The days of a month with what was sent on them."""
    found: dict[date, Cell] = {}
    for day, sends in month.items():
        shown = tuple(of_send(each, zone) for each in sends.lines)
        found[day] = Cell(shown, max(0, sends.count.sends - len(shown)), sums_words.day(sends.count))
    return found
