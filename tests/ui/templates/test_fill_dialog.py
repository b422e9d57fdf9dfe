"""The dialog that asks for values, by itself: what it offers, what it says of those left, and what it hands on."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import Variable, VariableNotes
from scoro_desktop.ui.templates.fill_dialog import FillDialog

SMS = Request.from_wire(Channel.SMS, {"msg": {"text": "Hi {{name|friend}}, {{shop}} is open"}})
QUERY: Any = {"city": "{{shop}}"}
NOTES = VariableNotes((Variable("shop", "Omsk", "The town"),), frozenset({"name", "shop"}))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[FillDialog]:
    made = FillDialog(SMS, QUERY, NOTES, later=True)
    made.show()
    yield made
    if isValid(made):  # it goes once it was closed
        made.close()


def test_it_offers_what_is_known_and_what_stands_behind_the_bar(dialog: FillDialog) -> None:
    assert [(each.name, each.edit.text()) for each in dialog.fields] == [("name", "friend"), ("shop", "Omsk")]
    assert dialog.field("name").keep.isChecked()
    assert not dialog.field("name").edit.isEnabled()
    assert dialog.field("shop").keep.isHidden()  # it stands in the query, which no app on a device reads
    assert "The town" in dialog.field("shop").edit.accessibleDescription()


def test_a_value_that_is_left_is_said_and_what_is_filled_in_is_shown(dialog: FillDialog) -> None:
    edit = dialog.field("shop").edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert dialog._state.isVisible()
    assert "Left empty: {{shop}}" in dialog._state.text()
    QTest.keyClicks(edit, "Tver")
    assert not dialog._state.isVisible()
    assert "Tver is open" in dialog.card.text()


def test_it_hands_on_the_values_and_what_is_sent_as_it_stands(dialog: FillDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.filled) as filled:
        dialog.fill.click()
    values, notes = filled.args or [None, None]
    assert values == {"shop": "Omsk"}
    assert notes == VariableNotes(NOTES.known, frozenset({"name"}))


def test_whoever_leaves_it_for_later_fills_in_nothing(dialog: FillDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.filled) as filled:
        dialog.later.click()
    values, notes = filled.args or [None, None]
    assert (values, notes.as_they_stand) == ({}, frozenset({"name"}))
