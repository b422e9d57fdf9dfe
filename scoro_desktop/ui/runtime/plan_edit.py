"""A plan taken out to be edited: it neither leaves nor is lost until the disk has its message elsewhere."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.storage.planned_types import AlreadyDecided, PlanState

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.storage.planned_types import Plan, When
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.later_runner import LaterRunner


class Edited(NamedTuple):
    """A plan whose message went into a form, and why it is still planned all the same; None where it is not."""

    plan: Plan
    error: Exception | None


class PlanEdits(QObject):
    """Holds plans while their message goes from the plan into a tab; lives as long as the app, whatever window is in
    front.

    `ended`: one more is to be told of. Whoever tells takes them (`take`): where a window of another language comes in
    between, that is not the one that began.
    """

    ended = Signal()
    _written = Signal(object, object)  # a plan, and why the disk does not have its message; from a thread

    def __init__(self, storage: AsyncStorage, runner: LaterRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._storage = storage
        self._runner = runner
        self._untold: list[Edited] = []
        self.times: dict[Channel, When] = {}
        """The times that messages were planned for which stand in the forms of channels now."""
        self._written.connect(self._end)

    def begin(self, plan: Plan, act: Callable[[Plan], bool], owner: QObject) -> None:
        """Has a plan wait, whatever the time, and then acts on it as it is; tells where it was sent or cancelled.

        `act` returns whether the plan's message is on its way to the disk, which tells `written`. The plan stays where
        it is not, where that raised, and where `owner` was deleted meanwhile. It is looked for behind all that was
        asked of the disk before: what was leaving just now has left.
        """
        runner = self._runner
        if plan.id in runner.held:  # pressed twice
            return
        runner.held.add(plan.id)

        def looked(now: Plan | None) -> None:
            if now is None or now.state is PlanState.FIRED:
                failed(AlreadyDecided(plan.id))
                return
            is_on_its_way = False
            try:
                is_on_its_way = isValid(owner) and act(now)
            finally:
                if not is_on_its_way:  # its message is in no form: it leaves at its time, as planned
                    runner.held.discard(plan.id)
                    runner.look()

        def failed(error: Exception) -> None:
            runner.held.discard(plan.id)
            runner.not_changed(plan.id, error)

        self._storage.look(self, lambda stores: stores.planned.get(plan.id), looked, failed)

    def written(self, plan: Plan) -> Callable[[Exception | None], None]:
        """Returns whom to tell, on any thread, that the disk has a plan's message elsewhere, or why it has not."""
        return partial(self._tell, plan)

    def _tell(self, plan: Plan, error: Exception | None) -> None:
        with contextlib.suppress(RuntimeError):  # the app is gone
            self._written.emit(plan, error)

    def take(self) -> list[Edited]:
        """Returns those that ended and of which nobody told, and forgets them."""
        untold, self._untold = self._untold, []
        return untold

    def give_back(self, edited: Edited) -> None:
        """Has another window tell of one again."""
        self._untold.append(edited)

    def _end(self, plan: Plan, error: Exception | None) -> None:
        """Lets a plan go: out of what is planned, or back to its time."""
        self._runner.held.discard(plan.id)
        if error is None:
            self._runner.drop(plan.id)
        else:
            self._runner.look()
        self._untold.append(Edited(plan, error))
        self.ended.emit()
