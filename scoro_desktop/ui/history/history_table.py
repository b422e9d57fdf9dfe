"""The view on the history: one line per send, columns that share the width there is."""

import sys
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFontInfo, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_filter import Column, Order
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.history import cell_words, history_model
from scoro_desktop.ui.history.history_model import HistoryModel
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.appearance import BODY_PX
from scoro_desktop.ui.kit.plain_cell import PlainCell
from scoro_desktop.ui.words.campaign_lines import state_word
from scoro_desktop.ui.words.outcome_words import outcome_word

_ROW_HEIGHT: Final = 30
_AROUND_LINE: Final = 14
"""Pixels above and below the words of a row, together."""
_CELL_PADDING: Final = 24
_SHARES: Final = {history_model.ACCOUNT: 0.22, history_model.AUDIENCE: 0.19, history_model.RESULT: 0.28}
"""Of the width that the columns of a known width leave; the message has the rest."""
LETTERS_OF_ACCOUNT: Final = 16
"""So many letters of an account and its environment are read in the narrowest column for it. Ours."""
_ROOM_FOR_ALL: Final = 1100
_ROOM_FOR_ACCOUNT: Final = 700
"""In pixels, with letters of `BODY_PX`. Where there is less, what took how long and went through which account stands
in the details only.
"""
_WIDEST_TIME: Final = QDateTime(QDate(2026, 12, 28), QTime(22, 58))


class HistoryTable(QTableView):
    """`opened` says that the selected send is to be shown whole: by a double click, or by Enter.

    `sort_wanted(Column)`: the heading of a column was pressed, where that can be done.
    """

    opened = Signal()
    sort_wanted = Signal(object)

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: tuple[tuple[object, ...], dict[int, int]] | None = None
        height = max(_ROW_HEIGHT, self.fontMetrics().lineSpacing() + _AROUND_LINE)
        plain_table.set_up(self, self.tr("What was sent, newest first"), row_height=height, chooses_several=True)
        self.setModel(model)
        briefly = {history_model.ACCOUNT: cell_words.brief_account}
        cell = PlainCell(model, self, bold={history_model.OUTCOME}, right={history_model.TOOK}, briefly=briefly)
        self.setItemDelegate(cell)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(history_model.MESSAGE, QHeaderView.ResizeMode.Stretch)
        columns.sectionClicked.connect(lambda number: self.sort_wanted.emit(list(Column)[number]))
        # Not `activated`: some desktops send it for a single click.
        self.doubleClicked.connect(lambda: self.opened.emit())

    def show_order(self, order: Order | None) -> None:
        """Marks the column that the rows are sorted by; None: they cannot be sorted."""
        columns = self.horizontalHeader()
        columns.setSectionsClickable(order is not None)
        columns.setSortIndicatorShown(order is not None)
        if order is not None:
            points_up = order.descending is not _grows_upwards()
            way = Qt.SortOrder.DescendingOrder if points_up else Qt.SortOrder.AscendingOrder
            columns.setSortIndicator(list(Column).index(order.column), way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens what is selected with Enter, on every system."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width anew."""
        super().resizeEvent(event)
        room = self.viewport().width() * BODY_PX / QFontInfo(self.font()).pixelSize()
        self.setColumnHidden(history_model.TOOK, room < _ROOM_FOR_ALL)
        self.setColumnHidden(history_model.ACCOUNT, room < _ROOM_FOR_ACCOUNT)
        fitting = self._fitting()
        rest = self.viewport().width() - sum(fitting.values())
        for column, width in fitting.items():
            self.setColumnWidth(column, width)
        for column, share in _SHARES.items():
            if not self.isColumnHidden(column):
                least = self._least_account() if column == history_model.ACCOUNT else self._of_heading(column)
                self.setColumnWidth(column, max(int(rest * share), least))

    def _least_account(self) -> int:
        """Returns the pixels in which the name of most accounts is read, with a short word for the environment."""
        return _CELL_PADDING + LETTERS_OF_ACCOUNT * self.fontMetrics().averageCharWidth()

    def _of_heading(self, column: int) -> int:
        """Returns the pixels in which the heading of a column is read to its end."""
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return _CELL_PADDING + self.fontMetrics().horizontalAdvance(words)

    def _fitting(self) -> dict[int, int]:
        """The same as `_fitting_widths`, measured once for a font, a language and the columns that are shown."""
        hidden = (self.isColumnHidden(history_model.TOOK), self.isColumnHidden(history_model.ACCOUNT))
        key = (self.font().key(), QLocale().name(), *hidden)
        if self._measured is None or self._measured[0] != key:
            self._measured = (key, self._fitting_widths())
        return self._measured[1]

    def _fitting_widths(self) -> dict[int, int]:
        """The columns whose texts are known, as wide as the longest of them."""
        plain = QFontMetrics(self.font())
        bold = QFontMetrics(history_model.semi_bold(self.font()))
        time = QLocale().toString(_WIDEST_TIME, QLocale.FormatType.ShortFormat)
        took = self.tr("{minutes} min {seconds} s").format(minutes=10, seconds=30)
        texts = {
            history_model.WHEN: plain.horizontalAdvance(time),
            history_model.CHANNEL: max(plain.horizontalAdvance(view.name()) for view in VIEWS.values()),
            history_model.OUTCOME: max(map(bold.horizontalAdvance, _outcomes())),
            history_model.TOOK: plain.horizontalAdvance(took),
        }
        headings = {
            column: plain.horizontalAdvance(str(self.model().headerData(column, Qt.Orientation.Horizontal)))
            for column in texts
        }
        return {
            column: _CELL_PADDING + max(width, headings[column])
            for column, width in texts.items()
            if not self.isColumnHidden(column)
        }


def _grows_upwards() -> bool:
    """Tells whether an arrow that points up means that the rows grow: in Windows and macOS.

    In GNOME and KDE it points down then, which is what Qt draws for an ascending order on every system.
    """
    return sys.platform in {"win32", "darwin"}


def _outcomes() -> list[str]:
    """Every word that the column of outcomes can show."""
    return [*map(outcome_word, Outcome), *map(state_word, ("running", "stopped"))]
