"""However fast somebody types: the server is never asked more often than the account allows."""

import dataclasses
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scoro_desktop.app import sandbox_account
from scoro_desktop.sandbox.api import Api
from scoro_desktop.sandbox.server import Sandbox
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.sight import row_of

LIMIT = 4
TYPED = "yet another kind of device"
KEY_MS = 20
"""Between two keys: faster than anybody types."""


@pytest.fixture
def arrivals(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, str]]:
    """The time at which each request was at a server, and its call."""
    found: list[tuple[float, str]] = []
    answer = Api.answer

    def watched(api: Api, call: str, body: dict[str, object]) -> dict[str, object]:
        found.append((time.monotonic(), call))
        return answer(api, call, body)

    monkeypatch.setattr(Api, "answer", watched)
    return found


def test_typing_does_not_flood_the_server_and_a_send_does_not_wait_behind_it(
    start: Start, person: Person, server: Sandbox, have_account: HaveAccount, arrivals: list[tuple[float, str]]
) -> None:
    account, keys = sandbox_account(server)
    assert account is not None
    assert keys is not None
    have_account(dataclasses.replace(account, id="shop", name="Shop", requests_per_second=LIMIT), keys)
    window = start().window
    person.wait_for_keys(window)
    window.tab.live_count._latest._timer.setInterval(0)  # as if every key were a pause in the typing
    person.write_push(window, "Great match!", '{"deviceType": {"$in": ["android", "x"]}}')
    editor = window.tab.audience.editor
    for _ in range(len('"]}}')):
        QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClicks(editor, TYPED, delay=KEY_MS)
    person.wait_for_count(window)
    dialog = person.press_send(window)
    person.confirm(window, dialog)
    assert row_of(window)["outcome"] == "Sent"
    assert [call for _, call in arrivals].count("sendpush") == 1
    counted = [call for _, call in arrivals].count("data/count")
    assert LIMIT < counted < len(TYPED)  # what was overtaken was never asked
    moments = [moment for moment, _ in arrivals]
    assert [call for _, call in arrivals].count("sendpush") == 1
    for first, after in zip(moments, moments[LIMIT:], strict=False):
        assert after - first >= 1
