"""The pushes that are left: asked once a minute, of those who are told; what cannot be read stops nothing."""

import dataclasses
from typing import Any

import pytest

from scoro_desktop.scorocode.account import AccessKind
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.sending.campaigns.quota import EVERY_S, Quota
from scoro_desktop.sending.quota import pushes_left
from scoro_desktop.storage.campaigns.states import PauseCode
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import an_account
from tests.sending.campaigns.rig import ToldClock

MASTER = dataclasses.replace(an_account(), access_kind=AccessKind.MASTER)


class Answers:
    def __init__(self, reply: JsonObject | Failure) -> None:
        self.reply = reply
        self.asked = 0

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        assert (path, body, keep) == ("app", {}, False)
        self.asked += 1
        return self.reply


def limits(**values: Any) -> JsonObject:
    return {"error": False, "app": {"name": "Shop", "limits": values, "masterKey": "secret"}}


@pytest.mark.parametrize(
    ("reply", "left"),
    [
        (limits(pushValue=500_000, pushUsed=12), 499_988),
        (limits(pushValue=10, pushUsed=10), 0),
        (limits(pushValue=10, pushUsed=11), 0),
        (limits(pushValue="10", pushUsed=11), None),
        (limits(pushValue=10), None),
        ({"error": False, "app": []}, None),
        ({"error": False}, None),
        (Failure(Outcome.UNKNOWN, "gateway"), None),
    ],
)
def test_what_is_left(reply: JsonObject | Failure, left: int | None) -> None:
    assert pushes_left(Answers(reply)) == left
    pause = Quota(Answers(reply), MASTER, ToldClock()).reason_not_to()
    assert pause == (Pause(PauseCode.NO_QUOTA) if left == 0 else None)


def test_it_is_asked_once_a_minute_and_at_once_after_a_no() -> None:
    clock, server = ToldClock(), Answers(limits(pushValue=10, pushUsed=1))
    quota = Quota(server, MASTER, clock)
    for _ in range(5):
        assert quota.reason_not_to() is None
    assert server.asked == 1
    clock.at += EVERY_S
    server.reply = limits(pushValue=10, pushUsed=10)
    assert quota.reason_not_to() is not None
    server.reply = limits(pushValue=20, pushUsed=10)
    assert quota.reason_not_to() is None
    assert server.asked == 3


def test_an_account_without_the_master_key_is_not_told() -> None:
    server = Answers(limits(pushValue=0, pushUsed=0))
    assert Quota(server, an_account(), ToldClock()).reason_not_to() is None
    assert server.asked == 0
