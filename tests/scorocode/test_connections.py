"""Tests of what becomes of a send when the connection misbehaves, on real sockets."""

import socket
import time

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.scorocode.scrubbing import ANSWER_MAX
from scoro_desktop.scorocode.transport import ANSWER_LIMIT
from tests.scorocode.accounts import KEYS, SECRETS, an_account
from tests.scorocode.sending import BODY, GOOD, check_kind, closed_port, send
from tests.scorocode.socket_server import Behaviour, SocketServer, answer, receive, reset, reset_unread


def send_to(behave: Behaviour, *, connect: float = 5.0, read: float = 5.0) -> Failure:
    """The failure that comes of one send to a server that behaves so; it is never tried again."""
    with SocketServer(behave) as server:
        result = send(server.address, connect=connect, read=read)
    assert server.connections == 1
    assert isinstance(result, Failure)
    assert not any(secret in repr(result) for secret in SECRETS)
    return result


def test_the_bytes_on_the_wire() -> None:
    received: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        received.append(receive(connection))
        connection.sendall(answer(GOOD))

    with SocketServer(behave) as server:
        assert send(server.address) == Sent(3, GOOD.decode())
    head, _, body = received[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /api/v1/sendpush HTTP/1.1"
    assert "Content-Type: application/json" in lines
    assert "Connection: close" in lines
    assert any(line.startswith("User-Agent: ScoroDesktop/") for line in lines)
    assert not any(line.lower().startswith(("authorization:", "cookie:", "expect:")) for line in lines)
    assert body.decode() == (
        '{"app":"the-application","cli":"CLIENT-word/1","acc":"ACCESS-word+2","sess":"SESSION-word&3",'
        '"coll":"devices","query":{"userId":{"$exists":true}},"msg":{"text":"Привет"}}'
    )


def test_each_send_has_a_connection_of_its_own_and_lookups_share_one() -> None:
    def behave(connection: socket.socket) -> None:
        while receive(connection):
            connection.sendall(answer(b'{"count":1,"result":7,"error":false}', "200 OK", "Set-Cookie: a=b; Path=/"))

    with SocketServer(behave) as server:
        client = Client(an_account(address=server.address), KEYS)
        assert client.count("devices", {}) == 7
        assert client.count("devices", None) == 7
        assert server.connections == 1
        assert isinstance(client.send(Channel.PUSH, BODY), Sent)
        assert isinstance(client.send(Channel.SMS, BODY), Sent)
        assert server.connections == 3
        client.close()


def test_reset_before_the_request_is_read() -> None:
    check_kind(send_to(reset_unread), Outcome.UNKNOWN, "reset")


def test_reset_after_the_request() -> None:
    def behave(connection: socket.socket) -> None:
        receive(connection)
        reset(connection)

    check_kind(send_to(behave), Outcome.UNKNOWN, "reset")


def test_end_of_connection_without_an_answer() -> None:
    check_kind(send_to(receive), Outcome.UNKNOWN, "reset")


def test_reset_while_a_long_body_is_sent() -> None:
    def behave(connection: socket.socket) -> None:
        connection.recv(1000)
        reset(connection)

    with SocketServer(behave) as server:
        client = Client(an_account(address=server.address), KEYS)
        result = client.send(Channel.PUSH, {"coll": "devices", "query": {"_id": {"$in": ["x" * 30] * 300_000}}})
        client.close()
    assert isinstance(result, Failure)
    check_kind(result, Outcome.UNKNOWN, "reset")


def test_a_server_that_never_reads_the_body() -> None:
    with SocketServer(lambda connection: None) as server:
        server.behave = lambda connection: server.stop.wait(20)
        client = Client(an_account(address=server.address, read_timeout=0.5), KEYS)
        started = time.monotonic()
        result = client.send(Channel.PUSH, {"coll": "devices", "query": {"_id": {"$in": ["x" * 30] * 500_000}}})
        assert time.monotonic() - started < 5
        client.close()
    assert isinstance(result, Failure)
    check_kind(result, Outcome.UNKNOWN, "read_timeout")


def test_a_stall() -> None:
    with SocketServer(lambda connection: None) as server:
        server.behave = lambda connection: server.stop.wait(20)
        started = time.monotonic()
        result = send(server.address, connect=30, read=0.4)
        assert 0.3 < time.monotonic() - started < 5
    assert isinstance(result, Failure)
    check_kind(result, Outcome.UNKNOWN, "read_timeout")


@pytest.mark.parametrize("head", [b"", answer(b"", length=50)], ids=["status line", "body"])
def test_a_server_that_drips_is_held_to_the_limit_of_the_whole_answer(head: bytes) -> None:
    with SocketServer(lambda connection: None) as server:

        def behave(connection: socket.socket) -> None:
            receive(connection)
            connection.sendall(head)
            for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1000:
                connection.sendall(bytes([byte]))
                if server.stop.wait(0.1):
                    return

        server.behave = behave
        started = time.monotonic()
        result = send(server.address, read=0.6)
        assert time.monotonic() - started < 3
    assert isinstance(result, Failure)
    check_kind(result, Outcome.UNKNOWN, "read_timeout")


@pytest.mark.parametrize(
    "data",
    [
        answer(GOOD, length=len(GOOD) + 1),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n19\r\n" + GOOD + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + GOOD,
    ],
    ids=["length", "no last chunk", "chunk"],
)
def test_a_cut_off_answer(data: bytes) -> None:
    def behave(connection: socket.socket) -> None:
        receive(connection)
        connection.sendall(data)

    failure = send_to(behave)
    check_kind(failure, Outcome.UNKNOWN, "cut_off")
    assert failure.http_status == 200


def test_a_reset_within_the_answer() -> None:
    def behave(connection: socket.socket) -> None:
        receive(connection)
        connection.sendall(answer(GOOD, length=100))
        reset(connection)

    failure = send_to(behave)
    assert failure.outcome is Outcome.UNKNOWN
    assert failure.reason in {"cut_off", "reset"}  # a reset may overtake what was sent before it


def test_a_huge_answer_is_not_read_whole() -> None:
    sent: list[int] = [0]

    def behave(connection: socket.socket) -> None:
        receive(connection)
        connection.sendall(answer(b"", length=10**12))
        for _ in range(400):
            connection.sendall(b"x" * 1_000_000)
            sent[0] += 1_000_000

    failure = send_to(behave)
    check_kind(failure, Outcome.UNKNOWN, "too_long")
    assert len(failure.answer) == ANSWER_MAX
    assert sent[0] < 50 * ANSWER_LIMIT


@pytest.mark.parametrize("data", [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"\x00\xff" * 40 + b"\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_garbage_instead_of_http(data: bytes) -> None:
    def behave(connection: socket.socket) -> None:
        receive(connection)
        connection.sendall(data)

    check_kind(send_to(behave), Outcome.UNKNOWN, "unreadable")


def test_an_answer_packed_badly() -> None:
    def behave(connection: socket.socket) -> None:
        receive(connection)
        connection.sendall(answer(b"not gzip at all", "200 OK", "Content-Encoding: gzip"))

    check_kind(send_to(behave), Outcome.UNKNOWN, "unreadable")


def test_a_redirect_is_not_followed() -> None:
    with SocketServer(lambda connection: None) as target:

        def behave(connection: socket.socket) -> None:
            receive(connection)
            connection.sendall(answer(b"moved", "307 Temporary Redirect", f"Location: {target.address}sendpush"))

        failure = send_to(behave)
    check_kind(failure, Outcome.REFUSED, "redirect")
    assert failure.http_status == 307
    assert target.connections == 0


def test_a_closed_port() -> None:
    result = send(f"http://127.0.0.1:{closed_port()}/")
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "no_route")
    assert "refused" in result.detail


def test_a_name_without_an_address() -> None:
    result = send("https://nonexistent.invalid/api/v1/")
    assert isinstance(result, Failure)
    check_kind(result, Outcome.NOT_SENT, "name_not_found")


def test_addresses_share_the_time_to_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host whose first address never answers is still reached through its second."""
    with SocketServer(lambda c: c.sendall(answer(GOOD)) if receive(c) else None) as server, socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        fill = [socket.socket() for _ in range(3)]
        for one in fill:
            one.setblocking(False)
            one.connect_ex(deaf.getsockname())
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 0, "", deaf.getsockname()),
            (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", server.port)),
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found)
        assert isinstance(send(server.address, connect=1.0), Sent)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found[:1])
        failure = send(server.address, connect=0.3)
        for one in fill:
            one.close()
    assert isinstance(failure, Failure)
    check_kind(failure, Outcome.NOT_SENT, "connect_timeout")
