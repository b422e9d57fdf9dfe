"""Connections that keep to a clock and tell whether they came to be: urllib3's, with what a send needs of them."""

import http.client
import io
import socket
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

import urllib3
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


@dataclass
class Attempt:
    """The clock of one request, and the one fact that its outcome hangs on: whether a connection came to be.

    Times are in seconds. The connect limit covers everything before the first byte of the request (proxy and TLS
    included), the read limit everything after.
    """

    connect_limit: float
    read_limit: float
    started: float = field(default_factory=time.monotonic)
    connected: float | None = None

    def left(self) -> float:
        """How long may still be waited. Raises TimeoutError if it is over."""
        if self.connected is None:
            left = self.started + self.connect_limit - time.monotonic()
        else:
            left = self.connected + self.read_limit - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return left


ATTEMPT: ContextVar[Attempt] = ContextVar("attempt")
"""The request that this thread is making. It reaches a connection through all of urllib3 between them."""


class _TimedReader(io.RawIOBase):
    """Reads from a socket, each time for no longer than the request has left: many small waits are one long one."""

    def __init__(self, inner: io.RawIOBase, sock: socket.socket) -> None:
        self._inner = inner
        self._sock = sock
        self._attempt = ATTEMPT.get()

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._inner.fileno()

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._attempt.left())
        return self._inner.readinto(buffer)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _TimedResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        self.fp = io.BufferedReader(_TimedReader(self.fp.detach(), sock))


class _Connection(urllib3.connection.HTTPConnection):
    response_class = _TimedResponse

    def _new_conn(self) -> socket.socket:
        """A socket to the first of the host's addresses that answers; they share the time there is."""
        attempt = ATTEMPT.get()
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise urllib3.exceptions.NameResolutionError(self.host, self, error) from error
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
                return sock
        if isinstance(problem, TimeoutError):
            raise urllib3.exceptions.ConnectTimeoutError(self, f"{self.host}: timed out") from problem
        raise urllib3.exceptions.NewConnectionError(self, str(problem)) from problem

    def connect(self) -> None:
        super().connect()
        attempt = ATTEMPT.get()
        attempt.connected = time.monotonic()
        self.sock.settimeout(attempt.left())

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
"""What a urllib3 pool manager makes its pools from. They need `ATTEMPT` to be set around each request."""
