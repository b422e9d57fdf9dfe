"""Proxies and the rest of the environment, on real sockets."""

import base64
import contextlib
import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from scoro_desktop.scorocode.proxies import read_proxy
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from tests.scorocode.sending import GOOD, check_kind, closed_port, send
from tests.scorocode.socket_server import SocketServer, answer, receive

ADDRESS = "https://api.example.org/api/v1/"
PASSWORD = "hunTer2pw"


@pytest.mark.parametrize(
    "setting",
    [
        "http://bob:hunTer2pw#1@127.0.0.1:3128",
        "http://bob:hunTer2pw?1@127.0.0.1:3128",
        "http://bob:hunTer2pw/1@127.0.0.1:3128",
        "http://bob:1/hunTer2pw@127.0.0.1:3128",
        "http://bob:hunTer2pw\\1@127.0.0.1:3128",
        "http://bob:hunTer2pw[1@127.0.0.1:3128",
        "http://bob:hunTer2pw]@127.0.0.1:3128",
        "http://bob:hunTer2pwЖ@127.0.0.1:3128",
        "http://боб:hunTer2pw@127.0.0.1:3128",
        "http://bob:hunTer2pw 1@127.0.0.1:3128",
        "http://bob:hunTer2pw\t@127.0.0.1:3128",
        "http://bob:hunTer2pw\n1@127.0.0.1:3128",
        "http://bob:hunTer2pw@127.0.0.1:99999",
        "http://bob:hunTer2pw@127.0.0.1:0",
        "http://bob:hunTer2pw@127.0.0.1:-1",
        "http://bob:hunTer2pw@127.0.0.1:port",
        "http://bob:hunTer2pw@127.0.0.1:٣١٢٨",
        "http://bob:hunTer2pw@:3128",
        "http://bob:hunTer2pw@:",
        "http://bob:hunTer2pw@/path",
        "http://bob:hunTer2pw@127.0.0.1:port/path",
        "http://bob:hunTer2pw@",
        "http://bob:hunTer2pw",
        "http://bob:hunTer2pw@прокси:3128",
        "http://bob:hunTer2pw@[::1:3128",
        "http://bob:hunTer2pw@[::zz]:3128",
        "http://bob:hunTer2pw@[127.0.0.1]:3128",
        "http://bob:hunTer2pw@127.0.0.1:3128/path?a=b",
        "http://bob:hunTer2pw@127.0.0.1:3128/path#part",
        "http://bob:hunTer2pw@127.0.0.1:3128\\path",
        "http://bob:hunTer2pw@127.0.0.1:3128?a=b",
        "http://bob:hunTer2pw@127.0.0.1:3128#part",
        "http:/bob:hunTer2pw@127.0.0.1:3128",
        "bob:hunTer2pw#1@127.0.0.1:3128",
        "://bob:hunTer2pw@127.0.0.1:3128",
        "http://",
        "http://@",
    ],
)
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "ALL_PROXY"])
def test_a_setting_that_cannot_be_read_is_called_that_and_quoted_nowhere(
    monkeypatch: pytest.MonkeyPatch, name: str, setting: str
) -> None:
    monkeypatch.setenv(name, setting)
    result = send(ADDRESS)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "proxy_setting")
    assert result.detail
    assert not any(part in repr(result) for part in (PASSWORD, "hunTer", "bob", "боб", "3128", "1@"))


@pytest.mark.parametrize("setting", ["socks5://bob:hunTer2pw@127.0.0.1:9", "SOCKS4a://127.0.0.1:9", "ftp://127.0.0.1"])
def test_a_kind_of_proxy_that_is_not_supported(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", setting)
    result = send(ADDRESS)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "proxy_kind")
    assert PASSWORD not in repr(result)


@pytest.mark.parametrize(
    ("text", "address", "login"),
    [
        ("http://127.0.0.1:3128", "http://127.0.0.1:3128", None),
        ("  http://127.0.0.1:3128/ ", "http://127.0.0.1:3128", None),
        ("http://127.0.0.1:3128/path", "http://127.0.0.1:3128", None),
        ("http://bob:secret@proxy:3128/a/b.pac", "http://proxy:3128", b"bob:secret"),
        ("proxy:3128//", "http://proxy:3128", None),
        ("http://proxy:", "http://proxy", None),
        ("http://proxy:/", "http://proxy", None),
        ("https://bob:secret@[::1]:/path", "https://[::1]", b"bob:secret"),
        ("proxy.example.org", "http://proxy.example.org", None),
        ("proxy_1:8080", "http://proxy_1:8080", None),
        ("HTTPS://proxy:443", "https://proxy:443", None),
        ("http://[::1]:3128", "http://[::1]:3128", None),
        ("bob:secret@proxy:8080", "http://proxy:8080", b"bob:secret"),
        ("http://bob:p%23a%2Fs%3Fs%40%25@proxy:1", "http://proxy:1", b"bob:p#a/s?s@%"),
        ("http://bob:p@ss@proxy:1", "http://proxy:1", b"bob:p@ss"),
        ("http://bob:p:w@proxy:1", "http://proxy:1", b"bob:p:w"),
        ("http://bob:%D0%96%D1%83%D0%BA@proxy:1", "http://proxy:1", "bob:Жук".encode()),
        ("http://bob:50%@proxy:1", "http://proxy:1", b"bob:50%"),
        ("http://bob:@proxy:1", "http://proxy:1", b"bob:"),
        ("http://token-alone@proxy:1", "http://proxy:1", b"token-alone:"),
        ("http://@proxy:1", "http://proxy:1", None),
    ],
)
def test_what_a_setting_means(text: str, address: str, login: bytes | None) -> None:
    proxy = read_proxy(text)
    assert proxy.address == address
    assert proxy.authorization == ("" if login is None else f"Basic {base64.b64encode(login).decode()}")
    assert not any(secret in repr(proxy) for secret in proxy.secrets)
    if login is not None:
        assert (login.partition(b":")[2] or login.partition(b":")[0]).decode() in proxy.secrets


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("407 Proxy Authentication Required", "proxy_login"),
        ("407 wants {password}, {token}", "proxy_login"),
        ("403 Forbidden to {password}", "proxy"),
        ("502 Bad Gateway", "proxy"),
        ("302 Found", "proxy"),
        ("204 No Content", "proxy"),
        ("4070 Odd", "proxy"),
    ],
)
def test_a_proxy_that_will_not_connect_and_throws_the_password_back(
    monkeypatch: pytest.MonkeyPatch, status: str, reason: str
) -> None:
    token = base64.b64encode(b"bob:hunTer2pw#").decode()
    seen: list[bytes] = []
    first_line = status.format(password="hunTer2pw#", token=token)

    def behave(connection: socket.socket) -> None:
        seen.append(receive(connection))
        realm = f'Proxy-Authenticate: Basic realm="not hunTer2pw# {token}"'
        connection.sendall(answer(b"hunTer2pw# " + token.encode(), first_line, realm))

    with SocketServer(behave) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://bob:hunTer2pw%23@127.0.0.1:{proxy.port}")
        result = send(ADDRESS)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, reason)
    assert f"Proxy-Authorization: Basic {token}".encode() in seen[0]
    assert not any(word in seen[0] for word in (b"CLIENT-word", b"ACCESS-word", b"SESSION-word"))
    assert len(seen) == 1
    assert not any(part in repr(result) for part in (PASSWORD, "hunTer2pw%23", token))


def test_a_host_that_needs_no_proxy_is_asked_without_one(
    monkeypatch: pytest.MonkeyPatch, tls_server: SocketServer, certificate: Path
) -> None:
    """NO_PROXY is heeded, and then the setting need not even be readable."""
    name = tls_server.address.replace("127.0.0.1", "shop.test")
    lookup = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *a, **k: lookup("127.0.0.1", *a, **k))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    monkeypatch.setenv("HTTPS_PROXY", "http://bob:hunTer2pw#1@127.0.0.1:3128")
    monkeypatch.setenv("NO_PROXY", "other.test, shop.test")
    assert send(name) == Sent(3, GOOD.decode())
    monkeypatch.setenv("NO_PROXY", "other.test")
    result = send(name)
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "proxy_setting")


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_lets_through(
    monkeypatch: pytest.MonkeyPatch, tls_server: SocketServer, certificate: Path, scheme: str
) -> None:
    """The request goes through it in one TLS connection, whose keys the proxy does not see."""
    seen: list[bytes] = []

    def tunnel(connection: socket.socket) -> None:
        seen.append(receive(connection))
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", tls_server.port)) as onward:
            back = threading.Thread(target=pump, args=(onward, connection))
            back.start()
            seen.append(pump(connection, onward))
            back.join(10)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with SocketServer(tunnel, context if scheme == "https" else None) as proxy:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://bob:%D0%96@127.0.0.1:{proxy.port}")
        assert send(f"https://shop.test:{tls_server.port}/api/v1/") == Sent(3, GOOD.decode())
    assert seen[0].startswith(f"CONNECT shop.test:{tls_server.port} ".encode())
    token = base64.b64encode("bob:Ж".encode())
    assert b"Proxy-Authorization: Basic " + token in seen[0]
    assert len(seen) == 2
    assert b"word" not in seen[1]
    assert tls_server.connections == 1


def pump(source: socket.socket, target: socket.socket) -> bytes:
    """Hands on what comes, until it ends; the value is all of it."""
    passed = b""
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            passed += data
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
    return passed


def test_a_proxy_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        seen.append(receive(connection))
        connection.sendall(answer(b"", "403 Forbidden"))

    with SocketServer(behave) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        result = send("https://api.example.org/api/v1/")
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "proxy")
    assert seen[0].startswith(b"CONNECT api.example.org:443 ")
    assert len(seen) == 1


@pytest.mark.parametrize(
    "proxy", ["http://nonexistent.invalid:1", "http://127.0.0.1:{port}", "https://127.0.0.1:{port}"]
)
def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.format(port=closed_port()))
    result = send("https://api.example.org/api/v1/")
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "proxy")


def test_a_proxy_that_drips_is_held_to_the_limit_to_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    with SocketServer(lambda connection: None) as proxy:

        def behave(connection: socket.socket) -> None:
            receive(connection)
            for byte in b"HTTP/1.1 200 " + b"x" * 1000:
                connection.sendall(bytes([byte]))
                if proxy.stop.wait(0.1):
                    return

        proxy.behave = behave
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        started = time.monotonic()
        result = send("https://api.example.org/api/v1/", connect=0.5)
        assert time.monotonic() - started < 3
    assert isinstance(result, Failure)
    assert result.outcome is Outcome.NOT_SENT


def test_loopback_goes_round_the_proxy_and_nothing_adds_credentials(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1\nlogin somebody\npassword something\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    received: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        received.append(receive(connection))
        connection.sendall(answer(GOOD))

    with SocketServer(lambda connection: None) as proxy, SocketServer(behave) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert isinstance(send(server.address), Sent)
        assert proxy.connections == 0
    assert b"authorization" not in received[0].lower()
