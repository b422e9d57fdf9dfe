"""The bar at the top has room for all of it, whatever the language and the width."""

import contextlib
import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.top_bar import TopBar
from tests.journey.conftest import Start


def parts(bar: TopBar) -> list[QWidget]:
    return [each for each in bar.children() if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_in_the_bar_is_cut_or_lies_over_another(
    start: Start, data_dir: Path, qtbot: QtBot, language: str
) -> None:
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        Settings(connection).language = language  # type: ignore[assignment]
    window = start().window
    worded = []
    for width in (1024, 1180, 1280, 1440, 1700):
        window.resize(width, 800)
        qtbot.waitUntil(lambda width=width: window.bar.width() == width)  # type: ignore[misc]
        inside = parts(window.bar)
        assert [type(each).__name__ for each in inside if each.width() < each.minimumSizeHint().width()] == []
        places = sorted((each.geometry().left(), each.geometry().right()) for each in inside)
        assert [(one, other) for one, other in itertools.pairwise(places) if one[1] >= other[0]] == []
        assert places[-1][1] < width
        buttons = (window.bar.manage, window.tools.new, window.tools.open, window.tools.save, window.tools.preview)
        worded.append(sum(each.width() > 2 * each.height() for each in buttons))
    assert worded == sorted(worded), "more room shows no fewer words"
    assert worded[-1] == 5


def test_a_button_does_not_look_hovered_once_its_menu_was_used(window: MainWindow) -> None:
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    for button in (window.tools.open, window.tools.save, window.bar.menu):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt leaves it when the mouse goes on into the menu
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.close()
        assert not button.underMouse(), button.text()
