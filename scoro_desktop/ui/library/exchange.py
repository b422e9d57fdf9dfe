"""The library out to a file and in from one; the disk is waited for away from the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.storage.arrivals import Arrival, Way
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.file_parts import LibraryFileError
from scoro_desktop.storage.library_file import Entry, LibraryFile, read_file, write_file
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.ui.library import file_words, files
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.kind import Kind
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background, LatestTask

NAMES_SAID: Final = 10


class Exchange(QObject):
    """`exported(words)`; `imported(words, way_back, ids)`; `failed(words)`: nothing was changed, and why."""

    exported = Signal(str)
    imported = Signal(str, object, object)
    failed = Signal(str)

    def __init__(self, kind: Kind[Any], storage: AsyncStorage, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._window = parent
        self._storage = storage
        self._background = background
        self._latest = LatestTask(background, 0, self)

    def export(self, chosen: Sequence[Any]) -> None:
        """Asks where, and writes these things there."""
        if (path := files.to_write(self._window)) is not None:
            self._storage.look(
                self,
                lambda stores: self._kind.entries(stores, chosen),
                lambda entries: self._write(path, entries, len(chosen) - len(entries)),
                self._not_changed,
            )

    def take_in(self) -> None:
        """Asks which file, and shows what it would bring."""
        path = files.to_read(self._window)
        if path is not None:
            self._latest.ask(lambda: read_file(path), self._show, self._not_read)

    def offer(self, file: LibraryFile) -> None:
        """Shows what a file that was read would bring."""
        self._show(file)

    def _write(self, path: Path, entries: list[Entry], left_out: int) -> None:
        if not entries:
            self.failed.emit(self.tr("The selection cannot be written to a file: no query in it could be sent."))
            return

        def done(changed: list[str]) -> None:
            if isValid(self):
                words = self._kind.written(len(entries)).format(file=path.name)
                if changed:
                    names = ", ".join(changed[:NAMES_SAID]) + (", …" if len(changed) > NAMES_SAID else "")
                    told = self.tr("What cannot be written to a file was changed or left out in: {names}.")
                    words = f"{words} {told.format(names=names)}"
                if left_out:
                    words = f"{words} {self.tr('%Ln left out: no query that could be sent.', '', left_out)}"
                self.exported.emit(words)

        self._background.submit(lambda: write_file(path, entries), done, lambda error: self._not_written(path, error))

    def _show(self, file: LibraryFile) -> None:
        if not isValid(self):
            return

        def show(arrived: Sequence[Arrival[Any]]) -> None:
            if not arrived:
                self.failed.emit(self._kind.words().none_in_file)
                return
            dialog = LibraryImport(self._kind, arrived, file.without_keys, self._window)
            dialog.chosen.connect(self._take_in)
            dialog.open()

        self._storage.look(self, lambda stores: self._kind.arrivals(stores, file), show, self._not_changed)

    def _take_in(self, ways: Sequence[tuple[Arrival[Any], Way]]) -> None:
        def done(came: tuple[list[int], Callable[..., object]]) -> None:
            ids, way_back = came
            self.imported.emit(self._kind.imported(len(ids)), way_back, ids)

        self._storage.write(self, lambda stores: self._kind.take_in(stores, ways), done, self._not_changed)

    def _not_changed(self, error: Exception) -> None:
        if isinstance(error, NameTakenError):
            self.failed.emit(
                self.tr("A name was taken in the meantime, so nothing was imported. Import the file again.")
            )
        elif isinstance(error, StorageError):
            self.failed.emit(self.tr("It could not be saved. Is the disk full, or the folder read-only?"))
        else:
            raise error

    def _not_read(self, error: Exception) -> None:
        if isValid(self):
            if not isinstance(error, LibraryFileError):
                error = LibraryFileError("unreadable", reason=type(error).__name__)
            self.failed.emit(file_words.file_problem(error))

    def _not_written(self, path: Path, error: Exception) -> None:
        if isValid(self):
            if isinstance(error, LibraryFileError):
                words = self.tr("They do not fit into one file. Export fewer at once. Nothing was written.")
                if error.code == "too_deep":
                    words = self.tr("The brackets of a message are nested too deep for a file. Nothing was written.")
                self.failed.emit(words)
                return
            reason = getattr(error, "strerror", None) or type(error).__name__
            words = self.tr("“{file}” could not be written: {reason}. The file that was there is unchanged.")
            self.failed.emit(words.format(file=path.name, reason=reason))
