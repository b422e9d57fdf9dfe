"""Way 3: a developer's curl command fills the form, and what is on the screen or in the history copies back out as one.

Keys go into an account or nowhere, and out only when they are asked for.
"""

import dataclasses
import json
import logging
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from scoro_desktop import wire
from scoro_desktop.app import Application
from scoro_desktop.curl.reading import read_curl
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.channels.push.iphone_form import CUSTOM
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import bytes_of_files, row_of, texts_of_the_app, words_in
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS
from tests.storage.keyrings import MemoryKeyring

# As the reference has them ("Messages", "cURL example").
PUSH_COMMAND = """curl -X POST -H "Content-Type: application/json" -d '{
    "app": "db8a1b41b8543397a798a181d9891b4c",
    "cli": "ad6a8fe72ef7dfb9c46958aacb15196a",
    "acc": "fb33e473e08515ff6b57ef6f59392e5d",
    "sess": "rYgRe6xL2y8VccMJ",
    "coll": "devices",
    "query": {
        "userId": {
            "$exists": true
        }
    },
    "msg": {
         "data": {
          "gcm": {
                "protocol": "http",
                "notification": {
                    "body" : "great match!",
                    "title" : "Portugal vs. Denmark",
                    "icon" : "myicon"
                },
                "data": {
                    "key": "value"
                }
            },
            "apns": {
                "aps" : {
                    "alert" : {
                        "title" : "Portugal vs. Denmark",
                        "body" : "great match!",
                        "action-loc-key" : "Watch"
                    },
                    "badge" : 5
                },
                "acme1" : "bar",
                "acme2" : [ "bang",  "whiz" ]
            }
        }
    }
}' "https://api.scorocode.ru/api/v1/sendpush"
"""
SMS_COMMAND = """curl -X POST -H "Content-Type: application/json" -d '{
    "app": "db8a1b41b8543397a798a181d9891b4c",
    "cli": "ad6a8fe72ef7dfb9c46958aacb15196a",
    "acc": "fb33e473e08515ff6b57ef6f59392e5d",
    "sess": "rYgRe6xL2y8VccMJ",
    "coll": "users",
    "query": {
        "phone": {
            "$exists": true
        }
    },
    "msg": {
        "text": "SMS text"
    }
}' "https://api.scorocode.ru/api/v1/sendsms"
"""
APPLICATION = "db8a1b41b8543397a798a181d9891b4c"
KEYS = Keys("ad6a8fe72ef7dfb9c46958aacb15196a", "fb33e473e08515ff6b57ef6f59392e5d", "rYgRe6xL2y8VccMJ")
SECRETS = (KEYS.client_key, KEYS.access_key, KEYS.session)

HARD = 'it\'s "50%" off: `date` $HOME \\ !x \U0001f600 Привет'

# Stands in for curl where there is none, and writes down what it sends.
STAND_IN = """
import os, sys, urllib.request
_, x, method, address, h, header, d, data = sys.argv
assert (x, h, d) == ("-X", "-H", "-d")
with open(os.environ["RECORD"], "wb") as record:
    record.write(os.fsencode(data))
name, _, value = header.partition(": ")
request = urllib.request.Request(address, os.fsencode(data), {name: value}, method=method)
direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
print(direct.open(request).read().decode())
"""


def open_import(person: Person, window: MainWindow) -> ImportDialog:
    """Opens the dialog with its keys."""
    with person.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    return shown(window, ImportDialog)


def paste(person: Person, dialog: ImportDialog, command: str) -> None:
    """Pastes, and waits until it was read."""
    with person.qtbot.waitSignal(dialog.read, timeout=WAIT_MS):
        person.paste(dialog.editor, command)


def import_command(person: Person, window: MainWindow, command: str) -> None:
    dialog = open_import(person, window)
    paste(person, dialog, command)
    person.press(dialog, "Fill the form")


def put_stand_in(folder: Path) -> None:
    """A `curl` in a folder. A shell starts its Python: no first line of a script names a folder with a space in it."""
    script = folder / "stand_in.py"
    script.write_text(STAND_IN, "utf-8")
    program = folder / "curl"
    command = " ".join(map(shlex.quote, (sys.executable, "-I", "-S", str(script))))
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
    program.chmod(0o755)


def choose(menu: CopyMenu, *texts: str) -> None:
    """Chooses from a menu by the beginnings of its words."""
    actions = menu.actions()
    for text in texts:
        (action,) = (each for each in actions if each.text().startswith(text))
        menu_below = action.menu()
        actions = menu_below.actions() if isinstance(menu_below, QMenu) else []
    action.trigger()


def copied() -> str:
    return QApplication.clipboard().text()


def test_the_push_of_the_contract_fills_every_field(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    window.tabs.setCurrentIndex(1)
    dialog = open_import(person, window)
    assert not dialog.fill.isEnabled()
    paste(person, dialog, PUSH_COMMAND)
    person.qtbot.waitUntil(lambda: "Portugal" in words_in(dialog), timeout=WAIT_MS)
    said = words_in(dialog)
    for text in (
        "Portugal vs. Denmark\ngreat match!",
        'Devices that match this query: { "userId": { "$exists": true } }',
        "The command goes to https://api.scorocode.ru/api/v1/. From here it goes to http://127.0.0.1:",
        "for another application",
        "The command carries keys.",
    ):
        assert text in said
    person.press(dialog, "Fill the form")

    assert window.tab.channel is Channel.PUSH
    form = window.tab.form
    assert isinstance(form, PushForm)
    on_screen = {
        (name, *path): form_of.field(*path).value()
        for name, form_of, paths in (
            (
                "gcm",
                form.android,
                (
                    ("protocol",),
                    ("notification", "title"),
                    ("notification", "body"),
                    ("notification", "icon"),
                    ("data",),
                ),
            ),
            (
                "apns",
                form.iphone,
                (
                    ("aps", "alert", "title"),
                    ("aps", "alert", "body"),
                    ("aps", "alert", "action-loc-key"),
                    ("aps", "badge"),
                    (CUSTOM,),
                ),
            ),
        )
        for path in paths
    }
    assert on_screen == {
        ("gcm", "protocol"): "http",
        ("gcm", "notification", "title"): "Portugal vs. Denmark",
        ("gcm", "notification", "body"): "great match!",
        ("gcm", "notification", "icon"): "myicon",
        ("gcm", "data"): {"key": "value"},
        ("apns", "aps", "alert", "title"): "Portugal vs. Denmark",
        ("apns", "aps", "alert", "body"): "great match!",
        ("apns", "aps", "alert", "action-loc-key"): "Watch",
        ("apns", "aps", "badge"): 5,
        ("apns", CUSTOM): {"acme1": "bar", "acme2": ["bang", "whiz"]},
    }
    assert "Also sent" not in words_in(form)
    assert json.loads(window.tab.audience.editor.text()) == {"userId": {"$exists": True}}
    assert window.tab.draft().request().to_wire() == EXAMPLE_PUSH

    counted = person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert row_of(window)["outcome"] == "Sent"
    assert application.services.sandbox is not None
    assert application.services.sandbox.deliveries()[0].count == counted > 0


def test_the_sms_of_the_contract_fills_every_field(window: MainWindow, person: Person) -> None:
    import_command(person, window, SMS_COMMAND)
    assert window.tab.channel is Channel.SMS
    assert window.tab.audience.collection() == "users"
    assert window.tab.draft().request().to_wire() == EXAMPLE_SMS
    assert "Also sent" not in words_in(window.tab.form)
    assert person.wait_for_count(window) > 0


def test_what_stood_in_the_form_before_comes_back(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Half written", '{"deviceType": ')
    import_command(person, window, PUSH_COMMAND)
    person.click(window.notice.action)
    assert window.tab.draft().message.summary() == "Half written"
    assert window.tab.audience.text() == '{"deviceType": '


def test_the_keys_go_into_an_account_and_nowhere_else(
    start: Start, person: Person, data_dir: Path, keyring: MemoryKeyring, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def nowhere() -> None:
        window.save()
        QApplication.clipboard().clear()  # they came from there
        on_disk, on_screen = bytes_of_files(data_dir), texts_of_the_app()
        for secret in SECRETS:
            assert secret.encode() not in on_disk
            assert secret not in on_screen
            assert secret not in caplog.text

    application = start()
    window = application.window
    dialog = open_import(person, window)
    paste(person, dialog, PUSH_COMMAND)
    person.press(dialog, "Save the keys in a new account…")
    accounts = shown(window, AccountsDialog)
    person.wait_until_free(accounts)
    assert not any(secret in words_in(accounts) for secret in SECRETS)
    person.fill(accounts.form.name, "From curl")
    person.save_account(accounts)
    person.press(accounts, "Close")

    (kept,) = application.services.accounts.all()
    assert (kept.name, kept.address, kept.application_id) == (
        "From curl",
        "https://api.scorocode.ru/api/v1/",
        APPLICATION,
    )
    assert (kept.environment, kept.access_kind) == (Environment.PRODUCTION, AccessKind.MESSAGE)
    assert Vault(keyring).load(kept) == KEYS
    assert "There is already an account for this application: From curl — PRODUCTION." in words_in(dialog)

    editor = dialog.editor
    person.press(dialog, "Fill the form")
    assert editor.text() == ""
    editor.undo()
    assert editor.text() == ""
    nowhere()
    person.confirm(window, person.press_send(window))
    nowhere()
    window = start().window
    assert window.tab.draft().message.summary() == "Portugal vs. Denmark"
    nowhere()


def test_keys_that_are_not_kept_are_forgotten(window: MainWindow, person: Person, data_dir: Path) -> None:
    dialog = open_import(person, window)
    editor = dialog.editor
    paste(person, dialog, SMS_COMMAND)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert editor.text() == ""
    assert window.tabs.currentIndex() == 0
    window.save()
    assert not any(secret.encode() in bytes_of_files(data_dir) for secret in SECRETS)
    assert not any(secret in texts_of_the_app() for secret in SECRETS)


def prepare(application: Application, person: Person) -> bytes:
    """Writes a message that no shell likes, and gives the bytes that the app would send."""
    window = application.window
    person.write_push(window, HARD, '{"deviceType": "ios", "city": {"$ne": "it\'s $HOME"}}')
    person.wait_for_count(window)
    account, keys = application.services.sandbox_account, application.services.sandbox_keys
    assert account is not None
    assert keys is not None
    envelope = {"app": account.application_id, "cli": keys.client_key, "acc": keys.access_key}
    return wire.compact({**envelope, **window.tab.draft().request().to_wire()})


def paste_into_bash(command: str, **variables: str) -> bytes:
    """Runs the command in bash as at a prompt, and returns its output."""
    done = subprocess.run(
        ["bash"],
        input=f"set -o history -o histexpand\n{command}\n".encode(),
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "LC_ALL": "C", "NO_PROXY": "*", **variables},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_what_is_copied_sends_the_same_from_bash(start: Start, person: Person, tmp_path: Path) -> None:
    application = start()
    window = application.window
    expected = prepare(application, person)
    counted = person.wait_for_count(window)
    with person.answering(KeysQuestion, lambda question: person.press(question, "Copy with keys")):
        choose(window.tab.preview.curl, "With the keys", "POSIX")
    put_stand_in(tmp_path)
    record = tmp_path / "record"
    answer = paste_into_bash(copied(), PATH=f"{tmp_path}:{os.environ['PATH']}", RECORD=str(record))
    assert record.read_bytes() == expected
    assert json.loads(answer) == {"count": counted, "error": False}
    assert application.services.sandbox is not None
    (delivery,) = application.services.sandbox.deliveries()
    assert (delivery.title, delivery.count) == (HARD, counted)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_what_is_copied_is_sent_by_curl_itself(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    prepare(application, person)
    counted = person.wait_for_count(window)
    with person.answering(KeysQuestion, lambda question: person.press(question, "Copy with keys")):
        choose(window.bar.curl, "With the keys", "POSIX")
    assert json.loads(paste_into_bash(copied())) == {"count": counted, "error": False}
    assert application.services.sandbox is not None
    assert application.services.sandbox.deliveries()[0].title == HARD


@pytest.mark.parametrize("shell", ["POSIX", "Command Prompt", "PowerShell"])
def test_keys_are_masked_unless_they_are_asked_for(start: Start, person: Person, shell: str) -> None:
    application = start()
    window = application.window
    prepare(application, person)
    keys = application.services.sandbox_keys
    assert keys is not None
    choose(window.tab.preview.curl, shell)
    assert "YOUR_CLIENT_KEY" in copied()
    assert keys.client_key not in copied()
    assert keys.access_key not in copied()
    # It reads back as it was, in any of the three.
    reading = read_curl(copied())
    assert reading.request == window.tab.draft().request()
    assert (reading.keys.cli, reading.keys.acc) == ("", "")

    before = copied()
    with person.answering(KeysQuestion, lambda question: person.press(question, "Cancel")):
        choose(window.tab.preview.curl, "With the keys", shell)
    assert copied() == before


def test_a_send_copies_for_where_it_went_without_keys(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    prepare(application, person)
    sent = window.tab.draft().request()
    account = window.current.account
    assert isinstance(account, Account)
    person.confirm(window, person.press_send(window))
    person.click(window.tools.new)
    person.select_row(window)
    (menu,) = (action.menu() for action in window.history.table.actions() if action.text() == "Copy as curl")
    assert isinstance(menu, CopyMenu)
    details = person.open_details(window)
    copy = shown(details, QPushButton, "Copy as curl")
    from_details = copy.menu()
    assert isinstance(from_details, CopyMenu)
    for each in (menu, from_details):
        assert [action.text() for action in each.actions()] == [
            "POSIX shell (macOS, Linux)",
            "Command Prompt (Windows cmd)",
            "PowerShell (Windows)",
            "",
            "With the keys of the account",
        ]
        QApplication.clipboard().clear()
        choose(each, "POSIX")
        reading = read_curl(copied())
        assert reading.request == sent
        assert reading.address == account.address
        assert reading.keys.app == account.application_id
        assert {reading.keys.cli, reading.keys.acc, reading.keys.sess} == {""}
    details.close()
    person.qtbot.waitUntil(lambda: not details.isVisible(), timeout=WAIT_MS)


def test_a_send_copies_with_the_keys_of_the_account_in_use_where_they_belong_to_it(
    start: Start, person: Person, tmp_path: Path
) -> None:
    application = start()
    window = application.window
    expected = prepare(application, person)
    person.confirm(window, person.press_send(window))
    person.select_row(window)
    (menu,) = (action.menu() for action in window.history.table.actions() if action.text() == "Copy as curl")
    assert isinstance(menu, CopyMenu)
    with person.answering(KeysQuestion, lambda question: person.press(question, "Copy with keys")):
        choose(menu, "With the keys", "POSIX")
    put_stand_in(tmp_path)
    record = tmp_path / "record"
    paste_into_bash(copied(), PATH=f"{tmp_path}:{os.environ['PATH']}", RECORD=str(record))
    assert record.read_bytes() == expected

    account, keys = window.current.account, window.current.keys
    assert account is not None
    said: list[str] = []
    for other in (
        dataclasses.replace(account, application_id="another"),
        dataclasses.replace(account, address="http://127.0.0.1:9/api/v1/"),  # keys never go to another server
    ):
        window.current.choose(other, keys)
        QApplication.clipboard().setText("before")
        with person.answering(CannotCopy, lambda box: said.append(box.informativeText())):
            choose(menu, "With the keys", "POSIX")
        assert copied() == "before"
    assert (
        said
        == ["It was sent through “Sandbox”. Choose that account in the window to copy the command with its keys."] * 2
    )
