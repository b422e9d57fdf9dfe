"""Finds whose work is shipped, and puts its licences beside it.

    python packaging/licences.py SITE_PACKAGES FOLDER     for a tree of wheels that were unpacked and not frozen

What is shipped is told by the files themselves: each is looked up in what its distribution says it installed. A
distribution without a licence text in it stops the build, unless `KEPT_HERE` has its texts.
"""

import ctypes
import dataclasses
import importlib.metadata
import json
import platform
import re
import shutil
import sqlite3
import ssl
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"

LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)([.-][^/]*)?$", re.IGNORECASE)
KEPT_HERE = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
"""Distributions whose wheels bring no licence text, and the files in packaging/licences that hold theirs."""
CRATES = "rust-crates.txt"
"""The file in packaging/licences for what is compiled into libraries that are written in Rust."""
SPDX = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""The licence under which each of these is used here, where its metadata name several or none in SPDX's words."""


@dataclasses.dataclass(frozen=True)
class Part:
    """One work by somebody else that is shipped. `licence` is in SPDX's words if its authors use them.

    `within`: the part whose file it is compiled into, whose texts hold for it as well; empty where it is by itself.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]
    within: str = ""


class NoLicenceError(Exception):
    """Something would be shipped without its licence."""


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def owners(files: Iterable[Path], path: Sequence[str] = sys.path) -> list[importlib.metadata.Distribution]:
    """The distributions on `path` that installed any of `files`, by name."""
    wanted = {file.resolve() for file in files}
    found: dict[str, importlib.metadata.Distribution] = {}
    for distribution in importlib.metadata.distributions(path=list(path)):
        name = normal(distribution.metadata["Name"])
        if any(Path(str(file.locate())).resolve() in wanted for file in distribution.files or []):
            found.setdefault(name, distribution)
    found.pop("scoro-desktop", None)
    return [found[name] for name in sorted(found)]


def part_of(distribution: importlib.metadata.Distribution) -> Part:
    """The entry for a distribution. Raises NoLicenceError if it has no licence text."""
    name = normal(distribution.metadata["Name"])
    texts = [
        Path(str(file.locate()))
        for file in distribution.files or []
        if ".dist-info/" in file.as_posix() and LICENCE_FILE.search(file.as_posix())
    ]
    texts += [TEXTS / text for text in KEPT_HERE.get(name, ())]
    if not texts:
        raise NoLicenceError(f"{name} {distribution.version} has no licence text; add it to packaging/licences")
    if crates_of(distribution):
        texts += [TEXTS / CRATES, *bills_of(distribution)]
    return Part(
        name=distribution.metadata["Name"],
        version=distribution.version,
        licence=SPDX.get(name) or declared_licence(distribution),
        purl=f"pkg:pypi/{name}@{distribution.version}",
        texts=tuple(texts),
    )


def bills_of(distribution: importlib.metadata.Distribution) -> list[Path]:
    """The bills of materials that a wheel brings of what is compiled into it (PEP 770)."""
    return [
        Path(str(file.locate()))
        for file in distribution.files or []
        if ".dist-info/sboms/" in file.as_posix() and file.suffix == ".json"
    ]


def crates_of(distribution: importlib.metadata.Distribution) -> list[Part]:
    """Works in Rust by others that are compiled into a distribution, as its wheel tells.

    What is only used to build it, and parts of the distribution itself, are not among them.
    """
    found = {}
    for bill in bills_of(distribution):
        for each in json.loads(bill.read_text("utf-8")).get("components", []):
            purl = str(each.get("purl", ""))
            if not purl.startswith("pkg:cargo/") or "download_url=file:" in purl or each.get("scope") == "excluded":
                continue
            licence = next((str(one["expression"]) for one in each.get("licenses", []) if "expression" in one), "")
            if not licence:
                raise NoLicenceError(f"{purl} in {distribution.metadata['Name']} names no licence")
            name = distribution.metadata["Name"]
            found[purl] = Part(each["name"], each["version"], licence, purl, (TEXTS / CRATES,), name)
    return list(found.values())


def declared_licence(distribution: importlib.metadata.Distribution) -> str:
    """The licence that a distribution's metadata name, in the most exact of the three ways there are; or ""."""
    metadata = distribution.metadata
    for expression in metadata.get_all("License-Expression") or []:
        return str(expression)
    classifiers = [str(line) for line in metadata.get_all("Classifier") or [] if str(line).startswith("License :: ")]
    name = "".join(metadata.get_all("License") or [])
    return name if name and "\n" not in name else " or ".join(line.rpartition(" :: ")[2] for line in classifiers)


def interpreter() -> Part:
    """CPython, as it runs now. Raises NoLicenceError if its licence is not where its installers put it."""
    version = platform.python_version()
    places = [Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt")]
    places += [Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright")]
    texts = [place for place in places if place.exists()]
    if not texts:
        raise NoLicenceError(f"the licence of Python {version} is at none of {', '.join(map(str, places))}")
    return Part("CPython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", (texts[0],))


def sqlite() -> Part:
    """The SQLite that Python runs with. It is in the public domain."""
    version = sqlite3.sqlite_version
    return Part("SQLite", version, "blessing", f"pkg:generic/sqlite@{version}", (TEXTS / "sqlite.txt",))


def qt(version: str) -> Part:
    """Qt itself, which the PySide6 wheels bring."""
    return Part("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", (TEXTS / "LGPL-3.0.txt",))


def openssl(version: str, where: str, texts: tuple[Path, ...]) -> Part:
    """OpenSSL, as it is within something else that is shipped: `where`."""
    return Part("OpenSSL", version, "Apache-2.0", f"pkg:generic/openssl@{version}#{where}", texts)


def within(files: Sequence[Path], parts: Sequence[Part]) -> list[Part]:
    """Works by others that lie within what `parts` are, where a fault of theirs would be ours to bring an update for.

    OpenSSL is part of cryptography's wheels, and of Python's installers for Windows and macOS; on Linux Python has the
    system's. ICU is part of Qt's wheels for Linux.
    """
    found = []
    for part in parts:
        if normal(part.name) == "pyside6-essentials":
            found.append(qt(part.version))
        if normal(part.name) == "cryptography":
            from cryptography.hazmat.backends.openssl.backend import backend

            found.append(openssl(backend.openssl_version_text().split()[1], "cryptography", part.texts))
    if any(re.match(r"libssl[-.\d]", file.name) for file in files):
        found.append(openssl(ssl.OPENSSL_VERSION.split()[1], "CPython", interpreter().texts))
    for file in files:
        if re.fullmatch(r"libicuuc\.so\.\d+", file.name) and file.is_file():  # and no link within the folder
            version = icu_version(file)
            found.append(
                Part("ICU", version, "Unicode-3.0", f"pkg:generic/icu@{version}", (TEXTS / "qt-third-party.txt",))
            )
    return found


def icu_version(library: Path) -> str:
    """The version that libicuuc says it has, of which the first number is part of its name."""
    numbers = (ctypes.c_uint8 * 4)()
    getattr(ctypes.CDLL(str(library)), f"u_getVersion_{library.name.rpartition('.')[2]}")(numbers)
    return f"{numbers[0]}.{numbers[1]}"


def shipped(files: Iterable[Path], path: Sequence[str] = sys.path) -> list[Part]:
    """Everything by others that the folder holds, told by the `files` that it was made from."""
    files = list(files)
    found = owners(files, path)
    parts = [part_of(distribution) for distribution in found]
    parts += within(files, parts)
    crates = {crate.purl: crate for distribution in found for crate in crates_of(distribution)}
    return sorted(
        [*parts, *crates.values(), interpreter(), sqlite()], key=lambda part: (part.name.lower(), part.version)
    )


def put(parts: Iterable[Part], folder: Path) -> None:
    """Lays the texts of `parts` into `folder`, one folder each, with a page that says what each is."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [(TEXTS / "README.txt").read_text("utf-8").rstrip(), "", "", "What is here", "------------", ""]
    for part in parts:
        where = f" (in {part.within})" if part.within else ""
        lines.append(f"{part.name} {part.version}{where}: {part.licence}")
        for text in part.texts:
            if text.suffix == ".json":  # a bill of materials: its parts stand in that of the app
                continue
            target = folder / (part.within or part.name) / text.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(text, target)
            target.chmod(0o644)
    shutil.copyfile(ROOT / "LICENSE", folder / "Scoro Desktop.txt")
    (folder / "README.txt").write_text("\n".join([*lines, ""]), "utf-8")


def main() -> None:
    try:
        site, folder = sys.argv[1:]
    except ValueError:
        sys.exit(__doc__)
    files = [file for file in Path(site).rglob("*") if file.is_file()]
    put(shipped(files, [site]), Path(folder))


if __name__ == "__main__":
    main()
