from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.schema import read_collections
from scoro_desktop.sandbox import schema
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def builder(qtbot: QtBot) -> ConditionsBuilder:
    """Empty, on the screen, with the fields of the sample users."""
    widget = ConditionsBuilder()
    qtbot.addWidget(widget)
    widget.set_fields(read_collections({"collections": schema.collections()})["users"])
    widget.resize(400, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget
