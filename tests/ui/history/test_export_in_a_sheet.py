"""The exported file gives the same cells by the `csv` module and by LibreOffice, and no formula in it runs."""

import csv
import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History, Send
from tests.recipients.unguarded import unguarded
from tests.ui.history.page import Page
from tests.ui.history.test_exporting import EXCEL, JSON, PLAIN, export

SOFFICE = shutil.which("soffice")
RUSSIAN, ENGLISH = 1049, 1033
"""Languages as the filter of LibreOffice numbers them (MS-LCID)."""
TEXT_COLUMNS = "/".join(f"{number}/2" for number in range(1, 40))
TEXTS = (
    *("=1+1", "-2+3", "+2+3", "@SUM(A1)", '=HYPERLINK("http://evil.example";"Prize")', "\t=1", "'=1", "＝1+1"),
    *("+79123456789", "79123456789", "007", "-0912", "7.9E+10", "1e5", "12.5", "0,5", "1/2", "5%", "$5", "+7", "-"),
    *('say "hi"; a,b', "two\nlines", "three\r\nlines;", " around ", "Ёлка; Ж", "2026-11-29", "TRUE", "'quoted", "ok;"),
)


@pytest.fixture
def page(make_page: Callable[[], Page], seed: Callable[..., Send], history: History) -> Page:
    price = Decimal("2.35")
    cost = Cost(1, "RUB", price, (Share("", 3, price),), phones=True)
    for number, text in enumerate(TEXTS):
        reply = Sent(3) if number % 2 else Failure(Outcome.REFUSED, "server_said_no", error_message=text)
        send = seed(text, reply, channel="sms", collection="users", account_name=text, cost=cost)
        history.annotate(send.id, note=text)
    return make_page()


def read(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def opened(path: Path, delimiter: str, language: int, columns: str = "") -> list[list[str]]:
    """Opens a file as a sheet does, and gives the cells that stand there then, formulas as what they come to."""
    assert SOFFICE is not None
    (out := path.parent / "sheet").mkdir(exist_ok=True)
    subprocess.run(
        [
            *(SOFFICE, f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless"),
            f"--infilter=CSV:{ord(delimiter)},34,76,1,{columns},{language},false,true",
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false,false"),
            *("--outdir", str(out), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return read(out / path.name, ",")


def column(rows: Sequence[Sequence[str]], title: str) -> list[str]:
    place = rows[0].index(title)
    return [row[place] for row in rows[1:]]


def test_the_csv_module_and_json_give_what_was_kept(page: Page, tmp_path: Path, qtbot: QtBot) -> None:
    for kind, delimiter in ((EXCEL, ";"), (PLAIN, ",")):
        path = tmp_path / "history.csv"
        export(page, path, kind, qtbot)
        rows = read(path, delimiter)
        for title in ("Message", "Note"):
            assert [unguarded(each) for each in column(rows, title)] == [*reversed(TEXTS)], (kind, title)
        assert {len(row) for row in rows} == {len(rows[0])}
    export(page, tmp_path / "history.json", JSON, qtbot)
    kept = json.loads((tmp_path / "history.json").read_text("utf-8"))
    assert [each["note"] for each in kept] == [*reversed(TEXTS)]


def test_numbers_are_written_as_the_system_reads_them(
    page: Page, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Russian Excel takes 7.05 for a day of May."""
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.Russian))
    export(page, tmp_path / "history.csv", EXCEL, qtbot)
    assert set(column(read(tmp_path / "history.csv", ";"), "Cost")) == {"7,05"}
    export(page, tmp_path / "history.csv", PLAIN, qtbot)
    assert set(column(read(tmp_path / "history.csv", ","), "Cost")) == {"7.05"}


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here: apt-get install libreoffice-calc-nogui")
def test_libreoffice_shows_the_same_cells(
    page: Page, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.Russian))
    path = tmp_path / "history.csv"
    export(page, path, EXCEL, qtbot)
    by_csv, by_sheet = read(path, ";"), opened(path, ";", RUSSIAN)
    assert by_sheet[0] == by_csv[0]
    for title in ("Message", "Account", "Note", "Outcome", "Error", "Environment", "Currency", "Channel"):
        for shown, written in zip(column(by_sheet, title), column(by_csv, title), strict=True):
            assert shown in {as_shown(written), number(as_shown(written))}, title
    assert [Decimal(each) for each in column(by_sheet, "Cost")] == [Decimal("7.05")] * len(TEXTS), (
        "numbers, to be added"
    )
    assert column(by_sheet, "Sent") == column(by_csv, "Sent")
    export(page, path, PLAIN, qtbot)
    kept = [[cell.replace("\r\n", "\n") for cell in row] for row in read(path, ",")]
    assert opened(path, ",", ENGLISH, TEXT_COLUMNS) == kept


def as_shown(written: str) -> str:
    """Takes the guard of a number off, which is a formula that comes to the text; an apostrophe is seen in a sheet.

    A cell has one kind of line break there.
    """
    return (unguarded(written) if written.startswith('="') else written).replace("\r\n", "\n")


def number(text: str) -> str:
    """Writes a number as the sheet gives it back, in English."""
    return text.replace(",", ".") if text.replace(",", "", 1).isdigit() else text
