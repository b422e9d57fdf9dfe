"""A scroll area for a page that is as wide as its place: forms, and the choice of an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.ui.kit.flush_column import Growing


class PageScrollArea(QScrollArea):
    """Scrolls up and down only. It follows the keyboard within, and is no stop of its own, which would say nothing."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)


class HeadScrollArea(PageScrollArea):
    """Stands above what takes the height that is left, as high as its page, and scrolls where a window is too low.

    Rows of buttons that flow on would else be given the height of one, and drawn over each other.
    """

    def __init__(self, page: Growing, least: int, parent: QWidget | None = None) -> None:
        """`least`: its height in pixels where there is no room for more."""
        super().__init__(page, parent)
        self._page, self._least = page, least
        page.setProperty("role", "page")
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)
        page.grew.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as the page is in this width, beside its scroll bar while there is one: else that would never go.

        A page in which nothing wraps has the same height in every width, and says so by none for this one.
        """
        whole = self._page.sizeHint()
        heights = [self._page.heightForWidth(width) for width in (self.width(), self.viewport().width())]
        return QSize(whole.width(), max(heights) if min(heights) >= 0 else whole.height())

    def minimumSizeHint(self) -> QSize:
        """Room for its beginning."""
        return QSize(self._page.minimumSizeHint().width(), min(self._least, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def show_whole(widget: QWidget, margin: int) -> None:
    """Scrolls what scrolls around a widget until all of it is seen, where there is room, and `margin` pixels more."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget, 0, margin)


def put_keyboard(target: QWidget, within: QWidget, *, from_the_top: bool = False) -> None:
    """Puts the keyboard on a widget and scrolls to it what scrolls in `within`.

    `from_the_top`: to the beginning of its page first, so that as much of what stands above it shows as can.
    """
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what was opened takes its place now
    for area in within.findChildren(QScrollArea):
        page = area.widget()
        if page is not None and page.isAncestorOf(target):
            if from_the_top:
                area.verticalScrollBar().setValue(0)
            area.ensureWidgetVisible(target, 16, 48)
