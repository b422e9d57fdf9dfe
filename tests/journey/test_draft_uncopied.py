"""A draft that cannot be read and is not copied yet: nothing is written over it, whatever goes into its form."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scoro_desktop.app import Application
from scoro_desktop.storage.copies import Copies
from scoro_desktop.storage.database import DATABASE, StorageFailed
from scoro_desktop.storage.planned_types import Plan
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.servers import leading
from tests.journey.stored import at_rest, stored
from tests.journey.test_later import KEYS, SHOP, arrived, write
from tests.ui.servers import Server

TORN = '{"form":{"request":{"title":"Whoever reads this'


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    have_account(SHOP, KEYS)
    with leading(monkeypatch) as server:
        yield server


class Copying:
    """The copy of the damaged database: there is no room for it, until there is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fails = True
        keep_damaged = Copies.keep_damaged

        def keep(copies: Copies) -> Path:
            if self.fails:
                raise StorageFailed("SQLITE_FULL", "no room")
            return keep_damaged(copies)

        monkeypatch.setattr(Copies, "keep_damaged", keep)


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> Copying:
    return Copying(monkeypatch)


def on_disk(data_dir: Path) -> str:
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE)) as connection:
        ((text,),) = connection.execute("SELECT state FROM drafts WHERE name = 'push'").fetchall()
    return str(text)


def type_on(application: Application) -> None:
    """Types at the end of the first field, and waits for no disk."""
    line = application.window.tab.form.first()
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, "Typed ")


def in_the_copy(data_dir: Path) -> str:
    (copy,) = data_dir.glob("scoro-desktop.damaged-*.sqlite3")
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        ((text,),) = connection.execute("SELECT state FROM drafts WHERE name = 'push'").fetchall()
    return str(text)


@pytest.fixture
def torn(start: Start, person: Person, server: Server, data_dir: Path) -> Plan:
    """A plan on the disk, beside a draft that cannot be read."""
    application = start()
    Hand(application)
    write(person, application.window)
    made = plan(person, application.window)
    at_rest()
    application.close()
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE)) as connection, connection:
        connection.execute("UPDATE drafts SET state = ? WHERE name = 'push'", (TORN,))
    return made


def test_an_edit_writes_nothing_over_a_draft_that_could_not_be_copied(
    torn: Plan, start: Start, person: Person, server: Server, data_dir: Path, copying: Copying
) -> None:
    application = start()
    window, hand = application.window, Hand(application)
    window.later.edit(torn)
    person.qtbot.waitUntil(lambda: "is still planned" in window.notice.text(), timeout=WAIT_MS)
    assert "The disk is full." in window.notice.text()
    assert "is not saved" in window.disk.unkept.text()
    assert on_disk(data_dir) == TORN
    assert [each.id for each in stored(application).planned.open()] == [torn.id]
    application._change_language("ru")
    window = application.window
    person.qtbot.waitUntil(lambda: window.is_complete, timeout=WAIT_MS)
    assert window.tab.draft().message.summary() == torn.summary
    assert on_disk(data_dir) == TORN
    copying.fails = False
    person.qtbot.waitUntil(lambda: torn.summary in on_disk(data_dir), timeout=WAIT_MS)
    assert in_the_copy(data_dir) == TORN
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)
    hand.move_to("12-02 06:00")
    arrived(person, server)


def test_what_is_typed_before_the_copy_is_made_is_kept_behind_it(
    torn: Plan, start: Start, person: Person, data_dir: Path, copying: Copying
) -> None:
    application = start()
    for language in ("ru", "en"):
        type_on(application)
        application.window._memory.settle()
        assert on_disk(data_dir) == TORN
        application._change_language(language)
    window = application.window
    assert "Typed Typed" in window.tab.form.request().summary()
    assert on_disk(data_dir) == TORN
    copying.fails = False
    person.qtbot.waitUntil(lambda: "Typed Typed" in on_disk(data_dir), timeout=WAIT_MS)
    assert in_the_copy(data_dir) == TORN
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)
