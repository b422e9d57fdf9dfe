"""Tests of whom the client believes, on real TLS sockets."""

import socket
import ssl
import time
from pathlib import Path

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from tests.scorocode.accounts import KEYS, an_account
from tests.scorocode.sending import GOOD, check_kind, send
from tests.scorocode.socket_server import SocketServer, answer, receive, reset


def test_a_certificate_that_nobody_vouches_for(tls_server: SocketServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    monkeypatch.setenv("CURL_CA_BUNDLE", "")
    result = send(tls_server.address)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "tls")


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_settings_of_openssl_say_nothing_of_the_apps_certificates(
    tls_server: SocketServer, certificate: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(certificate if name == "SSL_CERT_FILE" else certificate.parent))
    result = send(tls_server.address)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "tls")
    monkeypatch.setenv(name, str(certificate.parent / "none.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    assert isinstance(send(tls_server.address), Sent)


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
@pytest.mark.parametrize("kind", ["missing", "empty", "no certificate", "binary", "0", "false", "нет.pem"])
def test_certificates_that_cannot_be_read_are_called_that(
    tls_server: SocketServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    """Nor do they turn verification off, as the values of other settings would."""
    bundle = tmp_path / "bundle.pem"
    content = {"empty": b"", "no certificate": b"-----BEGIN CERTIFICATE-----\nabc\n", "binary": bytes(range(256))}
    if kind in content:
        bundle.write_bytes(content[kind])
    monkeypatch.setenv(name, kind if kind in {"0", "false", "нет.pem"} else str(bundle))
    result = send(tls_server.address)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "ca_bundle")
    assert tls_server.connections == 0


def test_a_setting_for_certificates_is_not_asked_where_there_is_no_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/at/all.pem")
    with SocketServer(lambda c: c.sendall(answer(GOOD)) if receive(c) else None) as server:
        assert isinstance(send(server.address), Sent)


@pytest.mark.parametrize("proxied", [False, True], ids=["", "over an https proxy"])
def test_nothing_writes_the_keys_of_a_connection_down(
    tls_server: SocketServer, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxied: bool
) -> None:
    """Whoever sets SSLKEYLOGFILE could read every request: Python's default context and urllib3's both heed it."""
    log = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(log))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    assert ssl.create_default_context().keylog_filename == str(log)  # so it is of use to who sets it
    log.unlink()
    if proxied:
        monkeypatch.setenv("HTTPS_PROXY", tls_server.address.removesuffix("/api/v1/"))
        assert isinstance(send("https://shop.test/api/v1/"), Failure)
    else:
        assert send(tls_server.address) == Sent(3, GOOD.decode())
    assert tls_server.connections == 1
    assert not log.exists()


def test_the_certificates_of_a_company(
    tls_server: SocketServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    assert send(tls_server.address) == Sent(3, GOOD.decode())


def test_tls_to_a_port_that_does_not_speak_it() -> None:
    with SocketServer(lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as server:
        result = send(server.address.replace("http:", "https:"))
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "tls")


def test_a_handshake_that_breaks_off() -> None:
    def behave(connection: socket.socket) -> None:
        connection.recv(10)  # the client's greeting: it has begun
        reset(connection)

    with SocketServer(behave) as server:
        result = send(server.address.replace("http:", "https:"))
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "tls")


def test_a_handshake_that_stalls() -> None:
    with SocketServer(lambda connection: None) as server:
        server.behave = lambda connection: server.stop.wait(20)
        result = send(server.address.replace("http:", "https:"), connect=0.4)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "connect_timeout")


def test_a_server_that_reads_slowly_is_held_to_the_limit_of_the_whole(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over TLS each record of a long request would have the whole limit for itself."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    read: list[int] = []
    with SocketServer(lambda connection: None, context) as server:

        def behave(connection: socket.socket) -> None:
            while not server.stop.wait(0.05):
                read.append(len(connection.recv(16 * 1024)))

        server.behave = behave
        client = Client(an_account(address=server.address, read_timeout=0.6), KEYS)
        started = time.monotonic()
        result = client.send(Channel.PUSH, {"coll": "devices", "query": {"_id": {"$in": ["x" * 30] * 500_000}}})
        took = time.monotonic() - started
        client.close()
    assert isinstance(result, Failure)
    check_kind(result, Outcome.UNKNOWN, "read_timeout")
    assert read
    assert took < 5
