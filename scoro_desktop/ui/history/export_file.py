"""The way of many rows into a file: asked for, written apart from everything else, followed, and stopped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.recipients.writing import Form
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.kit import files_folder, questions
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.words import disk_words
from scoro_desktop.ui.words.wording import C_INT_MAX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoro_desktop.recipients.batches import Wanted
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

SHOWN_MS: Final = 10
"""The pause before rows are read, in which the dialog is painted: a thread that works would make it wait. Ours."""
Told: TypeAlias = "Callable[[int, int], None]"
"""Hears how many rows are written, and of how many."""
Job: TypeAlias = "Callable[[Stores, Wanted, Told], int]"
"""Writes the rows and gives how many they were; over a connection of its own, so that nothing else waits for it."""


def tables() -> dict[str, Form | None]:
    """Returns the kinds of tables as the dialog of the system lists them."""
    translate = QCoreApplication.translate
    return {
        translate("Exporting", "CSV for Excel (*.csv)"): Form.EXCEL,
        translate("Exporting", "CSV for other programs (*.csv)"): Form.PLAIN,
    }


class ExportFile(QObject):
    """One file at a time. `said(str)`: what came of it, in words."""

    said = Signal(str)
    _told = Signal(int, int)

    def __init__(self, storage: AsyncStorage, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._storage = storage
        self._run: object | None = None  # the file that is wanted now
        self._dialog: ExportProgress | None = None
        self._told.connect(self._show_progress)

    @property
    def is_busy(self) -> bool:
        """Tells whether a file is being written."""
        return self._run is not None

    def ask(self, title: str, name: str, forms: Mapping[str, Form | None]) -> tuple[Path, Form | None] | None:
        """Asks where and in which form, None for JSON; the name of the file ends as its form says. None for nowhere."""
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, files_folder.begin(name), ";;".join(forms))
        if not chosen:
            return None
        form = forms.get(kind, Form.EXCEL)
        path = Path(chosen)
        files_folder.keep(path)
        if form is None and path.suffix.lower() == ".csv":
            path = path.with_suffix(".json")
            if path.exists() and not questions.replace_file(self._window, path.name):  # it was not asked about
                return None
        return path, form

    def write(self, path: Path, job: Job) -> None:
        """Has the rows written, says how far that is, and what came of it."""
        run = self._run = object()
        dialog = self._dialog = ExportProgress(path, self._window)
        dialog.stopped.connect(self.stop)

        def begin() -> None:
            self._storage.apart(
                self,
                lambda stores: job(stores, lambda: self._run is run, self._told.emit),
                lambda rows: self._written(run, path, rows),
                lambda error: self._failed(run, path, error),
            )

        def show() -> None:
            dialog.open()
            soon(self, begin, SHOWN_MS)

        soon(self, show)  # the window behind it is drawn anew, in a turn of its own

    def stop(self) -> None:
        """Ends the writing, which leaves no file."""
        self._run = self._dialog = None  # the dialog closes by itself

    def _show_progress(self, number: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(number, total)

    def _end(self, run: object) -> None:
        if self._run is not run:
            return
        self._run = None
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None

    def _written(self, run: object, path: Path, rows: int) -> None:
        self._end(run)
        words = self.tr("%Ln row(s) saved in “{file}”.", "", min(rows, C_INT_MAX))
        self.said.emit(words.replace("{file}", path.name))

    def _failed(self, run: object, path: Path, error: Exception) -> None:
        self._end(run)
        if isinstance(error, NotWantedError):
            self.said.emit(self.tr("Stopped. “{file}” was not written.").format(file=path.name))
            return
        if isinstance(error, StorageError):
            why = disk_words.technical(error)
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
        else:
            raise error
        words = self.tr("“{file}” could not be written: {why}. The file that was there is unchanged.")
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
        help_text = QLabel(self.tr("If you stop, no file is written; one that was there stays."), self)
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
