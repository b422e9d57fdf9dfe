"""A server on loopback that behaves badly in one chosen way, on real sockets."""

import socket
import ssl
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

Behaviour = Callable[[socket.socket], object]


class SocketServer:
    """Hands each connection to `behave`, on a thread of its own, and remembers what was received."""

    def __init__(self, behave: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        self.behave = behave
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0
        self.stop = threading.Event()
        self._ended = threading.Semaphore(0)
        self._threads = [threading.Thread(target=self._accept)]

    @property
    def address(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/api/v1/"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def _accept(self) -> None:
        while not self.stop.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def wait_for_end(self) -> None:
        """Waits until one connection more has been closed from here."""
        assert self._ended.acquire(timeout=20)

    def _serve(self, connection: socket.socket) -> None:
        try:
            self._behave(connection)
        finally:
            self._ended.release()

    def _behave(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(10)
            try:
                if self._tls:
                    with self._tls.wrap_socket(connection, server_side=True) as encrypted:
                        self.behave(encrypted)
                else:
                    self.behave(connection)
            except OSError:
                return  # the client went away, as it may


def receive(connection: socket.socket) -> bytes:
    """One whole request: its head and as much body as its Content-Length says."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return data
        data += more
    head, body = data.split(b"\r\n\r\n", 1)
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while lengths and len(body) < int(lengths[0]):
        more = connection.recv(65536)
        if not more:
            break
        body += more
    return head + b"\r\n\r\n" + body


def reset(connection: socket.socket) -> None:
    """Closes with a reset (RST) instead of an end (FIN)."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def reset_unread(connection: socket.socket) -> None:
    """Resets with the request arrived and not a byte of it read.

    Before anything has arrived a reset may overtake the connection itself, which then never came to be.
    """
    connection.recv(1, socket.MSG_PEEK)
    reset(connection)


def answer(body: bytes, status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """An HTTP/1.1 answer; `length` is what Content-Length claims, the true length if None."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body
