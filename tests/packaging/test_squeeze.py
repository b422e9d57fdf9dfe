"""Packages that are compressed anew hold what they held, and their sums are right."""

import hashlib
import io
import lzma
import shutil
import struct
import subprocess
import tarfile
from pathlib import Path

import pytest
import squeeze

FILES = {"odd": b"a" * 4097, "program": bytes(range(256)) * 40 + b"\xe8\x00\x01\x00\x00" * 999}


def tar(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


def ar(members: dict[str, bytes]) -> bytes:
    result = b"!<arch>\n"
    for name, content in members.items():
        head = f"{name:<16}{1767225600:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        result += head.encode("ascii") + content + b"\n" * (len(content) % 2)
    return result


def a_deb(path: Path) -> Path:
    control = b"Package: a\nVersion: 1\nArchitecture: all\nMaintainer: nobody <nobody@a.invalid>\nDescription: a\n"
    path.write_bytes(ar({"debian-binary": b"2.0\n", "control.tar": tar({"control": control}), "data.tar": tar(FILES)}))
    return path


@pytest.mark.parametrize("programs", [True, False])
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb reads what was made")
def test_dpkg_unpacks_a_deb_as_it_was(tmp_path: Path, programs: bool) -> None:
    file = a_deb(tmp_path / "a.deb")
    before = file.stat().st_size
    squeeze.deb(file, programs=programs)
    assert file.stat().st_size < before / 2
    subprocess.run(["dpkg-deb", "--extract", file, tmp_path / "out"], check=True)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == FILES
    said = subprocess.run(["dpkg-deb", "--field", file, "Package"], capture_output=True, text=True, check=True)
    assert said.stdout == "a\n"


def test_the_same_deb_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = a_deb(tmp_path / "one"), a_deb(tmp_path / "other")
    squeeze.deb(one, programs=True)
    squeeze.deb(other, programs=True)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", ar({"debian-binary": b"2.0\n", "data.tar.gz": b"1"})])
def test_another_archive_is_refused_and_stays_as_it_was(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.deb"
    file.write_bytes(content)
    with pytest.raises(squeeze.UnknownPackageError):
        squeeze.deb(file, programs=True)
    assert file.read_bytes() == content


def header(values: dict[int, bytes]) -> bytes:
    index, store = b"", b""
    for tag, value in values.items():
        index += struct.pack(">IIII", tag, 7, len(store), len(value))
        store += value
    return b"\x8e\xad\xe8\x01" + bytes(4) + struct.pack(">II", len(values), len(store)) + index + store


def an_rpm(path: Path, *, without: int = 0) -> tuple[bytes, bytes]:
    """Writes one, and returns its own header (of an odd length) and what it holds."""
    about = {1000: b"name\0", 5092: b"-" * 64 + b"\0", 1001: b"1\0"}
    signature = {269: bytes(40) + b"\0", 273: bytes(64) + b"\0", 1000: bytes(4), 1004: bytes(16), 62: b"end"}
    for tags in (about, signature):
        tags.pop(without, None)
    first = header(signature)
    content = tar(FILES)
    path.write_bytes(bytes(96) + first + bytes(-(96 + len(first)) % 8) + header(about) + lzma.compress(content))
    return header(about), content


def test_the_sums_of_an_rpm_are_those_of_what_it_holds_now(tmp_path: Path) -> None:
    file = tmp_path / "a.rpm"
    about, content = an_rpm(file)
    squeeze.rpm(file, programs=True)
    made = file.read_bytes()
    start = made.index(b"\x8e\xad\xe8", 100)
    header_now, files = made[start : start + len(about)], made[start + len(about) :]
    assert lzma.decompress(files) == content
    assert header_now == about.replace(b"-" * 64, hashlib.sha256(files).hexdigest().encode())
    signature = made[96:start]
    assert hashlib.sha1(header_now).hexdigest().encode() + b"\0" in signature
    assert hashlib.sha256(header_now).hexdigest().encode() + b"\0" in signature
    assert struct.pack(">I", len(header_now + files)) + hashlib.md5(header_now + files).digest() in signature


@pytest.mark.parametrize("tag", [269, 273, 1004, 5092])
def test_an_rpm_that_lacks_a_sum_is_refused_and_stays_as_it_was(tmp_path: Path, tag: int) -> None:
    file = tmp_path / "a.rpm"
    an_rpm(file, without=tag)
    before = file.read_bytes()
    with pytest.raises(squeeze.UnknownPackageError, match=str(tag)):
        squeeze.rpm(file, programs=True)
    assert file.read_bytes() == before
