"""Parts that share a place by a line that can be dragged; and two of which the lower gives way in little room."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

ENOUGH: Final = 480
"""In pixels: in a low window the lower part shrinks until the upper one has this height."""
LEAST: Final = 132
"""In pixels: what is left of the lower part then, a search field and a row of a table."""
_LINES: Final = 4
"""Lines of text: the least that is shown of the lower part where there is not even so much, a heading and a row."""


class Splitter(QSplitter):
    """A QSplitter that is not painted anew, with all that is in it, whenever the pointer enters or leaves it.

    The style has it do so because its handle looks otherwise beneath the pointer; the handle sees to that by itself.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Takes back what the style asked for when it was given first."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)

    def changeEvent(self, event: QEvent) -> None:
        """The same for another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)


class PrioritySplitter(Splitter):
    """Two parts above each other. The height is shared as the person left it, while the upper part has enough of it.

    The upper part is never cut: what it cannot do without is taken from the lower one, to the last pixel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._least = LEAST  # of the lower part
        self.settle = QTimer(self, singleShot=True, interval=0)
        """To be started when there is more in the upper part, which has its height once all is laid out."""
        self.settle.timeout.connect(self._keep_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new height."""
        super().resizeEvent(event)
        self.share()
        self.settle.start()

    def share(self) -> None:
        """Takes from the lower part what the upper one wants: to be called once the lower part is shown."""
        if self.count() == 2:
            self._keep_whole()
            upper, lower = self.sizes()
            given = min(ENOUGH - upper, lower - self._least)
            if upper and given > 0:
                self.setSizes([upper + given, lower - given])

    def _keep_whole(self) -> None:
        """Has the lower part ask for no more than the upper one leaves."""
        upper, lower = self.widget(0), self.widget(1)
        if upper is None or lower is None:
            return
        needed, width = 0, self.width()
        if (column := upper.layout()) is not None:
            for number in range(column.count()):  # lines that wrap need more than they ask for by themselves
                if (item := column.itemAt(number)) is not None:
                    needed += max(item.minimumSize().height(), item.heightForWidth(width))
        needed = min(max(upper.minimumSizeHint().height(), needed), self.height())
        left = self.height() - self.handleWidth() - needed
        self._least = least = min(LEAST, left) if left >= self.fontMetrics().lineSpacing() * _LINES else 1
        for part, height in ((upper, needed), (lower, least)):
            if height != part.minimumHeight():
                part.setMinimumHeight(height)
