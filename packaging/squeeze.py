"""Compresses what the .deb and the .rpm hold as well as xz can: nfpm's own way leaves them half as large again.

The filter for programs of x86 goes before it, since most of what is shipped is such (25.1 instead of 26.8 MB of the
same tree). dpkg, apt and rpm unpack it with liblzma, which knows that filter, in 65 MB of memory, as for `xz -9`.
"""

import hashlib
import lzma
import struct
from pathlib import Path

_FILE_NAME = b"data.tar"
_AR = b"!<arch>\n"
_AR_ENTRY = struct.Struct("16s12s6s6s8s10s2s")
_RPM_LEAD = 96
_RPM_MAGIC = b"\x8e\xad\xe8"
# Tags of the signature's header and of the other one (rpm's rpmtag.h).
_SIZE, _MD5, _SHA1, _SHA256 = 1000, 1004, 269, 273
_PAYLOAD_DIGEST = 5092


class UnknownPackageError(Exception):
    """A package is not made as it was when this was written."""


def xz(data: bytes, *, programs: bool) -> bytes:
    """Compresses. `programs`: that most of it is machine code of x86."""
    last = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "nice_len": 273}
    filters = [{"id": lzma.FILTER_X86}, last] if programs else [last]
    return lzma.compress(data, lzma.FORMAT_XZ, lzma.CHECK_CRC64, filters=filters)


def deb(path: Path, *, programs: bool) -> None:
    """Compresses the files of a .deb in which they lie uncompressed. Raises UnknownPackageError."""
    content = path.read_bytes()
    if not content.startswith(_AR):
        raise UnknownPackageError(f"{path.name} is no archive of ar")
    out, place, found = [_AR], len(_AR), False
    while place < len(content):
        name, *middle, size, end = _AR_ENTRY.unpack_from(content, place)
        place += _AR_ENTRY.size
        data = content[place : place + int(size)]
        place += len(data) + len(data) % 2
        if name.rstrip(b" /") == _FILE_NAME:
            found, name, data = True, b"data.tar.xz".ljust(16), xz(data, programs=programs)
        out += [_AR_ENTRY.pack(name, *middle, b"%-10d" % len(data), end), data, b"\n" * (len(data) % 2)]
    if not found:
        raise UnknownPackageError(f"{path.name} holds no {_FILE_NAME.decode()}")
    path.write_bytes(b"".join(out))


def rpm(path: Path, *, programs: bool) -> None:
    """Compresses the files of an .rpm anew, which xz did before, and renews its sums. Raises UnknownPackageError."""
    content = bytearray(path.read_bytes())
    signature, end = _tags(content, _RPM_LEAD)
    start = end + -end % 8
    header, payload = _tags(content, start)
    files = xz(lzma.decompress(bytes(content[payload:])), programs=programs)
    content[payload:] = files
    _put(content, header, _PAYLOAD_DIGEST, hashlib.sha256(files).hexdigest().encode())
    about = bytes(content[start:payload])
    _put(content, signature, _SHA1, hashlib.sha1(about, usedforsecurity=False).hexdigest().encode())
    _put(content, signature, _SHA256, hashlib.sha256(about).hexdigest().encode())
    _put(content, signature, _MD5, hashlib.md5(about + files, usedforsecurity=False).digest())
    _put(content, signature, _SIZE, struct.pack(">I", len(about) + len(files)))
    path.write_bytes(content)


def _tags(content: bytearray, start: int) -> tuple[dict[int, int], int]:
    """Of a header of rpm: where the value of each tag lies, and where the header ends."""
    if content[start : start + 3] != _RPM_MAGIC:
        raise UnknownPackageError("no header of rpm where one should be")
    count, length = struct.unpack_from(">II", content, start + 8)
    values = start + 16 + 16 * count
    entries = (struct.unpack_from(">IIII", content, start + 16 + 16 * number) for number in range(count))
    return {tag: values + offset for tag, _, offset, _ in entries}, values + length


def _put(content: bytearray, tags: dict[int, int], tag: int, value: bytes) -> None:
    """Writes a value over the one of a tag, which has the same length."""
    if tag not in tags:
        raise UnknownPackageError(f"the .rpm has no tag {tag}")
    content[tags[tag] : tags[tag] + len(value)] = value
