"""Way 2: an account is added by hand, checked, chosen and sent through, its keys in the keyring and nowhere else."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import bytes_of_files, row_of, texts_of_the_app
from tests.journey.stored import stored
from tests.storage.keyrings import MemoryKeyring


def account_of(server: Sandbox, kind: AccessKind, environment: Environment, name: str = "Shop") -> Account:
    return Account("", name, environment, server.address, server.application_id, kind)


def log_in(person: Person, dialog: AccountsDialog, email: str, password: str) -> None:
    def act(login: LoginDialog) -> None:
        person.type_into(login.email, email)
        person.type_into(login.password, password)
        assert password not in login.password.displayText()
        person.press(login, "Log in")
        person.qtbot.waitUntil(lambda: not login.isVisible(), timeout=WAIT_MS)

    with person.answering(LoginDialog, act):
        person.click(dialog.form.login_button)
    person.wait_until_free(dialog)


def check(person: Person, dialog: AccountsDialog) -> list[str]:
    """Presses Check and gives the lines that say what the server takes."""
    person.press(dialog, "Check")
    person.wait_until_free(dialog)
    return dialog.notice.text().splitlines()[1:]


def add(person: Person, window: MainWindow, account: Account, keys: Keys) -> AccountsDialog:
    dialog = person.open_accounts(window)
    person.press(dialog, "Add")
    person.fill_in_account(dialog, account, keys)
    return dialog


def test_a_message_key_with_a_session_from_a_login(
    start: Start,
    person: Person,
    server: Sandbox,
    keyring: MemoryKeyring,
    data_dir: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    window = start().window
    account = account_of(server, AccessKind.MESSAGE, Environment.PRODUCTION)
    dialog = add(person, window, account, Keys(server.client_key, server.message_key))
    log_in(person, dialog, server.email, server.password)
    assert "Logged in" in dialog.notice.text()
    assert check(person, dialog) == [
        "Address of the server: accepted",
        "Application id: accepted",
        "Client key: accepted",
        "Access key: accepted",
        "Session: accepted",
    ]
    person.save_account(dialog)
    assert dialog.notice.text() == "Saved."
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)

    # Started again, everything is there, the keys out of the keyring.
    application = start()
    window = application.window
    person.wait_for_keys(window)
    assert window.bar.accounts.currentText() == "Shop — PRODUCTION"
    assert "PRODUCTION" in window.band.text()
    assert "PRODUCTION" in window.windowTitle()
    assert "Shop" in window.windowTitle()
    person.write_push(window, "Autumn sale", '{"deviceType": "ios"}')
    counted = person.wait_for_count(window)
    dialog_of_send = person.press_send(window)
    assert dialog_of_send.count == counted
    person.confirm(window, dialog_of_send)
    assert [(each.title, each.count) for each in server.deliveries()] == [("Autumn sale", counted)]
    assert application.sandbox is not None
    assert application.sandbox.deliveries() == []
    row = row_of(window)
    assert (row["outcome"], row["result"]) == ("Sent", f"{counted:,}")
    assert row["account"] == "PRODUCTION · Shop"

    # The password is nowhere.
    password = server.password
    assert password.encode() not in bytes_of_files(data_dir)
    assert all(password not in item for item in keyring.items.values())
    assert password not in texts_of_the_app()
    assert password not in caplog.text
    assert password not in QApplication.clipboard().text()


def test_a_master_key_needs_no_session(start: Start, person: Person, server: Sandbox) -> None:
    application = start()
    window = application.window
    account = account_of(server, AccessKind.MASTER, Environment.TEST, "Trial")
    dialog = add(person, window, account, Keys(server.client_key, server.master_key))
    assert check(person, dialog) == [
        "Address of the server: accepted",
        "Application id: accepted",
        "Client key: accepted",
        "Access key: accepted",
    ]
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Trial")
    person.wait_for_keys(window)
    assert "TEST" in window.band.text()
    assert "TEST" in window.windowTitle()
    window.tabs.setCurrentIndex(1)
    person.fill(window.tab.form.first(), "Скидка 20 %")
    person.fill(window.tab.audience.editor, '{"phone": {"$exists": true}}')
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert [each.channel for each in server.deliveries()] == ["sms"]
    (line,) = stored(application).history.page(HistoryFilter(), 0, 10)
    assert (line.outcome, line.expected, line.summary) == (Outcome.SENT, counted, "Скидка 20 %")


NAMES = {
    "application_id": "Application id",
    "client_key": "Client key",
    "access_key": "Access key",
    "session": "Session",
}


@pytest.mark.parametrize(
    ("kind", "field", "reason"),
    [
        (AccessKind.MASTER, "application_id", "Unknown application (app)"),
        (AccessKind.MASTER, "client_key", "Wrong client key (cli)"),
        (AccessKind.MASTER, "access_key", "Wrong access key (acc)"),
        (AccessKind.MESSAGE, "application_id", "Unknown application (app)"),
        (AccessKind.MESSAGE, "client_key", "Wrong client key (cli)"),
        (AccessKind.MESSAGE, "access_key", "Wrong access key (acc)"),
        (AccessKind.MESSAGE, "session", "Unknown or ended session (sess)"),
    ],
)
def test_check_never_takes_a_wrong_key_for_a_good_one(
    window: MainWindow, person: Person, server: Sandbox, kind: AccessKind, field: str, reason: str
) -> None:
    """The server looks at one after the other and stops at the first that is wrong: of those behind it nobody knows."""
    key = server.master_key if kind is AccessKind.MASTER else server.message_key
    dialog = add(person, window, account_of(server, kind, Environment.TEST), Keys(server.client_key, key))
    if kind is AccessKind.MESSAGE:
        log_in(person, dialog, server.email, server.password)
    person.fill(getattr(dialog.form, field), "wrong" * 6)
    wanted = [each for each in NAMES if each != "session" or kind is AccessKind.MESSAGE]
    good, doubtful = wanted[: wanted.index(field)], wanted[wanted.index(field) :]
    doubt = "refused" if doubtful == [field] else "may be wrong, the server does not say which"
    assert check(person, dialog) == [
        "Address of the server: accepted",
        *(f"{NAMES[each]}: accepted" for each in good),
        *(f"{NAMES[each]}: {doubt}" for each in doubtful),
    ]
    assert dialog.notice.text().splitlines()[0] == f"The server refused: “{reason}”."
    assert server.deliveries() == []
    discard(person, dialog)


def test_check_says_that_nothing_answers(window: MainWindow, person: Person, server: Sandbox) -> None:
    account = account_of(server, AccessKind.MASTER, Environment.TEST)
    server.close()
    dialog = add(person, window, account, Keys("client", "master"))
    lines = check(person, dialog)
    assert lines[0] == "Address of the server: cannot be used. Nothing answers at this address."
    assert not any("accepted" in line for line in lines)
    discard(person, dialog)


def test_a_wrong_password_is_said_and_changes_nothing(window: MainWindow, person: Person, server: Sandbox) -> None:
    account = account_of(server, AccessKind.MESSAGE, Environment.TEST)
    dialog = add(person, window, account, Keys(server.client_key, server.message_key))
    said: list[str] = []

    def act(login: LoginDialog) -> None:
        person.type_into(login.email, server.email)
        person.type_into(login.password, "not-the-password")
        person.press(login, "Log in")
        person.qtbot.waitUntil(lambda: bool(login.password_row.problem()), timeout=WAIT_MS)
        said.append(login.password_row.problem())
        # What was typed stays, and the password is ready to be typed over.
        assert login.email.text() == server.email
        assert login.password.selectionLength() == len("not-the-password")
        assert dialog.form.session.text() == ""
        person.type_into(login.password, server.password)
        assert login.password_row.problem() == ""
        person.press(login, "Log in")
        person.qtbot.waitUntil(lambda: not login.isVisible(), timeout=WAIT_MS)

    with person.answering(LoginDialog, act):
        person.click(dialog.form.login_button)
    assert said == ["The server refused: “Wrong email or password”."]
    assert not {"not-the-password", server.password} & set(texts_of_the_app().splitlines())
    assert dialog.form.session.text() != ""
    assert "Logged in" in dialog.notice.text()
    discard(person, dialog)


def discard(person: Person, dialog: AccountsDialog) -> None:
    with person.answering(QMessageBox, lambda box: person.press(box, "Discard changes")):
        person.press(dialog, "Close")


def test_a_copy_has_keys_of_its_own_and_deleting_takes_them_out_of_the_keyring(
    start: Start, person: Person, server: Sandbox, keyring: MemoryKeyring
) -> None:
    application = start()
    window = application.window
    account = account_of(server, AccessKind.MASTER, Environment.TEST)
    dialog = add(person, window, account, Keys(server.client_key, server.master_key))
    person.save_account(dialog)
    person.press(dialog, "Duplicate")
    person.wait_until_free(dialog)
    assert [each.name for each in application.services.accounts.all()] == ["Shop", "Shop (copy)"]
    assert len(keyring.items) == 2
    assert all(server.master_key in item for item in keyring.items.values())
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop (copy)")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", '{"deviceType": "ios"}')
    person.wait_for_count(window)

    dialog = person.open_accounts(window)
    assert dialog.form.name.text() == "Shop (copy)"
    with person.answering(DeleteQuestion, lambda box: person.press(box, "Keep it")):
        person.press(dialog, "Delete…")
    assert len(keyring.items) == 2
    with person.answering(DeleteQuestion, lambda box: person.press(box, "Delete account")):
        person.press(dialog, "Delete…")
    person.wait_until_free(dialog)
    (left,) = application.services.accounts.all()
    assert left.name == "Shop"
    assert list(keyring.items) == [(f"scoro-desktop/{left.id}", "keys")]
    person.press(dialog, "Close")
    assert window.bar.accounts.currentText() == "Sandbox"
    assert "SANDBOX" in window.band.text()
    entries = [window.bar.accounts.itemText(row) for row in range(window.bar.accounts.count())]
    assert entries == ["Sandbox", "Shop — TEST"]


def test_without_a_session_it_is_said_before_anything_is_sent(
    window: MainWindow, person: Person, server: Sandbox
) -> None:
    account = account_of(server, AccessKind.MESSAGE, Environment.TEST)
    dialog = add(person, window, account, Keys(server.client_key, server.message_key))
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", '{"deviceType": "ios"}')
    person.wait_for_no_count(window)
    strip = window.tab.audience.count
    assert strip.text() == "? How many match is unknown."
    assert strip.why() == "Counting needs a session that may read, or the masterKey."
    assert window.footer.text() == "Without the masterKey a session is needed. Log in, or paste one."
    # Send leads to where it can be mended, and sends nothing.
    person.click(window.footer.send)
    dialog = shown(window, AccountsDialog)
    person.wait_until_free(dialog)
    assert dialog.form.session.isAncestorOf(dialog.focusWidget())
    assert not dialog.form.session.visibleRegion().isEmpty()
    assert dialog.form.rows["session"].problem() == window.footer.text()
    log_in(person, dialog, server.email, server.password)
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.wait_for_keys(window)
    assert server.deliveries() == []
    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert [each.count for each in server.deliveries()] == [counted]


def test_a_session_that_was_logged_out_is_refused_in_words_and_nothing_is_sent(
    start: Start, person: Person, server: Sandbox
) -> None:
    application = start()
    window = application.window
    account = account_of(server, AccessKind.MESSAGE, Environment.TEST)
    dialog = add(person, window, account, Keys(server.client_key, server.message_key, "EndedLongAgo1234"))
    person.save_account(dialog)
    person.press(dialog, "Close")
    person.choose(window.bar.accounts, "Shop")
    person.wait_for_keys(window)
    person.write_push(window, "Hello", '{"deviceType": "ios"}')
    person.wait_for_no_count(window)
    assert "Unknown or ended session (sess)" in window.tab.audience.count.why()
    assert "0" not in window.tab.audience.count.text()
    confirmation = person.press_send(window)
    person.click(confirmation.acknowledged)
    person.confirm(window, confirmation)
    row = row_of(window)
    assert (row["outcome"], row["result"]) == ("Refused", "401 Unknown or ended session (sess)")
    details = person.open_details(window)
    assert "Nothing was sent." in texts_of_the_app()
    details.close()
    assert server.deliveries() == []
    person.qtbot.waitUntil(lambda: not window.history.findChildren(type(details)), timeout=WAIT_MS)
