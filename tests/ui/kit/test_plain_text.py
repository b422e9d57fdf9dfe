"""Text to the letter, where an editor would turn a few characters into breaks of lines."""

import json

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.editor.letters import Letters
from scoro_desktop.ui.kit.plain_text import json_for_editor


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\ufdd0", "\ufdd1", "\u00a0", "\u200b", "\ufeff", "\x85"])
@pytest.mark.parametrize("layout", ['{"model":"%sx"}', '{\n "m": ["a", "\\"%s"],\r\n "b": 1}'])
def test_json_is_loaded_to_the_letter(qtbot: QtBot, character: str, layout: str) -> None:
    text = layout % character
    document = QTextDocument()
    letters = Letters(document)
    letters.insert(QTextCursor(document), text)
    assert json.loads(letters.text()) == json.loads(text)


def test_outside_of_strings_nothing_is_escaped() -> None:
    assert json_for_editor('{\u2028"a": "b"}') == '{\u2028"a": "b"}'
    assert json_for_editor('{"a": "b"}') == '{"a": "b"}'
