"""The way out of a confirmed send: recorded, held, sent, settled; none of these steps holds up the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scoro_desktop import elapsed
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.runtime.open_send import Hold, Recording, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.outbox import Outbox
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.open_send import Composed
    from scoro_desktop.ui.runtime.sender import Sender

WRITE_AGAIN_MS: Final = 5000
"""The milliseconds after which an outcome that could not be written down is tried again."""


class Dispatch(QObject):
    """Leads every confirmed send to its outcome; lives as long as the app, whatever becomes of the window.

    `row_changed(Send)`: a row was written or settled. `not_recorded(error)`: the disk did not take a send, of which
    nothing was sent. `not_settled(reply)`: it did not take an outcome, and is asked again every few seconds.
    `changed`: another number of sends is under way or held, and no row tells of it. `called_off(id, Composed, reason)`:
    a held one does not leave, though nobody took it back.
    """

    row_changed = Signal(object)
    not_recorded = Signal(object)
    not_settled = Signal(object)
    changed = Signal()
    called_off = Signal(object, object, str)

    def __init__(self, storage: AsyncStorage, sender: Sender, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._sender = sender
        self.recording = 0
        """The number of sends on their way to the disk; nothing of them has left."""
        self.unread: list[Send] = []
        """Outcomes that nobody has read yet, the newest last; kept by the window, and handed to the next one."""
        self._holds: dict[int, Hold] = {}
        self._handed_over: dict[int, Send] = {}  # to the sender, and not answered yet
        self.waiting: Waiting | None = None
        """The send whose answer is waited for."""
        self._recordings: list[Recording] = []
        self._recorded: set[int] = set()  # on the disk, and not yet handed to the sender
        self._unwritten: dict[int, Sent | Failure] = {}
        self._being_tried: set[int] = set()
        self._again = QTimer(self)
        self._again.setInterval(WRITE_AGAIN_MS)
        self._again.timeout.connect(self.write_again)
        sender.settled.connect(self._answered)
        sender.begun.connect(self._begun)

    @property
    def under_way(self) -> int:
        """Counts the sends that leave or have left, and have no answer yet."""
        return self.recording + self._sender.under_way

    @property
    def holds(self) -> list[Hold]:
        """The sends that can still be taken back, the newest last."""
        return list(self._holds.values())

    def send(
        self,
        record: Callable[[Outbox], Send],
        job: Callable[[], Sent | Failure],
        *,
        hold: int = 0,
        composed: Composed | None = None,
        told: Callable[[Send], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Has a send written down by `record`, on the thread of the storage; once it is on the disk, sends it by `job`.

        `record` may raise StorageError or ValueError: then nothing leaves, and `failed` is given it in the place of
        `not_recorded`. `hold`: seconds before it leaves, in which `take_back` gives back what was `composed`; `record`
        writes it down as held then. `told` is given the row once it is on the disk, of what was called off by then too.
        """

        def recorded(row: Send) -> None:
            if composed is not None and hold:
                self._hold(row, job, hold, composed)
            else:
                self._hand_over(row, job)

        self._write(record, recorded, failed or self.not_recorded.emit, told)

    def take_back(self, send_id: int) -> Composed | None:
        """Takes a held send back, of which nothing leaves any more. The value is None where it has left already."""
        from scoro_desktop.scorocode.replies import Failure, Outcome

        hold = self._end(send_id)
        if hold is None:
            return None
        self.changed.emit()
        self._settle(send_id, Failure(Outcome.NOT_SENT, "taken_back"))
        return hold.composed

    def release(self, send_id: int) -> None:
        """Lets a held send leave now; nothing happens where it has left already, or was taken back.

        One that should have left long ago does not, and is told of as called off.
        """
        hold = self._end(send_id)
        if hold is None:
            return
        if elapsed.seconds() > hold.until + elapsed.LATE_S:
            self._call_off(hold, "waited")
            self.changed.emit()
            return

        def failed(_error: Exception) -> None:
            from scoro_desktop.scorocode.replies import Failure, Outcome

            self._settle(send_id, Failure(Outcome.NOT_SENT, "not_begun"))

        self._write(lambda outbox: outbox.begin(send_id), lambda row: self._hand_over(row, hold.job), failed)

    def call_off(self, reason: str, account_id: str | None = None) -> None:
        """Lets nothing leave that has not left yet: it is settled as not sent, for a reason of `replies.REASONS`.

        `account_id`: only what goes through this account. What has left keeps its way: nobody can call it back.
        """

        def is_meant(send: Send) -> bool:
            return account_id in {None, send.account_id}

        for recording in self._recordings:
            recording.call_off(reason, account_id)
        held = [each for each in self.holds if is_meant(each.send)]
        for each in held:
            if (hold := self._end(each.send.id)) is not None:
                self._call_off(hold, reason)
        self._sender.call_off({each.id for each in self._handed_over.values() if is_meant(each)}, reason)
        if held:
            self.changed.emit()

    def stop_waiting(self, send_id: int) -> None:
        """Waits no longer for the answer of a send: it becomes unknown. If it still comes, the row has it after all."""
        self._sender.stop(send_id)

    def pause(self) -> None:
        """Lets nothing that is held leave until `go_on`: a person is asked what should become of it."""
        for hold in self._holds.values():
            hold.timer.setInterval(max(0, hold.timer.remainingTime()))
            hold.timer.stop()

    def go_on(self) -> None:
        """Lets the time of what is held go on where it stopped."""
        for hold in self._holds.values():
            if not hold.timer.isActive():
                hold.timer.start()

    def write_again(self) -> None:
        """Tries to write down the outcomes that could not be: the disk may have room again."""
        for send_id, reply in self._unwritten.items():
            if send_id not in self._being_tried:
                self._settle(send_id, reply)

    def close(self) -> None:
        """Begins nothing more, for the end of the app. What was held or never begun is settled as not sent."""
        from scoro_desktop.scorocode.replies import Failure, Outcome
        from scoro_desktop.storage.history import AlreadySettled

        held = dict.fromkeys(self._holds, Failure(Outcome.NOT_SENT, "held_at_end"))
        for send_id in held:
            self._end(send_id)
        waiting = self._sender.close()
        replies = dict(self._unwritten)

        def finish(stores: Stores) -> None:
            never_begun = Failure(Outcome.NOT_SENT, "never_begun")
            begun = dict.fromkeys((*waiting, *self._recorded), never_begun)
            for send_id, reply in {**held, **replies, **begun}.items():
                try:
                    stores.history.settle(send_id, reply)
                except (StorageError, AlreadySettled, KeyError):  # unknown at the next start at worst, if it is not yet
                    continue

        self._storage.write(self, finish)

    def _write(
        self,
        record: Callable[[Outbox], Send],
        recorded: Callable[[Send], None],
        failed: Callable[[Exception], object],
        told: Callable[[Send], object] | None = None,
    ) -> None:
        """Has it written that a send is held or leaves; `failed`: nothing of it may leave then.

        `recorded` is not called for one that was called off meanwhile.
        """
        recording = Recording()

        def write(stores: Stores) -> Send:
            from scoro_desktop.sending.outbox import Outbox

            row = record(Outbox(stores.history, lambda: stores.planned))
            self._recorded.add(row.id)
            return row

        def written(row: Send) -> None:
            self._recorded.discard(row.id)
            self._recordings.remove(recording)
            reason = recording.why_not(row)
            if told is not None:
                told(row)
            if not reason:
                recorded(row)
            self.recording -= 1  # now the sender counts it among what is under way
            if not reason:
                self.row_changed.emit(row)
                return
            from scoro_desktop.scorocode.replies import Failure, Outcome

            self.changed.emit()
            self._settle(row.id, Failure(Outcome.NOT_SENT, reason))

        def not_written(error: Exception) -> None:
            self._recordings.remove(recording)
            self.recording -= 1
            self.changed.emit()
            if not isinstance(error, StorageError | ValueError):
                raise error
            failed(error)

        self.recording += 1
        self._recordings.append(recording)
        self.changed.emit()
        self._storage.write(self, write, written, not_written)

    def _hold(self, row: Send, job: Callable[[], Sent | Failure], seconds: int, composed: Composed) -> None:
        timer = QTimer(self, singleShot=True, interval=seconds * 1000)
        timer.setTimerType(Qt.TimerType.PreciseTimer)  # never before the second that was shown
        timer.timeout.connect(lambda: self.release(row.id))
        self._holds[row.id] = Hold(row, composed, job, timer, elapsed.seconds() + seconds)
        timer.start()

    def _call_off(self, hold: Hold, reason: str) -> None:
        """Settles what was held, and is not any more, as not sent."""
        from scoro_desktop.scorocode.replies import Failure, Outcome

        self._settle(hold.send.id, Failure(Outcome.NOT_SENT, reason))
        self.called_off.emit(hold.send.id, hold.composed, reason)

    def _end(self, send_id: int) -> Hold | None:
        """Ends a hold, if it is not ended: whoever gets it decides what becomes of the send, and nobody else."""
        hold = self._holds.pop(send_id, None)
        if hold is not None:
            hold.timer.stop()
            hold.timer.deleteLater()
        return hold

    def _hand_over(self, row: Send, job: Callable[[], Sent | Failure]) -> None:
        """Hands a send over, which leaves when it is its turn, or not at all if that comes too late."""
        since = elapsed.seconds()

        def in_time() -> Sent | Failure:
            if elapsed.seconds() - since <= elapsed.LATE_S:
                return job()
            from scoro_desktop.scorocode.replies import Failure, Outcome

            return Failure(Outcome.NOT_SENT, "waited")

        self._handed_over[row.id] = row
        self._sender.send(row.id, in_time)

    def _begun(self, send_id: int) -> None:
        row = self._handed_over.get(send_id)
        if row is not None:
            self.waiting = Waiting(row, elapsed.seconds())
            self.changed.emit()

    def _answered(self, send_id: int, reply: Sent | Failure) -> None:
        self._handed_over.pop(send_id, None)
        if self.waiting is not None and self.waiting.send.id == send_id:
            self.waiting = None
        self.changed.emit()
        self._settle(send_id, reply)

    def _settle(self, send_id: int, reply: Sent | Failure) -> None:
        def settled(row: Send) -> None:
            self._being_tried.discard(send_id)
            if self._unwritten.get(send_id) is reply:
                del self._unwritten[send_id]
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

        if send_id in self._unwritten:
            self._unwritten[send_id] = reply  # a later word on it: only that is tried again
        self._being_tried.add(send_id)
        from scoro_desktop.sending.outbox import Outbox

        self._storage.write(self, lambda stores: Outbox(stores.history).settle(send_id, reply), settled, failed)
