"""The export of what the history shows: asked for, followed, and stopped."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.recipients.writing import Form
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history_export import Rows, write_csv, write_json
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.words import disk_words, line_words, outcome_words, wording
from scoro_desktop.ui.words.wording import C_INT_MAX

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.storage.history import HistoryFilter, SendLine
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

_MILLIONTHS: Final = -6


class Exporting(QObject):
    """`said(str)`: what came of it, in words."""

    said = Signal(str)
    _told = Signal(int, int)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._storage = storage
        self._is_wanted = False
        self._dialog: ExportProgress | None = None
        self._told.connect(self._show_progress)

    def export(self, wanted: HistoryFilter) -> None:
        """Asks where and in which form, and writes what the filter lets through there."""
        if self._is_wanted:
            return
        chosen = self._ask()
        if chosen is not None:
            self._write(wanted, *chosen)

    def _ask(self) -> tuple[Path, Form | None] | None:
        """The file and its form, None for JSON."""
        forms: dict[str, Form | None] = {
            self.tr("CSV for Excel (*.csv)"): Form.EXCEL,
            self.tr("CSV for other programs (*.csv)"): Form.PLAIN,
            self.tr("JSON, with the requests (*.json)"): None,
        }
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export what is shown"), self.tr("history.csv"), ";;".join(forms)
        )
        if not name:
            return None
        form = forms.get(kind, Form.EXCEL)
        path = Path(name)
        if form is None and path.suffix.lower() == ".csv":
            path = path.with_suffix(".json")
        return path, form

    def _write(self, wanted: HistoryFilter, path: Path, form: Form | None) -> None:
        titles = self._titles()
        self._is_wanted = True

        def is_wanted() -> bool:
            return self._is_wanted

        def write(stores: Stores) -> int:
            rows = Rows(stores.history, wanted)
            told: Callable[[int], None] = lambda number: self._told.emit(number, rows.total)  # noqa: E731
            if form is None:
                return write_json(path, rows, wanted=is_wanted, told=told)
            return write_csv(path, rows, titles, _cells, form, wanted=is_wanted, told=told)

        self._dialog = ExportProgress(path, self._window)
        self._dialog.stopped.connect(self._stop)
        self._dialog.open()
        self._storage.apart(
            self, write, lambda rows: self._written(path, rows), lambda error: self._failed(path, error)
        )

    def _titles(self) -> list[str]:
        return [
            self.tr("Number"),
            self.tr("When"),
            self.tr("Channel"),
            self.tr("Environment"),
            self.tr("Account"),
            self.tr("Message"),
            self.tr("Collection"),
            self.tr("Audience"),
            self.tr("Counted before"),
            self.tr("Outcome"),
            self.tr("Sent"),
            self.tr("Error"),
            self.tr("Seconds"),
            self.tr("SMS parts of each"),
            self.tr("Cost"),
            self.tr("Currency"),
            self.tr("Trial"),
            self.tr("Pinned"),
            self.tr("Note"),
        ]

    def _show_progress(self, number: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(number, total)

    def _stop(self) -> None:
        self._is_wanted = False

    def _end(self) -> None:
        self._is_wanted = False
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None

    def _written(self, path: Path, rows: int) -> None:
        self._end()
        words = self.tr("%Ln row(s) saved in “{file}”.", "", min(rows, C_INT_MAX))
        self.said.emit(words.replace("{file}", path.name))

    def _failed(self, path: Path, error: Exception) -> None:
        self._end()
        if isinstance(error, NotWantedError):
            self.said.emit(self.tr("Stopped. “{file}” was not written.").format(file=path.name))
            return
        if isinstance(error, StorageError):
            why = disk_words.technical(error)
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
        else:
            raise error
        words = self.tr("“{file}” could not be written: {why}. What stood there is unchanged.")
        self.said.emit(words.format(file=path.name, why=why.rstrip(".")))


class ExportProgress(QDialog):
    """Says how far it is. `stopped`: the person wants no file."""

    stopped = Signal()

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        words = QLabel(self.tr("Writing “{file}”…").format(file=path.name), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Rows that are written"))
        help_text = QLabel(self.tr("Stopping leaves no file; what stood there stays."), self)
        help_text.setProperty("role", "help")
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.reject)
        self.rejected.connect(self.stopped)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for each in (words, self._bar, help_text):
            column.addWidget(each)
        column.addLayout(row)
        self.setMinimumWidth(360)

    def show_progress(self, number: int, total: int) -> None:
        """So many of the rows are written."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(number)

    def end(self) -> None:
        """Closes, since there is nothing left to be stopped."""
        self.rejected.disconnect(self.stopped)
        self.close()


def _cells(line: SendLine) -> list[str]:
    """A send as a row of a table: numbers and times as programs read them, the rest in words."""
    cost = "" if line.amount is None else f"{Decimal(line.amount).scaleb(_MILLIONTHS).normalize():f}"
    error = "" if line.count is not None else outcome_words.result_words(line)
    return [
        str(line.id),
        line.created_at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        channel_name(line.channel),
        line_words.environment_word(line.environment),
        wording.name_in_history(line.account_id, line.account_name),
        line.summary,
        line.collection,
        line_words.audience_words(line),
        _number(line.expected),
        outcome_words.outcome_word(line.outcome),
        _number(line.count),
        error,
        "" if line.took is None else f"{line.took:.3f}",
        _number(line.parts),
        cost,
        line.currency or "",
        _number(int(line.is_test)),
        _number(int(line.is_pinned)),
        line.note,
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
