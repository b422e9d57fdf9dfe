"""Qt's own dialog for files, which a desktop without one of its own shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QToolButton
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.appearance import Appearance
from tests.ui.test_contrast import contrast

pytestmark = pytest.mark.looks
LEAST = 3.0
"""Of a picture against what it stands on (WCAG 2.2, 1.4.11)."""


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, tmp_path: Path, scheme: str) -> QFileDialog:
    Appearance(qapp, scheme)
    found = QFileDialog(None, "-", str(tmp_path))
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_arrows_are_seen_and_its_titles_are_whole(dialog: QFileDialog) -> None:
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert button is not None
        drawn = button.icon().pixmap(QSize(16, 16)).toImage()
        ground = button.grab().toImage().pixelColor(button.width() // 2, 4).name()
        places = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
        inked = [colour for colour in (drawn.pixelColor(*place) for place in places) if colour.alpha() > 180]
        assert max(contrast(colour.name(), ground) for colour in inked) >= LEAST, name
    (titles,) = dialog.findChildren(QHeaderView)
    for section in range(titles.count()):
        words = titles.model().headerData(section, Qt.Orientation.Horizontal)
        assert titles.fontMetrics().horizontalAdvance(words) < titles.sectionSize(section)
    assert titles.length() <= titles.width()
