"""Runs first in the frozen app on Linux: an update may put a new program file in place of the one that runs.

PyInstaller opens the program file by its name each time a module is imported, and this app imports some late: with
another version under that name it would read nonsense, in the middle of somebody's work. The file that was started
stays readable through its descriptor as long as the app runs. That also spares opening it for each of 700 modules.
"""

import marshal
import os
import zlib

import pyimod01_archive  # type: ignore[import-not-found]  # it is in frozen apps only, as what follows
import pyimod02_importers  # type: ignore[import-not-found]

archive = pyimod02_importers.pyz_archive
archive.running_program = open(archive._filename, "rb")  # noqa: SIM115, PTH123  open until the app ends
archive._filename = f"/proc/self/fd/{archive.running_program.fileno()}"


def extract(name: str, raw: bool = False) -> object:
    """Does what the archive's own `extract` does. Reads at a place, so that no thread moves another's."""
    kind, place, length = archive.toc[name]
    if kind == pyimod01_archive.PYZ_ITEM_NSPKG:
        return None
    data = zlib.decompress(os.pread(archive.running_program.fileno(), length, archive._start_offset + place))
    return data if raw else marshal.loads(data)


archive.extract = extract
