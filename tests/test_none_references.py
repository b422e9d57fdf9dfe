"""PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None in nearly every call, and aborts in the end.

https://docs.python.org/3/library/sys.html#sys.getrefcount; from Python 3.12 on None is immortal (PEP 683).
"""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_into_qt_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.update()
        label.setText("a")
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 10, f"{lost} references lost in {2 * CALLS} calls: this PySide6 will abort the process"
