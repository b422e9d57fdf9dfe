"""Documents out of BSON (bsonspec.org, version 1.1), whatever is in it: what can be read of each is read.

Written for what a server sends that is not to be trusted: a length is believed only where it fits into what is there, a
document is followed no deeper than a database lets it be, and a broken one costs its own rest, not the other documents.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeAlias

from scoro_desktop.scorocode.bson_values import Kind, ObjectId, Partial, Special, decimal_128

MOST_LEVELS: Final = 100
"""Levels of a document (MongoDB manual, "Limits and Thresholds": nested depth)."""
MOST_VALUES: Final = 200_000
"""Values that are read in all; a hundred documents have some thousands."""

MOST_NAMES: Final = 500
"""Different names that the fields of all documents may have: each becomes a column of a table. Ours."""

_DOCUMENT: Final = 0x03
_LIST: Final = 0x04
_UUID: Final = 4
_SHOWN_BYTES: Final = 16
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MS: Final = timedelta(milliseconds=1)


class _BrokenError(Exception):
    """The bytes say what cannot be."""


class _Bytes:
    """A place in bytes that moves on as they are read, never past the end of the document that it is in."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0
        self._end = len(raw)

    def more(self) -> bool:
        """Tells whether the document has more in it."""
        return self._at < self._end

    def part(self, size: int) -> bytes:
        """The next bytes."""
        if not 0 <= size <= self._end - self._at:
            raise _BrokenError
        self._at += size
        return self._raw[self._at - size : self._at]

    def whole(self, size: int) -> int:
        """A whole number of so many bytes."""
        return int.from_bytes(self.part(size), "little", signed=True)

    def name(self) -> str:
        """A text that ends with a zero."""
        zero = self._raw.find(0, self._at, self._end)
        if zero < 0:
            raise _BrokenError
        return self.part(zero + 1 - self._at)[:-1].decode("utf-8", "replace")

    def text(self) -> str:
        """A text that tells its length."""
        raw = self.part(self.whole(4))
        if not raw or raw[-1] != 0:
            raise _BrokenError
        return raw[:-1].decode("utf-8", "replace")

    def enter(self) -> tuple[int, int]:
        """Goes into the document that begins here. The value is for `leave`."""
        begin = self._at
        size = self.whole(4)
        end = begin + size
        if size < 5 or end > self._end or self._raw[end - 1] != 0:
            raise _BrokenError
        around, self._end = self._end, end - 1
        return end, around

    def leave(self, entered: tuple[int, int]) -> None:
        """Goes on behind that document, wherever in it the place is."""
        self._at, self._end = entered


class BsonReader:
    """Reads documents. `leaves_out` says of a field's name that it is passed over, at whatever depth."""

    def __init__(self, raw: bytes, leaves_out: Callable[[str], bool]) -> None:
        self._bytes = _Bytes(raw)
        self._leaves_out = leaves_out
        self._left = MOST_VALUES
        self._depth = 0
        self._names_met: set[str] = set()
        self._broken = False

    def documents(self) -> list[Mapping[str, Any]] | None:
        """The documents in a list, written as the values of one document. None for anything else."""
        found: list[tuple[str, Mapping[str, Any]]] = []
        try:
            behind, around = self._bytes.enter()
            if behind != around:
                return None
            for kind, name in self._names():
                found.append((name, self._document(kind)))
        except _BrokenError:
            if not found:
                return None
            found.append(("", Partial()))
        if all(name.isascii() and name.isdigit() and len(name) < 10 for name, _ in found):
            found.sort(key=lambda one: int(one[0]))
        return [document for _, document in found]

    def _document(self, kind: int) -> Mapping[str, Any]:
        if kind != _DOCUMENT:
            raise _BrokenError
        self._broken = False
        fields = self._nested(_DOCUMENT)
        return Partial(fields) if self._broken else fields

    def _names(self) -> Iterator[tuple[int, str]]:
        """Kind and name of each value; what takes them reads the value."""
        while self._bytes.more():
            self._left -= 1
            if self._left < 0:
                raise _BrokenError
            yield self._bytes.part(1)[0], self._bytes.name()

    def _nested(self, kind: int) -> Any:
        """An object or a list: of one that is broken, what stands before that place."""
        fields: dict[str, Any] = {}
        items: list[Any] = []  # the order of a list is that of its bytes, whatever its names say
        entered = self._bytes.enter()
        self._depth += 1
        try:
            for each, name in self._names():
                value = self._value(each)
                if kind == _LIST:
                    items.append(value)
                elif not self._leaves_out(name) and self._has_room_for(name):
                    fields[name] = value
        except _BrokenError:
            self._broken = True
        self._depth -= 1
        self._bytes.leave(entered)
        return items if kind == _LIST else fields

    def _has_room_for(self, name: str) -> bool:
        """Tells whether a field is kept: whatever is nested, and as many names of a document's own as can be shown."""
        if self._depth > 1 or name in self._names_met:
            return True
        if len(self._names_met) == MOST_NAMES:
            self._broken = True
            return False
        self._names_met.add(name)
        return True

    def _value(self, kind: int) -> Any:
        if kind in {_DOCUMENT, _LIST}:
            if self._depth < MOST_LEVELS:
                return self._nested(kind)
            self._bytes.leave(self._bytes.enter())
            return Special(Kind.DEEP)
        read = _READERS.get(kind)
        if read is None:
            raise _BrokenError
        return read(self._bytes)


def _binary(raw: _Bytes) -> Special:
    size, kind = raw.whole(4), raw.part(1)[0]
    content = raw.part(size)
    if kind == _UUID and size == 16:
        import uuid  # slow to load, and seldom met

        return Special(Kind.UUID, str(uuid.UUID(bytes=content)))
    return Special(Kind.BINARY, content[:_SHOWN_BYTES].hex(" "), size)


def _date(raw: _Bytes) -> datetime | Special:
    milliseconds = raw.whole(8)
    try:
        return _EPOCH + milliseconds * _MS
    except OverflowError:
        return Special(Kind.FAR_DATE, str(milliseconds))


def _code_with_scope(raw: _Bytes) -> Special:
    inner = _Bytes(raw.part(max(0, raw.whole(4) - 4)))
    return Special(Kind.CODE, inner.text())


def _timestamp(raw: _Bytes) -> Special:
    number, seconds = struct.unpack("<II", raw.part(8))
    return Special(Kind.TIMESTAMP, f"{seconds} {number}")


_Read: TypeAlias = Callable[[_Bytes], Any]
_READERS: Final[Mapping[int, _Read]] = {
    0x01: lambda raw: struct.unpack("<d", raw.part(8))[0],
    0x02: _Bytes.text,
    0x05: _binary,
    0x06: lambda _: Special(Kind.UNDEFINED),
    0x07: lambda raw: ObjectId(raw.part(12).hex()),
    0x08: lambda raw: raw.part(1) != b"\0",
    0x09: _date,
    0x0A: lambda _: None,
    0x0B: lambda raw: Special(Kind.PATTERN, f"/{raw.name()}/{raw.name()}"),
    0x0C: lambda raw: Special(Kind.POINTER, f"{raw.text()} {raw.part(12).hex()}"),
    0x0D: lambda raw: Special(Kind.CODE, raw.text()),
    0x0E: _Bytes.text,  # a symbol
    0x0F: _code_with_scope,
    0x10: lambda raw: raw.whole(4),
    0x11: _timestamp,
    0x12: lambda raw: raw.whole(8),
    0x13: lambda raw: Special(Kind.DECIMAL, decimal_128(raw.part(16))),
    0x7F: lambda _: Special(Kind.GREATEST),
    0xFF: lambda _: Special(Kind.LEAST),
}
