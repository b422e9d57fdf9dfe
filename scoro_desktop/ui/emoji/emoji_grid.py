"""The grid in which emoji are shown: only what is in sight is drawn, so that it opens at once."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from scoro_desktop.ui.emoji.emoji_model import COLUMNS, EmojiModel

CELL: Final = 36
EMOJI_PX: Final = 20
HEADING_PX: Final = 12


class EmojiDelegate(QStyledItemDelegate):
    """Draws an emoji in the middle of its cell, and a heading along its row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell with the keyboard is framed, in the colours of the view."""
        text = index.data()
        if not isinstance(text, str):
            return
        view = option.widget
        palette: QPalette = view.palette()
        rect: QRect = option.rect
        painter.save()
        font = QFont(view.font())
        heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        font.setPixelSize(HEADING_PX if heading else EMOJI_PX)
        painter.setFont(font)
        if heading:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            rect = rect.adjusted(8, 0, -8, -4)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)
        else:
            if isinstance(view, QTableView) and view.currentIndex() == index:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
                painter.setPen(QPen(QColor(palette.color(QPalette.ColorRole.Accent)), 2))
                painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


class EmojiGrid(QTableView):
    """`picked(str)`: an emoji was clicked, or Enter was pressed on it. `typed(QKeyEvent)`: meant for the search."""

    picked = Signal(str)
    typed = Signal(QKeyEvent)

    def __init__(self, model: EmojiModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setItemDelegate(EmojiDelegate(self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Emoji"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setDefaultSectionSize(CELL)
        self.setFixedWidth(CELL * COLUMNS + 14)
        self.setMouseTracking(True)
        self.entered.connect(self._hovered)
        self.clicked.connect(self._pick)
        model.modelReset.connect(self._lay_out)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, Enter picks, letters go on searching."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self.currentIndex())
        elif (event.text().isprintable() and event.text().strip()) or event.key() == Qt.Key.Key_Backspace:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def go_to(self, heading: str) -> None:
        """Scrolls to a heading and stands on the first emoji under it."""
        row = self._model.headings.get(heading)
        if row is not None:
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.setCurrentIndex(self._model.index(row + 1, 0))
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _lay_out(self) -> None:
        self.clearSpans()
        for row in self._model.headings.values():
            self.setSpan(row, 0, 1, COLUMNS)
        self.setCurrentIndex(self._model.first())
        self.scrollToTop()

    def _hovered(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.setCurrentIndex(index)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.picked.emit(str(index.data()))
