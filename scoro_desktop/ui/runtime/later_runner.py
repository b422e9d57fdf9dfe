"""The plans, and their sending when the time comes; whatever page or window is in front."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scoro_desktop.sending.later.due import CannotTellError, DueClock, Timing, by_moment, timing
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.planned_types import AlreadyDecided, Ask, AskCode, Plan, PlanState, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.planned_types import Agreed, NewPlan
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.plan_sender import PlanSender


class LaterRunner(QObject):
    """Keeps the plans that are open, and looks at the clock; lives as long as the app.

    `plans`: by their moments; empty until they are read (`is_read`). `changed`: they are others. `asked(Plan)`: one
    waits for an answer. `kept(Plan)`: one was made, or approved anew. `fired(Plan, int)`: one became the send, or the
    campaign, of an id. `refused(int, str)`: one could not be made or changed so, for a code: "past", "decided",
    "no_keys", "account_changed". `failed(error)`: the disk did not take a change; nothing of it is sent by itself.
    """

    changed = Signal()
    asked = Signal(object)
    kept = Signal(object)
    fired = Signal(object, int)
    refused = Signal(int, str)
    failed = Signal(object)

    def __init__(
        self, storage: AsyncStorage, sender: PlanSender, clock: DueClock | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._sender = sender
        self.clock = clock or DueClock()
        """Told the time by; a test moves its hands."""
        self.is_read = self._is_reading = self._is_told = False  # the last: that they could not be read
        self._plans: dict[int, Plan] = {}
        self._busy: dict[int, object] = {}  # those that are looked at, by a token of that look
        self._behind: dict[int, Plan] = {}  # those that are due behind another message to the same people
        self.held: set[int] = set()
        """Those that are taken out to be edited: whatever the time, they neither leave nor ask."""
        self._has_doubt = False  # cast before the plans were read
        self.doubts = 0
        """The number of errors in the app: what was approved before one asks as those do that were kept."""
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that were neither sent nor cancelled, the next one first."""
        return tuple(by_moment(self._plans.values()))

    @property
    def waiting(self) -> tuple[Plan, ...]:
        """Those that wait for an answer, in the order of their moments."""
        return tuple(each for each in self.plans if each.state is PlanState.ASKED)

    def begin(self) -> None:
        """Reads what is planned, and begins to look at the clock; once."""
        if self.is_read or self._is_reading:
            return
        self._is_reading = True
        self._timer.start(0)

        def read(stores: Stores) -> list[Plan]:
            stores.planned.at_start()
            return stores.planned.open()

        self._storage.write(self, read, self._take_all, self._cannot_read)

    def plan(
        self,
        new: NewPlan,
        done: Callable[[Plan], object] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        instead: int | None = None,
        since: int | None = None,
    ) -> None:
        """Keeps a plan that a person approved, in the place of one where that is said. `since`: `doubts` at that time,
        where it was not now.
        """
        doubts = self.doubts if since is None else since

        def write(stores: Stores) -> Plan:
            return stores.planned.add(new) if instead is None else stores.planned.replace(instead, new)

        def kept(plan: Plan) -> None:
            self._take_since(doubts, plan)
            self.kept.emit(plan)
            if done is not None:
                done(plan)

        self._busy.pop(instead or 0, None)
        self._storage.write(self, write, kept, failed or partial(self.not_changed, instead or 0))

    def plan_campaign(self, campaign: Campaign, when: When | None, *, in_quiet_hours: bool = False) -> bool:
        """Plans the start of a campaign that a person approved. False without a time: it is to start at once."""
        if when is not None and self._sender.campaigns is not None:
            self._sender.campaigns.keep(campaign, when, in_quiet_hours=in_quiet_hours)
        return when is not None

    def take(self, plan: Plan) -> None:
        """Takes a plan as the disk has it; one that waits for an answer is asked about."""
        self._take(plan)
        if plan.ask is not None:
            self.asked.emit(plan)

    def move(self, plan_id: int, when: When, agreed: Agreed | None = None) -> None:
        """Gives a plan another time, which must be to come. `agreed`: it answers what was asked, too."""
        try:
            is_past = timing(when, self.clock.now()) is not Timing.WAITS
        except CannotTellError:
            is_past = True
        if is_past:
            self.refused.emit(plan_id, "past")
            return
        self._busy.pop(plan_id, None)
        self._change(plan_id, lambda stores: stores.planned.move(plan_id, when, agreed))

    def cancel(self, plan_id: int, done: Callable[[Plan], object] | None = None) -> None:
        """Takes a plan away. `done` is given it as it was, once it is gone from the disk."""
        self._busy.pop(plan_id, None)

        def gone(plan: Plan) -> None:
            self.drop(plan.id)
            if done is not None:
                done(plan)

        self._storage.write(
            self, lambda stores: stores.planned.cancel(plan_id), gone, partial(self.not_changed, plan_id)
        )

    def put_back(self, plan: Plan) -> None:
        """Keeps a plan that was cancelled once more."""
        self._change(0, lambda stores: stores.planned.put_back(plan))

    def has_fired(self, plan: Plan, send_id: int) -> None:
        """Takes the news that a plan became a send, by a person's hand or at its time."""
        self.drop(plan.id)
        self.fired.emit(plan, send_id)

    def doubt(self) -> None:
        """Has every plan ask: something went wrong in the app, and nobody can say in what."""
        self.doubts += 1
        if not self.is_read:
            self._has_doubt = True
            self.begin()
            return
        self.ask(Ask(AskCode.ERROR), [each for each in self.plans if each.state is PlanState.PLANNED])

    def look_at_accounts(self) -> None:
        """Has those ask whose account is not what was approved any more; keys are looked at when they are due.

        What is being looked at is looked at anew: the keys were read for it by then.
        """
        self._busy.clear()
        for plan in self.plans:
            ask = self._sender.account_changed(plan) if plan.state is PlanState.PLANNED else None
            if ask is not None:
                self.ask(ask, [plan])
        if self.is_read:
            self.look()

    def look(self) -> None:
        """Looks at the clock: sends what is due, asks about what is late, and looks again in half a minute or less.
        Plans that could not be read are read then.
        """
        if self._is_closed:
            return
        if self._is_told:
            self.begin()
        found = self.clock.look(each for each in self._plans.values() if each.id not in {*self._busy, *self.held})
        self._timer.start(max(1, int(found.wait_s * 1000)))
        if found.late:
            self.ask(Ask(AskCode.LATE), found.late)
        if found.no_moment:
            self.ask(Ask(AskCode.NO_DATES), found.no_moment)
        self._behind.clear()
        for plan in found.due:
            if self._is_busy(plan):
                self._behind[plan.id] = plan  # it must be seen whom the other one went to
            else:
                self._send(plan)

    def close(self) -> None:
        """Begins nothing more, for the end of the app; what is planned stays so."""
        self._is_closed = True
        self._busy.clear()
        self._timer.stop()

    def ask(self, ask: Ask, plans: Iterable[Plan]) -> None:
        """Has plans wait for an answer: from here on none is sent by itself, whether the disk takes it or not."""
        asked = [dataclasses.replace(each, state=PlanState.ASKED, ask=ask) for each in plans]
        for plan in asked:
            self._busy.pop(plan.id, None)
            self._plans[plan.id] = plan
        ids = [each.id for each in asked]

        def done(changed: list[Plan]) -> None:
            self._plans.update((each.id, each) for each in changed if each.id in self._plans)
            for plan_id in set(ids) - {each.id for each in changed}:  # decided by somebody else meanwhile
                self._plans.pop(plan_id, None)
            self._tell(changed)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self._tell(asked)
            self.failed.emit(error)

        self._storage.write(self, lambda stores: stores.planned.ask_all(ask, ids), done, failed)

    def _send(self, plan: Plan) -> None:
        """Has a plan looked at and sent; whatever changes it meanwhile takes its token away, and nothing is sent."""
        token = object()
        self._busy[plan.id] = token

        def is_wanted() -> bool:
            return not self._is_closed and self._busy.get(plan.id) is token and plan.id not in self.held

        def ended(answer: Ask | int | None) -> None:
            is_the_last_word = self._busy.get(plan.id) is token
            if is_the_last_word:
                del self._busy[plan.id]
            if isinstance(answer, Ask):
                if is_the_last_word and plan.id in self._plans:
                    self.ask(answer, [plan])
            elif answer is not None:
                self.has_fired(plan, answer)
            self._send_next()

        self._sender.send(plan, self.clock, is_wanted, ended)

    def _is_busy(self, plan: Plan) -> bool:
        """Tells whether another message to the same people is being looked at; a campaign holds nobody up."""
        if plan.campaign_id is not None:
            return False
        at_work = (self._plans[each] for each in self._busy if each in self._plans)
        place = self._sender.place_of(plan)
        return any(each.campaign_id is None and self._sender.place_of(each) == place for each in at_work)

    def _send_next(self) -> None:
        """Sends what had to wait, each once for a look at the clock."""
        for plan in [*self._behind.values()]:
            if not self._is_closed and not self._is_busy(plan):
                del self._behind[plan.id]
                if self._plans.get(plan.id) == plan and plan.id not in {*self._busy, *self.held}:
                    self._send(plan)

    def _change(self, plan_id: int, job: Callable[[Stores], Plan]) -> None:
        self._storage.write(self, job, partial(self._take_since, self.doubts), partial(self.not_changed, plan_id))

    def _take_since(self, doubts: int, plan: Plan) -> None:
        """Takes a plan as the disk has it, which asks where something went wrong while that was written."""
        if self.doubts != doubts and plan.state is PlanState.PLANNED:
            self.ask(Ask(AskCode.ERROR), [plan])
        else:
            self._take(plan)

    def not_changed(self, plan_id: int, error: Exception) -> None:
        """Takes what kept a plan from being changed, and tells of it."""
        if isinstance(error, AlreadyDecided):
            self.drop(plan_id)
            self.refused.emit(plan_id, "decided")
        elif isinstance(error, StorageError):
            self.failed.emit(error)
            self.look()
        else:
            raise error

    def _take(self, plan: Plan) -> None:
        self._plans[plan.id] = plan
        self.changed.emit()
        self.look()

    def drop(self, plan_id: int) -> None:
        """Forgets a plan that is not there any more."""
        self._busy.pop(plan_id, None)
        self._plans.pop(plan_id, None)
        self.changed.emit()

    def _take_all(self, plans: list[Plan]) -> None:
        self.is_read, self._is_reading, self._is_told = True, False, False
        self._plans |= {each.id: each for each in plans if each.id not in self._plans}
        if self._has_doubt:
            self._has_doubt = False
            self.doubt()
        self.changed.emit()
        for plan in self.waiting:
            self.asked.emit(plan)
        self.look()

    def _cannot_read(self, error: Exception) -> None:
        self._is_reading = False
        if not isinstance(error, StorageError):
            raise error
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)

    def _tell(self, asked: Iterable[Plan]) -> None:
        self.changed.emit()
        for plan in asked:
            self.asked.emit(plan)
