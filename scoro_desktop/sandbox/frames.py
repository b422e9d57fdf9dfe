"""Frames around messages between two processes: the length in four bytes, then the message."""

import struct
from typing import Final, Protocol

_LENGTH: Final = struct.Struct(">I")


class Readable(Protocol):
    """A stream that bytes come from."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102


class Writable(Protocol):
    """A stream that bytes go to."""

    def write(self, data: bytes, /) -> object: ...  # noqa: D102
    def flush(self) -> object: ...  # noqa: D102


def put(stream: Writable, message: bytes) -> None:
    """Writes one message. Raises OSError when nobody reads any longer."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def take(stream: Readable) -> bytes | None:
    """Reads one message; None where the stream ends before one is whole."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
