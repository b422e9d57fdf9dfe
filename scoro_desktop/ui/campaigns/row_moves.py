"""Rows of a check that a person leaves out, or takes in again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from scoro_desktop.storage.erasing import Steps
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.campaigns.check_step import CheckStep
    from scoro_desktop.ui.campaigns.check_view import CheckView
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class RowMoves(QObject):
    """Moves the rows that are selected, and has everyone counted again. `said(str)`: what came to nothing, and why."""

    said = Signal(str)

    def __init__(self, storage: AsyncStorage, step: CheckStep, view: CheckView) -> None:
        super().__init__(step)
        self._storage = storage
        self._step = step
        self._table = view.table
        view.leave_out_wanted.connect(lambda: self._move(leave_out=True))
        view.take_in_wanted.connect(lambda: self._move(leave_out=False))

    def _move(self, *, leave_out: bool) -> None:
        step, campaign = self._step, self._step.campaign
        ids = [each.id for each in self._table.selected_people()]
        if campaign is None or not ids:
            return
        step.begin_to_move()
        stay = [0]

        def steps(stores: Stores) -> Steps:
            return stores.campaigns.moving(campaign.id, ids, leave_out=leave_out, stay=stay.append)

        def moved() -> None:
            if not step.shows(campaign.id):
                return
            step.count_again()
            if stay[-1]:
                self.said.emit(
                    self.tr(
                        "%Ln rows stay excluded: another row of the same person or phone gets the message. Exclude "
                        "that one first.",
                        "",
                        stay[-1],
                    )
                )

        self._storage.go_through(step, steps, moved, partial(step.fail, campaign.id))
