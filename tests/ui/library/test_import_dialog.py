"""Tests of what a file brings to the library: the dialog stands at once, and its rows come after it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.arrivals import Arrival, Way
from scoro_desktop.storage.audiences import NamedQuery
from scoro_desktop.ui.library.audience_kind import AudienceKind
from scoro_desktop.ui.library.import_dialog import BLOCK, ROWS, LibraryImport

QUERY = '{"deviceType": "android"}'


def audience(number: int) -> NamedQuery:
    return NamedQuery("devices", f"Audience {number}", QUERY)


def taken(number: int, *, replaces: bool = True) -> Arrival[Any]:
    return Arrival(audience(number), there_id=number, there=NamedQuery("devices", "Other", QUERY), replaces=replaces)


@pytest.fixture
def opened(qtbot: QtBot) -> Any:
    def opened(arrived: list[Arrival[Any]]) -> LibraryImport:
        dialog = LibraryImport(AudienceKind("devices"), arrived, [])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def names_in_sight(dialog: LibraryImport) -> list[str]:
    return [arrival.entry.name for arrival, box in dialog._rows if box.isVisible()]


def test_the_rows_come_in_their_order_while_the_dialog_stands(qtbot: QtBot, opened: Any) -> None:
    dialog = opened([Arrival(audience(number)) for number in range(3 * BLOCK + 2)])
    assert dialog.isVisible()
    assert names_in_sight(dialog) == []
    qtbot.waitUntil(lambda: len(names_in_sight(dialog)) == 3 * BLOCK + 2)
    tops = [box.mapTo(dialog, box.rect().topLeft()).y() for _, box in dialog.rows]
    assert tops == sorted(tops)
    assert len({(box.mapTo(dialog, box.rect().topLeft()).x(), box.width()) for _, box in dialog.rows}) == 1


def test_the_keyboard_goes_through_the_rows_before_the_buttons(qtbot: QtBot, opened: Any) -> None:
    dialog = opened([taken(number) for number in range(BLOCK + 1)])
    expected: list[QWidget] = [*(box for _, box in dialog.rows), dialog.all, dialog.take_in, dialog.cancel]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.rows[0][1].setFocus()
    gone = []
    for _ in expected:
        gone.append(dialog.focusWidget())
        dialog.focusNextChild()
    assert gone == expected


def test_the_keyboard_begins_on_the_first_row(qtbot: QtBot, opened: Any) -> None:
    dialog = opened([Arrival(audience(0)), taken(1), taken(2)])
    qtbot.waitUntil(lambda: len(names_in_sight(dialog)) == 3)
    assert dialog.focusWidget() is dialog.rows[0][1]


def test_what_is_chosen_for_all_holds_for_rows_that_come_later(opened: Any) -> None:
    arrived = [Arrival(audience(0)), *(taken(number) for number in range(1, 20)), taken(20, replaces=False)]
    dialog = opened(arrived)
    dialog.all.setCurrentIndex(dialog.all.findData(Way.REPLACE))
    dialog.all.activated.emit(dialog.all.currentIndex())
    before = [way for _, way in dialog.ways()]
    assert before[:20] == [Way.ADD, *[Way.REPLACE] * 19]
    assert before[20] in arrived[20].ways()
    assert [box.currentData() for _, box in dialog.rows] == before
    assert [way for _, way in dialog.ways()] == before


def test_import_before_the_rows_are_there_takes_everything_in(qtbot: QtBot, opened: Any) -> None:
    dialog = opened([Arrival(audience(number)) for number in range(ROWS + 5)])
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.take_in.click()
    assert [way for _, way in told.args[0]] == [Way.ADD] * (ROWS + 5)
    assert [arrival.entry.name for arrival, _ in told.args[0]] == [f"Audience {number}" for number in range(ROWS + 5)]


def test_so_many_have_a_row_and_the_others_a_line(qtbot: QtBot, opened: Any) -> None:
    dialog = opened([taken(number) for number in range(ROWS + 5)])
    assert len(dialog.rows) == ROWS
    assert "and 5 more" in " ".join(each.text() for each in dialog._page.findChildren(type(dialog._summary)))
