"""Of two campaigns the page shows one, as it is, whatever comes late of the other."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.erasing import Steps
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RECIPIENTS, CampaignView
from tests.journey.campaigns import WITH_PHONE, Campaigner, at_home, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.stored import at_rest, no_room, stored
from tests.journey.test_later_started import Moment

TEXT = "{{Имя|Друг}}, {{Код}}"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start, person: Campaigner, tmp_path: Path) -> Application:
    """The app with a campaign to five people that was checked in an earlier run."""
    app = start()
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(tmp_path / "first.csv", 5))
    person.check(view)
    return start()


@pytest.fixture
def view(app: Application, person: Campaigner, tmp_path: Path) -> CampaignView:
    """Another campaign to twelve people, which was checked."""
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 12))
    person.check(view)
    return view


def ids(app: Application) -> tuple[int, int]:
    first, second = sorted(each.id for each in stored(app).campaigns.newest())
    return first, second


def test_rows_that_were_excluded_from_one_bring_it_not_into_the_place_of_another(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ids(app)
    over, moving = threading.Event(), Campaigns.moving

    def long(self: Campaigns, campaign_id: int, rows: Sequence[int], **how: Any) -> Steps:
        while not over.is_set():  # many requests are to be dropped before
            yield None
        yield from moving(self, campaign_id, rows, **how)

    monkeypatch.setattr(Campaigns, "moving", long)
    view.check.leave_out.click()
    app.window.campaigns.show(first)
    person.qtbot.waitUntil(lambda: app.window.campaigns.one.kept == first, timeout=WAIT_MS)
    over.set()
    person.qtbot.waitUntil(lambda: stored(app).campaigns.sums(second).ready == 11, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not app.window.campaigns.one.check.task.is_at_work, timeout=WAIT_MS)
    at_rest()
    assert (view.open, view.check.is_checked) == (CHECK, False)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    person.start(view, 5)
    person.wait_for_end(view)
    assert len(reached(app)) == 5
    # Of the other the row is left out.
    app.window.campaigns.show(second)
    person.qtbot.waitUntil(lambda: app.window.campaigns.one.kept == second, timeout=WAIT_MS)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    assert "11 SMS" in view.check.start.text()


def test_a_message_that_is_begun_stays_on_the_page_though_one_was_to_be_opened_before(
    app: Application, person: Campaigner, view: CampaignView, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = ids(app)
    moment = Moment(monkeypatch, Campaigns, "existing")
    app.window.campaigns.show(first)
    moment.wait(person)
    app.window.commands["page.compose"].trigger()
    person.fill(app.window.tab.form.first(), "Another, {{Код}}")
    app.window.footer.campaign.click()
    assert view.open == RECIPIENTS
    moment.end()
    at_rest()
    message = app.window.campaigns.one.preparation.message
    assert message is not None
    assert (view.open, message.summary()) == (RECIPIENTS, "Another, {{Код}}")


def test_who_was_excluded_by_hand_stays_so_when_everyone_is_checked_again(
    app: Application, person: Campaigner, view: CampaignView
) -> None:
    who = view.check.table.selected_people()[0].person
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: "11 SMS" in view.check.start.text(), timeout=WAIT_MS)
    person.settle()
    with no_room(app):
        person.start(view, 11)
        person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    assert "11 SMS" in view.check.start.text()
    person.start(view, 11)
    person.wait_for_end(view)
    assert who not in reached(app)
    assert len(reached(app)) == 11


def test_the_file_may_be_deleted_once_the_check_is_done(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path
) -> None:
    """As docs/campaigns.md says; what went into the ledger is there to be checked again."""
    (tmp_path / "list.csv").unlink()
    with no_room(app):
        person.start(view, 12)
        person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    person.start(view, 12)
    person.wait_for_end(view)
    assert len(reached(app)) == 12


def lines_of(path: Path) -> list[str]:
    return path.read_bytes().decode("cp1251").split("\r\n")


def keep(path: Path, lines: list[str]) -> None:
    path.write_bytes("\r\n".join(lines).encode("cp1251"))


@pytest.mark.parametrize("change", ["nothing", "a row above", "its number"])
def test_who_was_excluded_stays_so_where_the_list_is_read_anew(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path, change: str
) -> None:
    who = view.check.table.selected_people()[0]
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: "11 SMS" in view.check.start.text(), timeout=WAIT_MS)
    person.settle()
    path = tmp_path / "list.csv"
    lines = lines_of(path)
    if change == "a row above":
        keep(path, [lines[0], f"{at_home(WITH_PHONE[20]['phone'])};Ева;10;K020", *lines[1:]])
    elif change == "its number":
        keep(path, [*lines[:1], *lines[2:], lines[1]])
    view.steps[RECIPIENTS].wanted.emit()
    person.click(view.recipients.check)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    total = 12 if change == "a row above" else 11
    assert f"{total} SMS" in view.check.start.text()
    assert [each.id for each in stored(app).campaigns.newest()] == [app.window.campaigns.one.kept, ids(app)[0]]
    person.start(view, total)
    person.wait_for_end(view)
    assert who.person not in reached(app)
    assert len(reached(app)) == total


def test_another_list_knows_nobody_who_was_excluded_from_the_one_before(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path
) -> None:
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: "11 SMS" in view.check.start.text(), timeout=WAIT_MS)
    person.settle()
    view.steps[RECIPIENTS].wanted.emit()
    person.click(view.recipients.source.another)
    person.take_list(view, out_of_excel(tmp_path / "another.csv", 14))
    person.check(view)
    assert "14 SMS" in view.check.start.text()


def test_a_list_that_cannot_be_read_anew_leaves_what_was_read_before(
    app: Application, person: Campaigner, view: CampaignView, tmp_path: Path
) -> None:
    _, second = ids(app)
    (tmp_path / "list.csv").unlink()
    view.steps[RECIPIENTS].wanted.emit()
    person.click(view.recipients.check)
    person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    person.settle()
    assert second in {each.id for each in stored(app).campaigns.newest()}
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()
    assert "12 SMS" in view.check.start.text()
