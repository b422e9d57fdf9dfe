"""Sends read whole: what is handed on is never older than what the window knows."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from scoro_desktop.storage.history import Send
from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class SendReader:
    """Reads sends beside the writes, each once however often it is asked for meanwhile.

    A send may be settled between its reading and the turn of the answer: `changed` tells of those, and what was read
    before is dropped for them. `failed` is given the send that could not be read, and why.
    """

    def __init__(self, storage: AsyncStorage, owner: QObject, failed: Callable[[int, Exception], None]) -> None:
        self._storage = storage
        self._owner = owner
        self._failed = failed
        self._waiting: dict[int, list[Callable[[Send], None]]] = {}
        self._changed: dict[int, Send] = {}  # of those that are being read

    def read(self, send_id: int, act: Callable[[Send], None]) -> None:
        """Does something with a send once it is read; nothing where there is none any more."""
        if send_id in self._waiting:
            self._waiting[send_id].append(act)
            return
        self._waiting[send_id] = [act]

        def done(found: Send | None) -> None:
            acts, send = self._waiting.pop(send_id), self._changed.pop(send_id, found)
            for each in acts:
                if send is not None:
                    each(send)

        def failed(error: Exception) -> None:
            del self._waiting[send_id]
            self._changed.pop(send_id, None)
            self._failed(send_id, error)

        self._storage.read(self._owner, lambda stores: stores.history.get(send_id), done, failed)

    def changed(self, send: Send) -> None:
        """Takes a send as it is now."""
        if send.id in self._waiting:
            self._changed[send.id] = send
