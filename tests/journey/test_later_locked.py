"""Plans that could not be read as the app started are read once the disk gives them, and go out at their time."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.database import DATABASE
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_later import arrived, write
from tests.journey.test_later import server as server
from tests.ui.servers import Server


def test_another_program_held_the_file_at_the_start(
    start: Start, person: Person, server: Server, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always("push", Sent(7))
    application = start()
    Hand(application)
    write(person, application.window)
    plan(person, application.window)
    application.close()

    monkeypatch.setattr("scoro_desktop.storage.database.BUSY_TIMEOUT_S", 0.05)
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        application = start()
        runner = application.services.later
        person.qtbot.waitUntil(lambda: "Another program holds" in application.window.notice.text(), timeout=WAIT_MS)
        assert not runner.is_read
        other.rollback()
    hand = Hand(application)
    hand.move_to("12-02 05:59:00")
    person.qtbot.waitUntil(lambda: runner.is_read, timeout=WAIT_MS)
    at_rest()
    hand.move_to("12-02 06:00:00")
    arrived(person, server)
