"""The work of the window for each request of a campaign that runs: other numbers, and nothing anew."""

import dataclasses
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.storage.campaigns.states import PersonState
from tests.journey.campaigns import Campaigner, Gate, out_of_excel
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.sight import sums_in

SENT, SENDING, PLANNED = PersonState.SENT, PersonState.SENDING, PersonState.PLANNED


def test_lines_keep_their_places_and_no_row_is_read_between_two_requests(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app, person = start(), Campaigner(qtbot, monkeypatch)
    assert isinstance(app.sandbox, Sandbox)
    gate = Gate(app.sandbox, after=2)
    view = person.run(app.window, out_of_excel(tmp_path / "list.csv", 12), "Привет, {{Имя|друг}}", 12)
    qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    runner, sums = app.services.campaigns, view.running.sums
    qtbot.waitUntil(lambda: any(each.startswith("Under way ") for each in sums_in(sums)), timeout=WAIT_MS)
    (campaign_id,) = runner.at_work
    progress = runner.progress(campaign_id)
    assert progress is not None

    others = {state: count for state, count in progress.counts.items() if state not in {SENT, SENDING, PLANNED}}

    def at(sent: int, sending: int) -> Progress:
        counts = {**others, SENT: sent, SENDING: sending, PLANNED: 12 - sent - sending}
        return dataclasses.replace(progress, counts=counts)

    seen: list[list[str]] = []
    with qtbot.assertNotEmitted(sums.chosen):
        for sent in range(2, 10):
            for sending in (1, 0):
                runner.progressed.emit(at(sent, sending))
                seen.append(sums_in(sums)[1:4])
    assert seen[0] == ["Sent 2", "Under way 1", "Waiting 9"]
    assert seen[-1] == ["Sent 9", "Under way 0", "Waiting 3"]
    gate.open()
    person.wait_for_end(view)
    assert sums_in(sums)[1:2] == ["Sent 12"]
    assert not any(each.startswith("Under way") for each in sums_in(sums))
