from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.runtime.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    running = Background()
    yield running
    running.close()


@pytest.fixture
def panel(qtbot: QtBot, background: Background) -> AudiencePanel:
    made = AudiencePanel(("devices", "users", "roles"), LIGHT, background, QIcon())
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made
