"""Nothing leaves with keys that are not the account's any more, whatever was begun with them."""

import dataclasses
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Keys
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.planned_types import AskCode
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.runtime.current_account import ApiClient
from tests.journey.campaigns import Campaigner, Gate, out_of_excel
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_campaign_account import account_at
from tests.journey.test_later import KEYS, SHOP, asked, write
from tests.journey.test_later import server as leading
from tests.storage.keyrings import MemoryKeyring
from tests.ui.servers import Server

__all__ = ["leading"]


@pytest.fixture
def campaigner(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def test_keys_that_are_replaced_while_a_plan_is_counted(
    start: Start, person: Person, leading: Server, keyring: MemoryKeyring
) -> None:
    leading.always("push", Sent(7))
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    leading.never("count")
    before = len(leading.of("count"))
    hand.move_to("12-02 06:00:00")
    person.qtbot.waitUntil(lambda: len(leading.of("count")) > before, timeout=WAIT_MS)
    Vault(keyring).store(SHOP, dataclasses.replace(KEYS, access_key="b" * 32))
    window.accounts.changed.emit()
    leading.always("count", 7)
    for each in leading.of("count"):
        each.answer(7)
    assert asked(person, application) is AskCode.KEYS_CHANGED
    assert leading.of("push") == []


def test_keys_that_are_replaced_while_a_request_of_a_campaign_is_open(
    start: Start,
    campaigner: Campaigner,
    server: Sandbox,
    have_account: HaveAccount,
    tmp_path: Path,
    keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To go on uses the keys of now, though requests with those of before have no answer yet."""
    person = campaigner
    account = dataclasses.replace(account_at(server), access_kind=AccessKind.MASTER)
    have_account(account, Keys(server.client_key, server.master_key))
    application = start()
    window, runner = application.window, application.services.campaigns
    person.wait_for_keys(window)
    make, made = runner._client_factory, []

    def noting(of: Account, keys: Keys) -> ApiClient:
        made.append(keys.access_key)
        return make(of, keys)

    monkeypatch.setattr(runner, "_client_factory", noting)
    gate = Gate(server, after=2)
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 12), "{{Имя|друг}}, {{код}}", 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    Vault(keyring).store(account, Keys(server.client_key, "another-key"))
    window.accounts.changed.emit()
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    assert view.running.why.text() == "The account has changed"
    person.click(view.running.go_on)
    gate.open()
    person.wait_for_pause(view)
    at_rest()
    assert view.running.why.text() == "The account has changed"
    reached = server.deliveries_per_person("sms")
    assert len(reached) <= 10, "those that were open, and no more"

    person.click(view.running.go_on)
    person.qtbot.waitUntil(lambda: view.running.why.text() == "The session has ended", timeout=WAIT_MS)
    assert made == [server.master_key, "another-key"]
    assert server.deliveries_per_person("sms") == reached, "the server does not know the keys of now"
