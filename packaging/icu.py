"""Makes a small library of Unicode's data (libicudata) out of the one in the Qt wheel, for the packages for Linux.

    python packaging/icu.py LIBRARY TARGET

Of its 32 MB Qt asks for the order of letters (QCollator), names of time zones in a date that is written out, and codes
of texts. Names of languages and currencies, calendars and numbers it has in tables of its own, and case is code in
libicuuc. `tests/packaging/test_icu.py` holds that against what Qt's libraries call. `KEPT` says what stays: all for the
languages of the app, and of others what is small.

The data are one file in ICU's "common data" format: a header, a table of contents, the items. The library holds it as
one symbol, icudtNN_dat. It is written anew without the other items, from the same library the same bytes, and `as` and
`ld` of binutils make a library of it. Where they are missing the whole stays as it came.
"""

import fnmatch
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = (
    "coll/*",  # the order of letters, by language
    *("root.res", "en.res", "ru.res", "res_index.res", "pool.res", "keyTypeData.res", "metadata.res"),
    *("likelySubtags.res", "supplementalData.res", "numberingSystems.res", "icuver.res", "icustd.res"),
    *("uemoji.icu", "ulayout.icu", "*.nrm"),
    # Names of time zones: in the languages of the app, and of the people who have it in English beside their own.
    *("zone/root.res", "zone/pool.res", "zone/res_index.res", "zone/tzdbNames.res", "zone/en*.res", "zone/ru*.res"),
    *(f"zone/{language}.res" for language in ("be", "de", "es", "fr", "it", "kk", "pl", "pt", "tr", "uk")),
    *("metaZones.res", "timezoneTypes.res", "zoneinfo64.res", "windowsZones.res"),
    # Codes of texts that old programs put on the clipboard: Windows-1251 and 1252, KOI8-R, IBM866, ISO 8859-5, Mac.
    "cnvalias.icu",
    *("ibm-5347_P100-1998.cnv", "ibm-5348_P100-1997.cnv", "ibm-878_P100-1996.cnv", "ibm-866_P100-1995.cnv"),
    *("ibm-915_P100-1995.cnv", "macos-7_3-10.2.cnv"),
)
"""Names of items, as `fnmatch` reads them."""
LEFT_OUT = ("coll/zh.res", "coll/ja.res", "coll/ko.res")
"""Larger than all others together; Chinese, Japanese and Korean are ordered as Unicode does where nothing is said."""
LIBRARY = re.compile(r"libicudata\.so\.(\d+)$")
_ALIGNED = 16
_PADDING = b"\xaa"


class NotIcuDataError(Exception):
    """A file is not what it is taken for."""


def is_kept(name: str) -> bool:
    """Tells whether an item stays. `name`: without the "icudtNNl/" before it."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in KEPT) and name not in LEFT_OUT


def symbol(library: Path) -> tuple[str, bytes]:
    """The name and the bytes of the one symbol of a library of data (ELF, 64 bit, little-endian)."""
    content = library.read_bytes()
    if content[:6] != b"\x7fELF\x02\x01":
        raise NotIcuDataError(f"{library.name} is no library of a 64-bit Linux system")
    (place,) = struct.unpack_from("<Q", content, 40)
    size, count = struct.unpack_from("<HH", content, 58)
    # Of a section: kind, address, offset, length, the section it goes with.
    sections = [struct.unpack_from("<4xI8xQQQI", content, place + size * number) for number in range(count)]
    for kind, _, start, length, strings in sections:
        if kind != 11:  # SHT_DYNSYM
            continue
        for entry in range(start, start + length, 24):
            name_at, _, _, section, value, extent = struct.unpack_from("<IBBHQQ", content, entry)
            names = sections[strings][2]
            name = content[names + name_at : content.index(b"\0", names + name_at)].decode("ascii")
            if re.fullmatch(r"icudt\d+_dat", name) and section < count:
                _, address, offset, _, _ = sections[section]
                return name, content[offset + value - address :][:extent]
    raise NotIcuDataError(f"{library.name} holds no data of ICU")


def items(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The header of common data, and the items by name, in their order."""
    length, magic = struct.unpack_from("<HH", data)
    if magic != 0x27DA or data[12:16] != b"CmnD":
        raise NotIcuDataError("no common data of ICU, little-endian")
    (count,) = struct.unpack_from("<I", data, length)
    entries = [struct.unpack_from("<II", data, length + 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in entries[1:]] + [len(data) - length]
    found = {}
    for (name_at, start), end in zip(entries, ends, strict=True):
        name = data[length + name_at : data.index(b"\0", length + name_at)].decode("ascii")
        found[name] = data[length + start : length + end]
    return data[:length], found


def common_data(header: bytes, wanted: dict[str, bytes]) -> bytes:
    """The same format again, for these items."""
    table = 4 + 8 * len(wanted)
    names, body = bytearray(), bytearray()
    start = table + sum(len(name) + 1 for name in wanted)
    start += -start % _ALIGNED
    entries = struct.pack("<I", len(wanted))
    for name in sorted(wanted):
        body += _PADDING * (-len(body) % _ALIGNED)
        entries += struct.pack("<II", table + len(names), start + len(body))
        names += name.encode("ascii") + b"\0"
        body += wanted[name]
    before = entries + names
    return header + before + _PADDING * (start - len(before)) + body


def smaller(data: bytes) -> bytes:
    """Common data with nothing but what is kept."""
    header, found = items(data)
    return common_data(header, {name: item for name, item in found.items() if is_kept(name.partition("/")[2])})


def make_library(data: bytes, name: str, file_name: str, target: Path) -> None:
    """Writes a library that holds data as a symbol. Raises subprocess.CalledProcessError where a tool fails."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data").write_bytes(data)
        (Path(folder) / "data.s").write_text(
            f'.section .rodata\n.balign {_ALIGNED}\n.globl {name}\n.type {name}, %object\n{name}:\n.incbin "data"\n'
            f'.size {name}, . - {name}\n.section .note.GNU-stack, "", %progbits\n',
            "ascii",
        )
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)
        shared = [
            "ld",
            "-shared",
            "-soname",
            file_name,
            "--build-id=none",
            "-z",
            "noexecstack",
            "-o",
            "library",
            "data.o",
        ]
        subprocess.run(shared, cwd=folder, check=True)
        shutil.copyfile(Path(folder) / "library", target)


def make(library: Path, folder: Path) -> Path:
    """Makes the small one in a folder, and says where it is; without binutils it is the one that was there."""
    if not (shutil.which("as") and shutil.which("ld")):
        print(f"{library.name} stays whole: binutils (as, ld) is not installed", flush=True)
        return library
    name, data = symbol(library)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / library.name
    make_library(smaller(data), name, library.name, target)
    return target


def main() -> None:
    try:
        library, folder = map(Path, sys.argv[1:])
    except ValueError:
        sys.exit(__doc__)
    print(make(library, folder))


if __name__ == "__main__":
    main()
