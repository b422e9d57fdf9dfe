"""Tests of the export of what is shown to a file."""

import csv
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage import history_export
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.export_file import ExportProgress
from scoro_desktop.ui.history.exporting import Exporting
from scoro_desktop.ui.kit import questions
from tests.journey.stored import rest
from tests.recipients.unguarded import unguarded
from tests.ui.history.page import Page

EXCEL, PLAIN, JSON = "CSV for Excel (*.csv)", "CSV for other programs (*.csv)", "JSON, with the requests (*.json)"
EVIL = '=HYPERLINK("http://evil.example","Prize")'

Seed = Callable[..., Send]


@pytest.fixture
def page(make_page: Callable[[], Page], seed: Seed) -> Page:
    price = Decimal("2.50")
    cost = Cost(2, "RUB", price, (Share("", 300, price),), phones=True)
    seed("Скидки; до 50%", Sent(300), channel="sms", collection="users", cost=cost)
    seed(EVIL, Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="-2+3"))
    seed("old", days=50)
    return make_page()


def exporting_of(page: Page) -> Exporting:
    """The writer of the files, which is made when it is first wanted."""
    if page.pane.findChild(Exporting) is None:
        with patch.object(QFileDialog, "getSaveFileName", return_value=("", "")):
            page.link("Export…")
    exporting = page.pane.findChild(Exporting)
    assert exporting is not None
    return exporting


def export(page: Page, path: Path, kind: str, qtbot: QtBot) -> str:
    """Exports to a file, and returns what is said once it is done."""
    exporting = exporting_of(page)
    chosen = patch.object(QFileDialog, "getSaveFileName", return_value=(str(path), kind))
    with chosen, qtbot.waitSignal(exporting.said) as said:
        page.link("Export…")
    assert said.args is not None
    assert not [each for each in page.pane.findChildren(ExportProgress) if each.isVisible()]
    assert said.args[0] in page.seen()
    return str(said.args[0])


@pytest.mark.parametrize(("kind", "delimiter"), [(EXCEL, ";"), (PLAIN, ",")])
def test_what_is_shown_as_a_table(page: Page, tmp_path: Path, qtbot: QtBot, kind: str, delimiter: str) -> None:
    path = tmp_path / "history.csv"
    assert export(page, path, kind, qtbot) == "2 row(s) saved in “history.csv”."
    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") is (kind == EXCEL)
    titles, evil, sale = csv.reader(written.decode("utf-8-sig").splitlines(), delimiter=delimiter)
    rows = [dict(zip(titles, row, strict=True)) for row in (sale, evil)]
    assert {
        name: rows[0][name] for name in ("Message", "Sent", "Outcome", "SMS parts of each", "Cost", "Currency")
    } == {
        "Message": "Скидки; до 50%",
        "Sent": "300",
        "Outcome": "Sent",
        "SMS parts of each": "2",
        "Cost": "1500",
        "Currency": "RUB",
    }
    assert rows[1]["Message"] == f"'{EVIL}"  # no sheet runs it
    assert unguarded(rows[1]["Message"]) == EVIL
    assert (rows[1]["Error"], rows[1]["Sent"]) == ("403 -2+3", "")


def test_what_is_shown_as_json_with_its_requests(page: Page, tmp_path: Path, qtbot: QtBot) -> None:
    export(page, tmp_path / "history.csv", JSON, qtbot)
    found = json.loads((tmp_path / "history.json").read_text("utf-8"))
    assert [each["outcome"] for each in found] == ["refused", "sent"]
    assert found[1]["cost"]["price"] == "2.50"
    assert found[1]["request"]["coll"] == "devices"
    assert not [name for name in found[1]["request"] if name in {"acc", "cli", "app"}]


@pytest.mark.parametrize("replaces", [True, False])
def test_a_file_that_the_dialog_did_not_ask_about_is_asked_about(
    page: Page, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, replaces: bool
) -> None:
    """The name was history.csv as it asked, and ends in .json as its form says."""
    earlier = tmp_path / "history.json"
    earlier.write_text("an earlier export", "utf-8")
    asked = []

    def ask(_parent: QWidget, name: str) -> bool:
        asked.append(name)
        return replaces

    monkeypatch.setattr(questions, "replace_file", ask)
    if replaces:
        export(page, tmp_path / "history.csv", JSON, qtbot)
        assert len(json.loads(earlier.read_text("utf-8"))) == 2
    else:
        with patch.object(QFileDialog, "getSaveFileName", return_value=(str(tmp_path / "history.csv"), JSON)):
            page.link("Export…")
        assert not exporting_of(page).file.is_busy
        assert earlier.read_text("utf-8") == "an earlier export"
    assert asked == ["history.json"]


def test_in_the_order_that_is_shown_and_narrowed(page: Page, tmp_path: Path, qtbot: QtBot) -> None:
    page.click("All time")
    (menu_action,) = (each for each in page.menu("Sort by").actions() if each.text() == "Message")
    menu_action.trigger()
    page.tick("Channel", "Push")
    export(page, tmp_path / "history.json", JSON, qtbot)
    assert [each["id"] for each in json.loads((tmp_path / "history.json").read_text())] == [2, 3]


def test_nothing_to_export_is_no_export(page: Page) -> None:
    page.tick("Environment", "sandbox")
    rest(page.pane._storage)
    assert not page.head.sums.export.isEnabled()


@pytest.mark.parametrize("kind", [EXCEL, JSON])
def test_a_stop_leaves_what_stood_there(
    page: Page, seed: Seed, tmp_path: Path, qtbot: QtBot, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is pressed while the first rows are read."""
    path = tmp_path / ("history.json" if kind == JSON else "history.csv")
    path.write_text("before")
    monkeypatch.setattr("scoro_desktop.recipients.writing.AT_ONCE", 1)
    lines = history_export.Rows.lines
    exporting = exporting_of(page)

    def stopped(rows: history_export.Rows) -> Iterator[object]:
        for line in lines(rows):
            yield line
            if (dialog := exporting.file._dialog) is not None:
                QMetaObject.invokeMethod(dialog.stop, "click", Qt.ConnectionType.BlockingQueuedConnection)

    monkeypatch.setattr(history_export.Rows, "lines", stopped)
    assert export(page, path, kind, qtbot) == f"Stopped. “{path.name}” was not written."
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if "unfinished" in each.name] == []


def test_a_folder_that_is_gone_is_said(page: Page, tmp_path: Path, qtbot: QtBot) -> None:
    said = export(page, tmp_path / "gone" / "history.csv", EXCEL, qtbot)
    assert (
        said == "“history.csv” could not be written: No such file or directory. The file that was there is unchanged."
    )
