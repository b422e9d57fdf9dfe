"""Notes and pins: asked for, and kept on the thread of the storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class NoteKeeper(QObject):
    """`kept(Send)`: the send as it is now. `failed(words)`: the disk did not take it."""

    kept = Signal(object)
    failed = Signal(str)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self._storage = storage
        self._window = parent

    def ask(self, line: SendLine | None) -> None:
        """Asks for the note beside a send."""
        if line is None:
            return
        from scoro_desktop.ui.history.note_dialog import NoteDialog

        dialog = NoteDialog(line.summary, line.note, self._window)
        dialog.noted.connect(lambda note: self._keep(line.id, note=note))
        dialog.open()

    def pin(self, line: SendLine | None, *, on: bool) -> None:
        """Pins a send, or takes its pin away."""
        if line is not None:
            self._keep(line.id, pinned=on)

    def _keep(self, send_id: int, *, note: str | None = None, pinned: bool | None = None) -> None:
        self._storage.write(
            self,
            lambda stores: stores.history.annotate(send_id, note=note, pinned=pinned),
            self.kept.emit,
            self._not_kept,
        )

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        text = self.tr("The note could not be saved: {detail}")
        self.failed.emit(text.format(detail=disk_words.technical(error)))
