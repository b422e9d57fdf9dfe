"""A list out of Excel becomes personal SMS: by mouse and keyboard, reading nothing but the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RUNNING
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.sight import spoken_on, sums_in

MOST_CLICKS = 12


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    application = start()
    application.window.commands["view.history"].setChecked(False)
    return application


def test_a_list_out_of_excel_becomes_312_sms(app: Application, person: Campaigner, tmp_path: Path) -> None:
    window = app.window
    view = person.begin(window, "{{Имя|Друг}}, ваша скидка {{скидка}} %")
    person.take_list(view, out_of_excel(tmp_path / "клиенты.csv", 312))
    boxes = view.recipients.source
    assert boxes.encoding.currentText() == "Windows-1251"
    assert boxes.delimiter.currentText() == "semicolon (;)"
    assert boxes.header.currentText() == "row 1"
    assert view.recipients.key.column.currentText() == "Телефон"
    assert view.recipients.key.country.currentText() == "Russia (+7)"
    assert view.recipients.fields.text().splitlines() == [
        "{{Имя|Друг}} Имя “Друг” where the cell is empty",
        "{{скидка}} Скидка Rows without a value are left out: it has no fallback.",
    ]
    person.check(view)
    assert sums_in(view.check.sums) == ["Rows in the list 313", "Get the message 312", "Same person again 1"]
    assert view.check.start.text() == "Start: 312 SMS"
    assert not view.check.start.isEnabled()
    person.start(view, 312)
    person.wait_for_end(view)
    assert (view.running.count.text(), view.running.of_all.text()) == ("312", "SMS sent")
    assert view._state.text() == "Finished"
    assert person.clicks < MOST_CLICKS
    assert reached(app) == {each["_id"]: 1 for each in WITH_PHONE[:312]}
    assert app.sandbox is not None
    texts = app.sandbox.last_texts("sms")
    assert texts[WITH_PHONE[0]["_id"]] == "Анна, ваша скидка 10 %"
    assert texts[WITH_PHONE[3]["_id"]] == "Друг, ваша скидка 10 %"
    person.click(view.back)
    table = person.page(window).list.table
    row = [table.model().index(0, column).data() for column in range(1, 8)]
    assert row == ["{{Имя|Друг}}, ваша скидка {{скидка}} %", "Sandbox", "SMS", "Finished", "312", "0", "1"]


def test_it_keeps_its_place_while_other_pages_are_used_and_can_be_discarded(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    person.check(view)
    window.commands["page.history"].trigger()
    window.commands["page.campaigns"].trigger()
    assert view.open == CHECK
    assert view.check.is_checked
    window.commands["page.compose"].trigger()
    window.commands["message.fill_in"].trigger()
    ask = shown(window, FillDialog)
    assert "A campaign fills it for each person: leave it empty." in ask.field("Имя").edit.accessibleDescription()
    ask.reject()
    person.fill(window.tab.form.first(), "Hello {{Имя|friend}}")
    person.click(window.footer.campaign)
    assert view.recipients.card.text() == "Text\nHello {{Имя|friend}}"
    assert view.recipients.check.isEnabled(), "the list stays"
    person.check(view)
    with person.answering(QMessageBox, lambda box: person.press(box, "Discard")):
        view.discard.click()
    person.settle()
    assert person.page(window).is_list
    assert person.page(window).list.write.isVisible(), "nothing is left of it"
    assert reached(app) == {}


def test_a_field_that_no_column_fills_is_an_error_at_its_place(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{nmae|friend}}")
    person.pick(view, out_of_excel(tmp_path / "list.csv", 20))
    person.qtbot.waitUntil(lambda: "Nothing fills" in view.recipients.why_not.text(), timeout=WAIT_MS)
    assert not view.recipients.check.isEnabled()
    assert "Nothing fills it. Choose a column, or change the message." in view.recipients.fields.text()
    person.click(shown(view.recipients.fields, QPushButton, "Back to the message"))
    assert window.pages.page == "compose"
    assert window.focusWidget() is window.tab.form.first()


def test_rows_are_left_out_and_taken_in_by_hand(app: Application, person: Campaigner, tmp_path: Path) -> None:
    view = person.begin(app.window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    person.check(view)
    assert spoken_on(view.check.preview).endswith("Hi Анна")
    person.click(view.check.preview.after)
    assert spoken_on(view.check.preview).endswith("Hi Борис")
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: view.check.start.text() == "Start: 19 SMS", timeout=WAIT_MS)
    assert "Left out by you 1" in sums_in(view.check.sums)
    view.check.sums.choose(view.check.sums.line("Left out by you").state, "by_hand")
    person.settle()
    person.click(view.check.take_in)
    person.qtbot.waitUntil(lambda: view.check.start.text() == "Start: 20 SMS", timeout=WAIT_MS)
    assert not view.notice.isVisible()

    # The other row of somebody who gets it cannot be taken in, and that is said.
    view.check.sums.choose(view.check.sums.line("Same person again").state, "same_person")
    person.settle()
    person.click(view.check.take_in)
    person.qtbot.waitUntil(view.notice.isVisible, timeout=WAIT_MS)
    assert view.notice.text() == (
        "1 row stays excluded: another row of the same person or phone gets the message. Exclude that one first."
    )
    person.qtbot.waitUntil(lambda: view.check.start.text() == "Start: 20 SMS", timeout=WAIT_MS)


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    view = person.begin(app.window, "Hi")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    person.pick(view, empty)
    person.qtbot.waitUntil(lambda: bool(view.recipients.choice.problem()), timeout=WAIT_MS)
    assert view.recipients.choice.problem() == "“empty.csv” was not taken. There is nothing in the file."
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    assert view.recipients.choice.problem() == ""
    person.click(view.recipients.source.another)
    assert app.window.focusWidget() is view.recipients.choice.file
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    assert app.window.focusWidget() is view.recipients.check


def test_a_message_with_an_error_is_corrected_first(app: Application, person: Campaigner) -> None:
    person.turn_to_sms(app.window)
    person.click(app.window.footer.campaign)
    assert app.window.pages.page == "compose"
    assert app.window.focusWidget() is app.window.tab.form.first()


def test_it_runs_while_another_page_is_seen_and_says_there_that_it_ended(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    person.check(view)
    person.start(view, 20)
    window.commands["page.compose"].trigger()
    person.qtbot.waitUntil(lambda: "finished" in window.notice.text(), timeout=WAIT_MS)
    assert window.notice.text() == "The campaign has finished. Sent: 20."
    person.click(window.notice.action)
    person.settle()
    assert view.open == RUNNING
    assert view.running.count.text() == "20"
