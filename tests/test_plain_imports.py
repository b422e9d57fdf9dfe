"""Imports that read no source: PySide's own reads that of each module that is imported after it."""

import subprocess
import sys

LOOK = """
import builtins, linecache
import PySide6.QtCore
from scoro_desktop.plain_imports import import_plainly
{call}
from scoro_desktop.wire import compact
print(any(name.endswith("wire.py") for name in linecache.cache))
"""


def read_the_source(call: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", LOOK.format(call=call)], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_no_source_is_read_for_an_import() -> None:
    assert read_the_source("import_plainly()") == "False"


def test_pyside_reads_it_where_nobody_says_so() -> None:
    """Once this fails, `plain_imports.py` has nothing left to do."""
    assert read_the_source("") == "True"
