"""From the press of Send to the settled row: checks, confirmation, record, send, settle."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending import checks
from scoro_desktop.sending.draft import Draft
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.audience.known_fields import exists
from scoro_desktop.ui.audience.live_count import Counted, count_with
from scoro_desktop.ui.kit.appearance import Appearance
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.current_account import ApiClient, CurrentAccount
from scoro_desktop.ui.runtime.sender import Sender
from scoro_desktop.ui.sending.confirm_dialog import Approval, ConfirmDialog
from scoro_desktop.ui.words import disk_words, wording
from scoro_desktop.ui.words.outcome_words import outcome_word
from scoro_desktop.wire import JsonObject

WRITE_AGAIN_MS: Final = 5000
"""How often an outcome that could not be written down is tried again."""


class SendFlow(QObject):
    """Leads one draft at a time through its confirmation, and every confirmed one to its outcome.

    `row_changed(Send)`: a row was written or settled.
    """

    row_changed = Signal(object)

    def __init__(
        self,
        outbox: Outbox,
        sender: Sender,
        current: CurrentAccount,
        background: Background,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._outbox = outbox
        self._sender = sender
        self._current = current
        self._background = background
        self._appearance = appearance
        self._unwritten: dict[int, Sent | Failure] = {}
        self._again = QTimer(self)
        self._again.setInterval(WRITE_AGAIN_MS)
        self._again.timeout.connect(self._write_again)
        sender.settled.connect(self._settled)

    def confirm(
        self, draft: Draft, unchecked: Sequence[str] = (), reach_of: Callable[[int], Reach] = Reach
    ) -> ConfirmDialog | None:
        """Opens the confirmation of a draft that nothing forbids to send; None where something does.

        A test may be sent again and again. `unchecked`: fields of its query that must be there or it reaches too many,
        and that are looked up now. `reach_of`: what is known of an audience of so many, for the cost of an SMS.
        """
        problems = self._current.problems(draft)
        account, make_client = self._current.account, self._current.client()
        if checks.stops(problems) or account is None or make_client is None:
            return None
        before = None if draft.is_test else self._sent_before(account, draft)
        dialog = ConfirmDialog(draft, account, problems, self._appearance.colours, before, self._window, reach_of)
        dialog.count_wanted.connect(lambda: self._count(dialog, draft, make_client, unchecked))
        dialog.approved.connect(lambda approval: self._send(draft, account, make_client, approval))
        dialog.open()
        dialog.ask_count()
        return dialog

    def _sent_before(self, account: Account, draft: Draft) -> Send | StorageError | None:
        try:
            return self._outbox.sent_before(account, draft.channel.value, draft.request().to_wire())
        except StorageError as error:
            return error

    def retire(self) -> None:
        """Leaves what is under way to another flow over the same sender."""
        self._write_again()
        self._sender.settled.disconnect(self._settled)

    def _count(
        self, dialog: ConfirmDialog, draft: Draft, make_client: Callable[[], ApiClient], unchecked: Sequence[str]
    ) -> None:
        collection, query = draft.collection, draft.query()
        is_open = True

        def closed() -> None:
            nonlocal is_open
            is_open = False

        def answered(answer: Counted | Failure | FieldFinding) -> None:
            if not is_open:
                return
            if isinstance(answer, FieldFinding):
                dialog.show_stopped(checks.of_finding(answer))
            else:
                dialog.show_count(answer)

        def failed(error: Exception) -> None:
            answered(Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__))

        dialog.finished.connect(closed)
        self._background.submit(
            lambda: first_absent(make_client, collection, unchecked) or count_with(make_client, collection, query),
            answered,
            failed,
        )

    def _send(self, draft: Draft, account: Account, make_client: Callable[[], ApiClient], approval: Approval) -> None:
        request = draft.request()
        body = request.to_wire()
        try:
            row = self._outbox.record(
                account,
                draft.channel.value,
                body,
                everyone=draft.everyone,
                query_text=draft.audience_text,
                expected=approval.expected,
                summary=request.summary(),
                words=request.words(),
                is_test=draft.is_test,
            )
        except (StorageError, ValueError) as error:
            self._say_not_recorded(error)
            return
        self._sender.send(row.id, lambda: send_with(make_client, draft.channel, body))
        self.row_changed.emit(row)  # now the sender counts it among what is under way

    def _settled(self, send_id: int, reply: Sent | Failure) -> None:
        if not self._write(send_id, reply):
            self._unwritten[send_id] = reply
            self._again.start()
            self._say_not_settled(reply)

    def _write(self, send_id: int, reply: Sent | Failure) -> bool:
        try:
            row: Send = self._outbox.settle(send_id, reply)
        except StorageError:
            return False
        self.row_changed.emit(row)
        return True

    def _write_again(self) -> None:
        """Tries to write down the outcomes that could not be: the disk may have room again."""
        for send_id, reply in list(self._unwritten.items()):
            if self._write(send_id, reply):
                del self._unwritten[send_id]
        if not self._unwritten:
            self._again.stop()

    def _say_not_settled(self, reply: Sent | Failure) -> None:
        box = PlainBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("The outcome could not be written down"))
        if isinstance(reply, Sent):
            said = self.tr("The server took the message and sent it: %Ln.", "", min(reply.count, wording.C_INT_MAX))
        else:
            said = self.tr("What came of it: {outcome}.").format(outcome=outcome_word(reply.outcome))
        box.setText(said)
        box.setInformativeText(
            self.tr(
                "The history could not be written: is the disk full? The app tries again every few seconds. "
                "If it closes before that, the row says “unknown” at the next start: keep this in mind then."
            )
        )
        box.open()

    def _say_not_recorded(self, error: Exception) -> None:
        box = PlainBox(self._window)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Nothing was sent"))
        box.setText(self.tr("The send could not be written into the history, so nothing was sent."))
        box.setInformativeText(
            self.tr("{reason} Once that is mended, send again.").format(reason=disk_words.reason(error))
        )
        box.setDetailedText(str(error))
        box.open()


def send_with(make_client: Callable[[], ApiClient], channel: Channel, body: JsonObject) -> Sent | Failure:
    """Sends once, on a connection of its own; blocks."""
    client = make_client()
    try:
        return client.send(channel, body)
    finally:
        client.close()


def first_absent(make_client: Callable[[], ApiClient], collection: str, names: Sequence[str]) -> FieldFinding | None:
    """The first of these fields that no document of the collection has; blocks."""
    if not names:
        return None
    client = make_client()
    try:
        for name in names:
            found = exists(client, collection, name)
            if found is False:
                return FieldFinding("absent_field_widens", name)
            if found is None:  # whoever cannot be asked this cannot be asked the next either
                break
        return None
    finally:
        client.close()
