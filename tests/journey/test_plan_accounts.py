"""A plan that a person acts on goes out through its account as that is when they are asked, and says through which."""

import dataclasses
import threading

import pytest

from scoro_desktop.scorocode.account import Account, Environment, Keys
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_later import KEYS, SHOP, arrived, asked, write
from tests.journey.test_later import server as server
from tests.ui.servers import Server


def test_an_account_that_was_changed_while_the_keyring_was_waited_for(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always("push", Sent(7))
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    plan(person, window)
    hand.move_to("12-02 07:00")
    asked(person, application)
    unlocked, load = threading.Event(), Vault.load

    def waiting(self: Vault, account: Account) -> Keys | None:
        assert unlocked.wait(WAIT_MS / 1000)
        return load(self, account)

    monkeypatch.setattr(Vault, "load", waiting)
    person.click(window.later_bar.send_button)
    application.services.accounts._take(dataclasses.replace(SHOP, locked_clause='{"consent": true}'))
    window.accounts.fill()
    window.accounts.changed.emit()
    unlocked.set()
    person.qtbot.waitUntil(lambda: bool(window.findChildren(ConfirmDialog)), timeout=WAIT_MS)
    (dialog,) = window.findChildren(ConfirmDialog)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.click(dialog.send_button)
    arrived(person, server)
    (sent,) = server.of("push")
    assert sent.body["query"] == {"$and": [{"deviceType": "android"}, {"consent": True}]}


def test_a_plan_that_is_edited_says_that_another_account_is_chosen(
    start: Start, person: Person, server: Server, have_account: HaveAccount
) -> None:
    live = dataclasses.replace(SHOP, id="live", name="Live", environment=Environment.PRODUCTION, application_id="b2")
    have_account(live, KEYS)
    application = start()
    window = application.window
    Hand(application)
    window.bar.account_chosen.emit("shop")
    write(person, window)
    made = plan(person, window)
    window.bar.account_chosen.emit("live")
    person.wait_for_keys(window)
    window.later.edit(made)
    person.qtbot.waitUntil(lambda: "is in the form and no longer planned" in window.notice.text(), timeout=WAIT_MS)
    at_rest()
    assert (
        "It was planned through Shop — TEST. From here it goes out through Live — PRODUCTION." in window.notice.text()
    )
