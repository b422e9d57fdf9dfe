"""The server behind the handler: a thread for each connection, of which there are so many and no more."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from scoro_desktop.sandbox.api import Api
from scoro_desktop.sandbox.request_body import MAX_LARGE

MAX_CONNECTIONS: Final = 64
"""Connections at the same time: the app has a handful, and each takes a thread."""

_FULL_BODY: Final = b'{"error":true,"errCode":503,"errMsg":"Too many connections at a time"}'
_FULL: Final = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json; charset=utf-8\r\n"
    b"Retry-After: 1\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(_FULL_BODY), _FULL_BODY)
)


@dataclass
class _Connection:
    thread: threading.Thread
    idle_since: float | None = None  # None while a request is under way
    served: bool = False  # whether it has had an answer
    surplus: bool = False  # one more than there may be


class WebServer(ThreadingHTTPServer):
    """Serves an Api on a socket that already listens."""

    daemon_threads = True

    def __init__(
        self,
        listening: socket.socket,
        handler: Callable[[Any, Any, "WebServer"], BaseHTTPRequestHandler],
        api: Api,
        pause: Callable[[bool], bool],
    ) -> None:
        """`pause` is called before an answer, with True for that of a send; False says that there is to be none."""
        super().__init__(listening.getsockname(), handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.timeout = 0
        self.api = api
        self.pause = pause
        self.large = threading.BoundedSemaphore(MAX_LARGE)
        """For the large bodies that are read at the same time."""
        self.values = threading.Lock()
        """Held by the one of them that is made into values at a time, which take far more memory."""
        self._lock = threading.Lock()
        self._connections: dict[socket.socket, _Connection] = {}
        self._ending: set[socket.socket] = set()  # hung up on, their threads about to end

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serves a connection on a thread of its own, which is known before it runs so that none is overlooked.

        Where there are as many as may be, the one that has waited longest for a request makes way, before all others
        one that never made any. Where none waits, the new one is surplus: its request is refused.
        """
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), name="sandbox connection", daemon=True
        )
        with self._lock:
            taken = len(self._connections) < 2 * MAX_CONNECTIONS  # with those that are about to end
            if taken:
                surplus = not self._make_way()
                self._connections[request] = _Connection(thread, time.monotonic(), surplus=surplus)
        if not taken:
            self._say_full(request)
            return
        try:
            thread.start()
        except RuntimeError:  # the system has no thread left
            with self._lock:
                del self._connections[request]
            self._say_full(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serves one connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._connections.pop(request, None)
                self._ending.discard(request)

    def waits(self, request: Any, *, served: bool) -> None:
        """Says that a connection waits for a request, after an answer or before the first.

        Before the first it has waited since it came, whenever its thread began.
        """
        with self._lock:
            known = self._connections.get(request)
            if known is not None:
                known.served = served
                if known.idle_since is None:
                    known.idle_since = time.monotonic()

    def works(self, request: Any) -> bool:
        """Says that a request has begun to come in; False if the connection had to make way at that moment."""
        with self._lock:
            if request in self._connections:
                self._connections[request].idle_since = None
            return request not in self._ending

    def is_surplus(self, request: Any) -> bool:
        """Tells whether there were as many connections as may be when this one came."""
        with self._lock:
            return request in self._connections and self._connections[request].surplus

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke is the other side's affair: nothing is printed."""

    def hang_up(self, patience_s: float) -> None:
        """Ends every connection: requests under way get `patience_s` seconds to be answered, then they are cut off.

        From the thread that served, after it has taken its last connection.
        """
        ways: tuple[Callable[[socket.socket], None], ...] = (
            lambda connection: connection.shutdown(socket.SHUT_RD),
            lambda connection: connection.shutdown(socket.SHUT_RDWR),
            lambda connection: connection.close(),
        )
        for end in ways:
            with self._lock:
                left = [(connection, each.thread) for connection, each in self._connections.items()]
            for connection, _ in left:
                with contextlib.suppress(OSError):  # closed already
                    end(connection)
            give_up = time.monotonic() + patience_s
            for _, thread in left:
                thread.join(max(0.0, give_up - time.monotonic()))

    def _make_way(self) -> bool:
        """Hangs up on a connection that waits, if need be; False where all are at work."""
        if len(self._connections) - len(self._ending) < MAX_CONNECTIONS:
            return True
        idle = [
            (each.served, each.idle_since, request)
            for request, each in self._connections.items()
            if each.idle_since is not None and request not in self._ending
        ]
        if not idle:
            return False
        request = min(idle, key=lambda one: one[:2])[2]
        self._ending.add(request)
        with contextlib.suppress(OSError):  # closed already
            request.shutdown(socket.SHUT_RDWR)
        return True

    def _say_full(self, request: Any) -> None:
        """Answers without a thread: as much as the system takes at once."""
        with contextlib.suppress(OSError):
            request.setblocking(False)
            request.send(_FULL)
            request.shutdown(socket.SHUT_WR)
            request.recv(65_536)  # to close with bytes unread would take the answer away
        with contextlib.suppress(OSError):
            request.close()
