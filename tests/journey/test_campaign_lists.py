"""Tests of what a list itself says of its rows: hidden ones, and people who do not want messages."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox import sample
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from tests.journey.campaigns import WITH_PHONE, Campaigner
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.sight import sums_in
from tests.recipients.workbook import table, workbook


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def choose(box: ElidingComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_hidden_rows_and_those_who_unsubscribed_are_left_out(
    start: Start, person: Campaigner, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [("Телефон", "Отписан")]
    rows += [(each["phone"], "да" if number in {1, 2} else "") for number, each in enumerate(WITH_PHONE[:6])]
    path = tmp_path / "people.xlsx"
    path.write_bytes(workbook(table(*rows, attributes={6: ' hidden="1"', 7: ' hidden="1"'})))
    app = start()
    view = person.begin(app.window, "Hi")
    person.take_list(view, path)
    step = view.recipients
    assert "2 rows are hidden in the spreadsheet, and left out." in step.notes.text()
    assert not step.source.hidden.isChecked()
    assert step.rows.rowCount() == 4  # those that are left out do not stand there as blank lines
    assert "Отписан" not in step.notes.text()  # it is said where something can be done about it
    assert "“Отписан” may say who does not want messages." in step.refusals.values.accessibleName()
    offered = [step.refusals.values.itemText(at) for at in range(step.refusals.values.count())]
    assert offered == ["(leave none out for it)", "anything at all", "“да”"]
    person.click(step.source.hidden)
    qtbot.waitUntil(lambda: "They are taken like all others." in step.notes.text(), timeout=WAIT_MS)
    qtbot.waitUntil(step.check.isEnabled, timeout=WAIT_MS)
    person.click(step.source.hidden)
    qtbot.waitUntil(lambda: "and left out." in step.notes.text(), timeout=WAIT_MS)
    qtbot.waitUntil(step.check.isEnabled, timeout=WAIT_MS)
    choose(step.refusals.values, "“да”")
    person.check(view)
    texts = sums_in(view.check.sums)
    assert texts[:2] == ["Rows in the list 4", "Get the message 2"]
    assert sum(text.endswith(" 2") for text in texts[2:]) == 1


def test_any_field_of_people_is_a_key_and_doubles_tell_what_differs(
    start: Start, person: Campaigner, tmp_path: Path, qtbot: QtBot
) -> None:
    """A list without a phone in it is joined by a field of the application's own, which one of its titles names."""
    many = Counter(each["address"]["postcode"] for each in sample.world().users if "address" in each)
    codes = [each["address"]["postcode"] for each in WITH_PHONE if many[each["address"]["postcode"]] == 1][:3]
    lines = ["Address postcode;Код", *(f"{code};K{at}" for at, code in enumerate(codes)), f"{codes[0]};B2"]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), "utf-8")
    view = person.begin(start().window, "Code {{Код}}")
    person.take_list(view, path)
    key = view.recipients.key
    assert (key.column.currentText(), key.kind.currentText()) == ("Address postcode", "field address.postcode")
    kinds = {key.kind.itemData(row) for row in range(key.kind.count())}
    assert {"phone", "email", "_id", "username", "firstName", "bonusPoints"} < kinds
    assert not {"password", "tags", "address", "birthday", "pushConsent"} & kinds
    assert not key.country.isVisible()
    person.check(view)
    assert sums_in(view.check.sums) == ["Rows in the list 4", "Get the message 3", "Same person again 1"]
    view.check.sums.choose(PersonState.LEFT_OUT, "same_person")
    rows = view.check.table.model()
    qtbot.waitUntil(lambda: rows.index(0, 1).data() is not None, timeout=WAIT_MS)
    assert rows.index(0, 1).data() == "Same person as row 2, with different Код"
    assert "exclude row 2 and include this one" in rows.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
