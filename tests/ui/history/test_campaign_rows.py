"""Campaigns as rows of the page History."""

import sqlite3
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.types import NewRequest
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.history_model import AUDIENCE, MESSAGE, OUTCOME, RESULT
from tests.storage.campaigns.samples import body, filled, stop
from tests.ui.history.page import Page

pytestmark = pytest.mark.looks

PRICE = 2_500_000


def begun(campaigns: Campaigns, people: int, **changes: object) -> int:
    campaign = filled(campaigns, people, **changes)
    rows = campaigns.rows(campaign, limit=people)
    requests = [NewRequest(body([each.person], "Hello"), (each.id,), parts=1, amount=PRICE) for each in rows]
    campaigns.approve(campaign, total=people, requests=requests, currency="RUB")
    campaigns.go_on(campaign)
    return campaign


def settle(campaigns: Campaigns, campaign: int, *replies: Sent | Failure) -> None:
    for send, reply in zip(campaigns.next_planned(campaign, 9), replies, strict=False):
        campaigns.begin_send(send.id)
        campaigns.settle_send(send.id, reply)


def cells(page: Page, row: int, *columns: int) -> list[str]:
    page.rows()
    model = page.pane.table.model()
    return [str(model.index(row, column).data()) for column in columns]


def test_a_row_that_follows_its_campaign_and_opens_it(
    make_page: Callable[[], Page], seed: Callable[..., Send], connection: sqlite3.Connection, qtbot: QtBot
) -> None:
    campaigns = Campaigns(connection)
    seed("single")
    first = begun(campaigns, 1, name="First")
    settle(campaigns, first, Failure(Outcome.REFUSED, "server_said_no"))
    page = make_page()
    assert page.rows() == "CAMPAIGN · Firstsingle"
    campaign = begun(campaigns, 4, name="Autumn")
    settle(campaigns, campaign, Sent(1), Failure(Outcome.UNKNOWN, "reset"))
    with qtbot.waitSignal(page.pane.campaigns.changed, timeout=20_000):
        page.pane.campaigns.progressed(SimpleNamespace(campaign_id=campaign))  # type: ignore[arg-type]
    shown = [MESSAGE, AUDIENCE, OUTCOME, RESULT]
    assert cells(page, 0, *shown) == ["CAMPAIGN · Autumn", "4 recipient(s)", "Running", "1 of 4 · 1 in doubt · ₽2.50"]
    assert cells(page, 1, *shown) == ["CAMPAIGN · First", "1 recipient(s)", "Refused", "0 of 1 · 1 refused"]
    assert page.sums().split(" · ") == [
        *("3 send(s)", "2 campaign(s) among them", "6 recipient(s)", "1 SMS part(s)", "₽2.50"),
        *("Sent 1", "Refused 1", "Sending 1"),
    ]
    assert "What may have gone out could cost ₽2.50 more." in page.seen()
    page.click("Campaigns")
    assert page.rows() == "CAMPAIGN · AutumnCAMPAIGN · First"
    assert page.links() == ["Clear", "Show what failed", "By day ▾", "Calendar", "Export…"]
    page.pane.table.selectRow(0)
    can_be_done = {each.text() for each in page.pane.table.actions() if each.isEnabled() and each.isVisible()}
    assert can_be_done == {"Open the campaign", "Note…", "Pin", "Sort by"}
    with qtbot.waitSignal(page.pane.campaign_wanted) as wanted:
        page.pane.table.opened.emit()
    assert wanted.args == [campaign]
    campaigns.pause(campaign, "by_person")
    page.pane.refresh()
    assert cells(page, 0, OUTCOME) == ["Paused"]
    stop(campaigns, campaign)
    page.pane.refresh()
    assert cells(page, 0, OUTCOME, RESULT) == ["Stopped", "1 of 4 · 1 in doubt · ₽2.50 · 2 skipped"]
    model = page.pane.table.model()
    assert "Open it to see who got it." in str(model.index(0, OUTCOME).data(3))
    page.link("Show what failed")
    assert page.rows() == "CAMPAIGN · AutumnCAMPAIGN · First"
    page.link("Clear")
    assert page.rows() == "CAMPAIGN · AutumnCAMPAIGN · Firstsingle"
