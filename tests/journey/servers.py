"""Servers on loopback that count as the real one does, and fail at sends in one chosen way."""

import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from tests.scorocode.socket_server import Behaviour, SocketServer, answer, receive
from tests.ui.servers import Server

KEYS = Keys("CLIENT-word-1", "ACCESS-word-2", "SESSION-word-3")
SECRETS = (KEYS.client_key, KEYS.access_key, KEYS.session)
MATCHING, WHOLE = 7, 12
NO_RIGHT = answer(b'{"error":true,"errCode":403,"errMsg":"No right to read"}', "403 Forbidden")


@contextlib.contextmanager
def leading(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Takes the place of whatever the app would talk to: 7 of 1,000 match, and a test answers what is sent."""
    server = Server()
    server.always("count", 7)
    server.always("whole", 1000)
    monkeypatch.setattr("scoro_desktop.app.make_client", server.client)
    yield server
    server.end()


class FailingServer(SocketServer):
    """Counts 7 of 12, refuses every other look-up, and does `on_send` to the connection of a send.

    `unread`: after that many connections one is given to `on_send` before a byte of it is read. `sends` holds the
    bodies of the sends that were read; `sent_to` is set when the first arrives. `counts` False: counts are refused,
    too.
    """

    def __init__(self, on_send: Behaviour, *, counts: bool = True) -> None:
        super().__init__(self._answer)
        self.on_send = on_send
        self._counts = counts
        self.unread: int | None = None
        self.sends: list[dict[str, Any]] = []
        self.sent_to = threading.Event()

    def _answer(self, connection: socket.socket) -> None:
        if self.unread == 0:
            self.unread = None
            self.on_send(connection)
            return
        if self.unread is not None:
            self.unread -= 1
        while request := receive(connection):
            head, _, content = request.partition(b"\r\n\r\n")
            body = json.loads(content)
            if head.startswith((b"POST /api/v1/sendpush ", b"POST /api/v1/sendsms ")):
                self.sends.append(body)
                self.sent_to.set()
                self.on_send(connection)
                return
            may_count = self._counts and head.startswith(b"POST /api/v1/data/count ")
            connection.sendall(self._count(body) if may_count else NO_RIGHT)

    @staticmethod
    def _count(body: dict[str, Any]) -> bytes:
        number = MATCHING if body.get("query") else WHOLE
        return answer(json.dumps({"result": number, "error": False}).encode())


def account_at(address: str, *, read_timeout: float = 10.0, environment: Environment = Environment.TEST) -> Account:
    return Account("shop-1", "Shop", environment, address, "the-application", AccessKind.MESSAGE, 5.0, read_timeout)
