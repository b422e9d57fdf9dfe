"""Keys come from the keyring in their own time: those of the account that is chosen now are the ones that count."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.vault import VaultError
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from tests.ui.servers import Server


def account(name: str) -> Account:
    return Account(name, name, Environment.TEST, "https://api.invalid/", "app", AccessKind.MASTER)


class SlowVault:
    """Answers for each account when it is told to."""

    def __init__(self) -> None:
        self.may_answer = {name: threading.Event() for name in "ab"}
        self.answers: dict[str, Keys | VaultError | None] = {name: Keys(name, name) for name in "ab"}

    def load(self, account: Account) -> Keys | None:
        assert self.may_answer[account.id].wait(20)
        answer = self.answers[account.id]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def vault() -> Iterator[SlowVault]:
    slow = SlowVault()
    yield slow
    for event in slow.may_answer.values():
        event.set()


@pytest.fixture
def current(qtbot: QtBot, vault: SlowVault) -> Iterator[CurrentAccount]:
    background = Background()
    yield CurrentAccount(background, vault, Server().client)
    background.close()


def through(qtbot: QtBot, background: Background) -> None:
    """Lets everything through that was handed over to the GUI thread so far."""
    done: list[None] = []
    background.submit(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_until_the_keys_are_there_there_is_no_client(qtbot: QtBot, current: CurrentAccount, vault: SlowVault) -> None:
    current.choose(account("a"))
    assert (current.loading, current.keys, current.client()) == (True, None, None)
    with qtbot.waitSignal(current.changed):
        vault.may_answer["a"].set()
    assert not current.loading
    assert current.keys == Keys("a", "a")
    assert current.client() is not None


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_the_keys_of_another_account_never_come_late(
    qtbot: QtBot, current: CurrentAccount, vault: SlowVault, order: str
) -> None:
    current.choose(account("a"))
    current.choose(account("b"))
    for name in order:
        vault.may_answer[name].set()
        through(qtbot, current._background)
        if name == "b":
            qtbot.waitUntil(lambda: not current.loading)
    assert current.account == account("b")
    assert current.keys == Keys("b", "b")


def test_no_keys_and_a_keyring_that_refuses_are_told_apart(
    qtbot: QtBot, current: CurrentAccount, vault: SlowVault
) -> None:
    vault.answers = {"a": None, "b": VaultError("locked")}
    for event in vault.may_answer.values():
        event.set()
    for name, trouble in (("a", ""), ("b", "locked")):
        current.choose(account(name))
        qtbot.waitUntil(lambda: not current.loading)
        assert (current.keys, current.trouble, current.client()) == (None, trouble, None)
    current.choose(account("a"), Keys("c", "a"))
    assert (current.loading, current.trouble) == (False, "")


def test_keys_that_come_after_the_window_is_gone_reach_nobody(
    qtbot: QtBot, current: CurrentAccount, vault: SlowVault
) -> None:
    told: list[None] = []
    current.choose(account("a"))
    current.changed.connect(lambda: told.append(None))
    background = current._background
    current.deleteLater()
    QCoreApplication.sendPostedEvents(current, QEvent.Type.DeferredDelete)
    vault.may_answer["a"].set()
    through(qtbot, background)
    assert told == []


def test_a_client_is_for_the_account_and_the_keys_of_the_moment_it_was_asked_for(
    qtbot: QtBot, current: CurrentAccount
) -> None:
    current.choose(account("a"), Keys("c", "a"))
    make_client = current.client()
    current.choose(account("b"), Keys("d", "b"))
    assert make_client is not None
    assert make_client()._account == account("a")  # type: ignore[attr-defined]
