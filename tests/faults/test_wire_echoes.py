"""Tests of what is kept of an answer, and of a connection."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Outcome
from tests.faults.wire_acts import faulty
from tests.faults.wire_server import GOOD, Outlet, WireServer
from tests.scorocode.accounts import KEYS, an_account
from tests.scorocode.socket_server import SocketServer, answer, receive


@pytest.mark.parametrize("status", ["200 OK", "400 Bad Request", "404 Not Found", "502 Bad Gateway", "302 Found"])
@pytest.mark.parametrize(
    "write",
    [
        lambda request: request,
        lambda request: b'{"error":false,"count":1,"echo":' + request + b"}",
        lambda request: b'{"error":true,"errCode":400,"errMsg":' + request + b"}",
        lambda request: b'{"error":true,"errCode":' + request + b"}",
        lambda request: request.decode().encode("utf-16"),
        lambda request: request.decode().encode("utf-16-be"),
        lambda request: b"\0".join(bytes([byte]) for byte in request),
        lambda request: b"x" * 65_500 + request,
        lambda request: request[: request.index(b"SESSION") + 9],
    ],
)
def test_an_answer_that_throws_the_keys_back(write: Callable[[bytes], bytes], status: str, way_out: Outlet) -> None:
    """The bytes of the database are searched as well, when the way out is closed."""

    def act(server: WireServer, connection: Any) -> None:
        body = server.read(connection).partition(b"\r\n\r\n")[2]
        connection.sendall(answer(write(body), status))

    row = faulty(act, way_out, posts=1)
    assert "•••" in row.answer + row.error_message + row.error_code
    assert not any(part in repr(row) for part in ("CLIENT-word", "ACCESS-word", "SESSION-w"))
    assert len(row.answer) <= 64 * 1024


@pytest.mark.parametrize("left", [b"", answer(b"", "408 Request Timeout", "Connection: close"), b"x"])
def test_a_connection_that_was_kept_and_then_closed_is_not_used_again(left: bytes, way_out: Outlet) -> None:
    """Look-ups share a connection. Servers close it after a while, some with a word of farewell (RFC 9110, 15.5.9)."""
    counted = answer(b'{"result":7,"error":false}')
    asked: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        asked.append(receive(connection))
        connection.sendall(GOOD if asked[-1].startswith(b"POST /api/v1/sendpush ") else counted)
        if left:
            connection.sendall(left)

    with SocketServer(behave) as server:
        client = Client(an_account(address=server.address), KEYS)
        for _ in range(3):
            assert client.count("devices", None) == 7
            server.wait_for_end()  # it comes after the answer, and the next question must not come between the two
        row = way_out.send(server.address)
        client.close()
    assert (row.outcome, row.count) == (Outcome.SENT, 3)
    assert len(asked) == 4
