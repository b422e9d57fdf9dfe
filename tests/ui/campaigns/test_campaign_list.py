import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.campaigns.campaign_list import CampaignTable
from scoro_desktop.ui.campaigns.list_model import STATE, CampaignsModel
from scoro_desktop.ui.kit.appearance import LIGHT

CELLS = (
    "28 Nov 2026, 14:05", "Sale at the north stand, gate seven, from noon on", "PRODUCTION · Shop live", "Push",
    "Paused: a request may have gone out", "12,431", "310", "1,204",
)  # fmt: skip


class OneCampaign(CampaignsModel):
    """One campaign, with a long state."""

    def rowCount(self, _parent: object = None) -> int:
        return 1

    def campaign_at(self, _row: int) -> object:  # type: ignore[override]
        return self

    def _text(self, _campaign: object, column: int) -> str:
        return CELLS[column]

    def _colour(self, _campaign: object, _column: int) -> None:
        return None


@pytest.mark.parametrize("width", [700, 868, 992, 1248])
@pytest.mark.parametrize("letters", [13, 18])
def test_the_message_keeps_room_beside_a_long_state(qtbot: QtBot, width: int, letters: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    font = window.font()
    font.setPixelSize(letters)
    window.setFont(font)
    window.resize(width, 300)
    model = OneCampaign(LIGHT, window)
    table = CampaignTable(model, window)
    table.resize(width, 300)
    window.show()
    QApplication.processEvents()
    metrics = table.horizontalHeader().fontMetrics()
    shown = [column for column in range(len(CELLS)) if not table.isColumnHidden(column)]
    assert sum(map(table.columnWidth, shown)) <= table.viewport().width()
    for column in shown:
        words = str(model.headerData(column, Qt.Orientation.Horizontal))
        assert table.columnWidth(column) >= metrics.horizontalAdvance(words) + 16, words


class Finished(OneCampaign):
    """One whose state is short."""

    def _text(self, campaign: object, column: int) -> str:
        return "Finished" if column == STATE else super()._text(campaign, column)


@pytest.mark.parametrize("width", [868, 992])
def test_a_short_state_is_whole(qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 300)
    model = Finished(LIGHT, window)
    table = CampaignTable(model, window)
    table.resize(width, 300)
    window.show()
    QApplication.processEvents()
    bold = table.font()
    bold.setBold(True)
    assert table.columnWidth(STATE) - 16 >= QFontMetrics(bold).horizontalAdvance("Finished")
