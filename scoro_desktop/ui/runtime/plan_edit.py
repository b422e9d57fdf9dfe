"""A plan taken out to be edited: it neither leaves nor is lost until the disk has its message elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.storage.planned_types import AlreadyDecided, PlanState

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.later_runner import LaterRunner


class PlanEdit(QObject):
    """Holds plans while their message goes from the plan into a tab.

    Whoever began ends it with `end`: the plan is gone from the disk then, or stays planned. It stays so, too, where
    that raised.
    """

    def __init__(self, storage: AsyncStorage, runner: LaterRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._storage = storage
        self._runner = runner
        self._begun = begun = set[int]()
        self.destroyed.connect(lambda: runner.held.difference_update(begun))  # a window that closes tells of no end

    def begin(self, plan: Plan, act: Callable[[Plan], object]) -> None:
        """Has a plan wait, whatever the time, and then acts on it as it is; tells where it was sent or cancelled.

        It is looked for behind all that was asked of the disk before: what was leaving just now has left.
        """
        runner = self._runner
        if plan.id in runner.held:  # pressed twice
            return
        runner.held.add(plan.id)
        self._begun.add(plan.id)

        def looked(now: Plan | None) -> None:
            if now is None or now.state is PlanState.FIRED:
                failed(AlreadyDecided(plan.id))
                return
            try:
                act(now)
            except Exception:  # its message is in no form: it leaves at its time, as planned
                self.end(plan, is_gone=False)
                raise

        def failed(error: Exception) -> None:
            self._let_go(plan)
            runner.not_changed(plan.id, error)

        self._storage.look(self, lambda stores: stores.planned.get(plan.id), looked, failed)

    def end(self, plan: Plan, *, is_gone: bool) -> None:
        """Lets a plan go: out of what is planned, or back to its time."""
        self._let_go(plan)
        if is_gone:
            self._runner.drop(plan.id)
        else:
            self._runner.look()

    def _let_go(self, plan: Plan) -> None:
        self._runner.held.discard(plan.id)
        self._begun.discard(plan.id)
