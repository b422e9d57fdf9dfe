"""The way out of a confirmed send: recorded, sent, settled; none of these steps holds up the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from scoro_desktop.storage.database import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.outbox import Outbox
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.sender import Sender

WRITE_AGAIN_MS: Final = 5000
"""The milliseconds after which an outcome that could not be written down is tried again."""


class Dispatch(QObject):
    """Leads every confirmed send to its outcome; lives as long as the app, whatever becomes of the window.

    `row_changed(Send)`: a row was written or settled. `not_recorded(error)`: the disk did not take a send, of which
    nothing was sent. `not_settled(reply)`: it did not take an outcome, and is asked again every few seconds.
    `changed`: another number of sends is under way, and no row tells of it.
    """

    row_changed = Signal(object)
    not_recorded = Signal(object)
    not_settled = Signal(object)
    changed = Signal()

    def __init__(self, storage: AsyncStorage, sender: Sender, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._sender = sender
        self.recording = 0
        """The number of sends on their way to the disk; nothing of them has left."""
        self.unread: list[Send] = []
        """Outcomes that nobody has read yet, the newest last; kept by the window, and handed to the next one."""
        self._recorded: set[int] = set()  # on the disk, and not yet handed to the sender
        self._unwritten: dict[int, Sent | Failure] = {}
        self._being_tried: set[int] = set()
        self._again = QTimer(self)
        self._again.setInterval(WRITE_AGAIN_MS)
        self._again.timeout.connect(self.write_again)
        sender.settled.connect(self._answered)

    @property
    def under_way(self) -> int:
        """Counts the sends that were confirmed and have no answer yet."""
        return self.recording + self._sender.under_way

    def send(self, record: Callable[[Outbox], Send], job: Callable[[], Sent | Failure]) -> None:
        """Has a send written down by `record`, on the thread of the storage; once it is on the disk, sends it by `job`.

        `record` may raise StorageError or ValueError: then nothing leaves.
        """

        def write(stores: Stores) -> Send:
            from scoro_desktop.sending.outbox import Outbox

            row = record(Outbox(stores.history))
            self._recorded.add(row.id)
            return row

        def recorded(row: Send) -> None:
            self._recorded.discard(row.id)
            self._sender.send(row.id, job)
            self.recording -= 1  # now the sender counts it among what is under way
            self.row_changed.emit(row)

        def failed(error: Exception) -> None:
            self.recording -= 1
            self.changed.emit()
            if not isinstance(error, StorageError | ValueError):
                raise error
            self.not_recorded.emit(error)

        self.recording += 1
        self.changed.emit()
        self._storage.write(self, write, recorded, failed)

    def write_again(self) -> None:
        """Tries to write down the outcomes that could not be: the disk may have room again."""
        for send_id, reply in self._unwritten.items():
            if send_id not in self._being_tried:
                self._settle(send_id, reply)

    def close(self) -> None:
        """Begins nothing more, for the end of the app. What was never begun is settled as not sent."""
        waiting = self._sender.close()
        replies = dict(self._unwritten)

        def finish(stores: Stores) -> None:
            from scoro_desktop.scorocode.replies import Failure, Outcome

            never_begun = Failure(Outcome.NOT_SENT, "never_begun")
            for send_id, reply in {**replies, **dict.fromkeys((*waiting, *self._recorded), never_begun)}.items():
                try:
                    stores.history.settle(send_id, reply)
                except StorageError:  # it is unknown at the next start, which is less but not wrong
                    continue

        self._storage.write(self, finish)

    def _answered(self, send_id: int, reply: Sent | Failure) -> None:
        self.changed.emit()
        self._settle(send_id, reply)

    def _settle(self, send_id: int, reply: Sent | Failure) -> None:
        def settled(row: Send) -> None:
            self._being_tried.discard(send_id)
            self._unwritten.pop(send_id, None)
            if not self._unwritten:
                self._again.stop()
            self.row_changed.emit(row)

        def failed(error: Exception) -> None:
            self._being_tried.discard(send_id)
            if not isinstance(error, StorageError):
                raise error
            if send_id not in self._unwritten:
                self._unwritten[send_id] = reply
                self._again.start()
                self.not_settled.emit(reply)

        self._being_tried.add(send_id)
        from scoro_desktop.sending.outbox import Outbox

        self._storage.write(self, lambda stores: Outbox(stores.history).settle(send_id, reply), settled, failed)
