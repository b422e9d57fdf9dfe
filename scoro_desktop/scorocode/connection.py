"""Connections that keep to a clock and tell whether they came to be: urllib3's, with what a send needs of them."""

import contextlib
import http.client
import io
import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

import urllib3
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from scoro_desktop.scorocode.proxies import Proxy

HEAD_LIMIT: Final = 256 * 1024
"""The most bytes before the headers of the final answer have ended. Ours: those of a server are under 8 KB."""
WIRE_LIMIT: Final = 2_000_000
"""The most bytes of one answer that are taken off the wire, packed or in chunks. Ours: twice what is read unpacked."""
_PIECE: Final = 64 * 1024
_GRACE_S: Final = 0.5
"""By so much, in seconds, the clocks within a request may come late before the line is cut."""


class TooLongError(OSError):
    """More of an answer came than is taken off the wire."""


class CutOffError(OSError):
    """The answer ended within its head."""


@dataclass
class Attempt:
    """The clock of one request, and the one fact that its outcome hangs on: whether a connection came to be.

    Times are in seconds. The connect limit covers everything before the first byte of the request (proxy and TLS
    included), the read limit everything after.
    """

    connect_limit: float
    read_limit: float
    proxy: Proxy | None = None
    started: float = field(default_factory=time.monotonic)
    connected: float | None = None
    hung_up: bool = False
    _line: socket.socket | None = field(default=None, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def left(self) -> float:
        """Returns the seconds that may still be waited. Raises TimeoutError if there are none."""
        if self.connected is None:
            left = self.started + self.connect_limit - time.monotonic()
        else:
            left = self.connected + self.read_limit - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left

    @contextlib.contextmanager
    def bounded(self) -> Iterator[None]:
        """Starts the clock, and cuts the line when both limits are over and something waits all the same.

        TLS within TLS (an https proxy) takes what time it likes for one read: the limit holds for each byte of it.
        """
        self.started = time.monotonic()
        timer = threading.Timer(self.connect_limit + self.read_limit + _GRACE_S, self._hang_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.hold(None)

    def hold(self, sock: socket.socket | None) -> None:
        """Remembers the connection by a handle of its own: TLS takes the first one over."""
        with self._lock:
            if self._line is not None:
                self._line.close()
            self._line = None if sock is None else sock.dup()

    def _hang_up(self) -> None:
        with self._lock:
            self.hung_up = True
            if self._line is not None:
                with contextlib.suppress(OSError):
                    self._line.shutdown(socket.SHUT_RDWR)


ATTEMPT: ContextVar[Attempt] = ContextVar("attempt")
"""The request that this thread is making. It reaches a connection through all of urllib3 between them."""


class _TimedReader(io.RawIOBase):
    """Reads from a socket, each time for no longer than the request has left: many small waits are one long one.

    `most`: how many bytes it gives before it raises TooLongError. A line without an end would fill the memory.
    """

    def __init__(self, inner: io.RawIOBase, sock: socket.socket) -> None:
        self._inner = inner
        self._sock = sock
        self._attempt = ATTEMPT.get()
        self._given = 0
        self.ended = False
        self.most = HEAD_LIMIT

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._inner.fileno()

    def readinto(self, buffer: Any) -> int | None:
        if self._given >= self.most:
            raise TooLongError("the answer is too long")
        self._sock.settimeout(self._attempt.left())
        count = self._inner.readinto(buffer)
        self._given += count or 0
        self.ended = count == 0
        return count

    def close(self) -> None:
        self._inner.close()
        super().close()


class _TimedResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        self._reader = _TimedReader(self.fp.detach(), sock)
        self.fp = io.BufferedReader(self._reader)

    def _read_status(self) -> tuple[str, int, str]:
        """Reads the first line of the final answer, past any number of others with 1xx (RFC 9110, section 15.2).

        Of those http.client skips 100 alone, and from 3.14 on a hundred of them at most, against servers that send them
        for ever; here the reader's bound and its clock are against that. 101 would end HTTP, which nobody asked for: it
        is taken as it is.
        """
        found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
        while _is_interim(found[1]):
            http.client.parse_headers(self.fp)
            if self._reader.ended:  # http.client takes the end of the connection for the end of the head
                raise CutOffError("the answer ended within its head")
            found = super()._read_status()  # type: ignore[misc]
        return found

    def begin(self) -> None:
        super().begin()
        if self._reader.ended:
            raise CutOffError("the answer ended within its head")
        self._reader.most = WIRE_LIMIT


def _look_up(host: str, port: int, limit: float) -> list[Any]:
    """The addresses of a host. The system has limits of its own for this, of which nobody may rely on any: so it is
    asked on another thread, which is left behind when the time is over.
    """
    answers: queue.SimpleQueue[list[Any] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except Exception as error:  # noqa: BLE001  raised again where it is waited for
            answers.put(error)

    threading.Thread(target=ask, name="look-up of a name", daemon=True).start()
    try:
        found = answers.get(timeout=limit)
    except queue.Empty:
        raise TimeoutError("timed out") from None
    if isinstance(found, Exception):
        raise found
    return found


def _is_interim(status: int) -> bool:
    return 100 <= status < 200 and status != http.HTTPStatus.SWITCHING_PROTOCOLS


class _Connection(urllib3.connection.HTTPConnection):
    response_class = _TimedResponse

    def _new_conn(self) -> socket.socket:
        """A socket to the first of the host's addresses that answers; they share the time there is."""
        attempt = ATTEMPT.get()
        try:
            found = _look_up(self._dns_host, self.port, attempt.left())
        except socket.gaierror as error:
            raise urllib3.exceptions.NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise urllib3.exceptions.ConnectTimeoutError(
                self, f"{self.host}: the name was not found in time"
            ) from error
        problem = OSError("the name has no address")
        for index, (family, kind, protocol, _, address) in enumerate(found):
            sock: socket.socket | None = None
            try:
                sock = socket.socket(family, kind, protocol)
                for option in self.socket_options or ():
                    sock.setsockopt(*option)
                sock.settimeout(attempt.left() / (len(found) - index))
                sock.connect(address)
                sock.settimeout(attempt.left())
            except OSError as error:
                problem = error
                if sock is not None:
                    sock.close()
            else:
                attempt.hold(sock)
                return sock
        if isinstance(problem, TimeoutError):
            raise urllib3.exceptions.ConnectTimeoutError(self, f"{self.host}: timed out") from problem
        raise urllib3.exceptions.NewConnectionError(self, str(problem)) from problem

    def connect(self) -> None:
        super().connect()
        attempt = ATTEMPT.get()
        attempt.connected = time.monotonic()
        self.sock.settimeout(attempt.left())

    def send(self, data: Any) -> None:
        """Sends in pieces, each within the time that is left: over TLS one `sendall` waits so long for each record."""
        if self.sock is None:
            self.connect()
        view = memoryview(data)
        for start in range(0, len(view), _PIECE):
            self.sock.settimeout(ATTEMPT.get().left())
            super().send(view[start : start + _PIECE])

    def request(self, *args: Any, **options: Any) -> None:
        attempt = ATTEMPT.get()
        if self.sock is not None and attempt.connected is None:  # a kept connection, used again
            attempt.connected = time.monotonic()
            self.sock.settimeout(attempt.left())
        super().request(*args, **options)


class _TlsConnection(_Connection, urllib3.connection.HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


POOLS: Final = {"http": _Pool, "https": _TlsPool}
"""The classes that a urllib3 pool manager makes its pools from. They need `ATTEMPT` to be set around each request."""
