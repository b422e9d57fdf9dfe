"""The body of a request: how long it says it is, and its bytes, of which there are so many at once and no more."""

import mmap
import re
import threading
from email.message import Message
from http import HTTPStatus
from typing import Final, Self

from scoro_desktop.sandbox.incoming import Stream
from scoro_desktop.sandbox.refusals import Refused

MAX_BODY: Final = 16 * 1024 * 1024
"""Bytes of a request: the size that the database allows a document."""
SMALL: Final = 64 * 1024
"""Bytes of a body that every connection may have, whatever the others have."""
MAX_LARGE: Final = 4
"""Bodies at the same time that are longer than that."""

_MAX_OVERHEAD: Final = 256 * 1024  # bytes of a chunked body that are not the body itself
_MAX_LINE: Final = 4 * 1024
_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r\n")  # RFC 9112, 7.1
_TRAILER: Final = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[^\r\n\0]*\r\n")


class Body:
    """Reads one body into memory, which it gives back at the end of the `with`.

    `places`: of those that may be large at the same time. A large one lies in memory of its own, of which no page is
    there before something is written to it and none is left at the end; freed the usual way, a part would stay.
    """

    def __init__(self, places: threading.Semaphore) -> None:
        self._places = places
        self._memory: bytearray | mmap.mmap = bytearray(SMALL)
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        memory, self._memory, self.size = self._memory, bytearray(), 0
        if isinstance(memory, mmap.mmap):
            memory.close()
            self._places.release()

    def holds(self, part: bytes) -> bool:
        """Tells whether these bytes are somewhere in it."""
        return self._memory.find(part, 0, self.size) >= 0

    def text(self) -> str:
        """All of it. Raises UnicodeDecodeError where it is not UTF-8."""
        with memoryview(self._memory) as memory, memory[: self.size] as content:
            return str(content, "utf-8")

    def read(self, stream: Stream, length: int | None) -> None:
        """Reads `length` bytes, or chunks where it is None.

        Raises Refused where too many are large already and for chunks that are none, EOFError for an early end.
        """
        if length is None:
            self._read_chunks(stream)
        else:
            self._read(stream, length)

    def _read(self, stream: Stream, length: int) -> None:
        whole = self.size + length
        small = min(whole, max(self.size, SMALL))  # comes first: what is said to be large may end before it is
        for end in (small, whole):
            if end > len(self._memory):
                self._become_large()
            with memoryview(self._memory) as memory, memory[self.size : end] as part:
                self.size += stream.readinto(part)
            if self.size < end:
                raise EOFError

    def _become_large(self) -> None:
        if not self._places.acquire(blocking=False):
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "Too much is being sent at once")
        large = mmap.mmap(-1, MAX_BODY)
        large[: self.size] = bytes(self._memory[: self.size])
        self._memory = large

    def _read_chunks(self, stream: Stream) -> None:
        overhead = _MAX_OVERHEAD
        while True:
            line = _line(stream)
            overhead -= len(line) + 2
            match = _CHUNK.fullmatch(line)
            if match is None or overhead < 0:
                raise Refused(HTTPStatus.BAD_REQUEST, "The chunks of the request are not written right")
            size = int(match[1], 16)
            if not size:
                break
            if self.size + size > MAX_BODY:
                raise _too_long()
            self._read(stream, size)
            if (end := stream.read(2)) != b"\r\n":
                if len(end) < 2:
                    raise EOFError
                raise Refused(HTTPStatus.BAD_REQUEST, "The chunks of the request are not written right")
        while (line := _line(stream)) != b"\r\n":  # trailers: nothing in them is of use here
            overhead -= len(line)
            if overhead < 0 or not _TRAILER.fullmatch(line):
                raise Refused(HTTPStatus.BAD_REQUEST, "The trailers of the request are not written right")


def length_of(headers: Message, version: str) -> int | None:
    """The number of bytes of the body: None for chunks. `version`: "HTTP/1.1".

    Raises Refused where that is not said, said in two ways (RFC 9112, 6.3: then one program takes for the next request
    what is the body for another), or too much.
    """
    codings, lengths = headers.get_all("Transfer-Encoding", []), set(headers.get_all("Content-Length", []))
    if codings:
        if lengths or version != "HTTP/1.1" or len(codings) > 1:
            raise Refused(HTTPStatus.BAD_REQUEST, "Transfer-Encoding cannot stand here")
        if codings[0].strip(" \t").lower() != "chunked":
            raise Refused(HTTPStatus.NOT_IMPLEMENTED, "Of all transfer encodings only chunked is taken")
        return None
    if not lengths:
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing")
    text = lengths.pop().strip(" \t")
    if lengths or not (text.isascii() and text.isdigit()):
        raise Refused(HTTPStatus.BAD_REQUEST, "Content-Length is not a number")
    if len(text) > 18 or int(text) > MAX_BODY:
        raise _too_long()
    return int(text)


def _line(stream: Stream) -> bytes:
    line = stream.readline(_MAX_LINE)
    if not line.endswith(b"\n"):
        if len(line) < _MAX_LINE:
            raise EOFError
        raise Refused(HTTPStatus.BAD_REQUEST, "The chunks of the request are not written right")
    return line


def _too_long() -> Refused:
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The request is longer than {MAX_BODY} bytes")
