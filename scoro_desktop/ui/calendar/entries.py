"""The entries of a calendar, made of the rows of the history and of what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.invisible import escaped
from scoro_desktop.ui.calendar.month import Cell, Entry
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.words import outcome_words, sums_words, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.storage.month import DaySends
    from scoro_desktop.storage.planned_types import Plan

translate = QCoreApplication.translate


def week_begins() -> int:
    """The day on which a week begins where the person's language is spoken: 1 for Monday to 7 for Sunday."""
    return QLocale().firstDayOfWeek().value


def of_plan(plan: Plan, zone: tzinfo, now: datetime) -> Entry | None:
    """A plan as it stands on its day; None for one whose time is no moment, which is asked about elsewhere."""
    from scoro_desktop.sending.later.due import CannotTellError, moment_of
    from scoro_desktop.storage.planned import OF_THE_TIME
    from scoro_desktop.ui.words import later_words

    try:
        at = moment_of(plan.when).astimezone(zone)
    except (CannotTellError, OverflowError):
        return None
    account = wording.name_in_history(plan.account_id, plan.account_name)
    about = translate("calendar", "{channel} · {account}").format(channel=channel_name(plan.channel), account=account)
    return Entry(
        ("plan", plan.id),
        at,
        later_words.subject(plan),
        f"{about}\n{later_words.full_words(plan.when, now)}",
        later_words.state_words(plan, now),
        "planned" if plan.ask is None else "warning",
        moves=plan.ask is None or plan.ask.code in OF_THE_TIME,
    )


class SendEntries:
    """The entries of sends that were read, each made once: a month has 250 of them, and is shown twice and more.

    What sends share, the words for their account and for what came of them, is put together once.
    """

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self._made: dict[int, tuple[SendLine, Entry]] = {}
        self._about: dict[tuple[str, str, str], str] = {}
        self._came: dict[tuple[str, str], tuple[str, str]] = {}  # by outcome and reason; campaigns say more of theirs

    def of(self, lines: Iterable[SendLine]) -> tuple[Entry, ...]:
        """Returns those of some rows, in their order."""
        return tuple(map(self._of, lines))

    def _of(self, line: SendLine) -> Entry:
        known = self._made.get(line.id)
        if known is None or known[0] is not line:
            known = self._made[line.id] = (line, self._make(line))
        return known[1]

    def _make(self, line: SendLine) -> Entry:
        kept = (line.channel, line.account_id, line.account_name)
        if (about := self._about.get(kept)) is None:
            account = wording.name_in_history(line.account_id, line.account_name)
            words = translate("calendar", "{channel} · {account}")
            about = self._about[kept] = words.format(channel=channel_name(line.channel), account=account)
        came = self._came.get((line.outcome, line.reason)) if line.campaign is None else None
        if came is None:
            came = outcome_words.line_word(line), outcome_words.role_of(line)
            if line.campaign is None:
                self._came[line.outcome, line.reason] = came
        words = escaped(line.summary) or translate("calendar", "(no text)")
        return Entry(("send", line.id), line.created_at.astimezone(self.zone), words, about, *came)


def cells(month: Mapping[date, DaySends], plans: Mapping[date, Sequence[Entry]], made: SendEntries) -> dict[date, Cell]:
    """The days with what is planned for them, which stands first, and what was sent on them."""
    found: dict[date, Cell] = {}
    for day in month.keys() | plans.keys():
        planned = tuple(plans.get(day, ()))
        sends = month.get(day)
        shown = () if sends is None else made.of(sends.lines)
        said = [translate("calendar", "%Ln planned", None, len(planned))] if planned else []
        said += [] if sends is None else [sums_words.day(sends.sends, sends.count)]
        more = 0 if sends is None else max(0, sends.sends - len(shown))
        found[day] = Cell(planned + shown, more, " · ".join(said))
    return found
