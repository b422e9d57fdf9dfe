"""Chips and order of the page History over a restart, and what a new send leaves of them."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.kept_view import KeptView
from scoro_desktop.ui.kit.chip import ChoiceChip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.wire import JsonObject
from tests.journey.stored import rest
from tests.ui.history.page import Page

pytestmark = pytest.mark.looks

REFUSED = Failure(Outcome.REFUSED, "server_said_no", error_code="403")

Seed = Callable[..., Send]


class Kept:
    """Settings that keep a view in memory."""

    def __init__(self) -> None:
        self.history_view: JsonObject = {}


def test_chips_and_order_are_there_again_after_a_restart(
    make_page: Callable[..., Page], seed: Seed, storage: AsyncStorage
) -> None:
    seed("old", days=20)
    seed("a", channel="sms", account_id="1", account_name="One")
    seed("b", REFUSED)
    settings = Kept()
    page = make_page(KeptView(settings))
    assert page.rows() == "ba"
    page.click("30 days")
    page.tick("Account", "One")
    page.tick("Channel", "SMS")
    (search,) = (each for each in page.pane.findChildren(QLineEdit) if each.accessibleName().startswith("Search"))
    QTest.keyClicks(search, "secret")
    {each.text(): each for each in page.menu("Sort by").actions()}["Message"].trigger()
    rest(storage)
    assert "secret" not in str(settings.history_view)
    again = make_page(KeptView(settings))
    assert again.rows() == "a"
    assert [again.chip(each).isChecked() for each in ("30 days", "7 days")] == [True, False]
    assert [each.accessibleName() for each in again.head.findChildren(ChoiceChip)][:3] == [
        *("Channel: SMS", "Environment: any", "Account: One"),
    ]
    again.link("Clear")
    assert again.rows() == "abold", "by their messages"
    settings.history_view = {"of": "a version to come"}
    assert make_page(KeptView(settings)).chip("7 days").isChecked()


def test_a_new_send_takes_away_only_what_hides_it(make_page: Callable[[], Page], seed: Seed) -> None:
    page = make_page()
    page.tick("Channel", "Push")
    new = seed("push")
    page.pane.show_new(new)
    page.pane.sends_changed(new)
    assert page.rows() == "push"
    assert page.chip("Push").accessibleName() == "Channel: Push"
    assert page.chip("7 days").isChecked()
    hidden = seed("sms", channel="sms")
    page.pane.show_new(hidden)
    assert page.rows() == "smspush"
    assert page.chip("All time").isChecked()


def test_nothing_was_ever_sent_is_another_thing_than_nothing_found(make_page: Callable[[], Page], seed: Seed) -> None:
    page = make_page()
    assert page.rows() == ""
    assert "Nothing sent yet" in page.seen()
    seed("old", days=60)
    page.pane.refresh()
    assert page.rows() == ""
    assert "Nothing sent yet" not in page.seen()
    assert "Nothing found" in page.seen()
