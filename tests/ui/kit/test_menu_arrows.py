"""Arrows of buttons that open a menu: seen as well as those of boxes to choose from."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import Appearance
from tests.ui.test_contrast import contrast

pytestmark = pytest.mark.looks
LEAST_HIGH = 4
"""Pixels of an arrow: of 2 nobody makes out which way it points."""
LEAST = 3.0
"""Of a picture against what it stands on (WCAG 2.2, 1.4.11)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_shows_that_it_opens_a_menu(qapp: QApplication, qtbot: QtBot, scheme: str) -> None:
    Appearance(qapp, scheme)
    button = QPushButton("")
    button.setMenu(QMenu(button))
    qtbot.addWidget(button)
    button.resize(120, 30)
    button.show()
    image = button.grab().toImage()
    ground = image.pixelColor(image.width() // 2, image.height() // 2).name()
    inside = range(5, image.height() - 5)
    rows = [
        y
        for y in inside
        if any(contrast(image.pixelColor(x, y).name(), ground) >= LEAST for x in range(90, image.width() - 4))
    ]
    assert len(rows) >= LEAST_HIGH
