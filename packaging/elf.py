"""The needs of the programs and libraries of a Linux folder, read from the files, not from memory."""

import dataclasses
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
FROM = re.compile(r"^\s+required from (\S+):$")
VERSION = re.compile(r"^\s+0x[0-9a-f]+ 0x[0-9a-f]+ \d+ (\S+)$")
GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)(?:\.\d+)?")


class UnknownLibraryError(Exception):
    """A library is needed that this machine does not have from a package, so that no dependency can be named."""


@dataclasses.dataclass(frozen=True)
class Needs:
    """The libraries outside of the folder, by file name, each with the versions of its symbols that are asked for."""

    libraries: dict[str, frozenset[str]]

    def glibc(self) -> str:
        """The oldest C library that has everything, such as "2.35"."""
        found = [GLIBC.fullmatch(version) for versions in self.libraries.values() for version in versions]
        major, minor = max((int(match[1]), int(match[2])) for match in found if match)
        return f"{major}.{minor}"


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library in the folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def needs(folder: Path, *, without: re.Pattern[str]) -> Needs:
    """Finds what the folder needs and does not have. Files whose path in it matches `without` are not asked."""
    inside = {path.name for path in folder.rglob("*")}
    found: dict[str, set[str]] = {}
    for path in elf_files(folder):
        if without.search(path.relative_to(folder).as_posix()):
            continue
        text = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
        for name in NEEDED.findall(text):
            found.setdefault(name, set())
        library = ""
        for line in text.splitlines():
            if match := FROM.match(line):
                library = match[1]
            elif library and (match := VERSION.match(line)):
                found.setdefault(library, set()).add(match[1])
            else:
                library = ""
    return Needs({name: frozenset(found[name]) for name in sorted(found) if name not in inside})


def debian_packages(wanted: Needs) -> list[str]:
    """The Debian packages that bring the libraries, as the machine that builds has them installed.

    A name that ends in t64 is given without: Debian 13 and Ubuntu 24.04 call a package so that takes the place of one
    without, which it names in its Provides, and older ones know only that.

    Raises:
        UnknownLibraryError: no package has one of them.
    """
    known = subprocess.run([ldconfig(), "-p"], capture_output=True, text=True, check=True).stdout
    packages = set()
    for name in wanted.libraries:
        places = re.findall(rf"^\s*{re.escape(name)} \(.*\) => (\S+)$", known, re.MULTILINE)
        package = next((found for place in places if (found := owner(place))), None)
        if package is None:
            raise UnknownLibraryError(f"{name}: no package on this machine has it; install the one that does")
        packages.add(re.sub(r"t64$", "", package))
    return sorted(packages)


def owner(place: str) -> str | None:
    """The Debian package that a file belongs to, by whichever of its two names (/lib, /usr/lib) that is known."""
    for name in (place, f"/usr{place}", place.removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return None


def ldconfig() -> str:
    return shutil.which("ldconfig") or "/sbin/ldconfig"


def rpm_requires(wanted: Needs) -> list[str]:
    """The same in the words of RPM, whose packages say which libraries and versions of symbols they have (64 bit)."""
    lines = []
    for library, versions in wanted.libraries.items():
        if library.startswith("ld-linux"):
            continue
        lines.append(f"{library}()(64bit)")
        lines += [f"{library}({version})(64bit)" for version in sorted(versions)]
    return lines
