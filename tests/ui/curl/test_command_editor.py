"""The editor for a pasted command: its text to the letter, no line too long for Qt, marks where they belong."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.curl.reading import LENGTH_MAX
from scoro_desktop.ui.curl.command_editor import CommandEditor
from scoro_desktop.ui.curl.told import Place
from scoro_desktop.ui.editor.letters import LONGEST


@pytest.fixture
def editor(qtbot: QtBot) -> CommandEditor:
    editor = CommandEditor()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def paste(editor: CommandEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def longest_block(editor: CommandEditor) -> int:
    block, longest = editor.document().begin(), 0
    while block.isValid():
        longest = max(longest, block.length())
        block = block.next()
    return longest


LONG = ["x" * 900_000, "😀" * 200_000, "a b " * 100_000 + "\n" + "y" * 50_000, "\u2028z" * 100_000]


@pytest.mark.parametrize("text", LONG)
def test_a_long_line_lies_in_short_blocks_and_is_one_line(editor: CommandEditor, text: str) -> None:
    paste(editor, text)
    assert editor.text() == text
    assert longest_block(editor) <= 2 * LONGEST + 1  # of pairs
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "q")
    assert editor.text() == text + "q"
    editor.clear()
    assert editor.text() == ""


@pytest.mark.parametrize("start", [0, 399, 400, 401, 4_001, 60_000, 100_000])
@pytest.mark.parametrize("line", ["ab", "😀b"])
def test_a_mark_is_where_its_letters_are(editor: CommandEditor, line: str, start: int) -> None:
    text = "first\n" + line * 50_000 + "\nlast, of a few words"
    paste(editor, text)
    units = len((text[:start]).encode("utf-16-le")) // 2
    end = units + len(text[start : start + 5].encode("utf-16-le")) // 2
    place = Place(1, 1, units, end)
    editor.mark([(place, QColor("red"))])
    editor.go_to(place)
    (mark,) = editor.extraSelections()
    for selected in (mark.cursor.selectedText(), editor.textCursor().selectedText()):
        assert selected.replace("\u2029", "") == text[start : start + 5].replace("\n", "")


@pytest.mark.parametrize("sign", ["\r\n", "\r", "\n"])
def test_breaks_of_lines_are_breaks(editor: CommandEditor, sign: str) -> None:
    paste(editor, f"curl \\{sign}  -d x{sign}{'y' * 10_000}")
    assert editor.text() == "curl \\\n  -d x\n" + "y" * 10_000
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.text().endswith("y\n")


def test_what_is_pasted_over_a_selection_takes_its_place(editor: CommandEditor, qtbot: QtBot) -> None:
    paste(editor, "x" * 10_000)
    editor.selectAll()
    paste(editor, "y" * 9_000)
    assert editor.text() == "y" * 9_000
    with qtbot.waitSignal(editor.refused):
        paste(editor, "z" * LENGTH_MAX)
    assert editor.text() == "y" * 9_000
