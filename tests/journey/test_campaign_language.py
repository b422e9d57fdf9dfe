"""Another language while a campaign is looked at, prepared, checked or given another text: it stands as before."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RECIPIENTS, RUNNING, CampaignView
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from tests.journey.campaigns import Campaigner, Gate, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
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


TEXT = "{{Имя|Друг}}, {{Код}}"


def in_russian(app: Application, person: Campaigner) -> None:
    menu_action(app.window, "ru").trigger()
    person.qtbot.waitUntil(lambda: app.window.is_complete, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.window.campaigns.is_opening, timeout=WAIT_MS)
    person.settle()


def prepared(app: Application, person: Campaigner, path: Path) -> CampaignView:
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(path, 12))
    return view


@pytest.mark.usefixtures("english_again")
def test_a_list_that_was_chosen_stands_as_it_was_read(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    preparation = app.window.campaigns.one.preparation
    preparation.fill("Код", 2)  # another column than the one of its name
    before = preparation.mapping
    in_russian(app, person)
    view = person.view(app.window)
    assert (view.open, view.isVisible()) == (RECIPIENTS, True)
    assert app.window.campaigns.one.preparation.mapping == before
    assert view.recipients.source._name.text() == "list.csv"
    person.check(view)
    person.start(view, 12)
    person.wait_for_end(view)
    assert len(reached(app)) == 12


@pytest.mark.usefixtures("english_again")
def test_one_that_was_checked_can_be_started(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    person.check(view)
    in_russian(app, person)
    view = person.view(app.window)
    assert (view.open, view.check.is_checked) == (CHECK, True)
    person.start(view, 12)
    person.wait_for_end(view)
    assert len(reached(app)) == 12
    app.window.commands["page.campaigns"].trigger()
    assert app.storage.writer.wait_for(lambda stores: len(stores.campaigns.newest())) == 1


@pytest.mark.usefixtures("english_again")
def test_one_that_is_being_checked_is_checked_anew(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    person.click(view.recipients.check)
    in_russian(app, person)
    view = person.view(app.window)
    assert view.open == CHECK
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    assert app.storage.writer.wait_for(lambda stores: len(stores.campaigns.newest())) == 1


@pytest.mark.usefixtures("english_again")
def test_who_was_left_out_by_hand_just_now_stays_left_out(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    person.check(view)
    left_out = view.check.table.selected_people()[0].person
    view.check.leave_out.click()
    in_russian(app, person)
    view = person.view(app.window)
    person.qtbot.waitUntil(lambda: "11 SMS" in view.check.start.text(), timeout=WAIT_MS)
    person.start(view, 11)
    person.wait_for_end(view)
    assert len(reached(app)) == 11
    assert left_out not in reached(app)


@pytest.mark.usefixtures("english_again")
def test_it_stands_while_its_message_is_written(start: Start, person: Campaigner) -> None:
    app = start()
    view = person.begin(app.window, TEXT)
    QGuiApplication.clipboard().setText("Телефон\tИмя\tКод\n+79161234567\tАнна\tK1")
    person.click(view.recipients.choice.paste)
    person.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    app.window.commands["page.compose"].trigger()
    in_russian(app, person)
    assert app.window.pages.page == "compose"
    assert list(app.window.campaigns.columns()) == ["Телефон", "Имя", "Код"]
    person.click(app.window.footer.campaign)
    view = person.view(app.window)
    assert view.recipients.check.isEnabled()
    assert view.recipients.source._name.text() == "Вставленные ячейки"


@pytest.mark.usefixtures("english_again")
def test_another_text_for_the_rest_is_for_the_rest_still(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    assert app.sandbox is not None
    gate = Gate(app.sandbox, after=2)
    view = person.run(app.window, out_of_excel(tmp_path / "list.csv", 12), TEXT, 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    person.click(view.running.text)
    in_russian(app, person)
    assert app.window.pages.page == "compose"
    assert "«Кампания…»" in app.window.notice.text()
    person.fill(app.window.tab.form.first(), "{{Код}}!")
    person.click(app.window.footer.campaign)
    view = person.view(app.window)
    assert view.open == RUNNING
    in_english = menu_action(app.window, "en")
    assert view.running.new_text.isVisible()
    in_english.trigger()
    person.qtbot.waitUntil(lambda: app.window.is_complete, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.window.campaigns.is_opening, timeout=WAIT_MS)
    person.settle()
    view = person.view(app.window)
    person.qtbot.waitUntil(view.running.new_text.use.isVisible, timeout=WAIT_MS)
    person.click(view.running.new_text.use)
    person.qtbot.waitUntil(view.running.new_text.isHidden, timeout=WAIT_MS)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    assert len(reached(app)) == 12


@pytest.mark.usefixtures("english_again")
def test_one_that_is_being_started_starts_and_is_there_once(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    person.check(view)
    question = shown(view, DemandQuestion)
    QTest.keyClicks(question.typed, "12")
    view.check.start.click()
    in_russian(app, person)
    view = person.view(app.window)
    person.qtbot.waitUntil(lambda: view.open == RUNNING, timeout=WAIT_MS)
    person.wait_for_end(view)
    assert sorted(reached(app).values()) == [1] * 12
    assert app.storage.writer.wait_for(lambda stores: len(stores.campaigns.newest())) == 1


def test_another_scheme_leaves_it_as_it_is(start: Start, person: Campaigner, tmp_path: Path) -> None:
    app = start()
    view = prepared(app, person, tmp_path / "list.csv")
    person.check(view)
    menu_action(app.window, "dark").trigger()
    person.settle()
    assert (view.open, view.check.is_checked) == (CHECK, True)
    assert person.view(app.window) is view
