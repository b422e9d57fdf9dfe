"""A campaign is of the account that it was prepared for, as long as that has the same people and condition."""

import dataclasses
from types import SimpleNamespace
from typing import Any, cast

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.campaigns.of_account import OtherAccount, is_of, must_be_of
from scoro_desktop.storage.campaigns.types import LOCKED, Campaign

SHOP = Account("shop", "Shop", Environment.PRODUCTION, "https://api.example/api/v1/", "b1", AccessKind.MASTER)


def campaign(of: Account = SHOP, mapping: dict[str, str] | None = None) -> Campaign:
    parts = {name: getattr(of, name) for name in ("environment", "address", "application_id")}
    return cast("Campaign", SimpleNamespace(id=1, account_id=of.id, mapping=mapping or {}, **parts))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "other"},
        {"address": "https://test.example/api/v1/"},
        {"application_id": "b2"},
        {"environment": Environment.TEST},
        {"locked_clause": '{"consent": true}'},
    ],
)
def test_another_account_and_one_with_other_people_are_not_it(changes: dict[str, Any]) -> None:
    prepared = campaign(mapping={LOCKED: SHOP.locked_clause})
    assert is_of(prepared, SHOP)
    assert is_of(prepared, dataclasses.replace(SHOP, name="Renamed", ceiling=5))
    assert not is_of(prepared, dataclasses.replace(SHOP, **changes))
    with pytest.raises(OtherAccount):
        must_be_of(prepared, dataclasses.replace(SHOP, **changes))


def test_one_of_a_version_before_knows_no_condition() -> None:
    assert is_of(campaign(), dataclasses.replace(SHOP, locked_clause='{"consent": true}'))


def test_the_sandbox_is_itself_with_another_address_at_each_start() -> None:
    sandbox = dataclasses.replace(SHOP, id="sandbox", environment=Environment.SANDBOX, address="http://127.0.0.1:1/")
    assert is_of(campaign(sandbox), dataclasses.replace(sandbox, address="http://127.0.0.1:2/", application_id="b9"))
