"""One campaign: its name and state, and its steps below each other, of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns.check_view import CheckView
from scoro_desktop.ui.campaigns.recipients_view import RecipientsView
from scoro_desktop.ui.campaigns.running_view import RunningView
from scoro_desktop.ui.campaigns.step import Step
from scoro_desktop.ui.kit.eliding_label import ElidingLabel
from scoro_desktop.ui.kit.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

RECIPIENTS, CHECK, RUNNING = range(3)


class CampaignView(QWidget):
    """`left`: the list of campaigns is wanted. `discard_wanted`: what is prepared is to be given up."""

    left = Signal()
    discard_wanted = Signal()

    def __init__(
        self,
        storage: AsyncStorage,
        countries: Sequence[tuple[str, str]],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.back = QPushButton(self.tr("‹ All campaigns"), self)
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self.left)
        self._name = ElidingLabel(self)
        self._name.setProperty("role", "heading")
        self._account = QLabel(self)
        self._account.setProperty("role", "muted")
        self._account.setTextFormat(Qt.TextFormat.PlainText)
        self._state = QLabel(self)
        self._state.setProperty("role", "label")
        self.discard = QPushButton(self.tr("Discard…"), self)
        self.discard.setProperty("role", "link")
        self.discard.setToolTip(self.tr("Gives this campaign up. Nothing of it was sent."))
        self.discard.clicked.connect(self.discard_wanted)
        self.notice = NoticeBar(self)
        self.recipients = RecipientsView(countries, colours, self)
        self.check = CheckView(storage, colours, self)
        self.running = RunningView(storage, colours, self)
        self.steps = [
            Step(1, self.tr("Recipients"), self.recipients, colours, self),
            Step(2, self.tr("Checking"), self.check, colours, self),
            Step(3, self.tr("Running"), self.running, colours, self),
        ]
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._name, 1)
        row.addWidget(self._account)
        row.addWidget(self._state)
        row.addWidget(self.discard)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        for step in self.steps:
            self._column.addWidget(step)
        self.open = RECIPIENTS
        self._column.addWidget(self.notice)

    def show_head(self, name: str, account: str, state: str, colour: str, *, can_be_discarded: bool) -> None:
        """Shows which campaign it is, through which account it goes, and its state in a word and a colour."""
        self._account.setText(account)
        self._name.show_text(name)
        self._state.setText(state)
        palette = QPalette(self._state.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self._state.setPalette(palette)
        self.discard.setVisible(can_be_discarded)

    def show_steps(self, opened: int, lines: Sequence[tuple[str, str]], *, has_ended: bool = False) -> None:
        """Opens a step and closes the others. `lines`: what stands beside each title, and the words of its button.

        `has_ended`: the last one is done as well.
        """
        self.open = opened
        for at, (step, (said, button)) in enumerate(zip(self.steps, lines, strict=True)):
            step.show_state(
                is_open=at == opened, is_done=at < opened or (has_ended and at == RUNNING), said=said, button=button
            )
            self._column.setStretchFactor(step, int(at == opened))

    def go_to_start(self) -> None:
        """Puts the keyboard where work on the open step begins."""
        match self.open:
            case 0:
                start: QWidget = self.recipients.start()
            case 1:
                start = self.check.first()
            case _:
                start = self.running.first()
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def state_text(self) -> str:
        """Returns the word of its state."""
        return self._state.text()

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        for step in self.steps:
            step.set_colours(colours)
        self.recipients.set_colours(colours)
        self.check.set_colours(colours)
        self.running.set_colours(colours)
