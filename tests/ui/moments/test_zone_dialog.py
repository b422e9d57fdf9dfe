import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.moments.zone_dialog import Zone, ZoneDialog, all_zones, found
from scoro_desktop.ui.moments.zone_words import OFFSETS, RUSSIAN, offset_words


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("moscow", "Europe/Moscow"),
        ("New york", "America/New_York"),
        ("москва", "Europe/Moscow"),
        ("Петербург", "Europe/Moscow"),
        ("Кишинёв", "Europe/Chisinau"),
        ("+05:30", 19800),
        ("utc-9", None),
        ("UTC-09:30", -34200),
    ],
)
def test_a_zone_is_found_by_its_city_or_its_offset(text: str, zone: Zone | None) -> None:
    assert (zone in found(text)) if zone is not None else found(text) == []


def test_every_zone_that_has_russian_words_is_one_of_this_system_or_an_older_name() -> None:
    known = set(all_zones())
    assert {name for name in RUSSIAN if name not in known} <= {"Europe/Kyiv", "Europe/Kiev"}
    assert 0 not in OFFSETS
    assert [offset_words(each) for each in (0, 19800, -34200)] == ["UTC", "UTC+05:30", "UTC-09:30"]


def test_the_arrow_keys_go_through_the_list_while_one_types(qtbot: QtBot) -> None:
    dialog = ZoneDialog()
    dialog.show()
    QTest.keyClicks(dialog.search, "america/argentina")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    marked = dialog.list.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert marked == found("america/argentina")[1]
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen.args == [marked]


def test_nothing_found_is_nothing_to_choose(qtbot: QtBot) -> None:
    dialog = ZoneDialog()
    dialog.show()
    QTest.keyClicks(dialog.search, "atlantis")
    assert not dialog.take.isEnabled()
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.accept()
    assert dialog.isVisible()
    dialog.close()


def test_it_says_so_where_no_zone_is_found(qtbot: QtBot) -> None:
    dialog = ZoneDialog()
    qtbot.addWidget(dialog)

    def said() -> list[str]:
        return [label.text() for label in dialog.list.findChildren(QLabel) if label.isVisibleTo(dialog)]

    assert said() == []
    dialog.search.setText("qqq")
    assert said() == ["No city, region or offset has this name."]
    dialog.search.setText("Lisbon")
    assert said() == []
