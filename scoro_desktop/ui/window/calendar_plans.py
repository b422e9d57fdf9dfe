"""The plans as they stand in the calendar and are moved in it to another day."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from scoro_desktop.sending.later.due import CannotTellError, Shown, moment_of, shown
from scoro_desktop.storage.planned_types import Agreed, Plan, When
from scoro_desktop.ui.words import later_words, recount_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.calendar.month import Entry
    from scoro_desktop.ui.runtime.services import Services


class CalendarPlans(QObject):
    """Asks the runner, which has the plans in memory. `changed`: they are others. `said(str)`: what came of a move;
    `went(date)`: the day that one was moved to, on the clocks of this computer.
    """

    changed = Signal()
    said = Signal(str)
    went = Signal(object)

    def __init__(self, services: Services, zone: Callable[[], tzinfo], window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._runner = services.later
        self._zone = zone
        self._window = window
        self._moving: tuple[int, When] | None = None
        self._runner.changed.connect(self._changed)

    def by_day(self) -> dict[date, list[Entry]]:
        """The entries of what is planned, by the days of this computer, in the order of their times."""
        from scoro_desktop.ui.calendar import entries

        now = self._runner.clock.now()
        found: dict[date, list[Entry]] = {}
        for plan in self._runner.plans:
            entry = entries.of_plan(plan, self._zone(), now)
            if entry is not None:
                found.setdefault(entry.at.date(), []).append(entry)
        return found

    def plan(self, plan_id: int) -> Plan | None:
        """The plan of an id, as long as it is one."""
        return next((each for each in self._runner.plans if each.id == plan_id), None)

    def move(self, plan_id: int, days: int) -> None:
        """Moves one by so many days, its time of day as it is; asks where clocks or the account speak against it."""
        plan = self.plan(plan_id)
        if plan is None:
            self.said.emit(self.tr("It was sent or cancelled already."))
            return
        try:
            when = dataclasses.replace(plan.when, clock=plan.when.clock + timedelta(days=days))
            moment, often = moment_of(when), shown(when)
        except (CannotTellError, OverflowError):
            self.said.emit(self.tr("There is no such time, so nothing was moved."))
            return
        if moment <= self._runner.clock.now():
            self.said.emit(self.tr("{when} has passed, so nothing was moved.").format(when=later_words.day_words(when)))
            return
        quiet = self._quiet(plan, moment)
        against = [later_words.change_words(when)] if often is not Shown.ONCE else []
        move = partial(self._move, plan, when, in_quiet_hours=bool(quiet))
        if against or quiet:
            self._ask(plan, when, [*against, *filter(None, [quiet])], move)
        else:
            move()

    def _quiet(self, plan: Plan, moment: datetime) -> str:
        from scoro_desktop.sending.checks import quiet_now

        account = self._services.accounts.of(plan.account_id)
        hours = None if account is None else quiet_now(account, moment)
        return "" if hours is None else recount_words.quiet_then(hours, moment)

    def _ask(self, plan: Plan, when: When, against: list[str], move_it: Callable[[], None]) -> None:
        from scoro_desktop.ui.kit.plain_box import PlainBox

        box = PlainBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Move to this time?"))
        box.setText(
            self.tr("“{title}”: {when}").format(title=later_words.subject(plan), when=later_words.when_words(when))
        )
        box.setInformativeText("\n".join(against))
        move = box.addButton(self.tr("Move it"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Leave it where it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(lambda button: move_it() if button is move else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def _move(self, plan: Plan, when: When, *, in_quiet_hours: bool) -> None:
        """Moves it; `in_quiet_hours`: a person was told that it is quiet then, and agreed."""
        from scoro_desktop.sending.later.frozen import agreed

        self._moving = plan.id, when
        self._runner.move(plan.id, when, Agreed(plan.ask, partial(agreed, in_quiet_hours=in_quiet_hours)))

    def _changed(self) -> None:
        self.changed.emit()
        plan = None if self._moving is None else self.plan(self._moving[0])
        if plan is not None and self._moving is not None and plan.when == self._moving[1]:
            self._moving = None
            self.went.emit(moment_of(plan.when).astimezone(self._zone()).date())
            self.said.emit(
                self.tr("“{title}” was moved: {when}.").format(
                    title=later_words.subject(plan), when=later_words.full_words(plan.when, self._runner.clock.now())
                )
            )
