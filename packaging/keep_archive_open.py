"""Runs first in the frozen app on Linux: an update may put a new program file in place of the one that runs.

PyInstaller opens the program file by its name each time a module is imported, and this app imports some late: with
another version under that name it would read nonsense, in the middle of somebody's work. The file that was started
stays readable through its descriptor as long as the app runs.
"""

import pyimod02_importers  # type: ignore[import-not-found]  # it is in frozen apps only

archive = pyimod02_importers.pyz_archive
archive.running_program = open(archive._filename, "rb")  # noqa: SIM115, PTH123  open until the app ends
archive._filename = f"/proc/self/fd/{archive.running_program.fileno()}"
