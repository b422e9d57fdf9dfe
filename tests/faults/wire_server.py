"""A server that does one thing wrong and records what reached it, and the app's way out to it, real from end to end."""

import sqlite3
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History
from scoro_desktop.ui.runtime.send_once import send_with
from scoro_desktop.ui.runtime.sender import Sender
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, SECRETS, an_account
from tests.scorocode.socket_server import Behaviour, SocketServer, answer, receive

GOOD: Final = answer(b'{"count":3,"error":false}')
BODY: Final[JsonObject] = {
    "coll": "devices",
    "query": {"deviceType": "ios"},
    "msg": {"data": {"gcm": {"notification": {"title": "Осенняя распродажа"}}}},
}


class WireServer(SocketServer):
    """Does `fault` to the first connection, and answers every later one as it should.

    `posts`: the requests that were read whole, in the order in which they came. `fault` reads the request itself,
    with `read`, where it reads one at all.
    """

    def __init__(self, fault: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(self._once, tls)
        self._fault: Behaviour | None = fault
        self._lock = threading.Lock()
        self.posts: list[bytes] = []

    def read(self, connection: Any) -> bytes:
        """One request, recorded if it came whole."""
        request = receive(connection)
        head, _, body = request.partition(b"\r\n\r\n")
        lengths = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        if lengths and len(body) == int(lengths[0].split(b":")[1]):
            with self._lock:
                self.posts.append(request)
        return request

    def _once(self, connection: Any) -> None:
        with self._lock:
            fault, self._fault = self._fault, None
        if fault is not None:
            fault(connection)
        elif self.read(connection):
            connection.sendall(GOOD)


@dataclass(frozen=True)
class Row:
    """The row that the history holds of one send."""

    outcome: Outcome
    count: int | None
    reason: str
    error_code: str
    error_message: str
    http_status: int | None
    answer: str
    detail: str


class Outlet:
    """Sends as the app does: the row first, then the sender's thread with a client of its own, then the outcome.

    Every send asserts what has to be true whatever happens: the row was there before, holds one outcome after, and
    nothing on the disk quotes a key.
    """

    def __init__(self, folder: Path) -> None:
        self.qtbot: QtBot | None = None
        self._folder = folder
        self._connection = open_database(folder / "scoro.sqlite3")
        self._outbox = Outbox(History(self._connection))
        self._sender = Sender()
        self._sender.settled.connect(self._outbox.settle)
        self._limits = Limits()

    def close(self) -> None:
        self._sender.close()
        self._connection.close()
        written = b"".join(path.read_bytes() for path in self._folder.iterdir())
        assert not any(secret.encode() in written for secret in SECRETS)

    def send(self, address: str, *, body: JsonObject = BODY, connect: float = 5.0, read: float = 10.0) -> Row:
        """Sends once; the value is the row as another program finds it on the disk."""
        account: Account = an_account(address=address, connect_timeout=connect, read_timeout=read)

        def make_client() -> Client:
            return Client(account, KEYS, self._limits)

        row = self._outbox.record(
            account,
            Channel.PUSH.value,
            body,
            everyone=False,
            query_text='{"deviceType": "ios"}',
            expected=3,
            summary="Осенняя распродажа",
            words="Осенняя распродажа",
        )
        assert self._row(row.id).outcome is Outcome.SENDING
        assert self.qtbot is not None
        with self.qtbot.waitSignal(self._sender.settled, timeout=30_000):
            self._sender.send(row.id, lambda: self._once(make_client, body))
        assert self._sender.under_way == 0
        found = self._row(row.id)
        assert (found.outcome is Outcome.SENT) is (found.count is not None)
        assert (found.outcome is Outcome.SENT) is (found.reason == "")
        return found

    @staticmethod
    def _once(make_client: Callable[[], Client], body: JsonObject) -> Sent | Failure:
        return send_with(make_client, Channel.PUSH, body)

    def _row(self, number: int) -> Row:
        columns = "outcome, count, reason, error_code, error_message, http_status, answer, detail"
        with closing(sqlite3.connect(self._folder / "scoro.sqlite3")) as other:
            outcome, count, *texts = other.execute(f"SELECT {columns} FROM sends WHERE id = ?", (number,)).fetchone()
        return Row(Outcome(outcome), None if count is None else int(count), *texts)


@contextmanager
def outlet(folder: Path) -> Iterator[Outlet]:
    """The way out over a data folder, closed at the end. Each test lends it its `qtbot`."""
    way = Outlet(folder)
    try:
        yield way
    finally:
        way.close()
