"""The small library of Unicode's data: what people see of order and case is what the whole one gives."""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import icu
import pytest

WORDS = (
    "Äpfel Apfel apfel Zebra zebra Ärger Arzt Öl Ofen Straße Strasse straßen ß ss ı i I İ ışık Işık ilk İlk çok cok "
    "ёж еж Ёлка елка ель яблоко Яблоко Юла йод иод Щука шука ы э ъ ь абв Абв АБВ résumé resume Resume coté côte côté "
    "cote ångström Zürich Ørsted Łódź lodz llama lugo ñandú nandu chata cena 10 9 file10 file9 naïve naive ﬁn fin א ب ไ"
)
LOCALES = (
    "en ru ru_UA tr tr_TR de de_DE de_AT uk be kk fr fr_CA es sv da nb fi pl cs sk lt lv et hu ro vi el he ar th C"
)
ASK = """
import json, sys
from PySide6.QtCore import QCollator, QDate, QDateTime, QLocale, QStringDecoder, QStringEncoder, Qt, QTime, QTimeZone
words, locales = (line.split() for line in json.loads(sys.stdin.read()))
said = {}
for name in locales:
    locale = QLocale(name)
    found = [[locale.toUpper(word) for word in words], [locale.toLower(word) for word in words]]
    for sensitive, numeric, marks in ((1, 0, 0), (0, 0, 0), (1, 1, 0), (1, 0, 1)):
        order = QCollator(locale)
        order.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive if sensitive else Qt.CaseSensitivity.CaseInsensitive)
        order.setNumericMode(bool(numeric))
        order.setIgnorePunctuation(bool(marks))
        found.append([word for _, word in sorted((order.sortKey(word), word) for word in words)])
        found.append([order.compare(one, other) for one in words[::5] for other in words[::7]])
    said[name] = found
for code in ("windows-1251", "windows-1252", "KOI8-R", "IBM866", "ISO-8859-5"):
    said[code] = [QStringDecoder(code).isValid(), QStringEncoder(code).isValid()]
for name in ("en", "en_GB", "ru", "ru_RU", "ru_UA", "de", "uk", "tr"):
    for zone in ("Europe/Moscow", "Asia/Yekaterinburg", "America/New_York", "UTC", "Asia/Kolkata", "Asia/Tokyo"):
        for month in (1, 7):
            when = QDateTime(QDate(2026, month, 1), QTime(12, 0), QTimeZone(zone.encode()))
            locale, kind = QLocale(name), QLocale.FormatType.LongFormat
            names = [when.timeZone().displayName(when, each, locale) for each in QTimeZone.NameType]
            said[f"{name} {zone} {month}"] = [locale.toString(when, kind), when.timeZoneAbbreviation(), *names]
used = [line.strip().split(None, 5)[-1] for line in open("/proc/self/maps") if "libicudata" in line]
print(json.dumps([said, sorted(set(used))]))
"""

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings ICU for Linux alone"),
    pytest.mark.skipif(not (shutil.which("as") and shutil.which("ld")), reason="as, ld and nm are those of binutils"),
]


def whole() -> Path:
    import PySide6

    return next(
        path for path in (Path(PySide6.__file__).parent / "Qt" / "lib").iterdir() if icu.LIBRARY.search(path.name)
    )


def ask(preload: str = "") -> tuple[dict[str, object], list[str]]:
    """Asks Qt about order, case and codes with one library of data or the other."""
    environment = {**os.environ, "LD_PRELOAD": preload}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        input=json.dumps([WORDS, LOCALES]),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, used = json.loads(done.stdout)
    return said, used


def test_qt_asks_for_nothing_else() -> None:
    """A newer one that has ICU write out numbers or break lines would need data that are left out."""
    called: set[str] = set()
    for library in whole().parent.iterdir():
        if library.name.startswith("libQt6"):
            said = subprocess.run(["nm", "-D", "--undefined-only", library], capture_output=True, text=True, check=True)
            called |= set(re.findall(r"\b(u[a-z]*_\w+?)_\d+$", said.stdout, re.MULTILINE))
    asked = {name for name in called if not name.startswith(("ucol_", "ucnv_"))}
    zones = {"ucal_open", "ucal_close", "ucal_getCanonicalTimeZoneID", "ucal_getTimeZoneDisplayName"}
    assert asked == {"u_strToLower", "u_strToUpper", *zones}


def test_order_case_zones_and_codes_are_those_of_the_whole(tmp_path: Path) -> None:
    small = icu.make(whole(), tmp_path)
    assert small.stat().st_size < 4_000_000 < 30_000_000 < whole().stat().st_size
    before, used = ask()
    assert used == [str(whole())]
    after, used = ask(str(small))
    assert used == [str(small)]
    assert after == before


def test_the_same_library_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    one, other = icu.make(whole(), tmp_path / "a"), icu.make(whole(), tmp_path / "b")
    assert one.read_bytes() == other.read_bytes()
    assert icu.symbol(one)[0] == icu.symbol(whole())[0]


def test_with_all_of_its_items_the_data_come_out_as_they_were() -> None:
    _, data = icu.symbol(whole())
    header, items = icu.items(data)
    assert icu.common_data(header, items) == data


def test_every_kept_name_is_there() -> None:
    """A newer ICU that calls something else would lose it without a word."""
    _, items = icu.items(icu.symbol(whole())[1])
    names = [name.partition("/")[2] for name in items]
    assert [pattern for pattern in icu.KEPT if not any(fnmatch.fnmatchcase(name, pattern) for name in names)] == []
    assert set(icu.LEFT_OUT) <= set(names)


def test_without_binutils_the_whole_stays_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert icu.make(whole(), tmp_path / "out") == whole()
    assert "stays whole: binutils (as, ld) is not installed" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "content", [b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01" + bytes(100), b"\x7fELF\x02\x01" + bytes(100)]
)
def test_what_is_no_such_library_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "libicudata.so.73"
    file.write_bytes(content)
    with pytest.raises(icu.NotIcuDataError):
        icu.symbol(file)


@pytest.mark.parametrize("content", [bytes(40), b"\x20\x00\xda\x27" + bytes(40)])
def test_what_is_no_common_data_is_refused(content: bytes) -> None:
    with pytest.raises(icu.NotIcuDataError):
        icu.items(content)
