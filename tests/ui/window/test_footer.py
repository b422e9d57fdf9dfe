"""The line above the history, by itself."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.window.footer import Footer


def test_nothing_is_offered_before_there_is_anything_to_say(qtbot: QtBot) -> None:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.resize(800, 30)
    footer.show()
    assert footer.text() == ""
    assert [each.text() for each in footer.findChildren(QPushButton) if each.isVisible() and each.text()] == []
