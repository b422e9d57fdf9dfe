"""A campaign goes out through the account that it was prepared with, as that is, and is checked with no other."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.ui.campaigns.campaign_view import CampaignView
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, HaveAccount, Start
from tests.journey.sight import words_in
from tests.journey.stored import at_rest
from tests.journey.test_later_started import Moment

TEXT = "{{Имя|друг}}, {{код}}"
OTHER = "It was prepared for another account, or its account was changed since."


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return out_of_excel(tmp_path / "list.csv", 12)


@pytest.fixture
def live() -> Iterator[Sandbox]:
    """The server of the live shop, which has the same people as the one for tests."""
    sandbox = Sandbox()
    sandbox.start()
    yield sandbox
    sandbox.close()


def account(of: Sandbox, name: str, environment: Environment) -> Account:
    return Account(name.lower(), name, environment, of.address, of.application_id, AccessKind.MASTER)


def keys(of: Sandbox) -> Keys:
    return Keys(of.client_key, of.master_key)


def choose(person: Campaigner, window: MainWindow, account_id: str) -> None:
    window.bar.account_chosen.emit(account_id)
    person.wait_for_keys(window)
    at_rest()


@pytest.fixture
def two(
    start: Start, person: Campaigner, server: Sandbox, live: Sandbox, have_account: HaveAccount
) -> tuple[Application, MainWindow]:
    """The app with an account for tests and one for the live shop, which is chosen."""
    have_account(account(server, "Test", Environment.TEST), keys(server))
    have_account(account(live, "Live", Environment.PRODUCTION), keys(live))
    application = start()
    person.wait_for_keys(application.window)
    return application, application.window


def open_first(person: Campaigner, window: MainWindow) -> CampaignView:
    window.commands["page.campaigns"].trigger()
    person.settle()
    person.click(person.page(window).list.open_it)
    return person.view(window)


def check_again(person: Campaigner, view: CampaignView) -> None:
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
    person.settle()


def test_one_that_is_opened_under_another_account(
    start: Start, person: Campaigner, two: tuple[Application, MainWindow], server: Sandbox, live: Sandbox, path: Path
) -> None:
    _, window = two
    view = person.begin(window, TEXT)
    person.take_list(view, path)
    person.check(view)

    window = start().window
    choose(person, window, "test")
    view = open_first(person, window)
    person.click(view.check.again)
    person.qtbot.waitUntil(lambda: OTHER in words_in(view.check), timeout=WAIT_MS)
    assert not view.check.is_checked
    assert not view.check.start.isVisible()

    choose(person, window, "live")
    check_again(person, view)
    person.start(view, 12)
    person.wait_for_end(view)
    assert set(live.deliveries_per_person("sms").values()) == {1}
    assert server.deliveries_per_person("sms") == {}


def test_another_account_while_the_list_is_read(
    person: Campaigner,
    two: tuple[Application, MainWindow],
    live: Sandbox,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, window = two
    view = person.begin(window, TEXT)
    person.take_list(view, path)
    moment = Moment(monkeypatch, Campaigns, "create")
    person.click(view.recipients.check)
    moment.wait(person)
    window.bar.account_chosen.emit("test")
    moment.end()
    person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    assert not view.check.is_checked
    person.wait_for_keys(window)
    check_again(person, view)
    assert window.current.account is not None
    assert window.current.account.id == "test"
    person.start(view, 12)
    person.wait_for_end(view)
    assert live.deliveries_per_person("sms") == {}


@pytest.mark.parametrize("at", ["checked", "being checked", "approved"])
def test_a_condition_of_the_account_that_came_meanwhile_holds(
    person: Campaigner,
    two: tuple[Application, MainWindow],
    live: Sandbox,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: str,
) -> None:
    application, window = two
    view = person.begin(window, TEXT)
    person.take_list(view, path)
    moment = Moment(monkeypatch, Campaigns, "existing") if at == "being checked" else None
    if moment is None:
        person.check(view)
    else:
        person.click(view.recipients.check)
        moment.wait(person)
    if at == "approved":
        live.lose_answer(after=2)
        person.start(view, 12)
        person.wait_for_pause(view)
    of_them = dataclasses.replace(account(live, "Live", Environment.PRODUCTION), locked_clause='{"pushConsent": true}')
    before = live.deliveries_per_person("sms")
    application.services.accounts._take(of_them)
    window.accounts.fill()
    window.accounts.changed.emit()
    person.wait_for_keys(window)
    if at == "approved":
        person.click(view.running.go_on)
        person.qtbot.waitUntil(lambda: view.running.why.text() == "The account has changed", timeout=WAIT_MS)
        assert live.deliveries_per_person("sms") == before
        return
    if moment is not None:
        moment.end()
    person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    assert not view.check.is_checked
    assert "The account was changed: Live" in words_in(view.check)
    check_again(person, view)
    agreed = {each["_id"] for each in WITH_PHONE[:12] if each.get("pushConsent") is True}
    person.start(view, len(agreed))
    person.wait_for_end(view)
    assert set(live.deliveries_per_person("sms")) == agreed
