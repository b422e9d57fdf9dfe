"""Cells of the sample: words of ours, in both languages, for every kind of value."""

import json
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.bson_values import Kind, ObjectId, Special
from scoro_desktop.ui.audience.sample_words import shown
from scoro_desktop.ui.runtime.language import Language

DATE = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
CELLS = [
    (Special(Kind.UUID, "00112233-4455-6677-8899-aabbccddeeff"), "00112233-4455-6677-8899-aabbccddeeff", None),
    (Special(Kind.PATTERN, "/^a/i"), "/^a/i", None),
    (Special(Kind.DECIMAL, "1.50"), "1.50", None),
    (Special(Kind.CODE, "f()"), "f()", None),
    (Special(Kind.BINARY, "00", 1), "1 byte: 00", "1 байт: 00"),
    (Special(Kind.BINARY, "00 01 ff", 3), "3 bytes: 00 01 ff", "3 байта: 00 01 ff"),
    (Special(Kind.BINARY, "ab cd", 1_200), "1,200 bytes: ab cd …", "1\u00a0200 байт: ab cd …"),
    (Special(Kind.BINARY), "No bytes", "0 байт"),
    (
        Special(Kind.FAR_DATE, str(2**60)),
        f"A date outside the calendar: {2**60} ms from 1970",
        f"Дата вне календаря: {2**60} мс от 1970 года",
    ),
    (Special(Kind.POINTER, "a b 5a00"), "5a00 in a b", "5a00 в коллекции a b"),
    (Special(Kind.LEAST), "Less than every value", "Меньше любого значения"),
    (Special(Kind.GREATEST), "Greater than every value", "Больше любого значения"),
    (Special(Kind.UNDEFINED), "Undefined", "Не определено"),
    (Special(Kind.DEEP), "Nested too deeply to be shown", "Слишком глубокая вложенность, не показано"),
    (ObjectId("5a0000000000000000000001"), "5a0000000000000000000001", None),
]


@pytest.mark.parametrize(("value", "english", "russian"), CELLS, ids=lambda value: str(value)[:30])
def test_every_kind_in_both_languages(
    qtbot: QtBot, qapp: QApplication, value: object, english: str, russian: str | None
) -> None:
    language = Language(qapp)
    for name, expected in (("en", english), ("ru", russian or english)):
        language.speak(name)
        try:
            assert shown(value) == expected
            assert json.loads(shown({"a": [value]})) == {"a": [expected]}
        finally:
            language.forget()


def test_every_kind_has_words(qtbot: QtBot) -> None:
    told = {value.kind for value, _, _ in CELLS if isinstance(value, Special)} | {Kind.TIMESTAMP}
    assert told == set(Kind)


def test_a_timestamp_is_a_date_and_a_number(qtbot: QtBot) -> None:
    seconds = int(DATE.timestamp())
    assert shown(Special(Kind.TIMESTAMP, f"{seconds} 7")) == f"{shown(DATE)}, number 7 in its second"


def test_dates_within_objects_are_on_the_same_clock(qtbot: QtBot) -> None:
    assert json.loads(shown({"a": DATE})) == {"a": shown(DATE)}
