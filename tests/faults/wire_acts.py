"""Wrongs that a server may do to a connection, and one send to a server that does so."""

import ssl
from collections.abc import Callable
from typing import Any, Final

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.wire import JsonObject
from tests.faults.wire_server import BODY, GOOD, Outlet, Row, WireServer
from tests.scorocode.socket_server import reset

HEAD: Final = GOOD.partition(b"\r\n\r\n")[0]
CHUNKS: Final = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
SHORT: Final = 0.3
"""The limit where it is meant to be reached, in seconds."""
LONG_BODY: Final[JsonObject] = {**BODY, "query": {"_id": {"$in": ["x" * 30] * 100_000}}}

Act = Callable[[WireServer, Any], object]


def check_goes_on(server: WireServer, way_out: Outlet) -> None:
    """The next send reaches the server, once."""
    before = len(server.posts)
    row = way_out.send(server.address)
    assert (row.outcome, row.count) == (Outcome.SENT, 3), row
    assert len(server.posts) == before + 1


def faulty(
    act: Act,
    way_out: Outlet,
    *,
    posts: int,
    body: JsonObject = BODY,
    read: float = 10.0,
    tls: ssl.SSLContext | None = None,
) -> Row:
    """The row of a send to a server that does this; it was asked once, and is sent to again after."""
    with WireServer(lambda connection: act(server, connection), tls) as server:
        row = way_out.send(server.address, body=body, read=read)
        server.wait_for_end()  # what it had still to read is read
        assert (len(server.posts), server.connections) == (posts, 1)
        check_goes_on(server, way_out)
    return row


def after(data: bytes, *, hard: bool = False) -> Act:
    """Reads the request, answers so much and ends, or resets."""

    def act(server: WireServer, connection: Any) -> None:
        server.read(connection)
        connection.sendall(data)
        if hard:
            reset(connection)

    return act


def stall(*data: bytes) -> Act:
    """Answers so much, and nothing more until the other side has gone."""

    def act(server: WireServer, connection: Any) -> None:
        server.read(connection)
        connection.sendall(b"".join(data))
        connection.recv(1)

    return act


def drip(*data: bytes) -> Act:
    """Answers so much, and then a byte at a time for as long as anybody listens."""

    def act(server: WireServer, connection: Any) -> None:
        server.read(connection)
        connection.sendall(b"".join(data))
        while not server.stop.wait(0.02):
            connection.sendall(b"x")

    return act


def flood(*data: bytes, block: bytes = b"x" * 65536) -> Act:
    """Answers so much, and then as fast as it can, for as long as anybody listens."""

    def act(server: WireServer, connection: Any) -> None:
        server.read(connection)
        connection.sendall(b"".join(data))
        while not server.stop.is_set():
            connection.sendall(block)

    return act
