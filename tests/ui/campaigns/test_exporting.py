"""Rows of a campaign out to a file: in each form, followed, stopped, and what was there before kept."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged, NewPerson
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.campaigns.exporting import Exporting
from scoro_desktop.ui.history.export_file import ExportProgress
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.storage.campaigns.samples import new_campaign

EXCEL, PLAIN, JSON = "CSV for Excel (*.csv)", "CSV for other programs (*.csv)", "JSON (*.json)"
PHONE = "+79123456789"


class Saved:
    """The writer of the rows of one campaign, and what was said of it."""

    def __init__(self, qtbot: QtBot, storage: AsyncStorage, campaigns: Campaigns, patch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._campaigns, self._patch = qtbot, campaigns, patch
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.exporting = Exporting(storage, self.window)
        self.asked = ""

    def to(self, path: Path, kind: str, state: PersonState | None = None) -> str:
        def chosen(_window: object, _title: str, _name: str, kinds: str) -> tuple[str, str]:
            self.asked = kinds
            return str(path), kind

        self._patch.setattr(QFileDialog, "getSaveFileName", chosen)
        with self._qtbot.waitSignal(self.exporting.said, timeout=20_000) as said:
            self.exporting.export(self._campaigns.existing(1), state)
        assert said.args is not None
        assert not any(each.isVisible() for each in self.window.findChildren(ExportProgress))
        return str(said.args[0])


@pytest.fixture
def campaigns(tmp_path: Path) -> Iterator[Campaigns]:
    connection: sqlite3.Connection = open_database(tmp_path / "scoro.db")
    campaigns = Campaigns(connection)
    campaign = campaigns.create(new_campaign())
    campaigns.add_rows(campaign, [NewPerson(2, PHONE, (PHONE, "=2+3")), NewPerson(4, "no", ("no", "Анна; из «Мира»"))])
    first, second = campaigns.rows(campaign)
    left_out = Judged(second.id, PersonState.LEFT_OUT, why=Why.NOT_FOUND)
    campaigns.judge(campaign, [Judged(first.id, PersonState.PLANNED, "u1"), left_out])
    yield campaigns
    connection.close()


@pytest.fixture
def saved(qtbot: QtBot, campaigns: Campaigns, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Saved]:
    threads = Storage(tmp_path / "scoro.db")
    storage = AsyncStorage(threads)
    yield Saved(qtbot, storage, campaigns, monkeypatch)
    storage.close()
    threads.close()


def test_each_form(saved: Saved, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert saved.to(out, EXCEL) == "2 row(s) saved in “out.csv”."
    assert saved.asked == ";;".join((EXCEL, PLAIN, JSON))
    written = out.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(written.decode("utf-8-sig").splitlines(), delimiter=";")) == [
        ["Phone", "Name", "Status", "Time"],
        [f'="{PHONE}"', "'=2+3", "Waiting", ""],
        ["no", "Анна; из «Мира»", "Not found in the app", ""],
    ]
    assert saved.to(out, PLAIN) == "2 row(s) saved in “out.csv”."
    assert list(csv.reader(out.read_text("utf-8").splitlines())) == [
        ["Phone", "Name", "Status", "Time"],
        [PHONE, "'=2+3", "Waiting", ""],
        ["no", "Анна; из «Мира»", "Not found in the app", ""],
    ]
    assert saved.to(out, JSON, PersonState.PLANNED) == "1 row(s) saved in “out.json”."
    assert json.loads((tmp_path / "out.json").read_text()) == [
        {"row": 2, "user": "u1", "state": "planned", "reason": None, "at": None,
         "values": {"Phone": PHONE, "Name": "=2+3"}}
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [EXCEL, JSON])
def test_a_stop_leaves_what_stood_there(
    saved: Saved, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is pressed in the dialog, which says how far the writing is, once the first row is read."""
    path = tmp_path / ("out.json" if kind == JSON else "out.csv")
    path.write_text("before")
    monkeypatch.setattr("scoro_desktop.recipients.writing.AT_ONCE", 1)
    far: list[tuple[int, int]] = []
    outcomes = Campaigns.outcomes

    def looked_at(self: Campaigns, *args: object, **kept: object) -> Iterator[object]:
        for each in outcomes(self, *args, **kept):  # type: ignore[arg-type]
            yield each
            if (dialog := saved.exporting.file._dialog) is not None:
                dialog.stopped.connect(
                    lambda dialog=dialog: far.append((max(dialog._bar.value(), 0), dialog._bar.maximum()))
                )
                QMetaObject.invokeMethod(dialog.stop, "click", Qt.ConnectionType.BlockingQueuedConnection)

    monkeypatch.setattr(Campaigns, "outcomes", looked_at)
    assert saved.to(path, kind) == f"Stopped. “{path.name}” was not written."
    assert far == [(0, 2)]
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if "unfinished" in each.name] == []


def test_stop_in_the_dialog_is_a_stop(saved: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = ExportProgress.open

    def stopped(dialog: ExportProgress) -> None:
        opened(dialog)
        dialog.stop.click()

    monkeypatch.setattr(ExportProgress, "open", stopped)
    assert saved.to(tmp_path / "out.csv", PLAIN) == "Stopped. “out.csv” was not written."
    assert not (tmp_path / "out.csv").exists()


def test_a_folder_that_is_gone_is_said(saved: Saved, tmp_path: Path) -> None:
    said = saved.to(tmp_path / "gone" / "out.csv", EXCEL)
    assert said == "“out.csv” could not be written: No such file or directory. The file that was there is unchanged."
