"""Windows beside the message: accounts, logging in, trouble in the app, a first start that is silent, past sends."""

import dataclasses
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from looking import View, nothing, settle

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.folder_lock import FolderLock
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.smoke import wait
from scoro_desktop.ui.start.second_start import Handover, SilentDialog
from scoro_desktop.ui.window.main_window import MainWindow

TRACEBACK = """Traceback (most recent call last):
  File "scoro_desktop/ui/phone/scene.py", line 214, in paintEvent
    layout = self._layouts[self._at]
IndexError: list index out of range"""
REFUSED = Failure(Outcome.REFUSED, "server_said_no", error_code="404", error_message="Wrong e-mail or password")


def past(window: MainWindow) -> Iterator[View]:
    """Views of a past send's details, for each end that it can come to."""
    window.history.table.selectRow(0)
    settle(200)
    send = window.history._whole.send
    if send is None:
        return
    late = datetime.now(UTC) + timedelta(seconds=30)
    for name, changes in (
        ("unknown", {"outcome": Outcome.UNKNOWN, "reason": "read_timeout", "settled_at": late, "count": None}),
        ("refused", {"outcome": Outcome.REFUSED, "reason": "server_said_no", "error_code": "403", "count": None,
                     "error_message": "No right to send", "answer": '{"error": true, "errCode": "403"}'}),
    ):  # fmt: skip
        details = SendDetails(dataclasses.replace(send, **changes), window)
        details.show()
        details.opening.finish()
        yield f"details-{name}", details, details.close


def accounts(window: MainWindow) -> Iterator[View]:
    """The form of an account, far down, and logging in with a password that is wrong."""
    dialog = window.accounts.show()
    dialog.opening.finish()
    settle(400)
    yield "accounts-one", dialog, nothing
    dialog.add_button.click()
    settle(400)
    yield "accounts-new", dialog, nothing
    for field in ("ceiling", "quiet_hours", "operator_prices"):
        dialog.form.go_to(field)
        yield f"accounts-{field.replace('_', '-')}", dialog, nothing
    dialog.save_button.click()
    yield "accounts-problems", dialog, nothing
    login = LoginDialog("Shop", dialog)
    login.open()
    login.email.setText("anna@example.com")
    login.password.setText("not a password")
    yield "login", login, nothing
    login.refuse(REFUSED)
    yield "login-refused", login, login.reject
    dialog.form.clear()
    dialog.done(0)


def refusals(window: MainWindow) -> Iterator[View]:
    """The list of people who are not to be sent to: empty, while some are added, and with them."""
    dialog = window.accounts.show_do_not_send()
    settle()
    yield "do-not-send-empty", dialog, nothing
    if not isinstance(dialog, DoNotSendDialog):
        return
    adding = dialog.open_adding()
    adding.text.setPlainText("8 (912) 345-67-89\nanna@example.com\nXukL1FrVoL\nAnna\n7.9E+10")
    wait([adding.judged], adding.add.isEnabled, "what can be added")
    yield "do-not-send-add", adding, nothing
    adding.add.click()
    model = dialog.model
    wait([model.taken], lambda: model.rowCount() == 3, "three on the list")
    dialog.table.selectRow(1)
    yield "do-not-send", dialog, nothing
    dialog.table.selectAll()
    dialog.take_off()
    wait([model.taken], lambda: not model.rowCount(), "an empty list")
    dialog.reject()


def trouble(window: MainWindow) -> Iterator[View]:
    """Something went wrong in the app itself."""
    window.trouble.show(TRACEBACK)
    yield "trouble", window, nothing
    window.trouble.show_details()
    dialog = window.trouble._dialog
    if dialog is not None:
        yield "trouble-details", dialog, dialog.accept
    window.trouble_bar.hide()


def silent() -> Iterator[View]:
    """A second start while the first does not answer."""
    with tempfile.TemporaryDirectory() as folder:
        lock = FolderLock.take(Path(folder))
        handover = Handover(Path(folder))
        dialog = SilentDialog(Path("/home/anna/.local/share/scoro-desktop"), handover)
        dialog.open()
        yield "silent", dialog, nothing
        handover.give_up()
        dialog.deleteLater()
        if lock is not None:
            lock.release()
