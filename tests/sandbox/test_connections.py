"""Connections: so many, and whoever waits longest makes way."""

import itertools
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from scoro_desktop.sandbox import connections
from scoro_desktop.sandbox.connections import MAX_CONNECTIONS
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call, master, post, rest, said, where


@pytest.fixture
def many() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def connect(sandbox: Sandbox, many: ExitStack) -> socket.socket:
    return many.enter_context(socket.create_connection(where(sandbox), timeout=20))


def ask(sandbox: Sandbox, connection: socket.socket) -> None:
    content = json.dumps(master(sandbox) | {"coll": "roles"}).encode()
    connection.sendall(post("data/count", b"Content-Length: %d" % len(content)) + content)
    assert connection.recv(10_000).startswith(b"HTTP/1.1 200 OK")


def begin(sandbox: Sandbox, many: ExitStack) -> socket.socket:
    """A connection whose request has certainly begun."""
    connection = connect(sandbox, many)
    connection.sendall(post("app", b"Content-Length: 2", b"Expect: 100-continue"))
    assert connection.recv(1_000).startswith(b"HTTP/1.1 100 ")
    return connection


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "sandbox connection"]


def test_hundreds_that_say_nothing_leave_room_for_who_asks(sandbox: Sandbox, many: ExitStack) -> None:
    silent = [connect(sandbox, many) for _ in range(300)]
    assert call(sandbox, "app").status == 200
    assert len(threads()) <= 2 * MAX_CONNECTIONS
    assert rest(silent[0]) == b""  # hung up on
    silent[-1].sendall(post("nothing", b"Content-Length: 0"))
    assert silent[-1].recv(12) == b"HTTP/1.1 404"  # the newest are still there


def test_who_never_asked_makes_way_before_who_did(
    sandbox: Sandbox, many: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 3)
    known = connect(sandbox, many)
    ask(sandbox, known)
    silent = [connect(sandbox, many) for _ in range(2)]
    for _ in range(8):
        silent.append(connect(sandbox, many))
        assert rest(silent[-3]) == b""
        while len(served := threads()) > 3:  # its thread, the eldest but for that of `known`, is about to end
            served[1].join(1)
    ask(sandbox, known)


def test_who_came_first_makes_way_first_however_late_its_thread_began(
    sandbox: Sandbox, many: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy computer a thread may begin after that of a connection which came later."""
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 2)
    waits, come = connections.WebServer.waits, [threading.Event(), threading.Event()]
    may_begin, number = threading.Event(), itertools.count()

    def late(server: connections.WebServer, request: socket.socket, *, served: bool) -> None:
        mine = next(number)
        if mine == 0:
            come[0].set()
            assert may_begin.wait(20)
        waits(server, request, served=served)
        if mine < 2:
            come[mine].set()

    monkeypatch.setattr(connections.WebServer, "waits", late)
    first = connect(sandbox, many)
    assert come[0].wait(20)
    come[0].clear()
    second = connect(sandbox, many)
    assert come[1].wait(20)
    may_begin.set()
    assert come[0].wait(20)
    connect(sandbox, many)
    assert rest(first) == b""
    ask(sandbox, second)


def test_requests_under_way_are_never_cut_off(
    sandbox: Sandbox, many: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 2)
    begun = [begin(sandbox, many) for _ in range(2)]
    for _ in range(3):
        connection = connect(sandbox, many)
        connection.sendall(post("app", b"Content-Length: 2") + b"{}")  # in one: it is hung up on before it is read
        status, told = said(rest(connection))
        assert (status, told["errMsg"]) == (503, "Too many connections at a time")
    for connection in begun:
        connection.sendall(b"{}")
        assert connection.recv(12) == b"HTTP/1.1 400"
        connection.close()
    for thread in threads():
        thread.join(20)
    assert threads() == []
    assert call(sandbox, "app").status == 200


def test_a_system_without_threads_is_said(sandbox: Sandbox, many: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    call(sandbox, "app")

    def none(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", none)
        status, _ = said(rest(connect(sandbox, many)))
    assert status == 503
    assert call(sandbox, "app").status == 200
