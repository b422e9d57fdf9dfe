"""The band that says where a send goes keeps what matters in sight, however long a name is."""

import dataclasses

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.sending.environment_band import EnvironmentBand

SHOP = Account("a1", "Shop", Environment.PRODUCTION, "https://api.example.com/", "db8a1b41", AccessKind.MASTER)
LONG = dataclasses.replace(SHOP, name="Shop for sports goods and everything around them (the new application)")


@pytest.mark.parametrize("wide", [700, 1200])
def test_a_long_name_is_cut_and_not_what_follows_it(qtbot: QtBot, wide: int) -> None:
    band = EnvironmentBand(LIGHT)
    qtbot.addWidget(band)
    band.resize(wide, 24)
    band.show()
    band.show_account(LONG)
    assert band.text().startswith("PRODUCTION — Shop for sports")
    assert band.text().endswith("Messages reach real people.")
    assert band.fontMetrics().horizontalAdvance(band.text()) <= wide - 32
    assert LONG.name in band.toolTip()
    band.resize(2000, 24)
    assert LONG.name in band.text()
    band.show_account(SHOP)
    assert band.text() == "PRODUCTION — Shop. Messages reach real people."
