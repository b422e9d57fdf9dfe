"""The part of PySide that writes signatures, which is compiled when it is first wanted."""

import subprocess
import sys
from typing import Final

import pytest

LOOK: Final = """
import contextlib, sys
from scoro_desktop.late_signatures import LATE, late_signatures
with {around}:
    import PySide6.QtCore
names = [each.removesuffix(".py").replace("/", ".") for each in LATE]
late = sum("__getattr__" in vars(sys.modules[each]) for each in names)
try:
    PySide6.QtCore.QPoint("x")
except TypeError as error:
    words = str(error)
print(len(names), late, repr(words))
"""


def look(around: str) -> tuple[int, int, str]:
    told = subprocess.run(
        [sys.executable, "-c", LOOK.format(around=around)], capture_output=True, text=True, check=True
    ).stdout
    names, late, words = told.split(maxsplit=2)
    return int(names), int(late), words


def test_nothing_of_it_is_compiled_before_it_is_wanted() -> None:
    names, late, _ = look("late_signatures()")
    assert late == names


def test_pyside_compiles_it_where_nobody_says_so() -> None:
    """Once this fails, `late_signatures.py` has nothing left to do."""
    assert look("contextlib.nullcontext()")[1] == 0


def test_a_wrong_call_is_answered_in_the_same_words() -> None:
    assert "Supported signatures" in look("late_signatures()")[2]
    assert look("late_signatures()")[2] == look("contextlib.nullcontext()")[2]


@pytest.mark.parametrize("wanted", ["QObject.setParent", "QPoint"])
def test_the_help_on_a_name_is_the_same(wanted: str) -> None:
    late = (
        "from scoro_desktop.late_signatures import late_signatures\nwith late_signatures():\n    import PySide6.QtCore"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", f"{begin}\nprint(PySide6.QtCore.{wanted}.__doc__)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for begin in ("import PySide6.QtCore", late)
    }
    assert len(told) == 1
