"""Those in doubt are sent to once more: asked for, confirmed, and nobody else with them."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.ui.runtime import awake
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.stored import at_rest
from tests.journey.test_later_started import Moment


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def kept_awake(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The acts that keep the computer from falling asleep, in order."""
    done: list[str] = []

    @contextlib.contextmanager
    def keeping(reason: str) -> Iterator[None]:
        done.append(reason)
        yield
        done.append("let go")

    monkeypatch.setattr(awake, "keeping_awake", keeping)
    return done


def test_those_in_doubt_get_it_again_only_after_a_question(
    start: Start, person: Campaigner, tmp_path: Path, kept_awake: list[str]
) -> None:
    app: Application = start()
    assert isinstance(app.sandbox, Sandbox)
    app.sandbox.lose_answer(after=2)
    view = person.run(app.window, out_of_excel(tmp_path / "list.csv", 6), "{{Имя|друг}}, {{код}}", 6)
    person.wait_for_pause(view)
    running = view.running
    person.qtbot.waitUntil(running.again.isVisible, timeout=WAIT_MS)
    person.click(running.go_on)
    person.wait_for_end(view)
    once = {each["_id"]: 1 for each in WITH_PHONE[:6]}
    assert reached(app) == once
    assert running.count.text() == "5"
    person.qtbot.waitUntil(lambda: kept_awake[-1] == "let go", timeout=WAIT_MS)
    assert kept_awake[0] == "A campaign is running"
    assert kept_awake.count("A campaign is running") == kept_awake.count("let go")

    said: list[str] = []

    def leave(box: QMessageBox) -> None:
        said.append(box.text())
        person.press(box, "Leave them")

    with person.answering(QMessageBox, leave):
        running.again.click()
    assert said == ["1 person may have it already. Send to them again?"]
    assert view._state.text() == "Finished"
    assert reached(app) == once

    with person.answering(QMessageBox, lambda box: person.press(box, "Send again")):
        running.again.click()
    person.wait_for_end(view)
    person.qtbot.waitUntil(lambda: running.count.text() == "6", timeout=WAIT_MS)
    assert view._state.text() == "Finished"
    assert not running.again.isVisible()
    found = reached(app)
    assert set(found) == set(once)
    assert sorted(found.values()) == [1, 1, 1, 1, 1, 2]


def test_an_error_while_they_are_planned_again_sends_nothing(
    start: Start, person: Campaigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app: Application = start()
    assert isinstance(app.sandbox, Sandbox)
    app.sandbox.lose_answer(after=2)
    view = person.run(app.window, out_of_excel(tmp_path / "list.csv", 6), "{{Имя|друг}}, {{код}}", 6)
    person.wait_for_pause(view)
    before = reached(app)
    moment = Moment(monkeypatch, Campaigns, "sending_again")
    with person.answering(QMessageBox, lambda box: person.press(box, "Send again")):
        view.running.again.click()
    moment.wait(person)
    app.doubt()
    moment.end()
    person.qtbot.waitUntil(lambda: not [each for each in threading.enumerate() if each.name == "background"])
    at_rest()
    person.settle()
    assert not app.services.campaigns._beginning
    assert app.services.campaigns.at_work == []
    assert reached(app) == before
    assert view.running.go_on.isVisible()
