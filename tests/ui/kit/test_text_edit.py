"""An editor of several lines keeps what it was given to the letter, and bears words of any length."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.compose.text_fields import LinesField, TextField
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.kit.long_text import LongText
from scoro_desktop.ui.kit.text_edit import MOST_TYPED, TextEdit, put_text
from tests.journey.sight import problem_of

CARRIED = ["a\u2028b", "\u2028", "a\x85b\u2028", "two\nlines\u2028and a half", "a\u2028\u2028b\n", "\x0b\x1c\u2028"]
"""Breaks of lines that Qt's document can tell apart from those that Enter makes."""


def paste(edit: TextEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    edit.insertFromMimeData(data)


def editor(qtbot: QtBot, text: str = "") -> TextEdit:
    edit = TextEdit()
    qtbot.addWidget(edit)
    assert edit.show_text(text)
    return edit


@pytest.mark.parametrize("text", CARRIED)
def test_a_text_stays_to_the_letter_while_something_is_typed_beside_it(qtbot: QtBot, text: str) -> None:
    field = TextField("Text")
    qtbot.addWidget(field)
    assert field.load(text)
    assert field.value() == text
    QTest.keyClicks(field.edit(), "x")
    assert field.value() == "x" + text
    field.restore(field.state())
    assert field.value() == "x" + text


@pytest.mark.parametrize("text", CARRIED)
def test_a_value_of_data_stays_to_the_letter_while_it_is_edited(qtbot: QtBot, text: str) -> None:
    dialog = TextDialog("Value", text)
    qtbot.addWidget(dialog)
    assert not dialog.is_edited()
    assert dialog.text() == text
    QTest.keyClicks(dialog.editor, "x")
    assert dialog.text() == "x" + text


@pytest.mark.parametrize("text", ["a\u2029b", "a\r\nb", "\ufdd0"])
def test_what_no_editor_can_hold_is_not_taken(qtbot: QtBot, text: str) -> None:
    field = TextField("Text")
    qtbot.addWidget(field)
    assert not field.load(text)
    assert field.value() is None


def test_lines_keep_what_is_in_them(qtbot: QtBot) -> None:
    field = LinesField("Lines")
    qtbot.addWidget(field)
    assert field.load(["a\u2028b", "c\x85"])
    assert field.value() == ["a\u2028b", "c\x85"]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_enter_breaks_the_line_with_shift_too(qtbot: QtBot, modifier: Qt.KeyboardModifier) -> None:
    edit = editor(qtbot, "ab")
    edit.moveCursor(QTextCursor.MoveOperation.Right)
    QTest.keyClick(edit, Qt.Key.Key_Return, modifier)
    assert edit.text() == "a\nb"


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_a_break_that_is_pasted_is_one(qtbot: QtBot, sign: str) -> None:
    edit = editor(qtbot)
    paste(edit, f"a{sign}b{sign}{sign}c")
    assert edit.text() == "a\nb\n\nc"


def test_what_is_too_long_is_not_pasted_and_said(qtbot: QtBot) -> None:
    field = TextField("Text")
    qtbot.addWidget(field)
    field.load("before")
    field.show()
    paste(field.edit(), "x" * (MOST_TYPED - 5))
    assert field.value() == "before"
    assert "too long" in problem_of(field)
    field.edit().selectAll()
    paste(field.edit(), "x" * MOST_TYPED)
    assert field.value() == "x" * MOST_TYPED
    assert not field.load("x" * (MOST_TYPED + 1))


LONG_WORDS = ["x" * 49_000, "\u00a0x" * 24_000, "word " + "y" * 48_000, "https://example.com/?q=" + "%20" * 16_000]


@pytest.mark.timeout(30)  # at words, Qt would take more than a minute for all of this
@pytest.mark.parametrize("text", LONG_WORDS)
def test_a_long_word_takes_no_time(qtbot: QtBot, text: str) -> None:
    edit = editor(qtbot, "before ")
    edit.show()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.selectAll()
    paste(edit, text)
    for _ in range(5):
        QTest.keyClicks(edit, "z")
    QApplication.processEvents()
    assert edit.text() == text + "z" * 5
    assert edit.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    edit.show_text("a few words")
    assert edit.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.timeout(30)
def test_the_whole_of_a_long_word_is_shown_at_once(qtbot: QtBot) -> None:
    shown = LongText("Answer", "x" * 4001, lambda: "x" * 200_000)
    qtbot.addWidget(shown)
    shown.show()
    shown._show_all()
    assert shown.box.toPlainText() == "x" * 200_000
    plain = QPlainTextEdit()
    qtbot.addWidget(plain)
    plain.show()
    put_text(plain, "y" * 200_000)
    put_text(plain, "short")
    assert plain.toPlainText() == "short"
