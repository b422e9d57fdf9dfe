"""Days stand in the order of the chosen language, whatever of them is said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale

from scoro_desktop.ui.words.day_words import long_day, short_day

DAY = QDate(2026, 12, 2)


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "short", "whole", "long"),
    [
        ("en_US", "Dec 2", "Wed, Dec 2, 2026", "December 2, 2026"),
        ("en_GB", "2 Dec", "Wed 2 Dec 2026", "2 December 2026"),
        ("ru_RU", "2 дек.", "ср 2 дек. 2026", "2 декабря 2026"),
    ],
)
def test_the_month_stands_where_the_language_has_it(name: str, short: str, whole: str, long: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert short_day(DAY) == short
    assert short_day(DAY, weekday=True, year=True) == whole
    assert long_day(DAY, year=True) == long
    assert long_day(DAY) == long.replace("2026", "").strip(" ,")
