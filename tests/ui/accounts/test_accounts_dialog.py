"""The dialog of accounts, by mouse and keyboard, over a real database and keyrings of every temper."""

import dataclasses
import threading

import keyring.errors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.check import FieldCheck
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.vault import CODES, Vault, VaultError
from scoro_desktop.ui.accounts.account_list import MARK
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion, KeysStayQuestion, UnsavedQuestion
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.words import account_words
from tests.journey.sight import buttons_in, is_waiting
from tests.storage.keyrings import AskingKeyring, FailingKeyring
from tests.ui.accounts.conftest import SHOP, SHOP_KEYS, TRIAL, TRIAL_KEYS, FakeClient, ready

LOCKED = keyring.errors.KeyringLocked("locked")


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    QTest.keyClicks(edit, text)


def names(dialog: AccountsDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def action(dialog: AccountsDialog, text: str) -> QPushButton:
    return next(button for button in buttons_in(dialog.notice) if button.text() == text)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The answers to the questions; each is set by the test that expects it. What was asked stands under "asked"."""
    given: dict[str, object] = {"asked": []}

    def answer(question: str) -> object:
        def ask(*texts: object) -> object:
            asked = given["asked"]
            assert isinstance(asked, list)
            asked.append((question, *(text for text in texts if isinstance(text, str))))
            return given[question]

        return staticmethod(ask)

    for kind in (DeleteQuestion, KeysStayQuestion, UnsavedQuestion):
        monkeypatch.setattr(kind, "ask", answer(kind.__name__))
    return given


# --- showing -----------------------------------------------------------------------------------------------------


def test_the_first_account_is_shown_with_its_keys_masked(dialog: AccountsDialog) -> None:
    assert names(dialog) == ["Shop", "Trial"]
    form = dialog.form
    assert (form.account(), form.keys()) == (SHOP, SHOP_KEYS)
    for edit in (form.client_key, form.access_key, form.session):
        assert edit.echoMode() is QLineEdit.EchoMode.Password
        assert "shop" not in edit.displayText()
    assert not dialog.save_button.isEnabled()
    assert not dialog.revert_button.isEnabled()


def test_a_key_is_shown_on_demand_and_masked_again_for_another_account(qtbot: QtBot, dialog: AccountsDialog) -> None:
    click(qtbot, dialog.form.client_key.toggle)
    assert dialog.form.client_key.displayText() == "shop-client"
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    assert dialog.form.client_key.text() == "trial-client"
    assert "trial" not in dialog.form.client_key.displayText()


def test_another_account_by_keyboard(qtbot: QtBot, dialog: AccountsDialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    ready(qtbot, dialog)
    assert (dialog.form.account(), dialog.form.keys()) == (TRIAL, TRIAL_KEYS)


def test_every_field_has_a_name_for_those_who_hear_it(dialog: AccountsDialog) -> None:
    for row in dialog.form.rows.values():
        assert row.editor.accessibleName()
    spoken = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Shop, PRODUCTION"


def test_the_form_has_every_field_of_an_account(dialog: AccountsDialog) -> None:
    fields = {field.name for kind in (Account, Keys) for field in dataclasses.fields(kind)}
    assert set(dialog.form.rows) == fields - {"id"}


def test_the_environment_says_what_it_means(dialog: AccountsDialog) -> None:
    assert "customers" in dialog.form.environment.accessibleDescription()
    dialog.form.environment.setCurrentIndex(dialog.form.environment.findData(Environment.SANDBOX))
    assert "nobody" in dialog.form.environment.accessibleDescription()


def test_it_fits_a_small_screen(dialog: AccountsDialog) -> None:
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.minimumSizeHint().height() <= 600


def test_the_tab_key_goes_down_the_form(qtbot: QtBot, dialog: AccountsDialog) -> None:
    dialog.form.name.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(40):
        if dialog.focusWidget() not in seen:
            seen.append(dialog.focusWidget())
        dialog.focusNextChild()
    form = dialog.form
    wanted: list[QWidget | None] = [
        form.name,
        form.environment,
        form.address,
        form.application_id,
        form.client_key,
        form.client_key.toggle,
        form.access_kind,
        form.access_key,
        form.access_key.toggle,
        form.session,
        form.session.toggle,
        form.login_button,
        form.logout_button,
        form.limits.hold_seconds,
        form.limits.connect_timeout,
        form.limits.read_timeout,
        form.limits.requests_per_second,
        form.limits.ceiling,
        form.limits.locked_clause,
        form.limits.keep_days,
        form.limits.history_days,
        dialog.check_button,
        dialog.close_button,
    ]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_a_locked_clause_is_kept_as_it_was_unless_it_is_edited(
    qtbot: QtBot, dialog: AccountsDialog, store: AccountStore, book: AccountBook
) -> None:
    clause = '{\n  "city": "Omsk"\n}'
    with qtbot.waitCallback() as changed:
        book.update(dialog, dataclasses.replace(TRIAL, locked_clause=clause), changed, print)
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    assert dialog.form.account().locked_clause == clause
    assert not dialog.save_button.isEnabled()
    type_in(qtbot, dialog.form.limits.locked_clause, "Omsk")
    assert dialog.form.rows["locked_clause"].problem()
    type_in(qtbot, dialog.form.limits.locked_clause, '{"city": "Tomsk"}')
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    saved = store.get(TRIAL.id)
    assert saved is not None
    assert saved.locked_clause == '{"city": "Tomsk"}'


# --- editing and saving ------------------------------------------------------------------------------------------


def test_a_change_is_saved(qtbot: QtBot, dialog: AccountsDialog, store: AccountStore, vault: Vault) -> None:
    type_in(qtbot, dialog.form.name, "Shop two")
    type_in(qtbot, dialog.form.access_key, " pasted-key ")
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    assert store.get(SHOP.id) == dataclasses.replace(SHOP, name="Shop two")
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, access_key="pasted-key")
    assert dialog.notice.text() == "Saved."
    assert names(dialog) == ["Shop two", "Trial"]
    assert not dialog.save_button.isEnabled()


@pytest.mark.parametrize("pasted", ["  fb33⏎", "\tfb33 \n", "fb33\r\n", "\u00a0fb33\u2003"])
def test_blanks_and_breaks_around_a_pasted_key_are_taken_off(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, pasted: str
) -> None:
    QApplication.clipboard().setText(pasted.replace("⏎", "\n"))
    dialog.form.client_key.selectAll()
    dialog.form.client_key.paste()
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, client_key="fb33")


@pytest.mark.parametrize("pasted", ["fb33\u200be4", "fb33\u202ee4", "fb33 e4", "fb33\ne4", "fвaa", "fb33e4\u200b"])
def test_what_no_key_has_within_is_said_and_not_saved(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, pasted: str
) -> None:
    QApplication.clipboard().setText(pasted)
    dialog.form.client_key.selectAll()
    dialog.form.client_key.paste()
    click(qtbot, dialog.save_button)
    if pasted.endswith("\u200b"):  # at the end it goes, as blanks do
        ready(qtbot, dialog)
        assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, client_key="fb33e4")
        return
    assert "Was it copied whole?" in dialog.form.rows["client_key"].problem()
    assert vault.load(SHOP) == SHOP_KEYS


def test_keys_that_did_not_change_are_not_written_again(
    qtbot: QtBot, dialog: AccountsDialog, keyring: FailingKeyring
) -> None:
    keyring.calls.clear()
    type_in(qtbot, dialog.form.name, "Another name")
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    assert "set" not in keyring.calls


def test_revert(qtbot: QtBot, dialog: AccountsDialog) -> None:
    type_in(qtbot, dialog.form.name, "x")
    type_in(qtbot, dialog.form.client_key, "y")
    click(qtbot, dialog.revert_button)
    assert (dialog.form.account(), dialog.form.keys()) == (SHOP, SHOP_KEYS)


def test_a_problem_stands_beside_its_field_once_it_was_edited(qtbot: QtBot, dialog: AccountsDialog) -> None:
    dialog.add()
    rows = dialog.form.rows
    assert all(row.problem() == "" for row in rows.values())
    type_in(qtbot, dialog.form.address, "http://api.example.org")
    assert rows["address"].problem() == "Keys would travel unprotected. Use https:// (http:// only for this computer)."
    assert rows["client_key"].problem() == ""
    assert rows["address"].problem() in dialog.form.address.accessibleDescription()


def test_what_is_wrong_is_not_saved_and_gets_the_keyboard(
    qtbot: QtBot, dialog: AccountsDialog, store: AccountStore
) -> None:
    type_in(qtbot, dialog.form.client_key, "two words")
    click(qtbot, dialog.save_button)
    assert dialog.form.rows["client_key"].problem()
    assert dialog.focusWidget() is dialog.form.client_key
    assert store.get(SHOP.id) == SHOP


def test_the_first_field_of_those_that_are_wrong_gets_the_keyboard(qtbot: QtBot, dialog: AccountsDialog) -> None:
    click(qtbot, dialog.add_button)
    dialog.form.go_to("operator_prices")  # far below
    click(qtbot, dialog.save_button)
    assert dialog.form.rows["environment"].problem()
    assert dialog.focusWidget() is dialog.form.name
    assert dialog.form.rows["name"].visibleRegion().boundingRect() == dialog.form.rows["name"].rect()


def test_an_account_can_be_completed_later(qtbot: QtBot, dialog: AccountsDialog, store: AccountStore) -> None:
    click(qtbot, dialog.add_button)
    type_in(qtbot, dialog.form.name, "Begun")
    # Whose messages reach customers is said, never taken for granted: not even that they do not.
    assert dialog.form.environment.currentText() == ""
    assert dialog.list.item(2).data(Qt.ItemDataRole.AccessibleTextRole) == "New account"
    click(qtbot, dialog.save_button)
    assert dialog.form.rows["environment"].problem() == "Choose what messages from this account reach."
    assert dialog.focusWidget() is dialog.form.environment
    assert names(dialog) == ["Shop", "Trial", "New account"]
    QTest.keyClick(dialog.form.environment, Qt.Key.Key_End)
    assert dialog.form.rows["environment"].problem() == ""
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    added = next(account for account in store.all() if account.name == "Begun")
    assert (added.environment, added.access_kind) == (Environment.PRODUCTION, AccessKind.MESSAGE)
    assert dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Begun, PRODUCTION"
    assert names(dialog) == ["Begun", "Shop", "Trial"]


def test_a_new_account_with_everything(qtbot: QtBot, dialog: AccountsDialog, store: AccountStore, vault: Vault) -> None:
    click(qtbot, dialog.add_button)
    assert names(dialog) == ["Shop", "Trial", "New account"]
    form = dialog.form
    type_in(qtbot, form.name, "New")
    form.environment.setCurrentIndex(form.environment.findData(Environment.PRODUCTION))
    type_in(qtbot, form.address, "https://c.example/v1")
    type_in(qtbot, form.application_id, "app")
    type_in(qtbot, form.client_key, "c")
    form.access_kind.setCurrentIndex(form.access_kind.findData(AccessKind.MASTER))
    type_in(qtbot, form.access_key, "a")
    form.limits.connect_timeout.setValue(3.5)
    form.limits.ceiling.setValue(50)
    form.limits.requests_per_second.setValue(3)
    assert form.limits.hold_seconds.value() == 5
    assert form.limits.hold_seconds.maximum() == 30
    form.limits.hold_seconds.setValue(12)
    assert (form.limits.keep_days.value(), form.limits.keep_days.maximum()) == (30, 3650)
    form.limits.keep_days.setValue(7)
    history = form.limits.history_days
    assert [history.itemText(row) for row in range(history.count())] == [
        "for ever",
        *(f"for {n} day(s)" for n in (30, 90, 365)),
    ]
    assert history.currentData() == 0
    history.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    added = next(account for account in store.all() if account.name == "New")
    assert added.address == "https://c.example/v1/"
    assert (added.environment, added.access_kind) == (Environment.PRODUCTION, AccessKind.MASTER)
    assert (added.connect_timeout, added.read_timeout, added.ceiling) == (3.5, 120.0, 50)
    assert added.requests_per_second == 3
    assert added.hold_seconds == 12
    assert (added.keep_days, added.history_days) == (7, 90)
    assert vault.load(added) == Keys("c", "a")


def test_the_wheel_over_a_field_without_the_keyboard_changes_nothing(qtbot: QtBot, dialog: AccountsDialog) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    dialog.form.name.setFocus()
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dialog.form.limits.ceiling, event)
    QApplication.sendEvent(dialog.form.environment, event)
    assert dialog.form.account() == SHOP


# --- unsaved changes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["save", "discard", "stay"])
def test_switching_asks_about_changes(
    qtbot: QtBot, dialog: AccountsDialog, store: AccountStore, answers: dict[str, object], answer: str
) -> None:
    answers["UnsavedQuestion"] = answer
    type_in(qtbot, dialog.form.name, "Changed")
    type_in(qtbot, dialog.form.session, "changed")
    dialog.list.setCurrentRow(1)
    ready(qtbot, dialog)
    assert answers["asked"] == [("UnsavedQuestion", "Changed")]
    saved = store.get(SHOP.id)
    assert saved is not None
    assert saved.name == ("Changed" if answer == "save" else "Shop")
    if answer == "stay":
        assert dialog.form.name.text() == "Changed"
        assert dialog.list.currentRow() == 0 or names(dialog)[dialog.list.currentRow()] == "Shop"
    else:
        qtbot.waitUntil(lambda: dialog.form.account().id == TRIAL.id)
        ready(qtbot, dialog)
        assert dialog.form.keys() == TRIAL_KEYS


@pytest.mark.parametrize(("answer", "closed"), [("discard", True), ("stay", False)])
def test_closing_asks_about_changes(
    qtbot: QtBot, dialog: AccountsDialog, answers: dict[str, object], answer: str, closed: bool
) -> None:
    answers["UnsavedQuestion"] = answer
    type_in(qtbot, dialog.form.name, "Changed")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden() is closed
    assert dialog.form.client_key.text() == ("" if closed else "shop-client")


def test_closing_can_save_first(qtbot: QtBot, dialog: AccountsDialog, vault: Vault, answers: dict[str, object]) -> None:
    answers["UnsavedQuestion"] = "save"
    type_in(qtbot, dialog.form.session, "changed")
    dialog.close()
    qtbot.waitUntil(dialog.isHidden)
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, session="changed")


def test_an_untouched_new_account_is_left_without_a_question(
    qtbot: QtBot, dialog: AccountsDialog, answers: dict[str, object]
) -> None:
    click(qtbot, dialog.add_button)
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    assert answers["asked"] == []
    assert names(dialog) == ["Shop", "Trial"]


# --- duplicating and deleting ------------------------------------------------------------------------------------


def test_a_duplicate_has_the_keys_and_a_name_of_its_own(
    qtbot: QtBot, dialog: AccountsDialog, store: AccountStore, vault: Vault
) -> None:
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.duplicate_button)
    copy = next(account for account in store.all() if account.name == "Shop (copy)")
    assert copy == dataclasses.replace(SHOP, id=copy.id, name="Shop (copy)")
    assert copy.id != SHOP.id
    assert vault.load(copy) == SHOP_KEYS
    assert dialog.form.account() == copy


def test_a_duplicate_of_keys_in_memory_stays_in_memory(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, keyring: FailingKeyring
) -> None:
    vault.keep_for_session(TRIAL, TRIAL_KEYS)
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    keyring.calls.clear()
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.duplicate_button)
    assert vault.is_for_session(dialog.form.account().id)
    assert keyring.calls == []


def test_deleting_takes_the_keys_too(
    qtbot: QtBot,
    dialog: AccountsDialog,
    store: AccountStore,
    keyring: FailingKeyring,
    answers: dict[str, object],
) -> None:
    answers["DeleteQuestion"] = False
    click(qtbot, dialog.delete_button)
    assert store.get(SHOP.id) == SHOP
    answers["DeleteQuestion"] = True
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.delete_button)
    assert answers["asked"] == [("DeleteQuestion", "Shop")] * 2
    assert [account.id for account in store.all()] == [TRIAL.id]
    assert list(keyring.items) == [(f"scoro-desktop/{TRIAL.id}", "keys")]
    assert not dialog.delete_button.isEnabled()

    # What stands in the place of a form is words, not a form of nothing that says "Production".
    assert dialog.none_chosen.isVisible()
    assert not dialog.form.name.isVisible()
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    assert dialog.form.name.isVisible()
    assert not dialog.none_chosen.isVisible()
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.delete_button)
    assert dialog.empty.isVisible()
    assert not dialog.none_chosen.isVisible()
    dialog.add()
    assert dialog.form.name.isVisible()
    assert not dialog.empty.isVisible()
    dialog.revert()
    assert dialog.empty.isVisible()


@pytest.mark.parametrize("all_the_same", [True, False])
def test_a_keyring_that_will_not_let_go(
    qtbot: QtBot,
    dialog: AccountsDialog,
    store: AccountStore,
    keyring: FailingKeyring,
    answers: dict[str, object],
    all_the_same: bool,
) -> None:
    keyring.fail_next("delete", LOCKED)
    answers["DeleteQuestion"], answers["KeysStayQuestion"] = True, all_the_same
    click(qtbot, dialog.delete_button)
    ready(qtbot, dialog)
    asked = answers["asked"]
    assert isinstance(asked, list)
    assert "locked" in asked[1][2]
    assert (store.get(SHOP.id) is None) is all_the_same


# --- the keyring -------------------------------------------------------------------------------------------------


def test_keys_that_could_not_be_stored_can_be_kept_for_the_session(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, keyring: FailingKeyring
) -> None:
    keyring.fail_next("set", LOCKED)
    type_in(qtbot, dialog.form.session, "changed")
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: "keys are not" in dialog.notice.text())
    assert "is locked" in dialog.notice.text()
    assert dialog.save_button.isEnabled()
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, action(dialog, "Keep until I close the app"))
    assert vault.is_for_session(SHOP.id)
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, session="changed")
    assert dialog.list.item(0).data(MARK) == "keys kept until the app closes"
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, action(dialog, "Save the keys in the keyring"))
    assert not vault.is_for_session(SHOP.id)
    assert dialog.list.item(0).data(MARK) == ""


def test_storing_can_be_tried_again(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, keyring: FailingKeyring
) -> None:
    keyring.fail_next("set", LOCKED)
    type_in(qtbot, dialog.form.session, "changed")
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: len(buttons_in(dialog.notice)) == 2)
    click(qtbot, action(dialog, "Try again"))
    ready(qtbot, dialog)
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, session="changed")


def test_keys_that_could_not_be_read_are_not_overwritten_by_half(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, keyring: FailingKeyring
) -> None:
    keyring.fail_next("get", LOCKED)
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    assert "could not be read" in dialog.notice.text()
    type_in(qtbot, dialog.form.session, "typed")
    click(qtbot, dialog.save_button)
    assert dialog.form.rows["client_key"].problem()
    assert vault.load(TRIAL) == TRIAL_KEYS
    type_in(qtbot, dialog.form.client_key, "c")
    type_in(qtbot, dialog.form.access_key, "a")
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    assert vault.load(TRIAL) == Keys("c", "a", "typed")


def test_reading_can_be_tried_again(qtbot: QtBot, dialog: AccountsDialog, keyring: FailingKeyring) -> None:
    keyring.fail_next("get", LOCKED)
    dialog.select(TRIAL.id)
    ready(qtbot, dialog)
    click(qtbot, action(dialog, "Try again"))
    ready(qtbot, dialog)
    assert dialog.form.keys() == TRIAL_KEYS


def test_the_window_lives_while_the_keyring_asks(
    qtbot: QtBot, book: AccountBook, background: Background, client: FakeClient
) -> None:
    asking = AskingKeyring()
    vault = Vault(asking, time_limit_s=10)
    dialog = AccountsDialog(book, vault, background, client)
    qtbot.addWidget(dialog)
    dialog.show()
    assert is_waiting(dialog)
    qtbot.waitUntil(dialog.list.isEnabled)
    assert is_waiting(dialog)
    assert not dialog.form.client_key.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert dialog.list.isEnabled()
    asking.answered.set()
    ready(qtbot, dialog)
    assert dialog.form.client_key.isEnabled()
    asking.answered.clear()
    type_in(qtbot, dialog.form.client_key, "typed")
    click(qtbot, dialog.save_button)
    assert not dialog.form.isEnabled()
    dialog.close()  # with the row and the keys still on their way: they are not lost
    qtbot.waitUntil(dialog.isHidden)
    assert vault.load(SHOP) == Keys("typed")
    asking.answered.set()
    qtbot.waitUntil(lambda: not vault.is_for_session(SHOP.id))
    assert vault.load(SHOP) == Keys("typed")


def test_the_keyring_is_named(qtbot: QtBot, dialog: AccountsDialog) -> None:
    qtbot.waitUntil(lambda: "FailingKeyring" in dialog.form.keyring_note.text())


@pytest.mark.parametrize("code", CODES)
def test_every_trouble_with_a_keyring_has_words_of_its_own(code: str) -> None:
    texts = {account_words.keyring_trouble(VaultError(each, "KWallet")) for each in CODES}
    assert len(texts) == len(CODES)
    assert code not in account_words.keyring_trouble(VaultError(code, "KWallet")).split() or code == "locked"
    assert "KWallet" in account_words.keyring_trouble(VaultError(code, "KWallet")) or code == "unsafe"


# --- the server --------------------------------------------------------------------------------------------------


def login_dialog(qtbot: QtBot, dialog: AccountsDialog, email: str, password: str) -> LoginDialog:
    """Opens the login, types and presses its button."""
    click(qtbot, dialog.form.login_button)
    (login,) = [each for each in dialog.findChildren(LoginDialog) if each.isVisible()]
    assert login.password.echoMode() is QLineEdit.EchoMode.Password
    type_in(qtbot, login.email, email)
    type_in(qtbot, login.password, password)
    QTest.keyClick(login.password, Qt.Key.Key_Return)
    return login


def test_logging_in_gives_a_session_to_save(
    qtbot: QtBot, dialog: AccountsDialog, vault: Vault, client: FakeClient
) -> None:
    login = login_dialog(qtbot, dialog, "a@example.org", " the pass word ")
    qtbot.waitUntil(login.isHidden)
    assert client.asked == [("login", "a@example.org", " the pass word "), ("close",)]
    assert client.made_with == [(SHOP, SHOP_KEYS)]
    assert login.password.text() == ""
    assert dialog.form.session.text() == "new-session"
    assert "the pass word" not in dialog.notice.text()
    ready(qtbot, dialog)
    with qtbot.waitSignal(dialog.accounts_changed):
        click(qtbot, dialog.save_button)
    assert vault.load(SHOP) == dataclasses.replace(SHOP_KEYS, session="new-session")


def test_a_refused_login_is_said_beside_the_password_and_can_be_tried_again(
    qtbot: QtBot, dialog: AccountsDialog, client: FakeClient
) -> None:
    client.login_result = Failure(Outcome.REFUSED, "server_said_no", error_message="Wrong password.")
    login = login_dialog(qtbot, dialog, "a@example.org", "wrong")
    qtbot.waitUntil(lambda: login.password_row.problem() == "The server refused: “Wrong password”.")
    assert (login.email.text(), login.password.text()) == ("a@example.org", "wrong")
    assert login.focusWidget() is login.password
    assert login.password.selectedText()
    client.login_result = Failure(Outcome.NOT_SENT, "no_route")
    QTest.keyClicks(login.password, "right")
    assert login.password_row.problem() == ""
    QTest.keyClick(login.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: login.trouble.text() == "Nothing answers at this address.")
    assert login.password.text() == "right"
    client.login_result = "new-session"
    QTest.keyClick(login.password, Qt.Key.Key_Return)
    qtbot.waitUntil(login.isHidden)
    assert dialog.form.session.text() == "new-session"
    assert client.asked[-2:] == [("login", "a@example.org", "right"), ("close",)]


def test_a_login_that_is_given_up_changes_nothing(
    qtbot: QtBot, dialog: AccountsDialog, client: FakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer, ended = threading.Event(), threading.Event(), threading.Event()

    def late(_email: str, _password: str) -> str:
        asked.set()
        answer.wait(10)
        return "too-late"

    monkeypatch.setattr(client, "login", late)
    monkeypatch.setattr(client, "close", ended.set)
    login = login_dialog(qtbot, dialog, "a@example.org", "pass")
    assert asked.wait(10)
    assert not login.password.isEnabled()
    login.reject()
    assert login.password.text() == ""
    assert not is_waiting(dialog)
    answer.set()
    assert ended.wait(10)
    qtbot.waitUntil(lambda: not [each for each in threading.enumerate() if each.name == "background"])
    QApplication.processEvents()
    assert dialog.form.keys() == SHOP_KEYS
    assert dialog.notice.text() == ""


def test_a_fault_of_our_own_in_a_login_is_said_there(
    qtbot: QtBot, dialog: AccountsDialog, client: FakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_email: str, _password: str) -> str:
        raise RuntimeError("secret text")

    monkeypatch.setattr(client, "login", broken)
    login = login_dialog(qtbot, dialog, "a@example.org", "pass")
    qtbot.waitUntil(lambda: login.trouble.text() == "Something went wrong in the app: RuntimeError")
    assert login.password.isEnabled()
    login.reject()


def test_a_login_needs_an_address(qtbot: QtBot, dialog: AccountsDialog, client: FakeClient) -> None:
    type_in(qtbot, dialog.form.address, "nowhere")
    click(qtbot, dialog.form.login_button)
    assert dialog.form.rows["address"].problem()
    assert not [each for each in dialog.findChildren(LoginDialog) if each.isVisible()]
    assert client.asked == []


def test_logging_out(qtbot: QtBot, dialog: AccountsDialog, client: FakeClient) -> None:
    click(qtbot, dialog.form.logout_button)
    ready(qtbot, dialog)
    assert client.asked == [("logout",), ("close",)]
    assert dialog.form.session.text() == ""
    assert not dialog.form.logout_button.isVisible()


def test_a_check_says_a_line_for_each_field(qtbot: QtBot, dialog: AccountsDialog, client: FakeClient) -> None:
    said_no = Failure(Outcome.REFUSED, "server_said_no", error_message="Wrong key")
    client.check_result = (
        FieldCheck("address", "accepted"),
        FieldCheck("client_key", "refused", said_no),
        FieldCheck("access_key", "untested"),
        FieldCheck("session", "untested", Failure(Outcome.NOT_SENT, "bad_account")),
    )
    click(qtbot, dialog.check_button)
    ready(qtbot, dialog)
    assert dialog.notice.text().split("\n") == [
        "The server refused: “Wrong key”.",
        "Address of the server: accepted",
        "Client key: refused",
        "Access key: not checked: only a real message would show it",
        "Session: not checked: correct it first",
    ]
    type_in(qtbot, dialog.form.client_key, "x")
    assert dialog.notice.text() == ""


@pytest.mark.parametrize(
    ("failure", "given", "first", "field"),
    [
        (Failure(Outcome.NOT_SENT, "bad_account"), "", "Result of the check", "missing"),
        (Failure(Outcome.NOT_SENT, "bad_account"), "a b", "Result of the check", "not checked: correct it first"),
        (Failure(Outcome.NOT_SENT, "name_not_found"), "x", "Result of the check", "not checked"),
        (
            Failure(Outcome.REFUSED, "server_said_no", "429", "busy"),
            "x",
            "The server was asked too often. Wait a minute, then try again.",
            "not checked",
        ),
        (
            Failure(Outcome.UNKNOWN, "server_failed", "500", "down"),
            "x",
            "The server failed: “down”. Try again later.",
            "not checked",
        ),
        (
            Failure(Outcome.REFUSED, "server_said_no", "403", "No."),
            "x",
            "The server refused: “No”.",
            "may be wrong, the server does not say which",
        ),
    ],
)
def test_a_check_says_the_words_of_the_server_once_and_first(
    qtbot: QtBot, dialog: AccountsDialog, client: FakeClient, failure: Failure, given: str, first: str, field: str
) -> None:
    dialog.form.access_key.setText(given)
    client.check_result = tuple(FieldCheck(each, "untested", failure) for each in ("client_key", "access_key"))
    click(qtbot, dialog.check_button)
    ready(qtbot, dialog)
    lines = dialog.notice.text().split("\n")
    assert (lines[0], lines[2]) == (first, f"Access key: {field}")
    assert dialog.notice.text().count(first) == 1


def test_a_fault_of_our_own_does_not_leave_the_form_waiting(
    qtbot: QtBot, dialog: AccountsDialog, client: FakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> tuple[FieldCheck, ...]:
        raise RuntimeError("secret text")

    monkeypatch.setattr(client, "check", broken)
    click(qtbot, dialog.check_button)
    ready(qtbot, dialog)
    assert "RuntimeError" in dialog.notice.text()
    assert "secret" not in dialog.notice.text()
    assert dialog.form.isEnabled()


# --- the small dialogs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [DeleteQuestion, KeysStayQuestion])
def test_deleting_is_never_the_default(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type[DeleteQuestion] | type[KeysStayQuestion]
) -> None:
    seen: list[tuple[str, str]] = []

    def look(box: DeleteQuestion | KeysStayQuestion) -> int:
        default = box.defaultButton()
        assert default is not None
        assert default is box.escapeButton()
        seen.append((default.text(), box.text()))
        return 0

    monkeypatch.setattr(kind, "exec", look)
    answer = DeleteQuestion.ask("Shop") if kind is DeleteQuestion else KeysStayQuestion.ask("Shop", "why")
    assert answer is False
    assert seen[0][0] == "Keep it"
    assert "“Shop”" in seen[0][1]
