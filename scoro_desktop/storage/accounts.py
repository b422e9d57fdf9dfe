"""The accounts, without their secrets: those stand in the system keyring."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, LatelyRule, OperatorPrice
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.storage.database import UNREADABLE, StorageFailed, read_rows, transaction
from scoro_desktop.storage.salvage import readable_ids, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_COLUMNS: Final = tuple(field.name for field in dataclasses.fields(Account))


class AccountStore:
    """The table of accounts. Every method raises StorageFailed when the disk or the database does not do its part."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Account]:
        """Every account that can be read, by name in any case."""
        sql = f"SELECT {', '.join(_COLUMNS)} FROM accounts"  # noqa: S608
        try:
            found = list(map(_account, read_rows(self._connection, sql)))
        except StorageFailed as error:
            if not error.is_damage:
                raise
            found = []
            for number in readable_ids(self._connection, "accounts"):
                row = row_of(self._connection, f"{sql} WHERE rowid = ?", (number,))
                with contextlib.suppress(StorageFailed):
                    found += [] if row is None else [_account(row)]
        return by_name(found)

    def get(self, account_id: str) -> Account | None:
        """The account with this id, if there is one."""
        sql = f"SELECT {', '.join(_COLUMNS)} FROM accounts WHERE id = ?"  # noqa: S608
        for row in read_rows(self._connection, sql, (account_id,)):
            return _account(row)
        return None

    def add(self, account: Account) -> None:
        """Keep a new account. Raises ValueError if there is one with its id."""
        places = ", ".join(f":{name}" for name in _COLUMNS)
        with transaction(self._connection):
            cursor = self._connection.execute(
                f"INSERT INTO accounts ({', '.join(_COLUMNS)}) VALUES ({places}) ON CONFLICT (id) DO NOTHING",  # noqa: S608
                _row(account),
            )
        if not cursor.rowcount:
            raise ValueError(f"there is an account {account.id} already")

    def update(self, account: Account) -> None:
        """Replace what is kept of an account. Raises KeyError if there is none with its id."""
        changes = ", ".join(f"{name} = :{name}" for name in _COLUMNS)
        with transaction(self._connection):
            cursor = self._connection.execute(
                f"UPDATE accounts SET {changes} WHERE id = :id",  # noqa: S608
                _row(account),
            )
        if not cursor.rowcount:
            raise KeyError(account.id)

    def remove(self, account_id: str) -> None:
        """Forget an account, and its list of people who are not to be sent to. Nothing happens if there is none.

        What was sent from it stays in the history.
        """
        from scoro_desktop.storage.do_not_send import empty_list  # not before the first frame

        with transaction(self._connection):
            empty_list(self._connection, account_id)
            self._connection.execute("DELETE FROM accounts WHERE id = ?", (account_id,))


def by_name(accounts: Iterable[Account]) -> list[Account]:
    """Accounts by name in any case."""
    return sorted(accounts, key=lambda account: (account.name.casefold(), account.name, account.id))


def _row(account: Account) -> dict[str, object]:
    """The account as its row has it: money as decimal text, hours and lists as JSON."""
    values: dict[str, object] = {name: getattr(account, name) for name in _COLUMNS}
    values["sms_price"] = None if account.sms_price is None else str(account.sms_price)
    values["operator_prices"] = json.dumps(
        [
            {"name": each.name, "prefixes": list(each.prefixes), "price": str(each.price)}
            for each in account.operator_prices
        ]
    )
    hours = account.quiet_hours
    values["quiet_hours"] = (
        None
        if hours is None
        else json.dumps({"start": hours.start.isoformat(), "end": hours.end.isoformat(), "zone": hours.zone})
    )
    return values


def _account(row: tuple[Any, ...]) -> Account:
    """The account that a row is. Raises StorageFailed (`UNREADABLE`) if it is none."""
    try:
        return _read(row)
    except (ValueError, TypeError, KeyError, ArithmeticError) as error:
        raise StorageFailed(UNREADABLE, "an account") from error


def _read(row: tuple[Any, ...]) -> Account:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["address"] = as_address(values["address"])  # versions before kept it as it was typed
    values["environment"] = Environment(values["environment"])
    values["access_kind"] = AccessKind(values["access_kind"])
    values["lately_rule"] = LatelyRule(values["lately_rule"])
    if values["sms_price"] is not None:
        values["sms_price"] = Decimal(values["sms_price"])
    values["operator_prices"] = tuple(
        OperatorPrice(each["name"], tuple(each["prefixes"]), Decimal(each["price"]))
        for each in json.loads(values["operator_prices"])
    )
    if values["quiet_hours"] is not None:
        hours = json.loads(values["quiet_hours"])
        values["quiet_hours"] = QuietHours(
            time.fromisoformat(hours["start"]), time.fromisoformat(hours["end"]), hours["zone"]
        )
    return Account(**values)
