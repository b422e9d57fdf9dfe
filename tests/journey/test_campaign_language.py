"""Another language while a campaign is looked at."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journey.campaigns import Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, Start
from tests.ui.window.test_main_window import english_again, menu_action

__all__ = ["english_again"]


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.mark.usefixtures("english_again")
def test_the_campaign_that_is_opened_is_opened_still(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = person.run(app.window, out_of_excel(tmp_path / "list.csv", 12), "{{Имя|Друг}}, {{Код}}", 12)
    person.wait_for_end(view)
    menu_action(app.window, "ru").trigger()
    person.qtbot.waitUntil(lambda: app.window.is_complete, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: bool(app.window.findChildren(type(view))), timeout=WAIT_MS)
    view = person.view(app.window)
    person.qtbot.waitUntil(view.running.repeat.isVisible, timeout=WAIT_MS)
    assert view.running.repeat.text() == "Повторить с другим списком"
