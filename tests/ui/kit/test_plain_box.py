"""Boxes of one question: their words stand in lines that can be read."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.plain_box import LETTERS, PlainBox

LONG = "Its keys are deleted from the keyring too. What was sent through it stays in the history."
SHORT = "Copied nothing."


def shown(qtbot: QtBot, text: str, more: str) -> tuple[PlainBox, QLabel]:
    """A box on the screen, and the label of its second text."""
    box = PlainBox()
    qtbot.addWidget(box)
    box.setText(text)
    box.setInformativeText(more)
    box.show()
    qtbot.waitExposed(box)
    return box, next(label for label in box.findChildren(QLabel) if label.text() == more)


@pytest.mark.parametrize("more", [LONG, f"{LONG}\n\n{LONG}"])
def test_a_short_question_does_not_make_its_words_narrow(qtbot: QtBot, more: str) -> None:
    _, label = shown(qtbot, "Delete it?", more)
    assert label.width() >= label.fontMetrics().averageCharWidth() * LETTERS
    assert label.height() >= label.heightForWidth(label.width())


def test_few_words_make_no_wide_box(qtbot: QtBot) -> None:
    _, label = shown(qtbot, "Delete it?", SHORT)
    assert label.minimumWidth() <= label.fontMetrics().horizontalAdvance(SHORT) + 1


def test_other_words_take_other_room(qtbot: QtBot) -> None:
    box, label = shown(qtbot, "Delete it?", LONG)
    box.setInformativeText(SHORT)
    assert label.minimumWidth() <= label.fontMetrics().horizontalAdvance(SHORT) + 1
