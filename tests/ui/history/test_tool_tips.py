from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.history_model import MESSAGE, RESULT, HistoryModel
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest

MARKUP = "<b>Sale</b> <img src='https://example.com/seen.png'> & more"


def shown(tool_tip: str) -> str:
    """The text that a tool tip shows, as Qt lays it out."""
    if not GuiQt.mightBeRichText(tool_tip):
        return tool_tip
    document = QTextDocument()
    document.setHtml(tool_tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", ["plain", "a < b", MARKUP, "<p>two\nlines</p>", "&lt;", ""])
def test_a_tool_tip_shows_a_text_to_the_letter(qtbot: QtBot, text: str) -> None:
    assert shown(tip(text)) == text


def test_neither_a_message_nor_a_server_puts_markup_into_the_history(
    storage: AsyncStorage, sent: Callable[..., Send]
) -> None:
    model = HistoryModel(storage, LIGHT)
    sent(Failure(Outcome.REFUSED, "server_said_no", "403", MARKUP), summary=MARKUP)
    model.set_filter(model._filter)
    rest(storage)
    assert shown(model.index(0, MESSAGE).data(Qt.ItemDataRole.ToolTipRole)) == MARKUP
    assert MARKUP in shown(model.index(0, RESULT).data(Qt.ItemDataRole.ToolTipRole))
