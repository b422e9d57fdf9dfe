"""Tests of faults before the connection is there, when nothing can have left; and of the same breaks over TLS."""

import socket
import ssl
import struct
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scoro_desktop.scorocode.replies import Outcome
from tests.faults.wire_acts import HEAD, SHORT, Act, after, drip, faulty, flood, stall
from tests.faults.wire_server import GOOD, Outlet, WireServer
from tests.scorocode.accounts import SECRETS
from tests.scorocode.sending import closed_port
from tests.scorocode.socket_server import SocketServer, answer, receive, reset


def test_nobody_listens(way_out: Outlet) -> None:
    row = way_out.send(f"http://127.0.0.1:{closed_port()}/api/v1/")
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "no_route")


def test_a_name_that_is_not_found(way_out: Outlet) -> None:
    row = way_out.send("https://nowhere.invalid/api/v1/")
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "name_not_found")


def test_a_name_that_is_looked_up_for_ever(way_out: Outlet, monkeypatch: pytest.MonkeyPatch) -> None:
    answered, find = threading.Event(), socket.getaddrinfo

    def slow(*args: Any, **options: Any) -> Any:
        answered.wait(20)
        return find(*args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with WireServer(lambda connection: connection.recv(1)) as server:
        row = way_out.send(server.address, connect=SHORT)
        answered.set()
        assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "connect_timeout")
        assert server.connections == 0


@pytest.mark.parametrize("when", ["handshake", "answer"])
def test_a_drip_within_tls_within_tls(
    when: str, way_out: Outlet, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind an https proxy every byte of a record would have the limit for itself."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))

    def act(server: SocketServer, connection: Any) -> None:
        receive(connection)
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        if when == "answer":
            inner = TlsWithin(connection, encrypted(certificate))
            inner.read_request()
        connection.sendall(struct.pack(">BHH", 23 if when == "answer" else 22, 0x0303, 16_000))
        while not server.stop.wait(0.02):
            connection.sendall(b"x")

    with SocketServer(lambda connection: act(proxy, connection), encrypted(certificate)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address.removesuffix("/api/v1/"))
        row = way_out.send("https://shop.test/api/v1/", connect=1.0, read=1.0)
    if when == "answer":
        assert (row.outcome, row.reason) == (Outcome.UNKNOWN, "read_timeout"), row
    else:
        assert row.outcome is Outcome.NOT_SENT, row


class TlsWithin:
    """The server's end of TLS over a connection that is TLS already."""

    def __init__(self, connection: Any, context: ssl.SSLContext) -> None:
        self._connection = connection
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._do(self._tls.do_handshake)

    def read_request(self) -> bytes:
        data = b""
        while not data.endswith(b"}"):
            data += self._do(lambda: self._tls.read(65536))
        return data

    def _do(self, step: Callable[[], Any]) -> Any:
        while True:
            try:
                return step()
            except ssl.SSLWantReadError:
                pass
            finally:
                self._connection.sendall(self._outgoing.read())
            self._incoming.write(self._connection.recv(65536))


def encrypted(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def hello_and(data: bytes, *, hard: bool = False) -> Callable[[socket.socket], None]:
    """Takes the client's greeting, says something that is no TLS, and ends or resets."""

    def behave(connection: socket.socket) -> None:
        connection.recv(5)
        connection.sendall(data)
        if hard:
            reset(connection)

    return behave


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        (hello_and(b""), "tls"),
        (hello_and(b"", hard=True), "tls"),
        (hello_and(b"HTTP/1.1 400 Bad Request\r\n\r\n"), "tls"),
        (hello_and(b"\x15\x03\x01\x00\x02\x02\x28"), "tls"),  # an alert: handshake_failure
        (hello_and(struct.pack(">BHH", 22, 0x0303, 16000) + bytes(100)), "tls"),
        (lambda connection: connection.recv(1 << 20) and connection.recv(1 << 20), "connect_timeout"),
    ],
)
def test_a_handshake_that_comes_to_nothing(
    behave: Callable[[socket.socket], object], reason: str, way_out: Outlet
) -> None:
    with SocketServer(behave) as server:
        address = server.address.replace("http:", "https:")
        row = way_out.send(address, connect=SHORT if reason == "connect_timeout" else 10.0)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, reason), row
    assert server.connections <= 1  # the system may have taken it before the server came to


def test_a_certificate_that_nobody_vouches_for_and_one_for_another_name(
    way_out: Outlet, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WireServer(lambda connection: connection.recv(1), encrypted(certificate)) as server:
        row = way_out.send(server.address)
        assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "tls"), row
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        row = way_out.send(server.address.replace("127.0.0.1", "localhost"))
        assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "tls"), row
        assert server.posts == []


@pytest.mark.parametrize(
    ("act", "reasons"),
    [
        (after(b""), {"reset"}),
        (after(HEAD), {"cut_off"}),
        (after(GOOD[:-1]), {"cut_off"}),
        (after(b"HTTP/1.1 404 Not Found\r\n"), {"cut_off"}),
        (stall(), {"read_timeout"}),
        (drip(HEAD, b"\r\nX: "), {"read_timeout"}),
        (flood(b"HTTP/1.1 200 OK\r\n\r\n"), {"too_long"}),
    ],
)
def test_the_same_over_tls(
    act: Act, reasons: set[str], way_out: Outlet, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    limit = SHORT if "read_timeout" in reasons else 10.0
    row = faulty(act, way_out, posts=1, read=limit, tls=encrypted(certificate))
    assert (row.outcome, row.reason in reasons) == (Outcome.UNKNOWN, True), row


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (answer(b"", "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="x"'), "proxy_login"),
        (answer(b"", "403 Forbidden"), "proxy"),
        (answer(b"", "504 Gateway Timeout"), "proxy"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "proxy"),
        (b"", "proxy"),
        (b"HTTP/1.1 200 Connection established\r\n\r\n", "tls"),
        (b"HTTP/1.1 200 Connection established\r\n\r\nno TLS", "tls"),
    ],
)
def test_a_proxy_that_does_not_lead_there(
    said: bytes, reason: str, way_out: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        seen.append(receive(connection))
        connection.sendall(said)
        if b"established" in said:
            connection.recv(65536)  # what is left unread would make a reset of the end

    with SocketServer(behave) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        row = way_out.send("https://shop.test/api/v1/")
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, reason), row
    assert seen[0].startswith(b"CONNECT shop.test:443 HTTP/1.")
    assert proxy.connections == 1
    assert not any(secret.encode() in seen[0] for secret in SECRETS)
