"""The list of people who are not to be sent to, in its dialogs over a real database."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.countries import COUNTRIES
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.campaigns.add_refusals import AddRefusals
from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog
from scoro_desktop.ui.campaigns.refusal_words import computer_user
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.words.country_words import country_name
from tests.journey.stored import rest
from tests.storage.campaigns.samples import filled
from tests.ui.test_accessibility import nameless

ANNA = NewRefusal(KeyKind.PHONE, "79123456789", "8 (912) 345-67-89")
BORIS = NewRefusal(KeyKind.EMAIL, "boris@example.com")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "scoro.db")
    yield connection
    connection.close()


@pytest.fixture
def refusals(connection: sqlite3.Connection) -> DoNotSend:
    return DoNotSend(connection)


class Shown:
    """The dialog of one account, and what stands in it."""

    def __init__(self, qtbot: QtBot, storage: AsyncStorage) -> None:
        self._qtbot = qtbot
        self._storage = storage
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.dialog = DoNotSendDialog(storage, Background(self.parent), "acme", "Acme", self.parent)
        with qtbot.waitExposed(self.dialog):
            self.dialog.open()
        rest(storage)

    def rows(self) -> list[list[str]]:
        model = self.dialog.model
        return [[str(model.data(model.index(row, column))) for column in (0, 2, 3)] for row in range(model.rowCount())]

    def look_for(self, text: str) -> None:
        with self._qtbot.waitSignal(self.dialog.model.taken):
            self.dialog.search.setText(text)

    def adding(self, text: str = "") -> AddRefusals:
        self.dialog.add.click()
        (adding,) = self.dialog.findChildren(AddRefusals)
        if text:
            with self._qtbot.waitSignal(adding.judged):
                adding.text.setPlainText(text)
        return adding

    def take(self, adding: AddRefusals, path: Path) -> None:
        with self._qtbot.waitSignal(adding.judged):
            adding.take_file(path)

    def take_from(self, adding: AddRefusals, column: str) -> None:
        with self._qtbot.waitSignal(adding.judged):
            adding.column.setCurrentText(column)
            adding.column.activated.emit(adding.column.currentIndex())

    def rest(self) -> None:
        rest(self._storage)


@pytest.fixture
def storage(qtbot: QtBot, connection: sqlite3.Connection, tmp_path: Path) -> Iterator[AsyncStorage]:
    threads = Storage(tmp_path / "scoro.db")
    storage = AsyncStorage(threads)
    yield storage
    rest(storage)
    storage.close()
    threads.close()


@pytest.fixture
def shown(qtbot: QtBot, storage: AsyncStorage) -> Shown:
    return Shown(qtbot, storage)


def test_its_title_names_the_account_as_the_window_does(qtbot: QtBot, storage: AsyncStorage) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for account_id, name, said in (("sandbox", "as it was stored", "Sandbox"), ("acme", "Ac\u202eme", "Ac\\u202eme")):
        dialog = DoNotSendDialog(storage, Background(parent), account_id, name, parent)
        assert dialog.windowTitle() == f"Do not send — {said}"
    rest(storage)


def test_an_empty_list_says_what_it_is_for(shown: Shown) -> None:
    dialog = shown.dialog
    assert dialog.pages.currentWidget() is dialog.empty
    assert not dialog.export.isEnabled()
    assert not dialog.remove.isEnabled()
    assert not nameless(dialog)


def test_what_is_pasted_is_added_and_what_cannot_be_read_is_told(shown: Shown, refusals: DoNotSend) -> None:
    adding = shown.adding("8 (912) 345-67-89\nBoris@Example.com\n+7 912 345-67-89\nАнна\n7.9E+10\n")
    assert not nameless(adding)
    assert adding.summary.text() == ("2 can be added. 1 twice in the list. 2 cannot be read and will not be added:")
    assert adding.unreadable.toPlainText().splitlines() == [
        "Row 4: “Анна” — neither a phone, an e-mail nor a user id",
        "Row 5: “7.9E+10” — a spreadsheet rounded this number; format the column as text and copy it anew",
    ]
    adding.add.click()
    shown.rest()
    assert shown.rows() == [
        ["boris@example.com", computer_user(), "pasted"],
        ["+79123456789", computer_user(), "pasted"],
    ]
    assert shown.dialog.notice.text() == "2 added."
    assert shown.dialog.count.text() == "2 on the list"
    assert refusals.holds("acme", KeyKind.PHONE, ["79123456789"])
    assert refusals.page("acme")[1].written == "8 (912) 345-67-89"
    shown.adding("+79123456789\nvera@example.com").add.click()
    shown.rest()
    assert shown.dialog.notice.text() == "1 added. 1 stood on the list already."


def test_nothing_can_be_added_before_it_is_judged(shown: Shown) -> None:
    adding = shown.adding("+79123456789")
    assert adding.add.isEnabled()
    adding.text.setPlainText("+79123456789\nanna@example.com")
    assert not adding.add.isEnabled()
    adding.reject()


def test_a_file_gives_its_column_and_its_name(shown: Shown, refusals: DoNotSend, tmp_path: Path) -> None:
    path = tmp_path / "stop.csv"
    path.write_text("Имя;Телефон;Почта\nАнна;8 912 345-67-89;a@example.com\nБорис;89120000001;b\nВера;нет;\n", "cp1251")
    adding = shown.adding()
    shown.take(adding, path)
    assert adding.file_name.text() == "stop.csv"
    assert adding.column.currentText() == "Телефон"
    assert adding.summary.text() == "2 can be added. 1 cannot be read and will not be added:"
    shown.take_from(adding, "Почта")
    assert adding.unreadable.toPlainText() == "Row 3: “b” — neither a phone, an e-mail nor a user id"
    adding.add.click()
    shown.rest()
    assert {(each.key, each.origin) for each in refusals.page("acme")} == {
        ("a@example.com", "stop.csv"),
    }


def test_a_file_that_is_none_is_refused_in_words(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    adding = shown.adding()
    shown.take(adding, path)
    assert adding.summary.text() == "“list.pdf” was not taken. This is a PDF. Ask for the list as XLSX or CSV."
    assert not adding.add.isEnabled()
    assert adding.text.isVisible()


def test_search_and_taking_off_with_a_way_back(shown: Shown, refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA, BORIS], by="olga", origin="stop.csv")
    refusals.add("other", [ANNA], by="olga")
    shown.dialog.refresh()
    shown.rest()
    shown.look_for("8 (912)")
    assert shown.rows() == [["+79123456789", "olga", "stop.csv"]]
    assert shown.dialog.count.text() == "1 found"
    shown.dialog.table.setFocus()
    shown.dialog.table.selectRow(0)
    QTest.keyClick(shown.dialog.table, Qt.Key.Key_Delete)
    shown.rest()
    assert shown.dialog.notice.text() == "1 removed from the list. Campaigns may send to them again."
    assert [each.key for each in refusals.page("acme")] == [BORIS.key]
    assert refusals.count("other") == 1
    shown.dialog.notice.action.click()
    shown.rest()
    assert {each.key for each in refusals.page("acme")} == {ANNA.key, BORIS.key}
    shown.look_for("nobody")
    assert shown.rows() == []
    assert shown.dialog.pages.currentWidget() is shown.dialog.table  # the list is not empty


def test_rows_that_were_never_read_are_taken_off_as_well(shown: Shown, refusals: DoNotSend) -> None:
    refusals.add("acme", [NewRefusal(KeyKind.PHONE, f"7912{number:07}") for number in range(1_234)], by="olga")
    shown.dialog.refresh()
    shown.rest()
    shown.dialog.table.selectAll()
    shown.dialog.remove.click()
    shown.rest()
    assert refusals.count("acme") == 0
    shown.dialog.notice.action.click()
    shown.rest()
    assert refusals.count("acme") == 1_234


def test_nobody_is_taken_off_where_the_rows_are_others_by_now(shown: Shown, refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA], by="olga")
    shown.dialog.refresh()
    shown.rest()
    refusals.add("acme", [BORIS], by="olga")
    shown.dialog.table.selectRow(0)
    shown.dialog.remove.click()
    shown.rest()
    assert refusals.count("acme") == 2
    assert shown.dialog.notice.text() == "The list has changed meanwhile. Nobody was removed; choose again."
    assert len(shown.rows()) == 2


def test_export(
    shown: Shown, refusals: DoNotSend, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals.add("acme", [ANNA, NewRefusal(KeyKind.EMAIL, "=x@example.com")], by="olga", origin="stop.csv")
    shown.dialog.refresh()
    shown.rest()

    def export(path: Path, kind: str) -> str:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), kind))
        with qtbot.waitSignal(shown.dialog.file.said):
            shown.dialog.export.click()
        return shown.dialog.notice.text()

    path = tmp_path / "out.csv"
    for kind, delimiter, phone in (
        ("CSV for Excel (*.csv)", ";", '="+79123456789"'),
        ("CSV for other programs (*.csv)", ",", "+79123456789"),
    ):
        assert export(path, kind) == "2 row(s) saved in “out.csv”."
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=delimiter))
        assert rows[0] == ["Who", "Written as", "Added", "By", "From"]
        assert [[row[0], row[1], row[3], row[4]] for row in rows[1:]] == [
            [phone, "8 (912) 345-67-89", "olga", "stop.csv"],
            ["'=x@example.com", "'=x@example.com", "olga", "stop.csv"],
        ]
    said = export(tmp_path / "no" / "such" / "folder.csv", "CSV for Excel (*.csv)")
    assert said.startswith("“folder.csv” could not be written: No such file or directory.")


def test_what_campaigns_held_back(shown: Shown, refusals: DoNotSend, connection: sqlite3.Connection) -> None:
    campaigns = Campaigns(connection)
    campaign = filled(campaigns, 3, account_id="acme", name="Autumn")
    campaigns.judge_anew(campaign)
    campaigns.judge(
        campaign,
        [Judged(row.id, PersonState.LEFT_OUT, why=Why.DO_NOT_SEND) for row in campaigns.rows(campaign)[:2]],
    )
    assert not shown.dialog.held_back.isVisible()
    shown.dialog.refresh()
    shown.rest()
    assert shown.dialog.held_back.text() == "Campaigns left out so far: 2 (Autumn: 2)"


def test_a_disk_that_fails_is_told_and_nothing_is_lost(
    shown: Shown, refusals: DoNotSend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise StorageFailed("SQLITE_FULL", "database or disk is full")

    monkeypatch.setattr(DoNotSend, "add", full)
    shown.adding("+79123456789").add.click()
    shown.rest()
    assert shown.dialog.notice.text().startswith("It could not be saved or read:")
    monkeypatch.undo()
    assert refusals.count("acme") == 0


def test_every_country_has_a_name() -> None:
    names = [country_name(iso, country.code) for iso, country in COUNTRIES.items()]
    assert not [name for name, iso in zip(names, COUNTRIES, strict=True) if name.startswith(iso)]
    assert len({*names}) == len(COUNTRIES)


def test_the_store_is_there_for_who_asks(connection: sqlite3.Connection) -> None:
    assert isinstance(Stores(connection).do_not_send, DoNotSend)
