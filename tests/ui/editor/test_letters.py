"""The text of a document looked up once more before a send, whatever is remembered of it."""

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.editor import letters as module
from scoro_desktop.ui.editor.letters import LONGEST, Letters, continues

LONG = "[" + ",".join(f'"😀{number}"' for number in range(LONGEST)) + "]"


def block_by_block(document: QTextDocument) -> str:
    text, block = "", document.begin()
    while block.isValid():
        text += ("" if continues(block) or block.blockNumber() == 0 else "\n") + block.text()
        block = block.next()
    return text


@pytest.mark.parametrize("text", ["", "\n", '{\n"a\u00a0": "😀"\n}', LONG, f"[1,\n{LONG},\n\n{LONG}]", f"{LONG}\n"])
def test_it_is_the_text_of_the_blocks_through_edit_undo_and_redo(qtbot: QtBot, text: str) -> None:
    document = QTextDocument()
    letters = Letters(document)
    seen = [letters.afresh()]
    letters.insert(QTextCursor(document), text)
    seen.append(letters.afresh())
    cursor = QTextCursor(document)
    letters.insert(cursor, "x\n")
    seen.append(letters.afresh())
    assert seen == ["", text, "x\n" + text]
    assert seen[-1] == block_by_block(document) == letters.text()
    for _ in range(2):
        document.undo()
        assert letters.afresh() == block_by_block(document)
    for _ in range(2):
        document.redo()
        assert letters.afresh() == block_by_block(document)
    assert letters.afresh() == seen[-1]


@pytest.mark.parametrize("text", ['{"a": 1}', f"[\n{LONG}]"])
def test_nothing_that_was_kept_has_a_part_in_it(qtbot: QtBot, text: str) -> None:
    document = QTextDocument()
    letters = Letters(document)
    letters.insert(QTextCursor(document), text)
    letters.text()
    letters._text, letters._seams, letters._has_seams = '{"b": 2}', [1], False
    assert letters.text() == '{"b": 2}'
    assert letters.afresh() == text


def test_of_short_lines_no_block_is_looked_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """One by one, 50,000 of them took most of the time from Send to the confirmation."""
    document = QTextDocument()
    letters = Letters(document)
    text = "[\n" + ",\n".join(f'"device{number}"' for number in range(5_000)) + "]"
    letters.insert(QTextCursor(document), text)
    looked_at: list[QTextBlock] = []

    def looked(block: QTextBlock) -> bool:
        looked_at.append(block)
        return continues(block)

    monkeypatch.setattr(module, "continues", looked)
    assert letters.afresh() == text
    assert looked_at == []
