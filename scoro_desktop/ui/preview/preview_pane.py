"""The column that shows a message before it is sent: on each phone, and as the request that leaves."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.channels.entry import Message
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.phone.phone import Phone
from scoro_desktop.ui.phone.phone_view import PhoneArea, PhoneView
from scoro_desktop.ui.phone.scene import Look
from scoro_desktop.ui.preview.request_preview import RequestPreview
from scoro_desktop.ui.preview.size_meter import SizeMeter

_NOTHING: Final = len("{}")
"""The bytes of a section with nothing in it, of which nobody need be told."""


class PreviewPane(QWidget):
    """One page for each phone and one for the request; beneath, how much of each platform's limit it takes.

    `came_into_view`: it was hidden, and what it shows may be old. `jump`: to the path of a section that is too big.
    """

    came_into_view = Signal()
    jump = Signal(tuple)

    def __init__(self, channel: Channel, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._colours = colours
        self._dark: bool | None = None
        self._message: Message | None = None
        self.pages = QTabBar(self)
        self.pages.setAccessibleName(self.tr("Preview"))
        self.pages.setDrawBase(False)
        self.pages.setExpanding(False)
        self.pages.setUsesScrollButtons(False)
        self.pages.setElideMode(Qt.TextElideMode.ElideRight)
        self.dark = QToolButton(self)
        self.dark.setProperty("role", "quiet")
        self.dark.setCheckable(True)
        self.dark.setToolTip(self.tr("Show the phone in dark colours"))
        self.dark.setAccessibleName(self.tr("Dark phone"))
        self.dark.clicked.connect(self._dark_clicked)
        self._stack = Stack(self)
        self.phones: dict[str, PhoneView] = {}
        self._meters: dict[str, SizeMeter] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 12, 4)
        row.addWidget(self.pages, 1)
        row.addWidget(self.dark)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._drawn = {each.key: each for each in VIEWS[channel].phones()}
        for phone in self._drawn.values():
            self._add_phone(phone)
        if any(each.payload is not None for each in self._drawn.values()):
            column.addLayout(self._make_meters())
        self.request = RequestPreview(self)
        self.curl = self.request.curl
        self._add_page(self.tr("Request"), self.request)
        self.pages.currentChanged.connect(self._page_chosen)
        self._page_chosen(0)
        self.set_colours(colours)

    def show_request(self, account: Account | None, draft: Draft, *, has_session: bool) -> None:
        """Shows a draft on each page, as it would leave for `account`."""
        self.request.show_request(account, draft, has_session=has_session)
        message = draft.outgoing().message
        if message is not self._message:
            self._message = message
            self._show_message()

    def text(self) -> str:
        """The request as JSON, keys masked."""
        return self.request.text()

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme. The phone follows it until a person has chosen its colours."""
        self._colours = colours
        self.dark.setIcon(_half_moon(colours.text))
        self.dark.setChecked(self._phone_is_dark())
        for meter in self._meters.values():
            meter.set_colours(colours)
        self._show_phone()

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for what is to be shown."""
        super().showEvent(event)
        self.came_into_view.emit()

    def _add_phone(self, of: Phone) -> None:
        phone = PhoneView(of.name, of.width, self)
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(12, 4, 12, 8)
        inner.addWidget(PhoneArea(phone, page))
        self.phones[of.key] = phone
        self._add_page(of.label, page)

    def _add_page(self, label: str, page: QWidget) -> None:
        self._stack.addWidget(page)
        self.pages.addTab(label)

    def _make_meters(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(4)
        for key, phone in self._drawn.items():
            if (payload := phone.payload) is None:
                continue
            meter = SizeMeter(payload.platform, payload.limit, self._colours, self)
            meter.wanted.connect(lambda path=payload.path: self.jump.emit(path))
            meter.stand_below(tuple(self._meters.values()))
            self._meters[key] = meter
            column.addWidget(meter)
        return column

    def _page_chosen(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.dark.setVisible(index < len(self.phones))
        self._show_phone()

    def _phone_is_dark(self) -> bool:
        return self._colours.dark if self._dark is None else self._dark

    def _dark_clicked(self, dark: bool) -> None:
        self._dark = dark
        self._show_phone()

    def _show_message(self) -> None:
        for key, phone in self._drawn.items():
            if phone.payload is not None:
                size = phone.payload.size(self._message)
                self._meters[key].show_size(size)
                self._meters[key].setVisible(size is None or size > _NOTHING)
        self._show_phone()

    def _show_phone(self) -> None:
        """Draws the one phone that is in front."""
        contrast = self._colours in {CONTRAST_LIGHT, CONTRAST_DARK}
        light, dark = (CONTRAST_LIGHT, CONTRAST_DARK) if contrast else (LIGHT, DARK)
        phone = dark if (self._colours.dark if self._dark is None else self._dark) else light
        look = Look(phone, self._colours, self.font())
        for key in list(self.phones)[self._stack.currentIndex() :][:1]:
            self.phones[key].show_scene(self._drawn[key].drawing(self._message), look)


def _half_moon(colour: str) -> QIcon:
    """A disc, half of it filled."""
    icon = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(16 * scale, 16 * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.setPen(QColor(colour))
        disc = QRectF(2.5, 2.5, 11, 11)
        painter.drawEllipse(disc)
        half = QPainterPath(disc.center())
        half.arcTo(disc, -90, 180)
        painter.fillPath(half, QColor(colour))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap)
    return icon
