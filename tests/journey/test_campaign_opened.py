"""Of two campaigns the page shows one, as it is, whatever comes late of the other."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.erasing import Steps
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RECIPIENTS, CampaignView
from tests.journey.campaigns import Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.stored import at_rest, stored
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

    def long(self: Campaigns, campaign_id: int, rows: Sequence[int], *, leave_out: bool) -> Steps:
        while not over.is_set():  # many requests are to be dropped before
            yield None
        yield from moving(self, campaign_id, rows, leave_out=leave_out)

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
