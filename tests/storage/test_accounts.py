import dataclasses
import sqlite3
from datetime import time
from decimal import Decimal

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, LatelyRule, OperatorPrice
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import StorageFailed

SHOP = Account(
    id="a1",
    name="Shop",
    environment=Environment.PRODUCTION,
    address="https://api.example.com/api/v1/",
    application_id="db8a1b41",
    access_kind=AccessKind.MESSAGE,
    connect_timeout=2.5,
    read_timeout=30.0,
    ceiling=500,
    tolerance=2.5,
    requests_per_second=7,
    hold_seconds=12,
    keep_days=90,
    history_days=365,
    lately_hours=48,
    lately_rule=LatelyRule.LEAVE_OUT,
    quiet_hours=QuietHours(time(22, 30), time(9), "Europe/Moscow"),
    sms_suffix=" Отказ: STOP",
    sms_price=Decimal("2.350"),
    currency="EUR",
    operator_prices=(OperatorPrice("МТС", ("7910", "7911"), Decimal("1.90")), OperatorPrice("B", (), Decimal(0))),
)
BARE = Account("a9", "Bare", Environment.TEST, "https://api.example.com/", "id", AccessKind.MASTER)


@pytest.fixture
def store(connection: sqlite3.Connection) -> AccountStore:
    return AccountStore(connection)


def named(account_id: str, name: str) -> Account:
    return dataclasses.replace(SHOP, id=account_id, name=name)


def test_an_account_is_read_as_it_was_added(store: AccountStore) -> None:
    store.add(SHOP)
    assert store.get("a1") == SHOP
    assert store.all() == [SHOP]
    account = store.get("a1")
    assert account is not None
    assert isinstance(account.environment, Environment)
    assert isinstance(account.access_kind, AccessKind)


def test_an_account_with_nothing_but_what_it_needs_is_read_as_it_was_added(store: AccountStore) -> None:
    store.add(BARE)
    assert store.get("a9") == BARE


def test_money_is_kept_to_the_last_digit(store: AccountStore, connection: sqlite3.Connection) -> None:
    store.add(SHOP)
    account = store.get("a1")
    assert account is not None
    assert str(account.sms_price) == "2.350"
    assert connection.execute("SELECT typeof(sms_price) FROM accounts").fetchone() == ("text",)


def test_accounts_stand_by_name_in_any_case(store: AccountStore) -> None:
    for account_id, name in [("1", "яблоко"), ("2", "bank"), ("3", "Апельсин"), ("4", "Alpha"), ("5", "alpha")]:
        store.add(named(account_id, name))
    assert [account.name for account in store.all()] == ["Alpha", "alpha", "bank", "Апельсин", "яблоко"]


def test_an_account_is_changed_whole(store: AccountStore) -> None:
    store.add(SHOP)
    store.add(named("a2", "Other"))
    changed = dataclasses.replace(SHOP, name="Shop 2", environment=Environment.TEST, access_kind=AccessKind.MASTER)
    store.update(changed)
    assert store.all() == [named("a2", "Other"), changed]


def test_one_id_one_account(store: AccountStore) -> None:
    store.add(SHOP)
    with pytest.raises(ValueError, match="a1"):
        store.add(named("a1", "Impostor"))
    assert store.all() == [SHOP]


def test_an_account_that_is_not_there(store: AccountStore) -> None:
    assert store.get("a1") is None
    with pytest.raises(KeyError):
        store.update(SHOP)
    store.remove("a1")
    assert store.all() == []


def test_a_removed_account_is_gone(store: AccountStore) -> None:
    store.add(SHOP)
    store.add(named("a2", "Other"))
    store.remove("a1")
    assert store.all() == [named("a2", "Other")]


def test_an_environment_that_does_not_exist_is_not_kept(store: AccountStore, connection: sqlite3.Connection) -> None:
    store.add(SHOP)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE accounts SET environment = 'prod'")
    connection.execute("DROP TABLE accounts")
    with pytest.raises(StorageFailed):
        store.all()
