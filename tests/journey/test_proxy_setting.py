"""A proxy in the settings of the computer: what cannot be used is said in words, and its password stands nowhere."""

import logging
import socket
from pathlib import Path

import pytest

from scoro_desktop.ui.window.error_presenter import ErrorPresenter
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import KEYS, account_at
from tests.journey.sight import bytes_of_files, row_of, texts_of_the_app, words_in

QUERY = '{"deviceType": "ios"}'
PASSWORD = "hunTer2pw"


@pytest.mark.parametrize(
    ("setting", "count", "result", "happened", "next_step"),
    [
        (
            "http://bob:hunTer2pw#1@127.0.0.1:3128",
            "This computer's proxy setting cannot be read: nothing was asked.",
            "Proxy setting not readable",
            "This computer's proxy setting cannot be read, so nothing was tried.",
            "signs such as # and / are written as %23 and %2F",
        ),
        (
            "socks5://bob:hunTer2pw@127.0.0.1:3128",
            "This computer's proxy is of a kind that the app cannot use.",
            "Kind of proxy not supported",
            "This computer's proxy setting names a kind of proxy that the app cannot use: it knows http and https.",
            "Ask whoever runs your network.",
        ),
        (
            "http://bob:hunTer2pw%23@127.0.0.1:{closed}",
            "The proxy would not connect to the server.",
            "Stopped by the proxy",
            "The proxy of your network could not be reached, or did not let the app through.",
            "Ask whoever runs your network.",
        ),
    ],
)
def test_a_proxy_that_cannot_be_used(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    setting: str,
    count: str,
    result: str,
    happened: str,
    next_step: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", setting.format(closed=port))
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("https_proxy", raising=False)
    have_account(account_at("https://api.example.org/api/v1/"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Autumn sale", QUERY)
    person.wait_for_no_count(window)
    assert window.tab.audience.count.why() == count
    dialog = person.press_send(window)
    person.click(dialog.acknowledged)
    person.confirm(window, dialog)
    assert (row_of(window)["outcome"], row_of(window)["result"]) == ("Not sent", result)
    details = person.open_details(window)
    words = words_in(details)
    assert happened in words
    assert "Nothing was sent." in words
    assert next_step in words
    assert PASSWORD not in texts_of_the_app()
    assert PASSWORD.encode() not in bytes_of_files(data_dir)
    assert PASSWORD not in caplog.text
    details.close()


def test_the_password_of_a_proxy_is_taken_out_of_technical_texts(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://bob:hunTer2pw%23@127.0.0.1:{port}")
    have_account(account_at("https://api.example.org/api/v1/"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Autumn sale", QUERY)
    person.wait_for_no_count(window)
    desk = window.findChild(ErrorPresenter)
    assert isinstance(desk, ErrorPresenter)
    desk.show("RuntimeError: http://bob:hunTer2pw%23@127.0.0.1, hunTer2pw#, Basic Ym9iOmh1blRlcjJwdyM= failed")
    desk.show_details()
    assert "RuntimeError" in texts_of_the_app()
    for secret in ("hunTer2pw", "Ym9iOmh1blRlcjJwdyM"):
        assert secret not in texts_of_the_app()
        assert secret.encode() not in bytes_of_files(data_dir)
