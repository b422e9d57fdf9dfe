"""The plans in a window of their own: each with its time, and all that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.storage.planned_types import AskCode, Plan
from scoro_desktop.ui.kit.button_menu import open_menu
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.later.plans_model import PlansModel
from scoro_desktop.ui.later.plans_table import PlansTable
from scoro_desktop.ui.words import later_words

if TYPE_CHECKING:
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.later_runner import LaterRunner

_SIZE: Final = QSize(1120, 480)
_AROUND: Final = QSize(48, 96)
"""In pixels: what is left of the window behind it."""
TICK_MS: Final = 10_000
"""Milliseconds between two looks at the time that is left. Ours: it is shown to the minute."""


class PlansDialog(QDialog):
    """Lists what is planned. `edit`, `move`, `send_now` and `cancel` (Plan) say what is wanted of the selected one."""

    edit = Signal(object)
    move_wanted = Signal(object)
    send_now = Signal(object)
    cancel = Signal(object)

    def __init__(self, runner: LaterRunner, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Planned"))
        self._runner = runner
        self._model = PlansModel(colours, self)
        self.table = PlansTable(self._model, colours, self)
        self.says = wrapped(self, "help")
        self.edit_button = QPushButton(self.tr("Edit"), self)
        self.edit_button.setToolTip(self.tr("Puts the message into the form; it is not planned any more then"))
        self.move_button = QPushButton(self.tr("Another time…"), self)
        self.send_button = QPushButton(self.tr("Send now…"), self)
        self.send_button.setToolTip(self.tr("Shows who gets it and asks once more"))
        self.cancel_button = QPushButton(self.tr("Cancel it"), self)
        self.cancel_button.setToolTip(self.tr("Removes it from the plan: it will not be sent"))
        self.close_button = QPushButton(self.tr("Close"), self)
        self._buttons = (self.edit_button, self.move_button, self.send_button, self.cancel_button)
        for button, signal in zip(
            self._buttons, (self.edit, self.move_wanted, self.send_now, self.cancel), strict=True
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, signal=signal: self._want(signal))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.resize(_SIZE if parent is None else _SIZE.boundedTo(parent.size() - _AROUND))
        self.table.selectionModel().currentRowChanged.connect(self._show_selected)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._model.modelReset.connect(self._select)
        runner.changed.connect(self.refresh)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self.refresh)
        self._ticks.start()
        self._wanted = 0
        self.refresh()

    def selected(self) -> Plan | None:
        """The plan of the selected row."""
        return self._model.plan(self.table.currentIndex().row())

    def select(self, plan_id: int) -> None:
        """Selects a plan."""
        self._wanted = plan_id
        self._select()

    def refresh(self) -> None:
        """Lists what is planned now."""
        selected = self.selected()
        if selected is not None:
            self._wanted = selected.id
        self._model.show_plans(self._runner.plans, self._runner.clock.now())
        has_any = self._model.rowCount() > 0
        self.table.share_width()
        self._stack.setCurrentWidget(self._filled if has_any else self._empty)
        self._show_selected()

    def _lay_out(self) -> None:
        self._filled = QWidget(self)
        inside = QVBoxLayout(self._filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.says)
        self._empty = EmptyState(
            "inbox",
            self.tr("Nothing is planned"),
            self.tr("Write a message, choose who gets it, and press the arrow beside Send: “Later…” asks when."),
            self,
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self._empty)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._stack, 1)
        column.addLayout(buttons)

    def _select(self) -> None:
        row = max(0, self._model.row_of(self._wanted))
        if self._model.rowCount():
            self.table.selectRow(row)
        self._show_selected()

    def _show_selected(self) -> None:
        plan = self.selected()
        for button in self._buttons:
            button.setEnabled(plan is not None)
        if plan is None:
            self.says.setText("")
            return
        is_damaged = plan.ask is not None and plan.ask.code is AskCode.DAMAGED
        for button in self._buttons[:-1]:
            button.setEnabled(not is_damaged)
        words = later_words.not_sent_words(plan)
        self.says.setProperty("role", "warning" if words else "help")
        restyle(self.says)
        self.says.setText(words or later_words.full_words(plan.when, self._runner.clock.now()))

    def _want(self, signal: object) -> None:
        plan = self.selected()
        if plan is not None:
            signal.emit(plan)  # type: ignore[attr-defined]

    def _open_menu(self, place: QPoint) -> None:
        if self.selected() is not None:
            open_menu(self._buttons, self.table.viewport().mapToGlobal(place), self)
