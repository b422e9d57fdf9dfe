"""The message as its readers will see it, for whoever is to confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scoro_desktop.ui.channels.message_parts import confirmed_parts
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.phone.phone_view import PhoneView

WIDTH: Final = 372
"""In pixels: a phone is hardly made smaller."""
LEAST_HEIGHT: Final = 96


class MessageShown(QScrollArea):
    """One phone below the other, of the platforms that the audience has and the message is for.

    They are drawn once the dialog stands. What no phone shows to its end stands below them as a text.
    """

    def __init__(self, draft: Draft, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._colours = colours
        self.phones: list[PhoneView] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the phones within take the keyboard
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The message"))
        self._page = QWidget(self.viewport())
        self._page.setProperty("role", "page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.setWidget(self._page)
        soon(self, self.draw, 1)  # not 0: that comes in one turn with what shows the dialog

    def sizeHint(self) -> QSize:
        """As wide as a phone."""
        return QSize(WIDTH, 2 * LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Enough for a title and the beginning of a body."""
        return QSize(WIDTH - 60, LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the phones as wide as there is room for, with the bar or without."""
        super().resizeEvent(event)
        self._fit()

    def draw(self) -> None:
        """Draws the phones, if they are not drawn yet."""
        message = self._draft.outgoing().message
        if self.phones or message is None:
            return
        from scoro_desktop.ui.phone.phone_view import PhoneView
        from scoro_desktop.ui.phone.scene import CutMark, Look

        view = VIEWS[self._draft.channel]
        query = self._draft.query()
        is_cut = False
        for of in view.phones() if view.phones_for is None else view.phones_for(message, query):
            phone = PhoneView(of.name, of.width, self._page)
            phone.show_scene((of.brief or of.drawing)(message), Look(self._phone_colours(), self._colours, self.font()))
            self.phones.append(phone)
            self._column.addWidget(phone, 0, Qt.AlignmentFlag.AlignLeft)
            is_cut = is_cut or any(isinstance(each, CutMark) for each in phone.scene.items)
        if is_cut or not self.phones:
            self._add_texts()
        self._column.addStretch()
        self._fit()

    def _add_texts(self) -> None:
        """Says the texts to their ends; one that several platforms show stands once."""
        texts: dict[str, list[str]] = {}
        for label, text in confirmed_parts(self._draft.outgoing()):
            texts.setdefault(text, []).append(label)
        for text, labels in texts.items():
            heading = wrapped(self._page, "muted")
            heading.setText(self.tr("In full ({where})").format(where=", ".join(labels)))
            whole = wrapped(self._page)
            whole.setText(text)
            self._column.addWidget(heading)
            self._column.addWidget(whole)

    def _phone_colours(self) -> Colours:
        if self._colours in {CONTRAST_LIGHT, CONTRAST_DARK}:
            return self._colours
        return DARK if self._colours.dark else LIGHT

    def _fit(self) -> None:
        """All phones are as wide as the narrowest, so that they stand in one column."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = max(1, min((self.width() - bar, *(each.sizeHint().width() for each in self.phones))))
        for phone in self.phones:
            phone.setFixedWidth(room)
            phone.set_room(room)
