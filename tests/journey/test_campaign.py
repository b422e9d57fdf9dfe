"""A list out of Excel becomes personal SMS: by mouse and keyboard, reading nothing but the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox import sample
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RUNNING, CampaignView
from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown

MOST_CLICKS = 12
NAMES = ("Анна", "Борис", "Вера", "Глеб", "Дарья")
WITH_PHONE = [each for each in sample.world().users if str(each.get("phone", "")).startswith("+7")]


class Counting(Person):
    """Counts each press of a button of the mouse, and knows the page."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.clicks = 0

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        self.clicks += 1
        super().click(widget)

    def page(self, window: MainWindow) -> CampaignsPage:
        return shown(window, CampaignsPage)

    def view(self, window: MainWindow) -> CampaignView:
        return shown(window, CampaignView)

    def begin(self, window: MainWindow, text: str) -> CampaignView:
        """Writes an SMS and presses Campaign…"""
        self.click_tab(window, 1)
        self.fill(window.tab.form.first(), text)
        self.click(window.footer.campaign)
        return self.view(window)

    def click_tab(self, window: MainWindow, number: int) -> None:
        self.clicks += 1
        bar = window.tabs.tabBar()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
        self.settle()

    def choose(self, view: CampaignView, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[override]
        """Presses the button for a file, and chooses it in the dialog of the system."""
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kept: (str(path), ""))
        self.clicks += 1  # in that dialog
        self.click(view.recipients.choice.file)
        self.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)

    def check(self, view: CampaignView) -> None:
        self.click(view.recipients.check)
        self.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
        self.settle()

    def start(self, view: CampaignView, total: int) -> None:
        """Types the total where it is asked for, and presses Start."""
        question = shown(view, DemandQuestion)
        assert str(total) in question.typed.accessibleName()
        QTest.keyClicks(question.typed, str(total))
        self.click(view.check.start)

    def wait_for_end(self, view: CampaignView) -> None:
        self.qtbot.waitUntil(view.running.repeat.isVisible, timeout=WAIT_MS)
        self.settle()


@pytest.fixture
def person(qtbot: QtBot) -> Counting:
    return Counting(qtbot)


@pytest.fixture
def app(start: Start) -> Application:
    application = start()
    application.window.commands["view.history"].setChecked(False)
    return application


def at_home(phone: str) -> str:
    """A phone as people in Russia write it."""
    digits = phone.lstrip("+")
    return f"8 ({digits[1:4]}) {digits[4:7]}-{digits[7:9]}-{digits[9:]}"


def out_of_excel(path: Path, people: int) -> Path:
    """A list as Excel saves it in Russia: two have no name, one stands in it twice."""
    lines = ["Телефон;Имя;Скидка"]
    for number, each in enumerate(WITH_PHONE[:people]):
        name = "" if number in {3, 7} else NAMES[number % len(NAMES)]
        lines.append(f"{at_home(each['phone'])};{name};{10 + number % 3}")
    lines.append(lines[5])
    path.write_bytes("\r\n".join(lines).encode("cp1251"))
    return path


def test_a_list_out_of_excel_becomes_312_sms(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    view = person.begin(window, "{{Имя|Друг}}, ваша скидка {{скидка}} %")
    person.choose(view, out_of_excel(tmp_path / "клиенты.csv", 312), monkeypatch)
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
    assert view.check.sums.texts() == ["Rows in the list 313", "Get the message 312", "Same person as a row above 1"]
    assert view.check.start.text() == "Start: 312 SMS"
    assert not view.check.start.isEnabled()
    person.start(view, 312)
    person.wait_for_end(view)
    assert (view.running.count.text(), view.running.of_all.text()) == ("312", "SMS sent")
    assert view.state_text() == "Finished"
    assert person.clicks < MOST_CLICKS
    assert app.sandbox is not None
    assert app.sandbox.deliveries_per_person("sms") == {each["_id"]: 1 for each in WITH_PHONE[:312]}
    texts = app.sandbox.last_texts("sms")
    assert texts[WITH_PHONE[0]["_id"]] == "Анна, ваша скидка 10 %"
    assert texts[WITH_PHONE[3]["_id"]] == "Друг, ваша скидка 10 %"
    person.click(view.back)
    table = person.page(window).list.table
    row = [table.model().index(0, column).data() for column in range(1, 8)]
    assert row == ["{{Имя|Друг}}, ваша скидка {{скидка}} %", "Sandbox", "SMS", "Finished", "312", "0", "1"]


def test_it_keeps_its_place_while_other_pages_are_used_and_can_be_discarded(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.choose(view, out_of_excel(tmp_path / "list.csv", 20), monkeypatch)
    person.check(view)
    window.commands["page.history"].trigger()
    window.commands["page.campaigns"].trigger()
    assert view.open == CHECK
    assert view.check.is_checked
    window.commands["page.compose"].trigger()
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
    assert app.sandbox is not None
    assert app.sandbox.deliveries_per_person("sms") == {}


def test_a_field_that_no_column_fills_is_an_error_at_its_place(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{nmae|friend}}")
    path = out_of_excel(tmp_path / "list.csv", 20)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    person.click(view.recipients.choice.file)
    person.qtbot.waitUntil(lambda: "Nothing fills" in view.recipients.why_not.text(), timeout=WAIT_MS)
    assert not view.recipients.check.isEnabled()
    assert "Nothing fills it. Choose a column, or correct the message." in view.recipients.fields.text()
    person.click(shown(view.recipients.fields, QPushButton, "Back to the message"))
    assert window.pages.page == "compose"
    assert window.focusWidget() is window.tab.form.first()


def test_rows_are_left_out_and_taken_in_by_hand(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = person.begin(app.window, "Hi {{Имя|friend}}")
    person.choose(view, out_of_excel(tmp_path / "list.csv", 20), monkeypatch)
    person.check(view)
    assert view.check.preview.spoken().endswith("Hi Анна")
    person.click(view.check.preview.after)
    assert view.check.preview.spoken().endswith("Hi Борис")
    person.click(view.check.leave_out)
    person.qtbot.waitUntil(lambda: view.check.start.text() == "Start: 19 SMS", timeout=WAIT_MS)
    assert "Left out by you 1" in view.check.sums.texts()
    view.check.sums.choose(view.check.sums.line("Left out by you").state, "by_hand")
    person.settle()
    person.click(view.check.take_in)
    person.qtbot.waitUntil(lambda: view.check.start.text() == "Start: 20 SMS", timeout=WAIT_MS)


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = person.begin(app.window, "Hi")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(empty), ""))
    person.click(view.recipients.choice.file)
    person.qtbot.waitUntil(lambda: bool(view.recipients.choice.problem()), timeout=WAIT_MS)
    assert view.recipients.choice.problem() == "“empty.csv” was not taken. There is nothing in the file."
    person.choose(view, out_of_excel(tmp_path / "list.csv", 20), monkeypatch)
    assert view.recipients.choice.problem() == ""


def test_a_message_with_an_error_is_corrected_first(app: Application, person: Counting) -> None:
    person.click_tab(app.window, 1)
    person.click(app.window.footer.campaign)
    assert app.window.pages.page == "compose"
    assert app.window.focusWidget() is app.window.tab.form.first()


def test_it_runs_while_another_page_is_seen_and_says_there_that_it_ended(
    app: Application, person: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.choose(view, out_of_excel(tmp_path / "list.csv", 20), monkeypatch)
    person.check(view)
    person.start(view, 20)
    window.commands["page.compose"].trigger()
    person.qtbot.waitUntil(lambda: "finished" in window.notice.text(), timeout=WAIT_MS)
    assert window.notice.text() == "The campaign has finished. Sent: 20."
    person.click(window.notice.action)
    person.settle()
    assert view.open == RUNNING
    assert view.running.count.text() == "20"
