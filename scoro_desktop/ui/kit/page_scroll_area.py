"""A scroll area for a page that is as wide as its place: forms, and the choice of an audience."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageScrollArea(QScrollArea):
    """Scrolls up and down only. It follows the keyboard within, and is no stop of its own, which would say nothing."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)


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
