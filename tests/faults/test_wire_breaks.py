"""Connections that break, stall, drip or never end, once they are there: then nothing may be called not sent."""

import socket
from typing import Any

import pytest

from scoro_desktop.scorocode.replies import Outcome
from tests.faults.wire_acts import CHUNKS, HEAD, LONG_BODY, SHORT, Act, after, check_goes_on, drip, faulty, flood, stall
from tests.faults.wire_server import BODY, GOOD, Outlet, WireServer
from tests.scorocode.socket_server import answer, reset, reset_unread


def read_some(server: WireServer, connection: Any) -> None:
    connection.recv(100)


def reset_in_the_request(server: WireServer, connection: Any) -> None:
    connection.recv(1000)
    reset(connection)


def end_unread(server: WireServer, connection: Any) -> None:
    connection.recv(1, socket.MSG_PEEK)


def end_before_the_request(server: WireServer, connection: Any) -> None:
    connection.shutdown(socket.SHUT_WR)
    server.read(connection)


@pytest.mark.parametrize(
    ("act", "posts", "reasons"),
    [
        (lambda server, connection: reset_unread(connection), 0, {"reset"}),
        (reset_in_the_request, None, {"reset"}),
        (end_unread, 0, {"reset"}),
        (read_some, 0, {"reset"}),
        (end_before_the_request, 1, {"reset"}),
        (after(b""), 1, {"reset"}),
        (after(b"", hard=True), 1, {"reset"}),
        (after(HEAD[:3]), 1, {"unreadable"}),
        (after(HEAD[:12]), 1, {"cut_off"}),
        (after(b"HTTP/1.1 404 Not"), 1, {"cut_off"}),
        (after(b"HTTP/1.1 404 Not Found\r\nContent-Len"), 1, {"cut_off"}),
        (after(b"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n"), 1, {"cut_off"}),
        (after(b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /"), 1, {"cut_off"}),
        (after(b"HTTP/1.1 103 Early Hints\r\nLink: <"), 1, {"cut_off"}),
        (after(HEAD), 1, {"cut_off"}),
        (after(HEAD, hard=True), 1, {"cut_off", "reset"}),
        (after(GOOD[:-1]), 1, {"cut_off"}),
        (after(GOOD[:-1], hard=True), 1, {"cut_off", "reset"}),
        (after(answer(b"no", "404 Not Found", length=3)), 1, {"cut_off"}),
        (after(answer(b'{"error":true,"errCode":400}', "400 Bad Request", length=40)), 1, {"cut_off"}),
        (after(answer(b"", "308 Permanent Redirect", length=3)), 1, {"redirect"}),
    ],
)
def test_a_connection_that_breaks(act: Act, posts: int | None, reasons: set[str], way_out: Outlet) -> None:
    with WireServer(lambda connection: act(server, connection)) as server:
        row = way_out.send(server.address)
        server.wait_for_end()
        assert (row.outcome, row.reason in reasons) == (Outcome.UNKNOWN, True), row
        assert server.connections == 1
        assert len(server.posts) <= 1
        if posts is not None:
            assert len(server.posts) == posts
        check_goes_on(server, way_out)


@pytest.mark.parametrize("hard", [False, True], ids=["ends", "resets"])
def test_a_connection_that_breaks_while_a_long_request_leaves(hard: bool, way_out: Outlet) -> None:
    def act(server: WireServer, connection: Any) -> None:
        connection.recv(1000)
        if hard:
            reset(connection)

    row = faulty(act, way_out, posts=0, body=LONG_BODY)
    assert (row.outcome, row.reason) == (Outcome.UNKNOWN, "reset")


def test_a_refusal_that_comes_before_the_request_has_left(way_out: Outlet) -> None:
    """413 is said early, and the rest of the request read, as RFC 9112 (9.6) asks of a server that closes."""

    def act(server: WireServer, connection: Any) -> None:
        connection.recv(1000)
        connection.sendall(answer(b"", "413 Content Too Large", "Connection: close"))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1 << 20):
            pass

    row = faulty(act, way_out, posts=0, body=LONG_BODY)
    assert (row.outcome, row.reason, row.http_status) == (Outcome.REFUSED, "not_json_refusal", 413)


# --- whatever does not end is ended ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "act",
    [
        stall(),
        stall(b"HTTP/1.1 2"),
        stall(HEAD),
        stall(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        stall(GOOD[:-1]),
        stall(CHUNKS, b"19\r\n", GOOD[-25:], b"\r\n"),
        stall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\n"),
        drip(),
        drip(b"HTTP/1.1 200 "),
        drip(HEAD, b"\r\nX: "),
        drip(answer(b"", length=1000)),
        drip(CHUNKS, b"1000\r\n"),
        drip(CHUNKS, b"1;"),
        drip(b"HTTP/1.1 200 OK\r\n\r\n"),
    ],
)
def test_a_server_that_keeps_waiting(act: Act, way_out: Outlet) -> None:
    row = faulty(act, way_out, posts=1, read=SHORT)
    assert (row.outcome, row.reason) == (Outcome.UNKNOWN, "read_timeout"), row


def test_a_server_that_does_not_read(way_out: Outlet) -> None:
    def act(server: WireServer, connection: Any) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        server.stop.wait(20)

    with WireServer(lambda connection: act(server, connection)) as server:
        row = way_out.send(server.address, body={**BODY, "query": {"_id": {"$in": ["x" * 30] * 400_000}}}, read=SHORT)
        assert (row.outcome, row.reason) == (Outcome.UNKNOWN, "read_timeout"), row
        assert (len(server.posts), server.connections) == (0, 1)
        check_goes_on(server, way_out)


@pytest.mark.parametrize(
    ("act", "reasons"),
    [
        (flood(), {"unreadable"}),
        (flood(b"HTTP/1.1 200 "), {"unreadable"}),
        (flood(HEAD, b"\r\nX: "), {"unreadable"}),
        (flood(HEAD, b"\r\n", block=b"X: y\r\n" * 1000), {"unreadable"}),
        (flood(block=b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), {"too_long"}),
        (flood(block=b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 1000), {"too_long"}),
        (flood(b"HTTP/1.1 200 OK\r\n\r\n"), {"too_long"}),
        (flood(answer(b"", length=10**15)), {"too_long"}),
        (flood(answer(b"", "404 Not Found", length=10**15)), {"too_long"}),
        (flood(CHUNKS), {"cut_off", "too_long"}),
        (flood(CHUNKS, b"1;a=b"), {"cut_off", "too_long"}),
        (flood(CHUNKS, block=(b"20\r\n" + b"x" * 32 + b"\r\n") * 100), {"too_long"}),
        (flood(CHUNKS, b"19\r\n", GOOD[-25:], b"\r\n0\r\n", block=b"X: y\r\n" * 1000), {"too_long"}),
        (flood(CHUNKS, b"19\r\n", GOOD[-25:], b"\r\n0\r\nX: "), {"cut_off", "too_long"}),
    ],
)
def test_an_answer_without_an_end(act: Act, reasons: set[str], way_out: Outlet) -> None:
    row = faulty(act, way_out, posts=1)
    assert (row.outcome, row.reason in reasons) == (Outcome.UNKNOWN, True), row
    assert len(row.answer) <= 64 * 1024
