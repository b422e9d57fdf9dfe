"""A table of up to a hundred of those who are about to be reached."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.audience.schema import Field
from scoro_desktop.scorocode import lookups
from scoro_desktop.scorocode.bson_values import Partial
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.audience.known_fields import MakeClient
from scoro_desktop.ui.audience.sample_model import SampleModel
from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.words import wording
from scoro_desktop.wire import JsonObject

COLUMNS: Final = 8
"""The number of fields that are shown at first; the others are one click away."""


class SampleView(QDialog):
    """Asks for the documents as it opens. Passwords, tokens, rights and what `fields` calls secret are never shown."""

    def __init__(
        self,
        make_client: MakeClient,
        collection: str,
        query: JsonObject,
        background: Background,
        fields: Iterable[Field] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sample of the audience"))
        begin_with(self, 960, 520)
        self._ask = background.submit
        self._secret = {each.name for each in fields if each.is_secret}
        self._asked = [use.path for use in fields_used(query)]
        self._measured: set[int] = set()  # columns whose width is known
        self._job = find_with(make_client, collection, query)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.columns = QToolButton(self)
        self.columns.setText(self.tr("Columns"))
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.setMenu(QMenu(self.columns))
        self.columns.setEnabled(False)
        self.table = QTableView(self)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)  # it would break a long id at its first dash and leave the rest of the cell empty
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        above = QHBoxLayout()
        above.addWidget(self._words, 1)
        above.addWidget(self.columns)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self._words.setText(self.tr("Asking the server…"))
        self._ask(self._job, self._show, lambda _error: self._fail(""))

    def text(self) -> str:
        """Returns the text above the table."""
        return self._words.text()

    def _show(self, found: tuple[lookups.Document, ...] | Failure) -> None:
        if not isValid(self):
            return
        if isinstance(found, Failure):
            self._fail(wording.count_failure(found))
            return
        model = SampleModel(found, self._secret, self._asked)
        model.setParent(self)
        self.table.setModel(model)
        number = len(found)
        if not number:
            self._words.setText(self.tr("Nobody matches."))
        elif number < lookups.MOST:
            self._words.setText(self.tr("All %Ln that match, the newest first.", "", number))
        else:
            self._words.setText(self.tr("The newest %Ln that match. There may be more.", "", number))
        if partial := sum(isinstance(document, Partial) for document in found):
            self._words.setText(
                f"{self._words.text()} {self.tr('%Ln of them could be read only in part.', '', partial)}"
            )
        for section in range(len(model.fields)):
            action = QAction(model.title(section).replace("&", "&&"), self.columns, checkable=True)
            action.setChecked(section < COLUMNS)
            action.toggled.connect(lambda shown, section=section: self._show_column(section, shown))
            self.columns.menu().addAction(action)
            self.table.setColumnHidden(section, True)
        self.columns.setEnabled(bool(number))
        Gradual(self, self._columns(len(model.fields)))

    def _columns(self, fields: int) -> Iterator[None]:
        """Shows those of the beginning; Qt asks for each cell of a column to know its width."""
        for section in range(min(fields, COLUMNS)):
            self._show_column(section, True)
            yield

    def _show_column(self, section: int, shown: bool) -> None:
        self.table.setColumnHidden(section, not shown)
        if shown and section not in self._measured:
            self._measured.add(section)
            self.table.resizeColumnToContents(section)
            self.table.setColumnWidth(section, min(max(self.table.columnWidth(section), 80), 260))

    def _fail(self, why: str) -> None:
        if isValid(self):
            self._words.setText(self.tr("The recipients could not be shown. {why}").format(why=why))


def find_with(
    make_client: MakeClient, collection: str, query: JsonObject
) -> Callable[[], tuple[lookups.Document, ...] | Failure]:
    """A job that finds the documents on a connection of its own; it blocks."""

    def job() -> tuple[lookups.Document, ...] | Failure:
        client = make_client()
        try:
            return lookups.find(client, collection, here.worked_out(query))
        finally:
            client.close()

    return job
