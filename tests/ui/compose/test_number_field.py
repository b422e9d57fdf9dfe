"""A number that is pasted over another is the number, however a sheet or a page writes it; else nothing is changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.compose.value_fields import NumberField
from scoro_desktop.wire import JsonValue


def paste_over(field: NumberField, text: str) -> JsonValue:
    edit = field.edit()
    QApplication.clipboard().setText(text)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return field.value()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("7", 7), (" 7 ", 7), ("7\n", 7), ("7\u200b", 7), ("\ufeff7", 7), ("\u20667\u2069", 7), ("07", 7), ("0", 0)],
        *[("5 000", 5000), ("5\u00a0000", 5000), ("5\u202f000\t", 5000), ("٧", 7), ("７", 7)],
        # What is no whole number of nine digits changes nothing.
        *[
            ("7.5", 3),
            ("7,000", 3),
            ("-7", 3),
            ("7e3", 3),
            ("½", 3),
            ("1234567890", 3),
            ("seven", 3),
            ("5²", 3),
            ("①", 3),
        ],
    ],
)
def test_a_pasted_whole_number(qtbot: QtBot, text: str, number: int) -> None:
    field = NumberField("Badge")
    qtbot.addWidget(field)
    field.show()
    assert field.load(3)
    assert paste_over(field, text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("0.5", 0.5), ("0,5", 0.5), (" 0.75\u00a0", 0.75), ("٠.٥", 0.5), ("1", 1), ("1.2.3", 0.25)]
)
def test_a_pasted_fraction(qtbot: QtBot, text: str, number: float) -> None:
    field = NumberField("Relevance", fraction=True)
    qtbot.addWidget(field)
    field.show()
    assert field.load(0.25)
    assert paste_over(field, text) == number


def test_the_cursor_stays_behind_what_was_typed(qtbot: QtBot) -> None:
    field = NumberField("Badge")
    qtbot.addWidget(field)
    field.show()
    edit = field.edit()
    QTest.keyClicks(edit, "12")
    edit.setCursorPosition(1)
    QApplication.clipboard().setText(" 3 4\u200b")
    edit.paste()
    QTest.keyClicks(edit, "5x")
    assert (edit.text(), edit.cursorPosition()) == ("13452", 4)
