"""Texts in a window that cannot be read whole: cut, shortened without a tool tip, or pushed out of it."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from scoro_desktop.ui.kit.check_box import WrappingCheckBox
from scoro_desktop.ui.kit.disclosure import Disclosure
from scoro_desktop.ui.kit.eliding_button import ElidingButton

_SHORTENS = (QComboBox, QLineEdit, Disclosure, ElidingButton)
"""These end with an ellipsis, or the line goes on, and a tool tip has the whole."""
_SLACK = 1
"""Pixels that a measured text may be wider than its place: it is rounded up."""


def clipped(root: QWidget) -> list[str]:
    """Lists what is cut in a window as it stands on the screen."""
    found = list(_cut(root))
    return [f"{type(widget).__name__} {words[:60]!r}: {why}" for widget, words, why in found]


def nested(root: QWidget) -> list[str]:
    """Lists what scrolls inside something else that scrolls; a text that is edited may, in its page."""
    found = []
    for area in root.findChildren(QAbstractScrollArea):
        around = area.parentWidget()
        while around is not None and around.window() is area.window() and _scrolls(area):
            if isinstance(around, QAbstractScrollArea) and _scrolls(around):
                found.append(
                    f"{type(area).__name__} {area.accessibleName()!r} scrolls inside a {type(around).__name__}"
                )
            around = around.parentWidget()
    return found


def _scrolls(area: QAbstractScrollArea) -> bool:
    is_text = isinstance(area, QPlainTextEdit | QTextEdit)
    return area.isVisible() and not is_text and area.verticalScrollBar().maximum() > 0


def _cut(root: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        words = _words(widget)
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            yield widget, type(widget.widget()).__name__, "scrolls sideways"
        shortens = isinstance(
            widget, QComboBox | QLineEdit | Disclosure | ElidingButton
        )  # with an ellipsis, or the line goes on
        if words and not (shortens and widget.toolTip()):
            if any(letter.isalnum() for letter in words) and (missing := _missing(widget)) > _SLACK:
                yield widget, words, f"{missing} pixels too narrow"
            if isinstance(widget, WrappingCheckBox) or (isinstance(widget, QLabel) and widget.wordWrap()):
                needed = widget.heightForWidth(widget.width())
                if needed > widget.height() + _SLACK:
                    yield widget, words, f"{needed - widget.height()} pixels too low"
        if words and (hidden := _hidden(root, widget)):
            yield widget, words, hidden
        if isinstance(widget, QTabBar):
            yield from _tabs(widget)
        if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
            yield from _headings(widget)


def _words(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return str(widget.text()).strip()
        case QComboBox():
            return widget.currentText().strip()
        case QLineEdit():
            return "" if widget.text() else widget.placeholderText()
        case _:
            return ""


def _missing(widget: QWidget) -> int:
    """The pixels by which a text of one line is wider than its place."""
    match widget:
        case QLabel() if not widget.wordWrap():
            return widget.sizeHint().width() - widget.width()
        case WrappingCheckBox():
            return 0  # its words go on below
        case QAbstractButton():
            return widget.sizeHint().width() - widget.width()
        case QComboBox() if not widget.isEditable():
            return widget.fontMetrics().horizontalAdvance(widget.currentText()) + 30 - widget.width()
        case QLineEdit():
            margins = widget.textMargins()
            room = widget.width() - margins.left() - margins.right() - 18
            return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) - room
        case _:
            return 0


def _hidden(root: QWidget, widget: QWidget) -> str:
    """Tells how much of a widget lies outside the window, or outside what holds it and cannot be scrolled."""
    whole = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not root:
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and around is area.viewport():
            return ""  # what is below is scrolled to; what is beside is told of the area itself
        within = QRect(around.mapTo(root, around.rect().topLeft()), around.size())
        if not within.adjusted(-2, -2, 2, 2).contains(whole):
            return f"lies outside {type(around).__name__}: {whole.getRect()} in {within.getRect()}"
        around = around.parentWidget()
    return "" if root.rect().adjusted(-2, -2, 2, 2).contains(whole) else f"lies outside the window: {whole.getRect()}"


def _tabs(bar: QTabBar) -> Iterator[tuple[QWidget, str, str]]:
    for tab in range(bar.count()):
        words = bar.tabText(tab).replace("&", "")
        missing = bar.fontMetrics().horizontalAdvance(words) + 8 - bar.tabRect(tab).width()
        if missing > _SLACK and not bar.tabToolTip(tab):
            yield bar, words, f"{missing} pixels too narrow"
    if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width() + _SLACK:
        yield bar, bar.tabText(bar.count() - 1), "is scrolled out of the bar"


def _headings(header: QHeaderView) -> Iterator[tuple[QWidget, str, str]]:
    for column in range(header.count()):
        words = str(header.model().headerData(column, Qt.Orientation.Horizontal))
        missing = header.fontMetrics().horizontalAdvance(words) + 8 - header.sectionSize(column)
        told = header.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if not header.isSectionHidden(column) and missing > _SLACK and not told:
            yield header, words, f"{missing} pixels too narrow"
