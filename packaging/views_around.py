"""Windows beside the message: accounts, logging in, trouble in the app, a first start that is silent, past sends."""

import dataclasses
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from looking import View, nothing, opened, seen, settle, until
from PySide6.QtCore import QCoreApplication

from scoro_desktop.sandbox.sample import world
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.folder_lock import FolderLock
from scoro_desktop.storage.planned_types import When
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.campaigns import campaign_questions
from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit import questions as kit_questions
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.smoke import wait
from scoro_desktop.ui.start.second_start import Handover, SilentDialog
from scoro_desktop.ui.window import closing_question
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.palette import Palette
from scoro_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from scoro_desktop.ui.words import later_words

TRACEBACK = """Traceback (most recent call last):
  File "scoro_desktop/ui/phone/scene.py", line 214, in paintEvent
    layout = self._layouts[self._at]
builtins.IndexError"""
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


def commands(window: MainWindow) -> Iterator[View]:
    """The search among the commands, the keys, and what this app is."""
    window.commands["help.palette"].trigger()
    palette = seen(Palette)
    yield "palette", palette, nothing
    palette.search.setText("qqq")
    yield "palette-nothing", palette, palette.reject
    window.commands["help.keys"].trigger()
    yield "keys", seen(ShortcutsDialog), seen(ShortcutsDialog).reject
    window.commands["help.about"].trigger()
    yield "about", seen(PlainBox), seen(PlainBox).reject


def questions(window: MainWindow) -> Iterator[View]:
    """The questions before the window closes, and before something is lost."""
    now = datetime.now(UTC)
    when = When(datetime.combine(now.date() + timedelta(days=3), time(9)), "Europe/Moscow")
    pattern = QCoreApplication.translate("StayingPresenter", "• “{title}” · {when}")
    planned = pattern.format(title="Portugal vs. Denmark", when=later_words.full_words(when, now))
    asks: dict[str, Callable[[], object]] = {
        "planned": lambda: closing_question.ask(window, planned, starts=False, can_hide=True),
        "sending": lambda: kit_questions.leave_while_sending(window),
        "held": lambda: kit_questions.close_while_held(window),
        "unkept": lambda: kit_questions.close_unkept(window, "ENOSPC"),
        "changes": lambda: kit_questions.discard_changes(window),
        "file": lambda: kit_questions.replace_file(window, "history.json"),
        "campaign": lambda: campaign_questions.close_while_running(window, 2),
        "stop": lambda: campaign_questions.stop(window, 312),
        "again": lambda: campaign_questions.send_again(window, 12),
        "values": lambda: campaign_questions.delete_values(window),
        "discard": lambda: campaign_questions.discard(window),
    }
    for name, ask in asks.items():
        with opened(PlainBox) as found:
            ask()
            yield f"question-{name}", found[0], found[0].close


def people(window: MainWindow) -> Iterator[View]:
    """Finding one person, for the audience and for trials; the trials of a message."""
    window.tabs.setCurrentIndex(0)
    finder = window.people.find(window.tab)
    if finder is None:
        return
    user = next(
        each for each in world().users if each.get("phone") and len(world().devices_of.get(each["_id"], ())) > 1
    )
    yield "person", finder, nothing
    for name, text in (("person-nobody", "nobody@example.com"), ("person-found", str(user["phone"]))):
        finder.line.setText(text)
        finder._find()
        until(lambda: not finder.words.text().endswith("…"), "who was looked for")
        yield name, finder, nothing
    finder.reject()
    tester = window.people.choose_tester("devices", nothing, nothing)
    if tester is not None:
        yield "person-trials", tester, tester.reject
