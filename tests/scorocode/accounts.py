"""Accounts to test with. Their keys are words, so that they are easily found where they must not be."""

import dataclasses
from typing import Any

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys

KEYS = Keys(client_key="CLIENT-word/1", access_key="ACCESS-word+2", session="SESSION-word&3")
SECRETS = (KEYS.client_key, KEYS.access_key, KEYS.session)


def an_account(**changes: Any) -> Account:
    account = Account(
        id="test-1",
        name="Shop",
        environment=Environment.TEST,
        address="https://api.example.org/api/v1/",
        application_id="the-application",
        access_kind=AccessKind.MESSAGE,
        connect_timeout=5.0,
        read_timeout=5.0,
    )
    return dataclasses.replace(account, **changes)
