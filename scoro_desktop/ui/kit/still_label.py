"""Places for labels and buttons whose words change often: the window is laid out anew only where they need room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget


class _Place(QWidget):
    """Holds a widget in the place of itself in a layout, as large as the place is."""

    def __init__(self, held: QWidget, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._held = held
        held.setParent(self)
        self._wanted = QSize()  # that its place was asked for

    def settle(self) -> None:
        """Asks for other room if what it holds wants it: to be called whenever that was given words or a look."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style may take other room."""
        super().changeEvent(event)
        self._wanted = QSize()
        self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        """It has its style now."""
        super().showEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes what it holds as large as its place."""
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())


class StillLabel(_Place):
    """Holds a label in the place of itself in a layout.

    A label in a layout has all layouts around it done again with each other word, and the window painted for it, though
    nothing moves. Here that happens only where the label wants another width, or more height than it has. One whose
    words wrap, or whose width is ignored, takes what width there is.
    """

    def __init__(self, label: QLabel, parent: QWidget | None = None, lines: int = 1) -> None:
        """`lines`: of words that wrap, for which there is always room."""
        super().__init__(label, parent)
        self._label = label
        self.lines = lines
        policy = label.sizePolicy()
        self._takes_any_width = label.wordWrap() or policy.horizontalPolicy() is QSizePolicy.Policy.Ignored
        policy.setHeightForWidth(label.wordWrap())
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As the label's."""
        return self._label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As the label's."""
        return self._label.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """As the label's, or its lines."""
        lines = self._label.fontMetrics().lineSpacing() * self.lines + 2 if self.lines > 1 else 0
        return max(self._label.heightForWidth(width), lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for another height where its words need other lines in another width."""
        super().resizeEvent(event)
        if self._label.wordWrap() and self.width() != event.oldSize().width():
            self.settle()

    def hasHeightForWidth(self) -> bool:
        """Tells whether its words wrap."""
        return self._label.wordWrap()

    def settle(self) -> None:
        """Asks for other room if the label wants it: to be called whenever the label was given words or a look."""
        before = self._wanted
        if self._label.wordWrap():
            self._wanted = QSize(0, self.heightForWidth(self.width()))
            self.setMinimumHeight(self._wanted.height())  # whatever else has to give way: its words are never cut
        elif self._takes_any_width:
            self._wanted = QSize(0, self._label.sizeHint().height())
        else:
            self._wanted = self._label.sizeHint()
        if self._wanted != before:
            self.updateGeometry()


class StillButton(_Place):
    """Holds a button in the place of itself in a layout; it has the width of the longest words that it had so far."""

    def __init__(self, button: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(button, parent)
        self._button = button
        self.setSizePolicy(button.sizePolicy())

    def sizeHint(self) -> QSize:
        """Room for the longest words."""
        return self._button.sizeHint().expandedTo(self._wanted)

    def minimumSizeHint(self) -> QSize:
        """As large: words on a button are never cut."""
        return self.sizeHint()

    def settle(self) -> None:
        """Asks for more room if the button wants it: to be called whenever it was given words."""
        wanted = self.sizeHint()
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()
