"""The selected send, read whole before somebody wants to do something with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.history.send_reader import SendReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from scoro_desktop.storage.history import Send, SendLine
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class Whole:
    """Keeps the one that is selected; `failed` is told why a send could not be read."""

    def __init__(self, storage: AsyncStorage, owner: QObject, failed: Callable[[Exception], None]) -> None:
        self.reader = SendReader(storage, owner, self._not_read)
        self._failed = failed
        self.send: Send | None = None
        self._asked_for: int | None = None  # the one that is being read

    def select(self, line: SendLine | None, taken: Callable[[], None]) -> None:
        """Reads what is selected; `taken` is told once it is there, if it is the selected one still."""
        if line is None or (self.send is not None and self.send.id == line.id) or self._asked_for == line.id:
            return
        self._asked_for = line.id

        def take(send: Send) -> None:
            if send.id == self._asked_for:
                self.send = send
                taken()

        self.act(line.id, take)

    def act(self, send_id: int | None, act: Callable[[Send], None]) -> None:
        """Does something with a send once it is read whole: at once where it is the selected one."""
        if self.send is not None and self.send.id == send_id:
            act(self.send)
        elif send_id is not None:
            self.reader.read(send_id, act)

    def changed(self, send: Send) -> None:
        """Takes a send as it is now."""
        if self.send is not None and self.send.id == send.id:
            self.send = send
        self.reader.changed(send)

    def _not_read(self, send_id: int, error: Exception) -> None:
        if self._asked_for == send_id:
            self._asked_for = None  # it may be read the next time
        self._failed(error)
