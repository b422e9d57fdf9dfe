"""The message as one person of the list will see it, on the phones of the channel, with ways to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.phone.phone_view import PhoneArea, PhoneView
from scoro_desktop.ui.phone.scene import Look

if TYPE_CHECKING:
    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.messages.channels.entry import Message
    from scoro_desktop.ui.kit.appearance import Colours


class RowPreview(QWidget):
    """`step(int)`: the row before (-1) or after (1) is to be shown; `longest`, `shortest`: that text is.

    `trial_wanted`: what is shown is to be sent to whoever gets trials; `trials_wanted`: several are.
    """

    step = Signal(int)
    longest = Signal()
    shortest = Signal()
    trial_wanted = Signal()
    trials_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._message: Message | None = None
        self._channel: Channel | None = None
        self._pages = QTabBar(self)
        self._pages.setAccessibleName(self.tr("Phone"))
        self._pages.setDrawBase(False)
        self._pages.setExpanding(False)
        self._stack = Stack(self)
        self._phones: list[PhoneView] = []
        self._areas: list[PhoneArea] = []
        self._pages.currentChanged.connect(self._turned)
        self.before = self._arrow(self.tr("Previous row"))
        self.after = self._arrow(self.tr("Next row"))
        self.before.clicked.connect(lambda: self.step.emit(-1))
        self.after.clicked.connect(lambda: self.step.emit(1))
        self._who = QLabel(self)
        self._who.setProperty("role", "label")
        self.to_longest = self._link(self.tr("Longest"), self.longest)
        self.to_shortest = self._link(self.tr("Shortest"), self.shortest)
        self.trial = self._link(self.tr("Send this one as a trial…"), self.trial_wanted)
        self.trial.setToolTip(self.tr("Sends this text to whoever gets trials, and to nobody of the list"))
        self.trials = self._link(self.tr("Send three samples…"), self.trials_wanted)
        self.trials.setToolTip(
            self.tr(
                "Sends the shortest text, a typical one and the longest to whoever gets trials, with one question; two "
                "or three selected rows take their place"
            )
        )
        self._note = wrapped(self, "problem")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.before)
        row.addWidget(self._who, 1)
        row.addWidget(self.after)
        extremes = QHBoxLayout()
        extremes.setSpacing(8)
        extremes.addWidget(self.to_shortest)
        extremes.addWidget(self.to_longest)
        extremes.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(extremes)
        for each in (self.trial, self.trials):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note)
        column.addWidget(self._pages)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # words come first
        column.addWidget(self._stack, 1)
        self.set_colours(colours)
        self.show_nothing("")

    def show_message(self, channel: Channel, message: Message | None, who: str, note: str = "") -> None:
        """Shows the message of one person. `who`: which row it is; `note`: what is wrong with it."""
        self._use(channel)
        self._message = message
        self._who.setText(who)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._stack.setVisible(message is not None)
        self.trial.setVisible(message is not None)
        self.trials.setVisible(message is not None)
        self._draw()

    def show_nothing(self, who: str) -> None:
        """Shows that there is no row."""
        self._message = None
        self._who.setText(who)
        for each in (self._note, self._stack, self.trial, self.trials):
            each.hide()

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._colours = colours
        self.before.setIcon(assets.icon("arrow-left", colours.text))
        self.after.setIcon(assets.icon("arrow-right", colours.text))
        self._draw()

    def _arrow(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _link(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "link")
        button.clicked.connect(signal)
        return button

    def _use(self, channel: Channel) -> None:
        if channel is self._channel:
            return
        self._channel = channel
        while self._pages.count():
            self._pages.removeTab(0)
        for area in self._areas:
            self._stack.removeWidget(area)
            area.deleteLater()
        self._phones.clear()
        self._areas.clear()
        for of in VIEWS[channel].phones():
            phone = PhoneView(of.name, of.width, self)
            area = PhoneArea(phone, self)
            self._phones.append(phone)
            self._areas.append(area)
            self._stack.addWidget(area)
            self._pages.addTab(of.label)
        self._pages.setVisible(self._pages.count() > 1)

    def _turned(self, at: int) -> None:
        if 0 <= at < len(self._areas):
            self._stack.setCurrentWidget(self._areas[at])
        self._draw()

    def _draw(self) -> None:
        at = self._pages.currentIndex()
        if self._channel is None or not 0 <= at < len(self._phones) or self._message is None:
            return
        contrast = self._colours in {CONTRAST_LIGHT, CONTRAST_DARK}
        light, dark = (CONTRAST_LIGHT, CONTRAST_DARK) if contrast else (LIGHT, DARK)
        look = Look(dark if self._colours.dark else light, self._colours, self.font())
        of = VIEWS[self._channel].phones()[at]
        self._phones[at].show_scene(of.drawing(self._message), look)
