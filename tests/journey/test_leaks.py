"""No key in files, log, titles, texts or clipboard, not even where a server throws them back or points elsewhere."""

import json
import logging
import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import KEYS, MATCHING, SECRETS, FailingServer, account_at
from tests.journey.sight import bytes_of_files, row_of, texts_of_the_app, words_in
from tests.scorocode.socket_server import SocketServer, answer

QUERY = '{"deviceType": "ios"}'


def nowhere(caplog: pytest.LogCaptureFixture, data_dir: Path) -> None:
    on_disk, on_screen = bytes_of_files(data_dir), texts_of_the_app()
    for secret in SECRETS:
        assert secret.encode() not in on_disk
        assert secret not in on_screen
        assert secret not in caplog.text
        assert secret not in QApplication.clipboard().text()


def test_a_server_that_throws_the_keys_back(
    start: Start, have_account: HaveAccount, person: Person, data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with FailingServer(lambda connection: None) as server:

        def echo(connection: socket.socket) -> None:
            body = json.dumps(server.sends[-1])
            refusal = json.dumps({"error": True, "errCode": 400, "errMsg": f"What is this? {body}"})
            connection.sendall(answer(refusal.encode(), "400 Bad Request"))

        server.on_send = echo
        have_account(account_at(server.address), KEYS)
        application = start()
        window = application.window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", QUERY)
        person.wait_for_count(window, MATCHING)
        nowhere(caplog, data_dir)

        preview = window.tab.preview
        preview.pages.setCurrentIndex(preview.pages.count() - 1)  # the request
        person.press(preview, "Copy")
        copied = json.loads(QApplication.clipboard().text())
        assert copied["app"] == "the-application"
        assert copied["cli"] == copied["acc"] == copied["sess"] == "••••••••"
        assert copied["query"] == {"deviceType": "ios"}

        dialog = person.press_send(window)
        nowhere(caplog, data_dir)
        person.confirm(window, dialog)
        assert server.sends[0]["acc"] == KEYS.access_key
        assert row_of(window)["outcome"] == "Refused"
        assert "•••" in row_of(window)["result"]
        details = person.open_details(window)
        assert "What is this?" in words_in(details)
        nowhere(caplog, data_dir)
        copies = [button for button in details.findChildren(QPushButton) if button.text() == "Copy"]
        assert len(copies) == 2
        for button in copies:
            person.click(button)
            assert "Hello" in QApplication.clipboard().text()
            nowhere(caplog, data_dir)
        assert any("•••" in box.toPlainText() for box in details.findChildren(QPlainTextEdit))
        details.close()


def test_the_dialog_of_accounts_masks_keys_until_they_are_to_be_shown(
    start: Start, have_account: HaveAccount, person: Person, data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with FailingServer(lambda connection: None) as server:
        have_account(account_at(server.address), KEYS)
        window = start().window
        person.wait_for_keys(window)
        dialog = person.open_accounts(window)
        assert dialog.form.access_key.text() == KEYS.access_key
        nowhere(caplog, data_dir)
        person.click(dialog.form.access_key.toggle)
        assert dialog.form.access_key.displayText() == KEYS.access_key
        assert dialog.form.client_key.displayText() != KEYS.client_key
        person.click(dialog.form.access_key.toggle)
        nowhere(caplog, data_dir)
        person.press(dialog, "Check")
        person.wait_until_free(dialog)
        assert "No right to read" in dialog.notice.text() or "accepted" in dialog.notice.text()
        nowhere(caplog, data_dir)
        field, held = dialog.form.access_key, []
        dialog.finished.connect(lambda: held.append(field.text()))
        person.press(dialog, "Close")
        assert held == [""]  # closed, the form holds no key any more


@pytest.mark.parametrize(
    ("status", "outcome", "said"),
    [
        ("302 Found", "Unknown", "It may have reached everyone it was meant for, some of them, or nobody."),
        ("303 See Other", "Unknown", "It may have reached everyone it was meant for, some of them, or nobody."),
        ("307 Temporary Redirect", "Refused", "Nothing was sent."),
        ("308 Permanent Redirect", "Refused", "Nothing was sent."),
    ],
)
def test_nobody_else_is_told_where_a_server_points_to_another(
    start: Start, have_account: HaveAccount, person: Person, status: str, outcome: str, said: str
) -> None:
    with SocketServer(lambda connection: connection.recv(65536)) as other:
        elsewhere = answer(b"", status, f"Location: {other.address}sendpush")
        with FailingServer(lambda connection: connection.sendall(elsewhere)) as server:
            have_account(account_at(server.address), KEYS)
            window = start().window
            person.wait_for_keys(window)
            person.write_push(window, "Hello", QUERY)
            person.wait_for_count(window, MATCHING)
            person.confirm(window, person.press_send(window))
            row = row_of(window)
            assert (row["outcome"], row["result"]) == (outcome, "Pointed to another address")
            details = person.open_details(window)
            assert "your keys stay where they belong" in words_in(details)
            assert said in words_in(details)
            details.close()
            assert len(server.sends) == 1
        assert other.connections == 0
