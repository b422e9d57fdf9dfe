"""Sends for tests: a push to Android devices, with any part of it changed."""

import dataclasses
from typing import Any

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.history import NewSend

PUSH = NewSend(
    channel="push",
    account_id="a1",
    account_name="Shop",
    environment=Environment.TEST,
    address="https://api.example.com/api/v1/",
    application_id="db8a1b41",
    collection="devices",
    everyone=False,
    query_text='{ "deviceType": "android" }',
    request={
        "coll": "devices",
        "query": {"deviceType": "android"},
        "msg": {"data": {"gcm": {"notification": {"title": "Распродажа", "body": "Скидки до 50%"}}}},
    },
    summary="Распродажа: Скидки до 50%",
    expected=2500,
    words="Распродажа Скидки до 50%",
)


def new_send(**changes: Any) -> NewSend:
    return dataclasses.replace(PUSH, **changes)
