"""What a list itself says of its rows: hidden ones, and people who do not want messages."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from tests.journey.campaigns import WITH_PHONE, Campaigner
from tests.journey.conftest import WAIT_MS, Start
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
    texts = view.check.sums.texts()
    assert texts[:2] == ["Rows in the list 4", "Get the message 2"]
    assert sum(text.endswith(" 2") for text in texts[2:]) == 1
