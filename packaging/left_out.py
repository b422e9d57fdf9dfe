"""Modules that packages leave out, and the proof that nothing in a package needs one of them.

    python packaging/left_out.py PROGRAM     imports every module that is in a frozen program, without those left out

What imports one of them only within a `try`, or in a branch that is not taken on this system, works as well without it.
"""

import encodings
import importlib
import importlib.abc
import re
import subprocess
import sys
import warnings
from collections.abc import Iterable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

LINUX = sys.platform.startswith("linux")

# What the standard library and the Qt wheel bring and no line of this app reaches. bz2 is left out also because its
# library has another name on Fedora than on Debian; the codecs are those of East Asia before Unicode.
MODULES = [
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
    "_bz2", "_crypt", "_curses", "_dbm", "_gdbm", "_lzma", "_tkinter", "bz2", "curses", "lzma", "lib2to3", "nis",
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw", "_multibytecodec",
    "_pydatetime", "_pydecimal", "_statistics", "charset_normalizer", "cryptography.x509", "fractions", "ftplib",
    "numpy", "ossaudiodev", "pip", "pydoc_data", "pymongo", "readline", "setuptools", "statistics", "tkinter",
    "unittest", "urllib3.contrib.emscripten", "urllib3.contrib.pyopenssl", "xml.sax",
]  # fmt: skip
if LINUX:
    # A Linux system has zones by name, and keeps them up to date (the packages ask for them). Nothing is pickled, no
    # allocation traced, and only a Mac starts the app by a property list.
    MODULES += ["_compat_pickle", "_pickle", "pickle", "plistlib", "pprint", "tracemalloc", "tzdata"]
    # Codecs of consoles of DOS, of old Macs and of mainframes: none is the charset of a Linux system or of a list that
    # is read here. Four stay: lists come in cp866 and from old Macs, and names in a zip file, which an XLSX is, are in
    # cp437.
    _OLD = re.compile(r"(mac_(?!cyrillic|roman)\w+|cp(037|273|424|500|7\d\d|85\d|86[0-5]|869|875|1026|1125|1140))\.py")
    MODULES += [
        f"encodings.{path.stem}"
        for path in sorted(Path(encodings.__file__).parent.iterdir())
        if _OLD.fullmatch(path.name)
    ]
_OF_PYINSTALLER = re.compile(r"pyi_|pyimod|struct$|PyInstaller|_pyi")
"""Modules of a frozen program that nothing but its own start imports."""


class LeftOutError(Exception):
    """Something that is shipped needs a module that is not."""


class _Without(importlib.abc.MetaPathFinder):
    """Finds none of some modules, as in the frozen program."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = modules

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raises ModuleNotFoundError for one that is left out, or is within one; leaves the others to the next."""
        if any(fullname == each or fullname.startswith(f"{each}.") for each in self._modules):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def missed(names: Iterable[str], modules: Sequence[str] = MODULES) -> dict[str, str]:
    """Imports modules without those left out. Gives what could not be, and which module it missed.

    What misses another module misses it here as it does from source: backends of other systems, for one.
    """
    finder = _Without(modules)
    loaded = {name: sys.modules.pop(name) for name in [*sys.modules] if name in modules}
    sys.meta_path.insert(0, finder)
    found: dict[str, str] = {}
    try:
        for name in names:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    importlib.import_module(name)
            except ImportError as error:
                if error.name is not None and any(f"{error.name}.".startswith(f"{each}.") for each in modules):
                    found[name] = error.name
            except Exception:  # noqa: BLE001  not for this system, or not for being imported by itself
                continue
    finally:
        sys.meta_path.remove(finder)
        sys.modules |= loaded
    return found


def modules_of(program: Path) -> list[str]:
    """Lists the modules in a frozen program that can be imported by themselves."""
    archive = importlib.import_module("PyInstaller.archive.readers").CArchiveReader(str(program))
    inner = next(name for name in archive.toc if name.startswith("PYZ"))
    names = archive.open_embedded_archive(inner).toc
    return sorted(each for each in names if not each.endswith("__main__") and not _OF_PYINSTALLER.match(each))


def check(names: Iterable[str]) -> None:
    """Raises LeftOutError where one of some modules needs one that is left out.

    They are imported by a process of its own, in which nothing is loaded yet, as in a frozen program that starts.
    """
    command = [sys.executable, "-c", _CHILD, str(Path(__file__).parent), *names]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    if done.returncode or done.stdout:
        raise LeftOutError(done.stdout.strip() or done.stderr.strip())


_CHILD = """
import sys
sys.path[:0] = [sys.argv[1], ""]
import left_out
found = left_out.missed(sys.argv[2:])
print("\\n".join(f"{name} needs {needed}, which packages leave out" for name, needed in found.items()), end="")
"""


if __name__ == "__main__":
    try:
        check(modules_of(Path(sys.argv[1])))
    except LeftOutError as error:
        sys.exit(str(error))
