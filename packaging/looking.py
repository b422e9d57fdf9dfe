"""The common parts of the views of the window: how one is named, found and seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

View = tuple[str, QWidget, Callable[[], object]]
"""A name, the widget to be photographed, and what puts it away again."""

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)
WAIT_TURNS = 400


def nothing() -> None:
    """Puts nothing away."""


def settle(milliseconds: int = 250) -> None:
    """Lets the window draw itself."""
    turn(milliseconds)


def turn(milliseconds: int) -> None:
    """Lets the app run. Not `settle`, which the tests make short: what is waited for takes its time all the same."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(reached: Callable[[], bool], what: str) -> None:
    """Lets the app run until something is so. Raises RuntimeError, naming it, where it never is."""
    for _ in range(WAIT_TURNS):
        if reached():
            return
        turn(50)
    raise RuntimeError(what)


@contextmanager
def opened(kind: type[D]) -> Iterator[list[D]]:
    """Lists dialogs of a kind that would hold up whoever asks: they open instead, and are not answered."""
    found: list[D] = []

    def show(dialog: D) -> int:
        found.append(dialog)
        dialog.deleteLater = lambda: None  # type: ignore[method-assign]  # by whoever asked
        QDialog.open(dialog)
        return 0

    before = kind.exec
    kind.exec = show  # type: ignore[method-assign,assignment]
    try:
        yield found
    finally:
        kind.exec = before  # type: ignore[method-assign]


def seen(kind: type[W]) -> W:
    """The widget of a kind that can be seen, once it can; the one that was made last where there are several."""

    def found() -> list[W]:
        return [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]

    until(lambda: bool(found()), kind.__name__)
    return found()[-1]


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
    pixmap.fill(widget.window().palette().window().color())  # some widgets are drawn on what is behind them
    painter = QPainter(pixmap)
    for each, at in ((widget, place), *((popup, popup.geometry()) for popup in over)):
        painter.drawPixmap(at.topLeft() - whole.topLeft(), each.grab())
    painter.end()
    return pixmap
