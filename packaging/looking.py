"""The common parts of the views of the window: how one is named, found and seen."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

View = tuple[str, QWidget, Callable[[], object]]
"""A name, the widget to be photographed, and what puts it away again."""

W = TypeVar("W", bound=QWidget)


def nothing() -> None:
    """Puts nothing away."""


def settle(milliseconds: int = 250) -> None:
    """Lets the window draw itself."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(kind: type[W]) -> W:
    """The widget of a kind that can be seen; the one that was made last where there are several."""
    return [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()][-1]


def dropped(menu: QMenu | None, widget: QWidget) -> Callable[[], object]:
    """Opens a menu below a widget, as a click on it does; the value puts it away."""
    if menu is None:
        raise RuntimeError("there is no menu")
    menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))
    return menu.close


def picture(widget: QWidget) -> QPixmap:
    """A widget as it is seen, with the lists and menus that are open over it and beyond its edge."""
    place = QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
    over = [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not widget and each.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
    ]
    whole = place
    for popup in over:
        whole = whole.united(popup.geometry())
    pixmap = QPixmap(whole.size())
    pixmap.fill(Qt.GlobalColor.gray)
    painter = QPainter(pixmap)
    for each, at in ((widget, place), *((popup, popup.geometry()) for popup in over)):
        painter.drawPixmap(at.topLeft() - whole.topLeft(), each.grab())
    painter.end()
    return pixmap
