"""Compresses the modules of PyInstaller's base library that no start asks for, and leaves the others as they are.

PyInstaller compresses none of them, so that Python can read them before it has zlib. Those that a start reads stay so,
since unpacking them would take it 3 ms; what Python carries within itself (`os` and its like) is read from nowhere.
"""

import _imp
import zipfile
from pathlib import Path
from typing import Final

EARLY: Final = frozenset(
    {
        *(
            "collections",
            "copyreg",
            "enum",
            "functools",
            "heapq",
            "keyword",
            "linecache",
            "operator",
            "reprlib",
            "types",
        ),
        *("_weakrefset", "weakref", "warnings", "traceback", "re", "re._casefix", "re._compiler", "re._constants"),
        *("re._parser", "encodings", "encodings.aliases", "encodings.ascii", "encodings.cp437", "encodings.latin_1"),
        *("encodings.utf_8", "encodings.utf_16_le"),
    }
)
"""The part of it that every start loads: before there is zlib, or on the way to the first frame."""


def is_early(file: str) -> bool:
    """Tells whether a start reads a file of the library."""
    name = file.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__")
    return name in EARLY and not _imp.is_frozen(name)


def make(library: Path, folder: Path) -> Path:
    """Makes the smaller one in a folder, and says where it is. The same library gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / library.name
    with zipfile.ZipFile(library) as given, zipfile.ZipFile(target, "w") as made:
        for each in given.infolist():
            kind = zipfile.ZIP_STORED if is_early(each.filename) else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(each.filename, each.date_time), given.read(each), kind, 9)
    return target
