"""The input of one connection: each part within its time, and a head that is what HTTP says it is."""

import io
import math
import re
import socket
import time
from http import HTTPStatus
from typing import Any, Final, Protocol

from scoro_desktop.sandbox.refusals import Refused

MAX_HEAD: Final = 64 * 1024
"""Bytes of a request line and its headers together."""

_FIELD: Final = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[^\r\n\0]*")  # RFC 9110, 5.5 and 5.6.2; no folded lines
_EMPTY: Final = 4  # lines before a request that are passed over: RFC 9112, 2.2, asks for one


class Stream(Protocol):
    """The reading end of a connection, with a buffer."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102
    def readinto(self, buffer: memoryview, /) -> int: ...  # noqa: D102
    def readline(self, size: int, /) -> bytes: ...  # noqa: D102


class Incoming(io.RawIOBase):
    """Reads from a connection until a moment, however slowly and in however small pieces its bytes come."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = math.inf

    def within(self, seconds: float) -> None:
        """From now on TimeoutError is raised for what is not there after so many seconds."""
        self._until = time.monotonic() + seconds

    def readable(self) -> bool:
        """Always: it is for reading."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Waits for some bytes and gives their number; 0 at the end."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(min(left, 3_600))
        return self._connection.recv_into(buffer)


def read_head(stream: Stream) -> tuple[bytes, bytes]:
    """The request line, and the headers with the empty line behind them.

    Raises EOFError where the other side ends before that, and Refused for more than `MAX_HEAD` and for a line among the
    headers that is none: a name with a blank behind it, a folded line, a return or a zero within. Two programs would
    not read them alike.
    """
    left = MAX_HEAD
    lines: list[bytes] = []
    empty = 0
    while True:
        line = stream.readline(left + 1)
        left -= len(line)
        if left < 0:
            if lines:
                raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long")
            raise Refused(HTTPStatus.REQUEST_URI_TOO_LONG, "The request line is too long")
        if not line.endswith(b"\n"):
            raise EOFError
        text = line.removesuffix(b"\n").removesuffix(b"\r")
        if not text and not lines:
            empty += 1
            if empty > _EMPTY:
                raise Refused(HTTPStatus.BAD_REQUEST, "There is no request line")
            continue
        if lines and text and not _FIELD.fullmatch(text):
            raise Refused(HTTPStatus.BAD_REQUEST, "A header is not written right")
        lines.append(line)
        if not text:
            return lines[0], b"".join(lines[1:])
