"""Lists to choose from that a turn of the wheel cannot change: it scrolls the page, as it does beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QWheelEvent

_NARROWEST: Final = 64
_FRAME: Final = 10
_ARROW: Final = 64
"""More than what stands beside the words, in pixels."""
_WIDEST_LIST: Final = 420
_MOST_LINES: Final = 16
"""All operators of a condition, without scrolling."""


class NoWheelComboBox(QComboBox):
    """A list to choose from, as wide as any.

    On Linux Qt tells a screen reader what is chosen in the place of the name, and leaves the name to a label beside it
    (QAccessibleComboBox::text, "on Linux we use relations for this"). Where no label is seen, a hidden one has it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken: QLabel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, name: str) -> None:
        """Says the name to a screen reader on every system."""
        super().setAccessibleName(name)
        if name and self._spoken is None and not self._is_labelled():
            self._spoken = QLabel(self.parentWidget())
            self._spoken.hide()
            self._spoken.setTextFormat(Qt.TextFormat.PlainText)
            self._spoken.setBuddy(self)
        if self._spoken is not None:
            self._spoken.setText(name.replace("&", "&&"))

    def changeEvent(self, event: QEvent) -> None:
        """Takes its name along to another parent, where Qt looks for it, unless a label is there."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ParentChange and self._spoken is not None:
            if self._is_labelled():
                self._spoken.deleteLater()
                self._spoken = None
            else:
                self._spoken.setParent(self.parentWidget())

    def sizeHint(self) -> QSize:
        """Room for the words to the last letter, which Qt's own hint is a little short of under a style sheet."""
        return super().sizeHint() + QSize(_FRAME, 0)

    def _is_labelled(self) -> bool:
        around = self.parentWidget()
        beside = (
            [] if around is None else around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        )
        return any(each.buddy() is self and each is not self._spoken for each in beside)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what is scrolled."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leaves the menu to whatever it stands in, unless there is a text to edit: Qt would take it for nothing."""
        if self.isEditable():
            super().contextMenuEvent(event)
        else:
            event.ignore()


class ElidingComboBox(NoWheelComboBox):
    """A list to choose from that gives way to its neighbours: it may be narrower than its longest words.

    It takes what room there is, or with `as_wide_as_words` no more than its longest words need.
    """

    def __init__(self, parent: QWidget | None = None, *, as_wide_as_words: bool = False) -> None:
        super().__init__(parent)
        self._is_as_wide_as_words = as_wide_as_words
        self._told = ""  # by the tool tip, of words that are shortened
        self.setMaxVisibleItems(_MOST_LINES)
        if as_wide_as_words:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        else:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(4)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a word's beginning."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends words that do not fit with an ellipsis, where Qt would cut through a letter."""
        width = self.width()
        fits = self.fontMetrics().horizontalAdvance(self.currentText()) + _ARROW <= width
        fits = fits or (self._is_as_wide_as_words and self.sizeHint().width() <= width)
        if fits or self.isEditable() or self.currentIndex() < 0:
            if self._told:
                self._tell_whole("")
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter  # slow to load: hundreds of names

        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = self.currentText()
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        shortened = whole if option.currentText != whole else ""
        if shortened != self._told:
            self._tell_whole(shortened)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _tell_whole(self, words: str) -> None:
        """Shows the whole words of one that is shortened as its tool tip, unless it has another."""
        if self.toolTip() == tip(self._told):
            self._told = words
            self.setToolTip(tip(words))

    def showPopup(self) -> None:
        """Opens the list, as wide as its longest words however narrow the box."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + 32, _WIDEST_LIST))
        super().showPopup()
