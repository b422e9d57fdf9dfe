"""The nasty set of files with delimiters: each is read right, or refused in a code, and nothing of it is kept."""

import dataclasses
from pathlib import Path
from typing import NamedTuple

import pytest

from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import ENCODINGS, UnreadableFileError

ANNA, BORIS = ("Анна", "79123456789"), ("Борис", "79123456790")
TITLES = "Имя;Телефон\n"
TWO = TITLES + "Анна;79123456789\nБорис;79123456790\n"


class Read(NamedTuple):
    """A file that is read: its encoding, delimiter, the row of its titles, and its people."""

    data: bytes
    people: tuple[tuple[str, ...], ...] = (ANNA, BORIS)
    encoding: str = "utf-8"
    delimiter: str = ";"
    header: int | None = 1


def in_1251(text: str) -> bytes:
    return text.encode("cp1251")


EAST_ASIAN = {
    "名前;電話\n山田太郎;09012345678\n佐藤花子;08011112222\nたなか さくら;1\nタカハシ ケンジ;2\n": (
        "shift_jis", "cp932", "euc_jp",
    ),
    "姓名;电话;城市\n王伟;13812345678;北京\n李娜;13912345678;上海\n张敏;1;广州\n": ("gb2312", "gbk", "gb18030"),
    "姓名;電話;城市\n陳怡君;0912345678;臺北\n林志豪;0922345678;高雄\n黃淑芬;1;臺中\n": ("big5", "cp950"),
    "이름;전화;도시\n김민수;01012345678;서울\n이영희;01023456789;부산\n박지훈;1;대구\n": ("euc_kr", "cp949"),
}  # fmt: skip
IN_PAIRS = (
    ("Имяя;Город!", "Анна;Орск", "Олег;Тула", "Вера;Сочи", "Инна;Орша"),
    ("ИМЯЯ;ГОРОДА", "АННА;ОРСК", "ОЛЕГ;ТУЛА", "ВЕРА;СОЧИ", "ИННА;ОРША"),
)
"""Russian words of even length alone: as bytes, they are as good as Chinese."""

READ = {
    "utf-8": Read(TWO.encode()),
    "utf-8 with a mark": Read(TWO.encode("utf-8-sig")),
    "utf-16 with a mark": Read(TWO.encode("utf-16"), encoding="utf-16-le"),
    "utf-16 big end first": Read(b"\xfe\xff" + TWO.encode("utf-16-be"), encoding="utf-16-be"),
    "utf-16 without a mark": Read(TWO.encode("utf-16-le"), encoding="utf-16-le"),
    "utf-16 big end first without a mark": Read(TWO.encode("utf-16-be"), encoding="utf-16-be"),
    "windows-1251": Read(in_1251(TWO), encoding="cp1251"),
    "windows-1251 in capitals": Read(
        in_1251("ИМЯ;ТЕЛЕФОН\nАННА;79123456789\n"), (("АННА", "79123456789"),), encoding="cp1251"
    ),
    "koi8-r": Read(TWO.encode("koi8-r"), encoding="koi8-r"),
    "of DOS": Read(TWO.encode("cp866"), encoding="cp866"),
    "of a Mac": Read(TWO.encode("mac-cyrillic"), encoding="mac-cyrillic"),
    "of an old server": Read(TWO.encode("iso8859-5"), encoding="iso8859-5"),
    "signs that are like UTF-7": Read(
        b"name;phone\n+Bella+;+79123456789\nAnn+Bob-;+79123456790-\n",
        (("+Bella+", "+79123456789"), ("Ann+Bob-", "+79123456790-")),
    ),
    "western": Read(
        "Name;Phone\nZoé Müller;491511234567\n".encode("cp1252"), (("Zoé Müller", "491511234567"),), encoding="cp1252"
    ),
    **{
        f"{words[0]} in {coding}": Read(
            "\n".join(words).encode(coding),
            tuple(tuple(each.split(";")) for each in words),
            encoding=coding,
            header=None,
        )
        for words in IN_PAIRS
        for coding in ("cp1251", "koi8-r", "cp866")
    },
    "polish": Read(
        "Name;Phone\nMałgorzata;48111\nElżbieta;48112\nPaweł;48113\nBożena Łącka;48114\n".encode("cp1250"),
        (("Małgorzata", "48111"), ("Elżbieta", "48112"), ("Paweł", "48113"), ("Bożena Łącka", "48114")),
        encoding="cp1250",
    ),
    "ukrainian in koi8-u": Read(
        "Ім'я;Телефон\nОлексій;38011\nЄвгенія;38012\nСергій;38013\nНаталія;38014\n".encode("koi8-u"),
        (("Олексій", "38011"), ("Євгенія", "38012"), ("Сергій", "38013"), ("Наталія", "38014")),
        encoding="koi8-u",
    ),
    "umlauts, each before another letter": Read(
        "Name;Stadt\nMüller;Köln\nJäger;Düsseldorf\nSchäfer;München\nGröße;Fürth\nLöwe;Görlitz\n".encode("cp1252"),
        (("Müller", "Köln"), ("Jäger", "Düsseldorf"), ("Schäfer", "München"), ("Größe", "Fürth"), ("Löwe", "Görlitz")),
        encoding="cp1252",
    ),
    "windows-1251 far behind the first kilobytes": Read(
        in_1251("Имя;Телефон\n".encode("ascii", "ignore").decode() + "a;1\n" * 300_000 + "Анна;79123456789\n"),
        (*[("a", "1")] * 300_000, ANNA),
        encoding="cp1251",
        header=None,
    ),
    "one row that is no utf-8": Read(
        TWO.encode() + "Вера;79123456791\n".encode("cp1251"),
        (ANNA, BORIS, ("\udcc2\udce5\udcf0\udce0", "79123456791")),
    ),
    "sep": Read(b"sep=;\n" + TWO.encode()),
    "sep that is a tab": Read(
        ("sep=\t\r\n" + TWO.replace(";", "\t")).encode("utf-16"), (ANNA, BORIS), "utf-16-le", "\t"
    ),
    "sep in quotes": Read(b'"sep=;"\n' + TWO.encode()),
    "sep that parts otherwise": Read(("sep=^\n" + TWO.replace(";", "^")).encode(), delimiter="^"),
    "comma": Read(TWO.replace(";", ",").encode(), delimiter=","),
    "tab": Read(TWO.replace(";", "\t").encode(), delimiter="\t"),
    "bar": Read(TWO.replace(";", "|").encode(), delimiter="|"),
    "more commas in texts than delimiters": Read(
        ("Текст;Телефон\n" + "а, б, в, г;79123456789\n" * 2).encode(), (("а, б, в, г", "79123456789"),) * 2
    ),
    "prices with commas": Read(
        "Сумма;Скидка;Телефон\n1,5;2,5;79123456789\n3,5;4,5;79123456790\n".encode(),
        (("1,5", "2,5", "79123456789"), ("3,5", "4,5", "79123456790")),
    ),
    "delimiters in quotes": Read(
        'Имя,Телефон\n"Анна; мама",79123456789\n"Борис; папа; дед",79123456790\n'.encode(),
        (("Анна; мама", "79123456789"), ("Борис; папа; дед", "79123456790")),
        delimiter=",",
    ),
    "one column": Read(
        "Телефон\n79123456789\n79123456790\n".encode(), (("79123456789",), ("79123456790",)), delimiter=","
    ),
    "one column without a title": Read(
        b"79123456789\n79123456790\n", (("79123456789",), ("79123456790",)), "utf-8", ",", None
    ),
    "no header": Read("Анна;79123456789\nБорис;79123456790\n".encode(), header=None),
    "a name and no header, with an address": Read(
        b"Anna;anna@example.com\n", (("Anna", "anna@example.com"),), header=None
    ),
    "a title of the sheet first": Read(("Выгрузка от 28.11.2026;\n;\n" + TWO).encode(), header=3),
    "titles that nobody knows": Read("Кому;Куда\nАнна;79123456789\n".encode(), (ANNA,)),
    "quotes": Read('"Имя";"Телефон"\n"Анна ""Нюта""";"79123456789"\n'.encode(), (('Анна "Нюта"', "79123456789"),)),
    "each cell in quotes, and empty ones": Read(
        '"Имя";"Телефон"\r\n"Анна";"79123456789"\r\n"";"79123456790"\r\n"а;б";""\r\n'.encode(),
        (ANNA, ("", "79123456790"), ("а;б", "")),
    ),
    "quotes around a delimiter within a cell": Read(
        '"Имя";"Телефон"\n"Ан"";""на";"79123456789"\n'.encode(), (('Ан";"на', "79123456789"),)
    ),
    "a line of a cell that is in quotes itself": Read(
        '"Имя";"Телефон"\n"Анна\n""Нюта""\n";"79123456789"\n'.encode(), (('Анна\n"Нюта"\n', "79123456789"),)
    ),
    "a quote within a cell without": Read(
        'Имя;Телефон\nООО "Ромашка";79123456789\n'.encode(), (('ООО "Ромашка"', "79123456789"),)
    ),
    "inches": Read('Имя;Телефон\n17" экран;79123456789\n'.encode(), (('17" экран', "79123456789"),)),
    "lines within a cell": Read(
        'Имя;Телефон\n"Анна\nПетровна";79123456789\n'.encode(), (("Анна\nПетровна", "79123456789"),)
    ),
    "line breaks of Windows": Read(TWO.replace("\n", "\r\n").encode()),
    "line breaks of old Macs": Read(TWO.replace("\n", "\r").encode()),
    "no line break at the end": Read(TWO.strip().encode()),
    "rows of delimiters only": Read((TWO + ";\n;;;\n\n   ; \n" + "\xa0;\u3000\n").encode()),
    "short rows": Read((TITLES + "Анна\n;79123456790\n").encode(), (("Анна", ""), ("", "79123456790"))),
    "delimiters behind the last cell": Read("Имя;Телефон;;\nАнна;79123456789;;\n".encode(), (ANNA,)),
    "a column without a title": Read("Имя;;Телефон\nАнна;да;79123456789\n".encode(), (("Анна", "да", "79123456789"),)),
    "a last column without a title": Read(
        "Имя;Телефон;\nАнна;79123456789;да\n".encode(), (("Анна", "79123456789", "да"),)
    ),
    "leading zeros": Read("Код;Телефон\n007;0079123456789\n".encode(), (("007", "0079123456789"),)),
    "7.9E+10 stays what it is": Read("Имя;Телефон\nАнна;7.9E+10\n".encode(), (("Анна", "7.9E+10"),)),
    "a formula is a text": Read("Имя;Телефон\n=1+1;79123456789\n".encode(), (("=1+1", "79123456789"),)),
    "numbers that a sheet must not change": Read(
        'Код;Телефон\n="007";="79123456789"\n"=""08""";=A1\n'.encode(), (("007", "79123456789"), ("08", "=A1"))
    ),
    "the end of a file of DOS": Read((TWO + "\x1a").encode()),
    "the end of a file of DOS right behind the last cell": Read(
        (TWO.strip() + "\x1a").encode("cp866"), encoding="cp866"
    ),
    "two marks of the beginning": Read("\ufeff".encode() + TWO.encode("utf-8-sig")),
    "all three line breaks": Read(
        "Имя;Телефон\nАнна;79123456789\r\nБорис;79123456790\rВера;79123456791\n".encode(),
        (ANNA, BORIS, ("Вера", "79123456791")),
    ),
    "lines within a title": Read('"Имя\nклиента";Телефон\nАнна;79123456789\n'.encode(), (ANNA,)),
    "an ID and a phone, as a sheet of links begins": Read(b"ID;Phone\n1;79123456789\n", (("1", "79123456789"),)),
    "one column of names with commas": Read(
        '"Иванов, Иван"\n"Петров, Пётр"\n'.encode(), (("Иванов, Иван",), ("Петров, Пётр",)), "utf-8", ",", None
    ),
    "values of a list": Read(b"Values (RUB);Phone\n5;79123456789\n", (("5", "79123456789"),)),
    "a remark above the titles": Read(("# выгрузка\n" + TWO).encode(), header=2),
    "sep in capitals": Read(b"SEP=;\r\n" + TWO.encode()),
    "semicolons in a table with tabs": Read(
        "Имя\tТелефон\nАнна; мама\t79123456789\n".encode(), (("Анна; мама", "79123456789"),), delimiter="\t"
    ),
    "digits of full width": Read((TITLES + "Анна;７９１２\n").encode(), (("Анна", "７９１２"),)),
    "hard blanks in titles": Read("Имя\xa0;Телефон\xa0\nАнна;79123456789\n".encode(), (ANNA,)),
    "a mark of the beginning in the middle": Read(
        (TITLES + "\ufeffАнна;79123456789\n").encode(), (("\ufeffАнна", "79123456789"),)
    ),
    "NUL in a cell": Read((TITLES + "Ан\0на;79123456789\n").encode(), (("Ан\0на", "79123456789"),)),
    "separators of Unicode are letters": Read(
        (TITLES + "Ан\u2028на\x85\x0b;79123456789\n").encode(), (("Ан\u2028на\x85\x0b", "79123456789"),)
    ),
    "emoji": Read(
        (TITLES + "👩‍👩‍👧 Анна;79123456789\n").encode("utf-16"), (("👩‍👩‍👧 Анна", "79123456789"),), "utf-16-le"
    ),
    "a cell far below the table": Read((TWO + "\n" * 60 + "x;\n").encode()),
    "people far below the table": Read(
        (TWO + "\n" * 60 + "Вера;79123456791\n").encode(), (ANNA, BORIS, ("Вера", "79123456791"))
    ),
    "a table that begins far down": Read(("\n" * 60 + TWO).encode(), header=61),
}


@pytest.mark.parametrize("name", READ)
def test_files_are_read(name: str, tmp_path: Path) -> None:
    data, people, encoding, delimiter, header = READ[name]
    file = tmp_path / "людишки.xls"  # what it is called says nothing
    file.write_bytes(data)
    source = look(file).source
    assert (source.encoding, source.delimiter, source.header_row) == (encoding, delimiter, header)
    assert tuple(row.cells for row in read(file, source)) == people


REFUSED = {
    "empty": (b"", "empty"),
    "blanks": (b"\n \n;;;\n", "empty"),
    **{
        f"{coding}, of which no codec is in the package": (text.encode(coding), "other_letters")
        for text, codings in EAST_ASIAN.items()
        for coding in codings
    },
    "blanks behind quotes": ('"Имя" ;"Телефон"\n"Анна" ;"79123456789"\n'.encode(), "bad_quotes 1"),
    "lines in quotes": ('"Имя;Телефон"\n"Анна;79123456789"\n"Борис;79123456790"\n'.encode(), "lines_in_quotes"),
    "lines in quotes with quotes in them": (
        '"Имя,""Телефон"""\n"Анна,""79123456789"""\n'.encode(),
        "lines_in_quotes",
    ),
    "commands of a database": (
        "-- выгрузка\nINSERT INTO users (name, phone) VALUES\n('Анна', '79123456789');\n".encode(),
        "other_kind sql",
    ),
    "values of commands": ("('Анна', '79123456789'),\n('Борис', NULL);\n".encode(), "other_kind sql"),
    "a dump of a database": (b"-- MySQL dump 10.13\n--\n-- Host: localhost\n" + b"-- \n" * 2_000, "other_kind sql"),
    "a dump of Postgres": (b"SET client_encoding = 'UTF8';\n\nCOPY users (phone) FROM stdin;\n79\n", "other_kind sql"),
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(70_000) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        "other_kind encrypted",
    ),
    "a link of sheets": (b'ID;PWXL;N;E\nP;PGeneral\nC;Y1;X1;K"phone"\nE\n', "other_kind sylk"),
    "data interchange": (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,1\r\n""\r\n', "other_kind dif"),
    "utf-7": (TWO.encode("utf-7"), "no_text"),
    "a quote that never closes": ((TITLES + 'Анна;79123456789\n"Борис;79123456790\n' + TWO).encode(), "quote_open 3"),
    "a quote that closes rows later": (
        (TITLES + '"Анна;79123456789\n' + TWO * 20 + '"Вера";79123456791\n').encode(),
        "quote_open 2",
    ),
    "a quote that opens in the last row": ((TWO + '"Вера;79123456791').encode(), "quote_open 4"),
    "Excel 97": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "other_kind xls"),
    "a web page": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "other_kind html"),
    "a web page with a mark, in utf-16": ("<!DOCTYPE html><table>".encode("utf-16"), "other_kind html"),
    "a table in XML": (b'\n<?xml version="1.0"?><Workbook></Workbook>', "other_kind xml"),
    "a PDF": (b"%PDF-1.7\n1;2\n", "other_kind pdf"),
    "JSON": (b'[{"phone": "79123456789"}]', "other_kind json"),
    "an address book": (b"BEGIN:VCARD\r\nTEL:+79123456789\r\nEND:VCARD\r\n", "other_kind vcard"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "other_kind picture"),
    "bytes": (bytes(range(256)) * 40, "no_text"),
    "utf-32": (TWO.encode("utf-32"), "no_text"),
    "half a character at the end of utf-16": (TWO.encode("utf-16") + b"\x41", "cut_off"),
    "a mark and nothing else": (b"\xef\xbb\xbf", "empty"),
    "sep and nothing else": (b"sep=;", "empty"),
    "zeros behind the last line": (TWO.encode() + bytes(100), "no_text"),
    "a line break of one byte in utf-16": (TWO.encode("utf-16") + b"\n", "cut_off"),
    "a web page behind blanks": (b"  \n<table><tr><td>1</td></tr></table>", "other_kind html"),
    "a web page behind comments": (b"<!-- a -->\n<!---->" * 40 + b"<table>", "other_kind html"),
    "comments before no web page": (b"<!-- a -->" * 40 + b'\n"79123456789', "quote_open 2"),
    "a line without an end": (b"79123456789;" * 300_000, "line_too_long 1"),
    "too many columns": (b";".join([b"a"] * 1_001) + b"\n1\n", "too_many_columns"),
    "titles that are one": (
        "Номер телефона;номер_телефона\n1;79123456789\n".encode(),
        "same_titles Номер телефона номер_телефона",
    ),
    "titles that differ in yo": ("Счёт;СЧЕТ;Телефон\n1;2;79123456789\n".encode(), "same_titles Счёт СЧЕТ"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_files_are_refused_in_a_code(name: str, tmp_path: Path) -> None:
    data, code = REFUSED[name]
    file = tmp_path / "people.csv"
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError) as caught:
        list(read(file, look(file).source))
    error = caught.value
    asked = [str(error.params[each]) for each in ("row", "kind", "first", "second") if each in error.params]
    assert " ".join([error.code, *asked]) == code


BAD_ROWS = {
    "more cells than titles": ("Анна;79123456789;x", "too_many_cells"),
    "a quote that closes within a cell": ('"Анна" Петровна;79123456789', "bad_quote"),
    "half a surrogate": ("Анна\udced\udca0\udc80;79123456789", "bad_characters"),
    "a slash in two bytes": ("Анна\udcc0\udcaf;79123456789", "bad_characters"),
    "quotes escaped by a backslash": (r'"Ан\"на";79123456789', "bad_quote"),
    "bytes that are no text": ("Анна\udc98;79123456789", "bad_characters"),
    "a long cell": ("x" * 140_000 + ";79123456789", ""),
    "a long cell in quotes": ('"' + "x" * 140_000 + '";79123456789', "bad_quote"),
}


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_bad_row_is_named_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    text, bad = BAD_ROWS[name]
    file = tmp_path / "people.csv"
    file.write_bytes((TWO + text + "\n" + "Вера;79123456791\n").encode("utf-8", "surrogateescape"))
    rows = list(read(file, look(file).source))
    assert [(row.number, row.bad) for row in rows] == [(2, ""), (3, ""), (4, bad), (5, "")]
    assert all(len(row.cells) == 2 for row in rows)


NAMES = {
    "cp1250": "Łukasz Święch",
    "cp1253": "Γιώργος",
    "cp1254": "Gülşah Işık",
    "cp1255": "דניאל",
    "cp1256": "محمد",
    "cp1257": "Žydrūnas",
    "koi8-u": "Їжакевич Ґалаґан",
    "mac-roman": "Zoë Brûlé",
}


@pytest.mark.parametrize("encoding", NAMES)
def test_an_encoding_that_nobody_can_guess_is_chosen(encoding: str, tmp_path: Path) -> None:
    assert encoding in ENCODINGS
    file = tmp_path / "people.csv"
    file.write_bytes(f"Name;Phone\n{NAMES[encoding]};79123456789\n".encode(encoding))
    seen = look(file)
    chosen = dataclasses.replace(seen.source, encoding=encoding)
    assert [row.cells for row in read(file, chosen)] == [(NAMES[encoding], "79123456789")]


def test_pasted_commands_of_a_database_are_refused() -> None:
    for text in ("VALUES ('Анна', '79123456789')", "insert into users values (1, '79123456789');"):
        with pytest.raises(UnreadableFileError) as caught:
            look(text)
        assert (caught.value.code, caught.value.params) == ("other_kind", {"kind": "sql"})


@pytest.mark.parametrize(
    ("name", "row"),
    [("????", 2), ("?? ????", 2), ("Анна\ufffd", 2), ("Кто?", None), ("?", None)],
)
def test_letters_that_a_program_lost_are_told_of(name: str, row: int | None, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(f"Имя;Телефон\n{name};79123456789\n", "utf-8")
    assert [each.params["row"] for each in look(file).notices if each.code == "lost_letters"] == [row] * (
        row is not None
    )
