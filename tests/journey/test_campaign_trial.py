"""A row of a campaign's list, filled in, goes to whoever gets trials, and to nobody of the list."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_filter import HistoryFilter
from scoro_desktop.storage.history_rows import SendLine
from scoro_desktop.ui.audience.person_finder import PersonFinder
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.trials_dialog import TrialsDialog
from tests.journey.campaigns import NAMES, WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.stored import stored


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def answered(person: Campaigner, app: Application) -> list[SendLine]:
    """The sends of the history once each has its answer, which comes after the message has arrived."""

    def lines() -> list[SendLine]:
        person.settle()
        return stored(app).history.page(HistoryFilter(), 0, 5)

    person.qtbot.waitUntil(lambda: all(each.outcome is not Outcome.SENDING for each in lines()), timeout=WAIT_MS)
    return lines()


def test_what_a_row_gets_is_tried_first(start: Start, person: Campaigner, tmp_path: Path, qtbot: QtBot) -> None:
    app = start()
    window = app.window
    view = person.begin(window, "{{Имя|Друг}}, ваша скидка {{скидка}} %")
    person.take_list(view, out_of_excel(tmp_path / "клиенты.csv", 20))
    person.check(view)
    preview = view.check.preview
    person.click(preview.trial)
    finder = shown(window, PersonFinder)  # nobody gets trials yet: who does is asked
    finder.close()
    tester = WITH_PHONE[40]
    stored(app)
    app.storage.writer.wait_for(
        lambda stores: stores.audiences.add_for_tests("users", "Me", '{"_id": "%s"}' % tester["_id"])  # noqa: UP031
    )
    person.click(preview.after)
    person.click(preview.trial)
    qtbot.waitUntil(lambda: window.findChild(ConfirmDialog) is not None, timeout=WAIT_MS)
    dialog = shown(window, ConfirmDialog)
    assert dialog.windowTitle() == "Send this trial?"
    qtbot.waitUntil(lambda: dialog.count is not None, timeout=WAIT_MS)
    person.settle()
    assert dialog.count == 1
    person.confirm(window, dialog)
    qtbot.waitUntil(lambda: reached(app) != {}, timeout=WAIT_MS)
    (line,) = answered(person, app)
    row = stored(app).history.get(line.id)
    assert row is not None
    assert (row.is_test, row.outcome, row.count) == (True, Outcome.SENT, 1)
    kept = "{{Имя|Друг}}, ваша скидка {{скидка}} %"  # what is known of people stands with their campaign alone
    assert (row.summary, row.request["msg"]) == (kept, {"text": kept})
    assert [each.id for each in stored(app).history.page(HistoryFilter(text="Борис"), 0, 5)] == []
    assert isinstance(app.sandbox, Sandbox)
    assert reached(app) == {tester["_id"]: 1}
    assert app.sandbox.last_texts("sms") == {tester["_id"]: "Борис, ваша скидка 11 %"}


def test_three_samples_go_with_one_press_and_one_question(
    start: Start, person: Campaigner, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start()
    window = app.window
    tester = WITH_PHONE[40]
    app.storage.writer.wait_for(
        lambda stores: stores.audiences.add_for_tests("users", "Me", '{"_id": "%s"}' % tester["_id"])  # noqa: UP031
    )
    view = person.begin(window, "{{Имя|Друг}}, ваша скидка {{скидка}} %")
    person.take_list(view, out_of_excel(tmp_path / "клиенты.csv", 20))
    person.check(view)
    person.click(view.check.preview.trials)
    qtbot.waitUntil(lambda: window.findChild(TrialsDialog) is not None, timeout=WAIT_MS)
    dialog = shown(window, TrialsDialog)
    assert dialog.windowTitle() == "Send 3 trials?"
    qtbot.waitUntil(lambda: dialog.count is not None, timeout=WAIT_MS)
    person.settle()
    said = [label.text() for label in dialog.listed.findChildren(QLabel) if label.isVisible()]
    assert said[0] == "The same recipients get these as well, one after the other:"
    assert said[1] == "Typical, row 12: Анна, ваша скидка 11 %"
    assert said[2].startswith("1 part × 1 recipient × ₽2.50 = ₽2.50")
    assert said[3] == "Longest, row 3: Борис, ваша скидка 11 %"
    person.confirm(window, dialog)
    qtbot.waitUntil(lambda: reached(app) == {tester["_id"]: 3}, timeout=WAIT_MS)
    rows = [stored(app).history.get(line.id) for line in answered(person, app)]
    assert [(row.is_test, row.outcome, row.count) for row in rows if row] == [(True, Outcome.SENT, 1)] * 3
    assert [row.summary for row in rows if row] == ["{{Имя|Друг}}, ваша скидка {{скидка}} %"] * 3
    assert not any(name in str(row.request) for row in rows if row for name in NAMES)
    assert app.sandbox is not None
    assert app.sandbox.last_texts("sms") == {tester["_id"]: "Борис, ваша скидка 11 %"}
    view.check.table.clearSelection()
    view.check.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
    for at in (0, 1):
        view.check.table.selectRow(at)
    person.click(view.check.preview.trials)
    qtbot.waitUntil(lambda: window.findChild(TrialsDialog) is not None, timeout=WAIT_MS)
    chosen = shown(window, TrialsDialog)
    assert chosen.windowTitle() == "Send 2 trials?"
    chosen.reject()
