"""One send through a real client, and what must be true of its failure."""

import socket

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, an_account

BODY: JsonObject = {"coll": "devices", "query": {"userId": {"$exists": True}}, "msg": {"text": "Привет"}}
GOOD = b'{"count":3,"error":false}'


def send(address: str, *, connect: float = 5.0, read: float = 5.0) -> Sent | Failure:
    client = Client(an_account(address=address, connect_timeout=connect, read_timeout=read), KEYS)
    try:
        return client.send(Channel.PUSH, BODY)
    finally:
        client.close()


def check_kind(failure: Failure, outcome: Outcome, reason: str) -> None:
    assert (failure.outcome, failure.reason) == (outcome, reason), failure


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes away the proxy and the certificates of the computer that runs the tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "requests_ca_bundle", "curl_ca_bundle"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
