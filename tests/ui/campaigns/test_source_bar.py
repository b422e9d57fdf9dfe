"""The choices of how a list is read, in as little room as a small screen has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.recipients.look import look
from scoro_desktop.ui.campaigns.source_bar import SourceBar
from scoro_desktop.ui.kit.appearance import Appearance
from scoro_desktop.ui.runtime.language import Language

pytestmark = pytest.mark.looks
ROOM = 439
"""Pixels that are left for it in a window of 853, which is a screen of 1280 at 144 dpi."""


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Language]:
    language, before = Language(qapp), QLocale()
    yield language
    language.forget()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_was_guessed_is_read_to_the_end_in_a_narrow_window(
    qapp: QApplication, spoken: Language, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    Appearance(qapp, "light")
    spoken.speak(language)
    path = tmp_path / "list.csv"
    path.write_bytes("Имя;Телефон\r\nАнна;8 (912) 345-67-89\r\n".encode("cp1251"))
    bar = SourceBar()
    qtbot.addWidget(bar)
    bar.show_look(look(path))
    bar.resize(ROOM, 60)
    bar.show()
    bar.grab()
    assert bar.width() == ROOM
    for box in (bar.encoding, bar.delimiter, bar.header):
        assert box.currentText()
        assert box.toolTip() == "", box.currentText()  # it would say whole what is shortened
