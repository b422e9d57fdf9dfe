"""A long text shows its beginning, and the whole when it is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.long_text import MOST_SHOWN, LongText


def shown(qtbot: QtBot, text: str, made: list[str]) -> LongText:
    def whole() -> str:
        made.append(text)
        return text

    view = LongText("The query", text[: MOST_SHOWN + 1], whole)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize("text", ["", "{}", "x" * MOST_SHOWN, "\n" * MOST_SHOWN])
def test_what_is_short_is_shown_whole(qtbot: QtBot, text: str) -> None:
    view = shown(qtbot, text, [])
    assert view.box.toPlainText() == text
    assert view.findChildren(QPushButton) == []


@pytest.mark.parametrize("text", ["x" * (MOST_SHOWN + 1), '"d0001",\n' * 50_000, "я" * 65_536])
@pytest.mark.parametrize("by_mouse", [True, False])
def test_of_what_is_long_the_rest_is_not_even_made_until_it_is_wanted(qtbot: QtBot, text: str, by_mouse: bool) -> None:
    made: list[str] = []
    view = shown(qtbot, text, made)
    assert view.box.toPlainText() == text[:MOST_SHOWN]
    assert made == []
    (show,) = view.findChildren(QPushButton)
    assert show.accessibleName() == "Show all: The query"
    if by_mouse:
        QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(show, Qt.Key.Key_Space)
    assert view.box.toPlainText() == text
    assert made == [text]
    assert not show.isVisible()
    assert view.focusWidget() is view.box
