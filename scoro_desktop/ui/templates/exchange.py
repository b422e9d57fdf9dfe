"""Templates out to a file and in from one; the disk is waited for away from the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from scoro_desktop.messages.template import Template
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.template_arrivals import Arrival, Way, arrivals, settled
from scoro_desktop.storage.template_file import TemplateFile, TemplateFileError, read_file, write_file
from scoro_desktop.storage.templates import Imported, StoredTemplate, Templates
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.ui.templates import files, template_words
from scoro_desktop.ui.templates.import_dialog import TemplateImport

NAMES_SAID: Final = 10


class Exchange(QObject):
    """`exported(words)`; `imported(words, take_back, ids)`; `failed(words)`: nothing was changed, and why."""

    exported = Signal(str)
    imported = Signal(str, object, object)
    failed = Signal(str)

    def __init__(self, storage: AsyncStorage, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._storage = storage
        self._background = background
        self._latest = LatestTask(background, 0, self)

    def export(self, chosen: Sequence[Template]) -> None:
        """Asks where, and writes these templates there."""
        path = files.to_write(self._window)
        if path is None:
            return

        def done(changed: list[str]) -> None:
            if isValid(self):
                words = self.tr("%Ln template(s) written to {file}.", "", len(chosen)).format(file=path.name)
                if changed:
                    names = ", ".join(changed[:NAMES_SAID]) + (", …" if len(changed) > NAMES_SAID else "")
                    told = self.tr("What no file takes was changed or left out in: {names}.")
                    words = f"{words} {told.format(names=names)}"
                self.exported.emit(words)

        self._background.submit(lambda: write_file(path, chosen), done, lambda error: self._not_written(path, error))

    def take_in(self) -> None:
        """Asks which file, and shows what it would bring."""
        path = files.to_read(self._window)
        if path is not None:
            self._latest.ask(lambda: read_file(path), self._show, self._not_read)

    def _show(self, found: TemplateFile) -> None:
        if not isValid(self):
            return
        if not found.templates:
            self.failed.emit(self.tr("There is no template in this file."))
            return

        def show(there: list[StoredTemplate]) -> None:
            dialog = TemplateImport(arrivals(there, found.templates), found.without_keys, self._window)
            dialog.chosen.connect(self._take_in)
            dialog.open()

        self._storage.look(self, lambda stores: stores.templates.all(), show, self._failed)

    def _take_in(self, ways: Sequence[tuple[Arrival, Way]]) -> None:
        def take_in(stores: Stores) -> Imported:
            return stores.templates.take_in(*settled(stores.templates.all(), ways))

        def done(imported: Imported) -> None:
            number = len(imported.added) + len(imported.replaced)
            ids = [*imported.added, *(each.id for each in imported.replaced)]
            self.imported.emit(self.tr("%Ln template(s) imported.", "", number), self._way_back(imported), ids)

        self._storage.write(self, take_in, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NameTakenError):
            self.failed.emit(self.tr("A name was taken in the meantime, so nothing was imported. Import it once more."))
        elif isinstance(error, StorageError):
            self.failed.emit(self.tr("It could not be written down. Is the disk full, or the folder read-only?"))
        else:
            raise error

    def _way_back(self, imported: Imported) -> Callable[[Templates], None]:
        return lambda templates: templates.take_back(imported)

    def _not_read(self, error: Exception) -> None:
        if isValid(self):
            if not isinstance(error, TemplateFileError):
                error = TemplateFileError("unreadable", reason=type(error).__name__)
            self.failed.emit(template_words.file_problem(error))

    def _not_written(self, path: Path, error: Exception) -> None:
        if isValid(self):
            if isinstance(error, TemplateFileError):
                words = self.tr("They do not fit into one file. Export fewer at once. Nothing was written.")
                if error.code == "too_deep":
                    words = self.tr("The brackets of a message are nested too deep for a file. Nothing was written.")
                self.failed.emit(words)
                return
            reason = getattr(error, "strerror", None) or type(error).__name__
            words = self.tr("“{file}” could not be written: {reason}. What stood there is as it was.")
            self.failed.emit(words.format(file=path.name, reason=reason))
