"""A proxy that wants a name and a password, on real sockets: what the window says, and where the password is not."""

import base64
import contextlib
import logging
import os
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from scoro_desktop.curl.shell import Shell
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import KEYS, account_at
from tests.journey.sight import bytes_of_files, row_of, texts_of_the_app, words_in
from tests.scorocode.certificates import write_certificate
from tests.scorocode.socket_server import SocketServer, answer, receive

QUERY = '{"deviceType": "ios"}'
PASSWORD = "hunTer2pw"
TOKEN = base64.b64encode(f"bob:{PASSWORD}".encode())


class Network:
    """A server behind a proxy that asks for a name and a password."""

    def __init__(self, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.bodies: list[bytes] = []
        self.asked: list[bytes] = []
        self.refuses = b""
        self._ends = contextlib.ExitStack()
        self.server = self._ends.enter_context(SocketServer(self._serve, context))
        self.proxy = self._ends.enter_context(SocketServer(self._lead))

    def close(self) -> None:
        self._ends.close()

    def _serve(self, connection: socket.socket) -> None:
        while request := receive(connection):
            self.bodies.append(request)
            is_count, has_query = b"/data/count" in request.split(b"\r\n", 1)[0], b"deviceType" in request
            number = b'"result":%d' % (7 if has_query else 100) if is_count else b'"count":7'
            connection.sendall(answer(b'{"error":false,%s}' % number))

    def _lead(self, connection: socket.socket) -> None:
        asked = receive(connection)
        self.asked.append(asked)
        if b"Basic " + TOKEN not in asked:
            wants = 'Proxy-Authenticate: Basic realm="office"'
            connection.sendall(answer(asked, "407 Proxy Authentication Required", wants))
            return
        if self.refuses:
            connection.sendall(self.refuses)
            return
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.server.port)) as onward:
            back = threading.Thread(target=hand_on, args=(onward, connection))
            back.start()
            hand_on(connection, onward)
            back.join(10)


def hand_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    certificate = write_certificate(tmp_path)
    found = Network(certificate)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield found
    found.close()


def begun(start: Start, have_account: HaveAccount, person: Person, network: Network) -> MainWindow:
    have_account(account_at(f"https://shop.test:{network.server.port}/api/v1/"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Autumn sale", QUERY)
    return window


Through = Callable[[str], MainWindow]


@pytest.fixture
def through(
    start: Start,
    have_account: HaveAccount,
    person: Person,
    network: Network,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Through:
    """Opens the window with the proxy of the network in this computer's setting, behind a login; all is logged."""

    def opened(login: str) -> MainWindow:
        caplog.set_level(logging.DEBUG)
        monkeypatch.setenv("HTTPS_PROXY", f"http://{login}127.0.0.1:{network.proxy.port}")
        return begun(start, have_account, person, network)

    return opened


def nowhere(data_dir: Path, told: str) -> None:
    """Has the password stand in no text of the app, no file, no message of a library, and no command line."""
    files = bytes_of_files(data_dir)
    for secret in (PASSWORD, TOKEN.decode()):
        assert secret not in texts_of_the_app()
        assert secret.encode() not in files
        assert secret not in told
        assert secret not in Path(f"/proc/{os.getpid()}/cmdline").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_what_is_sent_goes_through_it_and_the_server_never_sees_the_password(
    through: Through, person: Person, data_dir: Path, network: Network, caplog: pytest.LogCaptureFixture
) -> None:
    window = through(f"bob:{PASSWORD}@")
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert row_of(window)["outcome"] == "Sent"
    window.curl.copy(Shell.POSIX, with_keys=False)
    person.settle()
    assert "curl" in QGuiApplication.clipboard().text()
    assert PASSWORD not in QGuiApplication.clipboard().text()
    sent = b"".join(network.bodies)
    assert b"Autumn sale" in sent
    assert b"Proxy-Authorization" not in sent
    assert all(TOKEN in each for each in network.asked)
    nowhere(data_dir, caplog.text)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize(
    ("login", "answers", "result", "happened"),
    [
        (
            "bob:hunTer2pw1@",
            b"",
            "Proxy wants a password",
            "wants a user name and a password, or other ones than it was",
        ),
        ("", b"", "Proxy wants a password", "wants a user name and a password, or other ones than it was given."),
        (f"bob:{PASSWORD}@", answer(b"<p>bob:hunTer2pw</p>", "502 Bad Gateway"), "Stopped by the proxy", "502"),
        (f"bob:{PASSWORD}@", answer(b"", "403 Forbidden"), "Stopped by the proxy", "403"),
        (f"bob:{PASSWORD}@", b"?", "Stopped by the proxy", "did not let the app through"),
    ],
)
def test_a_proxy_that_does_not_let_through_is_said(
    through: Through,
    person: Person,
    data_dir: Path,
    network: Network,
    caplog: pytest.LogCaptureFixture,
    login: str,
    answers: bytes,
    result: str,
    happened: str,
) -> None:
    network.refuses = answers
    window = through(login)
    person.wait_for_no_count(window)
    dialog = person.press_send(window)
    person.click(dialog.acknowledged)
    person.confirm(window, dialog)
    assert (row_of(window)["outcome"], row_of(window)["result"]) == ("Not sent", result)
    details = person.open_details(window)
    words = words_in(details) + texts_of_the_app()
    assert happened in words
    assert "Nothing was sent." in words
    assert network.bodies == []
    nowhere(data_dir, caplog.text)
    details.close()
