"""The line that asks about what was planned and not sent; it stays until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from scoro_desktop.storage.planned_types import AskCode, Plan
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.words import later_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

MOST_BESIDE: Final = 0.4
"""The part of the line that the answers may take beside the words. Ours: the words have two lines then, not five."""


class LaterBar(NoticeBar):
    """Asks about the first of what waits. `send_now`, `move_wanted` and `cancel` (Plan) are its answers; `all_wanted`:
    a person wants to see every one.
    """

    send_now = Signal(object)
    move_wanted = Signal(object)
    cancel = Signal(object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._closed: set[int] = set()  # what was closed without an answer: the list has it
        self.send_button = self._link(self.tr("Send now…"), self.send_now)
        self.move_button = self._link(self.tr("Another time…"), self.move_wanted)
        self.cancel_button = self._link(self.tr("Cancel it"), self.cancel)
        self._acts = QWidget(self)
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in (self.send_button, self.move_button, self.cancel_button, self.action):
            row.addWidget(button)
        self._is_below = False
        self.add_widget(self._acts)
        self.colour("warning")
        self.dismiss.clicked.connect(self._close_one)

    def ask(self, plans: Sequence[Plan]) -> None:
        """Asks about these, the first of them first; about none, it is hidden."""
        open_ones = [each for each in plans if each.id not in self._closed]
        self._closed &= {each.id for each in plans}
        before, self._plan = self._plan, open_ones[0] if open_ones else None
        if self._plan is None:
            self.hide()
            return
        words = later_words.not_sent_words(self._plan)
        if others := len(plans) - 1:
            words = self.tr("{words} (And %Ln more.)", "", others).format(words=words)
        is_campaign = self._plan.campaign_id is not None
        self.send_button.setText(self.tr("Open the campaign") if is_campaign else self.tr("Send now…"))
        is_damaged = self._plan.ask is not None and self._plan.ask.code is AskCode.DAMAGED
        self.send_button.setVisible(not is_damaged)
        self.move_button.setVisible(not is_damaged)
        self.offer(words, self.tr("Show the plan"), self._show_all)
        self._arrange()
        if before is None or before.id != self._plan.id:
            announce(self, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the answers below the words where they would leave these too little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_below = self._acts.sizeHint().width() > self.width() * MOST_BESIDE
        if is_below != self._is_below:
            self._is_below = is_below
            (self.add_below if is_below else self.add_widget)(self._acts)

    def _link(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "link")
        button.clicked.connect(lambda: self._answer(signal))
        return button

    def _answer(self, signal: object) -> None:
        if self._plan is not None:
            signal.emit(self._plan)  # type: ignore[attr-defined]

    def _show_all(self) -> None:
        self.show()  # it stays until it is answered
        self.all_wanted.emit()

    def _close_one(self) -> None:
        if self._plan is not None:
            self._closed.add(self._plan.id)
        self._plan = None
