"""Sheets: what is stored is read, what is out of the way is said, and nothing in the container is believed."""

import io
import os
import struct
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from scoro_desktop.recipients import sheet_process, sheets
from scoro_desktop.recipients.batches import Wanted
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.sheet_messages import ASKED, Answer, put, take
from scoro_desktop.recipients.source import Kind, NotWantedError, Row, Sheet, Source, UnreadableFileError
from tests.recipients.workbook import packed, table, workbook

TITLES = ("Имя", "Телефон")
ANNA = ("Анна", "79123456789")
PEOPLE = table(TITLES, ("Анна", 79123456789))


class Book(NamedTuple):
    """A workbook that is read: its people, and what is said of it."""

    data: bytes
    people: tuple[tuple[str, ...], ...] = (ANNA,)
    header: int | None = 1
    notices: tuple[str, ...] = ()
    hidden_rows: int = 0


def cells(*written: str) -> bytes:
    """A workbook with one row of cells as they are, below two titles."""
    row = "".join(written)
    return workbook(table(TITLES) + f'<row r="2">{row}</row>')


def renamed(names: Mapping[str, str], change: Callable[[bytes], bytes] = bytes) -> bytes:
    """The workbook of Anna with other names of its parts, each changed."""
    with zipfile.ZipFile(io.BytesIO(workbook(PEOPLE))) as archive:
        return packed({names.get(name, name): change(archive.read(name)) for name in archive.namelist()})


def related(target: str) -> bytes:
    """The workbook of Anna whose sheet is said to be there."""
    return renamed({}, lambda part: part.replace(b"worksheets/sheet1.xml", target.encode()))


PARTS = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"}


def recoded(part: str, coding: str) -> bytes:
    """A workbook with shared strings, one of whose parts is in another encoding, and says so."""
    shared = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    shared += '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>79123456789</v></c></row>'
    strings = "".join(f"<si><t>{each}</t></si>" for each in (*TITLES, "Анна"))
    with zipfile.ZipFile(io.BytesIO(workbook(shared, strings=strings))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = f'<?xml version="1.0" encoding="{coding.upper()}"?>'
    parts[PARTS[part]] = (head + parts[PARTS[part]].decode()).encode(coding)
    return packed(parts)


def in_1251(data: bytes) -> bytes:
    """The workbook with its sheet in another encoding, which it names."""
    head = b'<?xml version="1.0" encoding="windows-1251"?>'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    return packed({**parts, name: head + parts[name].decode().encode("cp1251")})


READ = {
    "people": Book(workbook(PEOPLE)),
    "a number that is shown as 7.9E10": Book(
        cells('<c r="A2" t="str"><v>Анна</v></c><c r="B2"><v>7.9123456789E10</v></c>')
    ),
    "a number with a zero behind": Book(cells('<c r="A2" t="str"><v>Анна</v></c><c r="B2"><v>79123456789.0</v></c>')),
    "a number that lost digits": Book(
        cells('<c r="A2"><v>1234567890123456789</v></c><c r="B2"><v>79123456789</v></c>'),
        (("1.23456789012346E+18", "79123456789"),),
    ),
    "fractions": Book(
        workbook(table(TITLES, ("0.1", 1), first=1) + table((0.1 + 0.2, 1e-7), first=3)),
        (("0.1", "1"), ("0.3", "0.0000001")),
    ),
    "a text with zeros": Book(workbook(table(TITLES, ("007", "0079123456789"))), (("007", "0079123456789"),)),
    "dates": Book(
        cells('<c r="A2" s="1"><v>45000</v></c><c r="B2" s="1"><v>45000.5</v></c>'),
        (("2023-03-15", "2023-03-15 12:00"),),
    ),
    "yes and no": Book(cells('<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c>'), (("TRUE", "FALSE"),)),
    "shared and rich strings": Book(
        workbook(
            table(TITLES, ('<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>')),
            strings="<si><t>Анна</t></si><si><r><t>7912</t></r><r><t>3456789</t></r></si>",
        )
    ),
    "formulas with their values": Book(
        cells('<c r="A2" t="str"><f>A1</f><v>Анна</v></c><c r="B2"><f>1</f><v>79123456789</v></c>')
    ),
    "a formula that gave an error": Book(
        cells('<c r="A2" t="e"><f>A1</f><v>#N/A</v></c><c r="B2"><v>79123456789</v></c>'), (("#N/A", "79123456789"),)
    ),
    "a formula whose value is not there": Book(
        cells('<c r="A2"><f>A1</f></c><c r="B2"><v>79123456789</v></c>'), (("#NO VALUE", "79123456789"),)
    ),
    "a formula that gives an empty text": Book(
        cells('<c r="A2" t="str"><f>A1</f><v></v></c><c r="B2"><v>79123456789</v></c>'), (("", "79123456789"),)
    ),
    "a dimension that lies": Book(workbook(PEOPLE, tail='<dimension ref="A1:XFD1048576"/>')),
    "a table that begins elsewhere": Book(
        workbook(
            '<row r="4"><c r="C4" t="str"><v>Имя</v></c><c r="D4" t="str"><v>Телефон</v></c></row>'
            '<row r="5"><c r="C5" t="str"><v>Анна</v></c><c r="D5"><v>79123456789</v></c></row>'
        ),
        (("", "", *ANNA),),
        4,
    ),
    "cells without references": Book(
        workbook(
            "<row><c t='str'><v>Имя</v></c><c t='str'><v>Телефон</v></c></row>"
            "<row><c t='str'><v>Анна</v></c><c><v>79123456789</v></c></row>"
        )
    ),
    "strings that are shared": Book(recoded("strings", "utf-8")),
    "a stray cell in the last row of the sheet": Book(
        workbook(PEOPLE + '<row r="1048576"><c r="B1048576"><v>1</v></c></row>')
    ),
    "blank rows": Book(
        workbook(PEOPLE + '<row r="3"><c r="A3" s="1"/></row><row r="9"><c r="A9" t="str"><v> </v></c></row>')
    ),
    "hidden rows": Book(
        workbook(table(TITLES, ANNA, ("Борис", "2"), attributes={3: " hidden='1'"})),
        hidden_rows=1,
    ),
    "merged ranges": Book(
        workbook(PEOPLE, tail='<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'), notices=("merged",)
    ),
    "two sheets": Book(workbook(PEOPLE, table(("Ничего",))), notices=("other_sheets",)),
    "a hidden sheet first": Book(workbook(table(("Ничего",)), PEOPLE, hidden=(0,))),
    "nothing but a hidden sheet": Book(workbook(PEOPLE, hidden=(0,)), notices=("hidden_sheet",)),
    "a status": Book(
        workbook(table((*TITLES, "Отписан"), (*ANNA, "да"))), ((*ANNA, "да"),), notices=("status_column",)
    ),
    "escaped line breaks": Book(workbook(table(TITLES, ("Анна_x000A_мама", 1))), (("Анна\nмама", "1"),)),
    "signs that part cells in a cell": Book(workbook(table(TITLES, ("Ан_x001F_на_x001E_", 1))), (("Анна", "1"),)),
    "a row that is hidden behind a tab": Book(
        workbook(table(TITLES, ANNA, ("Борис", "2"), attributes={3: "\thidden='1'"})), hidden_rows=1
    ),
    "a row that is hidden behind a line break": Book(
        workbook(table(TITLES, ANNA, ("Борис", "2"), attributes={3: '\nhidden="1"'})), hidden_rows=1
    ),
    "an error with blanks around its signs": Book(
        cells('<c r="A2" t = "e"><v>#N/A</v></c><c r="B2"><v>79123456789</v></c>'), (("#N/A", "79123456789"),)
    ),
    "a formula without a value whose tag goes over lines": Book(
        cells('<c r="A2"><f\n>A1</f></c><c r="B2"><v>79123456789</v></c>'), (("#NO VALUE", "79123456789"),)
    ),
    "ranges behind a tab": Book(
        workbook(PEOPLE, tail='<mergeCells\tcount="1"><mergeCell\tref="A2:A3"/></mergeCells>'), notices=("merged",)
    ),
    "rows that are not in their order": Book(
        workbook(table(ANNA, first=2) + table(("Борис", "2"), first=3) + table(TITLES)), (ANNA, ("Борис", "2"))
    ),
    "names of parts in capitals": Book(renamed({"xl/worksheets/sheet1.xml": "xl/Worksheets/Sheet1.XML"})),
    "a name of a part from the top": Book(related("/xl/worksheets/sheet1.xml")),
    "how it is spoken": Book(
        cells(
            '<c r="A2" t="inlineStr"><is><t>Анна</t><rPh sb="0" eb="1"><t>アンナ</t></rPh></is></c>',
            '<c r="B2"><v>79123456789</v></c>',
        )
    ),
    "a remark within a value": Book(cells('<c r="A2" t="str"><v>Ан<!-- -->на</v></c><c r="B2"><v>79123456789</v></c>')),
    "references in small letters": Book(
        workbook(PEOPLE.replace('r="A', 'r="a').replace('r="B', 'r="b')),
    ),
    "not a number": Book(cells('<c r="A2"><v>NaN</v></c><c r="B2"><v>79123456789</v></c>'), (("#NUM!", ANNA[1]),)),
    "macros": Book(workbook(PEOPLE, extra={"xl/vbaProject.bin": b"macros"})),
    "a picture beside": Book(workbook(PEOPLE, extra={"xl/media/image1.png": bytes(2_000_000)})),
}


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers in this process, as the other would: for the tables of files, since each start takes a while."""

    def answers(path: Path, source: Source, _wanted: Wanted) -> Iterator[Answer]:
        with path.open("rb") as file:
            for each in sheet_process.answers(file, source.sheet, with_hidden=source.hidden):
                if "refused" in each:
                    raise UnreadableFileError(each["refused"], **each["params"])
                wire = io.BytesIO()
                put(wire, each)
                wire.seek(0)
                message = take(wire)
                assert message is not None
                yield message

    monkeypatch.setattr(sheets, "_answers", answers)


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", READ)
def test_sheets_are_read(name: str, tmp_path: Path) -> None:
    book = READ[name]
    file = tmp_path / "people.csv"  # what it is called says nothing
    file.write_bytes(book.data)
    seen = look(file)
    assert (seen.source.kind, seen.source.header_row) == (Kind.XLSX, book.header)
    assert tuple(each.code for each in seen.notices) == book.notices
    assert seen.hidden_rows == book.hidden_rows
    assert tuple(row.cells for row in read(file, seen.source)) == book.people


def test_a_sheet_is_chosen_and_hidden_rows_can_be_taken(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    hidden = table(TITLES, ANNA, ("Борис", "2"), attributes={2: ' hidden="true"'})
    file.write_bytes(workbook(PEOPLE, hidden, names=("Все", "Москва")))
    seen = look(file)
    assert seen.sheets == (Sheet("Все"), Sheet("Москва"))
    for taken, people in ((False, [(3, "Борис", "2")]), (True, [(2, *ANNA), (3, "Борис", "2")])):
        seen = look(file, Source(Kind.XLSX, sheet="Москва", header_row=1, hidden=taken))
        assert (seen.hidden_rows, seen.source.sheet) == (1, "Москва")
        assert [(row.number, *row.cells) for row in read(file, seen.source)] == people


def broken_sum(data: bytes) -> bytes:
    """The archive with another sum for each of its parts."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 16] + struct.pack("<I", 1) + data[at + 20 :]
        at = data.find(b"PK\x01\x02", at + 1)
    return data


def sized(data: bytes, size: int) -> bytes:
    """The archive in which each part says that it unpacks to so many bytes."""
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        while at >= 0:
            data = data[: at + place] + struct.pack("<I", size) + data[at + place + 4 :]
            at = data.find(mark, at + 1)
    return data


ENTITIES = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'
)

REFUSED = {
    "a bomb": (sized(workbook(PEOPLE), 700_000_000), "unpacks_too_far"),
    "a bomb that says that it is small": (sized(workbook(PEOPLE), 400), "broken_sheet"),
    "cut off": (workbook(PEOPLE)[:-200], "broken_sheet"),
    "nothing but the beginning": (b"PK\x03\x04" + bytes(100), "broken_sheet"),
    "other sums": (broken_sum(workbook(PEOPLE)), "broken_sheet"),
    "no rows": (workbook(""), "empty"),
    "blank rows": (workbook('<row r="1"><c r="A1" t="str"><v> </v></c></row>'), "empty"),
    "no sheet": (workbook(), "no_sheet"),
    "a sheet that is not there": (workbook(PEOPLE, without=frozenset({"xl/worksheets/sheet1.xml"})), "no_sheet"),
    "a sheet that breaks off": (workbook("<row><c><v>1"), "broken_sheet"),
    "a string that is not there": (workbook('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'), "broken_sheet"),
    "entities": (workbook(PEOPLE, extra={"xl/worksheets/sheet1.xml": ENTITIES}), "broken_sheet"),
    "a cell far away": (
        workbook(PEOPLE + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "sheet_too_large XFD1048576",
    ),
    "a cell far away in small letters": (
        workbook(PEOPLE + '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>'),
        "sheet_too_large XFD1048576",
    ),
    "a cell far away with a zero before": (
        workbook(PEOPLE + '<row r="1048576"><c r="XFD01048576"><v>1</v></c></row>'),
        "sheet_too_large XFD1048576",
    ),
    "a cell far away with blanks around its signs": (
        workbook(
            '<row r = "1"><c r = "A1"><v>1</v></c></row><row r = "1048576"><c r = "XFD1048576"><v>1</v></c></row>'
        ),
        "sheet_too_large XFD1048576",
    ),
    **{
        f"{part} in {coding}": (recoded(part, coding), "broken_sheet")
        for part in ("sheet", "strings")
        for coding in ("utf-16", "utf-16-le", "utf-16-be", "utf-7")
    },
    "a cell below a list as long as a sheet": (
        workbook(PEOPLE + '<row r="1048576"><c r="M1048576"><v>1</v></c></row>'),
        "sheet_too_large M1048576",
    ),
    "such a cell in a small letter": (
        workbook(PEOPLE + '<row r="3"><c r="m3"/></row><row r="1048576"><c r="B1048576"><v>1</v></c></row>'),
        "sheet_too_large M1048576",
    ),
    "a cell below every sheet": (
        workbook(PEOPLE + '<row r="9999999"><c r="B9999999"><v>1</v></c></row>'),
        "sheet_too_large B9999999",
    ),
    "cells that are far together": (
        workbook(PEOPLE + '<row r="3"><c r="Z400000"><v>1</v></c><c r="AAA7"/></row>'),
        "sheet_too_large AAA400000",
    ),
    "a section of letters, of which the library reads none": (
        cells('<c r="A2" t="str"><v><![CDATA[Анна]]></v></c><c r="B2"><v>79123456789</v></c>'),
        "broken_sheet",
    ),
    "two parts whose names are one": (
        workbook(PEOPLE, extra={"xl/worksheets/SHEET1.xml": b"<worksheet/>"}),
        "broken_sheet",
    ),
    "a sheet of another folder": (related("../xl/worksheets/sheet1.xml"), "no_sheet"),
    "a row without a number": (workbook(PEOPLE + '<row r="0"><c r="A0" t="str"><v>x</v></c></row>'), "broken_sheet"),
    "a cell beyond every column": (cells('<c r="ZZZ2"><v>1</v></c>'), "too_many_columns"),
    "a row twice": (workbook(PEOPLE + table(ANNA, first=3) + table(("Борис", "2"), first=3)), "row_twice 3"),
    "a row twice where another is missing": (
        workbook(PEOPLE + table(ANNA, first=3) + table(("Борис", "2"), first=3) + table(("Вера", "3"), first=5)),
        "row_twice 3",
    ),
    "a row again, far below": (
        workbook(
            table(TITLES, *[(f"Анна{number}", 79120000000 + number) for number in range(3000)]) + table(ANNA, first=7)
        ),
        "row_twice 7",
    ),
    "a row twice behind one that is out of order": (
        workbook(table(ANNA, first=9) + PEOPLE + table(("Борис", "2"), first=9)),
        "row_twice 9",
    ),
    "a row twice by another way to write it": (
        workbook(PEOPLE + '<row spans="1:2" r="2"><c r="A2" t="str"><v>Борис</v></c></row>'),
        "row_twice 2",
    ),
    "a row without a number in the place of one with": (
        workbook(PEOPLE + "<row><c t='str'><v>Борис</v></c></row>" + table(("Вера", "3"), first=3)),
        "row_twice 3",
    ),
    "a cell twice": (
        workbook(
            table(TITLES, ANNA, attributes={2: " hidden='1'"})
            + '<row r="3"><c r="A3" t="str"><v>Борис</v></c><c r="A3" t="str"><v>Вера</v></c></row>'
        ),
        "row_twice 3",
    ),
    "letters of windows-1251": (in_1251(workbook(PEOPLE)), "broken_sheet"),
    "an archive": (packed({"a.txt": b"79123456789"}), "other_kind zip"),
    "a document": (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "other_kind ods"),
    "a binary workbook": (packed({"xl/workbook.bin": b""}), "other_kind xlsb"),
    "a workbook of Numbers": (packed({"Index/Document.iwa": b""}), "other_kind numbers"),
    "titles that are one": (workbook(table(("Имя", " имя"), ANNA)), "same_titles"),
}


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("name", REFUSED)
def test_sheets_are_refused_in_a_code(name: str, tmp_path: Path) -> None:
    data, code = REFUSED[name]
    file = tmp_path / "people.xlsx"
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError) as caught:
        list(read(file, look(file).source))
    asked = [str(caught.value.params[each]) for each in ("kind", "cell", "row") if each in caught.value.params]
    assert " ".join([caught.value.code, *asked]) == code


def long_sheet(*numbers: int) -> bytes:
    """A sheet that is too long for a look at each number of its rows, with rows of these numbers at last."""
    rows = table(TITLES, *[(f"Анна{number}" + "а" * 3_000, 79120000000 + number) for number in range(1_500)])
    return workbook(rows + "".join(table(("Вера", "2"), first=number) for number in numbers))


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize(
    ("numbers", "twice"),
    [
        ((1502, 1502, 1504, 1505), 1502),
        ((1502, 1503, 1503, 1505), 1503),
        ((1502, 1504, 1505), None),
        ((*range(1502, 3600), 3600, 3600, 3602, 3603), 3600),
        ((*range(1502, 1600), *range(3700, 4000), *range(4000, 6000), 6000, 6000, 6002), 6000),
    ],
)
def test_a_row_in_the_place_of_another_is_found_in_a_long_sheet(
    tmp_path: Path, numbers: tuple[int, ...], twice: int | None
) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(long_sheet(*numbers))
    source = look(file).source
    if twice is None:
        assert sum(bool(any(row.cells)) for row in read(file, source)) == 1_500 + len(numbers)
        return
    with pytest.raises(UnreadableFileError) as caught:
        list(read(file, source))
    assert (caught.value.code, caught.value.params) == ("row_twice", {"row": twice})


def test_reading_is_stopped_and_leaves_no_process_and_no_thread(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(workbook(table(*[("Анна", 79123456789)] * 5_000)))
    source = look(file).source
    before = threading.active_count()
    rows: list[Row] = []
    with pytest.raises(NotWantedError):
        rows.extend(read(file, source, wanted=lambda: len(rows) < 1_000))
    assert len(rows) == 1_000
    assert threading.active_count() == before


def test_a_process_that_dies_is_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(workbook(PEOPLE))
    source = look(file).source
    monkeypatch.setattr(sheets, "MODULE", "tests.recipients.half_a_sheet")
    with pytest.raises(UnreadableFileError, match="broken_sheet"):  # it said what sheets there are, and died
        look(file)
    for module, code in (("scoro_desktop.wire", "broken_sheet"), ("no.such.module", "broken_sheet")):
        monkeypatch.setattr(sheets, "MODULE", module)
        with pytest.raises(UnreadableFileError, match=code):
            list(read(file, source))


def test_the_packaged_app_stands_where_python_would(tmp_path: Path) -> None:
    """Its executable is no Python, but is started with the same arguments."""
    file = tmp_path / "people.xlsx"
    file.write_bytes(workbook(PEOPLE))
    command = [sys.executable, "-m", "scoro_desktop", "-m", sheets.MODULE]
    with file.open("rb") as data:
        done = subprocess.run(command, stdin=data, capture_output=True, check=True, env={**os.environ, ASKED: "{}"})
    stream = io.BytesIO(done.stdout)
    answers = [take(stream) for _ in range(4)]
    assert answers[0] is not None
    assert answers[0]["sheet"] == "Лист1"
    assert answers[1] is not None
    assert answers[1]["rows"] == [TITLES, ANNA]
    assert answers[2:] == [{"whole": True}, None]
