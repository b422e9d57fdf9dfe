"""A damaged file under the window: copied as it was found, said, and the way back told; nothing is written over."""

import contextlib
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage import copies
from scoro_desktop.storage.copies import Kept, kept
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.history import History, NewSend
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.runtime.new_day import NewDay
from scoro_desktop.ui.window import disk_presenter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import words_in
from tests.storage.sends import new_send
from tests.storage.test_damage import zero_a_leaf_of
from tests.storage.test_history_retention import keep


def explained(window: MainWindow, person: Person) -> PlainBox:
    """The box that says what to do, once the copies were looked for."""
    person.qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(PlainBox)), timeout=WAIT_MS)
    return shown(window, PlainBox)


def look(window: MainWindow, person: Person) -> None:
    with person.qtbot.waitSignal(window.disk.looked, timeout=WAIT_MS):
        window.disk.look()


def test_a_database_that_is_well_is_copied_once_a_day(start: Start, person: Person, data_dir: Path) -> None:
    for _ in range(2):
        window = start().window
        look(window, person)
        assert window.disk.bar.text() == ""
        (copy,) = copies.kept(data_dir / DATABASE)
        assert copy.path.stat().st_mode & 0o777 == 0o600
        with contextlib.closing(sqlite3.connect(copy.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    old = [data_dir / f"scoro-desktop.2026-01-0{day}.sqlite3" for day in (1, 2, 3)]
    for each in old:
        each.touch()
    copy.path.unlink()
    look(start().window, person)
    assert [each.path for each in copies.kept(data_dir / DATABASE) if each.path in old] == [old[2]]


def test_an_app_that_runs_for_days_copies_and_deletes_on_each_of_them(
    start: Start, person: Person, data_dir: Path
) -> None:
    window = start().window
    look(window, person)
    for today in copies.kept(data_dir / DATABASE):
        today.path.unlink()
    (day,) = window.disk.findChildren(NewDay)
    day._now = lambda: datetime.now(UTC) + timedelta(days=1)  # the computer slept over midnight
    deleted: list[int] = []
    window.disk.retention.deleted.connect(deleted.append)
    old = new_send(account_id="shop")
    window._services.storage.write(window, lambda stores: keep_for_a_day(stores, old))
    person.settle()
    with person.qtbot.waitSignal(window.disk.looked, timeout=WAIT_MS):
        day.look()
    person.qtbot.waitUntil(lambda: deleted == [1], timeout=WAIT_MS)
    assert len(copies.kept(data_dir / DATABASE)) == 1


def keep_for_a_day(stores: Stores, new: NewSend) -> None:
    """A send of two days ago, of an account that keeps its history for one."""
    at = datetime.now(UTC) - timedelta(days=2)
    history = History(stores.history.connection, lambda: at)
    history.settle(history.record(new).id, Sent(1))
    keep(stores.history.connection, "shop", 1)


def test_a_draft_that_is_torn_is_copied_said_and_not_written_over(start: Start, person: Person, data_dir: Path) -> None:
    application = start()
    person.type_into(application.window.tab.form.first(), "Great match")
    application.close()
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE)) as connection, connection:
        connection.execute(
            "UPDATE drafts SET state = substr(state, 1, 60) || CAST(x'0000' AS TEXT) WHERE name = 'push'"
        )
        (torn,) = connection.execute("SELECT state FROM drafts WHERE name = 'push'").fetchone()
    window = start().window
    assert "cannot be read" in window.disk.bar.text()
    person.click(window.disk.bar.action)
    box = explained(window, person)
    assert "There is no copy from before the damage" in words_in(box)
    box.close()
    assert window.close()
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE)) as connection:
        assert connection.execute("SELECT state FROM drafts WHERE name = 'push'").fetchone() == (torn,)
    window = start().window
    person.type_into(window.tab.form.first(), "Another")
    window._memory.settle()
    damaged = sorted(data_dir.glob("scoro-desktop.damaged-*.sqlite3"))
    with contextlib.closing(sqlite3.connect(damaged[-1])) as connection:
        assert connection.execute("SELECT state FROM drafts WHERE name = 'push'").fetchone() == (torn,)
    assert "Another" in str(window._services.drafts.load("push"))


def test_copies_are_looked_for_away_from_the_window(
    start: Start, person: Person, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []

    def look_for_them(database: Path) -> list[Kept]:
        looked.append(threading.current_thread() is threading.main_thread())
        return kept(database)

    monkeypatch.setattr(disk_presenter, "kept", look_for_them)
    window = start().window
    window.disk._say_damaged("It is damaged.")
    person.click(window.disk.bar.action)
    explained(window, person).close()
    assert looked == [False]


def test_damaged_pages_are_found_copied_and_said_with_the_way_back(
    start: Start, person: Person, data_dir: Path
) -> None:
    application = start()
    look(application.window, person)
    application.close()
    zero_a_leaf_of(data_dir / DATABASE, "sends_by_outcome")
    zero_a_leaf_of(data_dir / DATABASE, "settings")
    window = start().window
    look(window, person)
    assert "is damaged" in window.disk.bar.text()
    assert len(list(data_dir.glob("scoro-desktop.damaged-*.sqlite3"))) == 1
    person.click(window.disk.bar.action)
    box = explained(window, person)
    assert "A copy was made on" in words_in(box)
    assert "keep that in mind before you send anything again" in words_in(box)
    box.close()


def test_a_damaged_index_is_made_anew_and_that_is_said(start: Start, person: Person, data_dir: Path) -> None:
    start().close()
    zero_a_leaf_of(data_dir / DATABASE, "sends_by_outcome")
    window = start().window
    look(window, person)
    assert "was damaged and has been repaired. Nothing in it was lost." in window.disk.bar.text()
    assert len(list(data_dir.glob("scoro-desktop.damaged-*.sqlite3"))) == 1
    window = start().window
    look(window, person)
    assert window.disk.bar.text() == ""


def test_who_else_may_write_to_the_folder_is_said(start: Start, data_dir: Path) -> None:
    data_dir.mkdir()
    data_dir.chmod(0o777)
    window = start().window
    assert "Other users of this computer may write to the data folder" in window.disk.bar.text()
    assert str(data_dir) in window.disk.bar.text()
