"""Cells that were copied from a spreadsheet are a list, too; each one's message is seen before anything leaves."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.recipients import list_keys
from scoro_desktop.ui.campaigns import recipients_step
from scoro_desktop.ui.kit.reveal import Gradual
from tests.journey.campaigns import WITH_PHONE, Campaigner, at_home, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.sight import spoken_on, sums_in

NAMES = ("Ян", "Анна", "Александра", "Борис")


@pytest.fixture
def app(start: Start) -> Application:
    return start()


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def test_pasted_cells_are_a_list_and_each_ones_message_is_seen(
    app: Application, person: Campaigner, qtbot: QtBot
) -> None:
    people = list(zip(WITH_PHONE, NAMES, strict=False))
    cells = ["Телефон\tИмя", *(f"{at_home(str(each['phone']))}\t{name}" for each, name in people)]
    view = person.begin(app.window, "{{Имя}}, come in")
    QGuiApplication.clipboard().setText("\n".join(cells))
    person.click(view.recipients.choice.paste)
    qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    assert sums_in(view.check.sums) == ["Rows in the list 4", "Get the message 4"]
    preview = view.check.preview

    def shows(name: str) -> bool:
        return f"{name}, come in" in spoken_on(preview)

    qtbot.waitUntil(lambda: shows("Ян"), timeout=WAIT_MS)
    for press, name in (
        (preview.to_longest, "Александра"),
        (preview.after, "Борис"),
        (preview.before, "Александра"),
        (preview.before, "Анна"),
        (preview.to_shortest, "Ян"),
    ):
        person.click(press)
        qtbot.waitUntil(lambda name=name: shows(name), timeout=WAIT_MS)  # type: ignore[misc]
    person.start(view, 4)
    person.wait_for_end(view)
    assert reached(app) == {each["_id"]: 1 for each, _ in people}
    assert app.sandbox is not None
    assert app.sandbox.last_texts("sms") == {each["_id"]: f"{name}, come in" for each, name in people}


def test_pasted_before_its_place_was_made_ready_it_stands_as_it_was_read(
    app: Application, person: Campaigner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipients_step, "READY_AFTER_MS", 600_000)
    view = person.begin(app.window, "{{Имя}}, come in")
    QGuiApplication.clipboard().setText("Телефон\tИмя\n+79161234567\tАнна")
    person.click(view.recipients.choice.paste)
    qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    before = view.recipients.fields.text()
    made_ready = view.recipients.findChildren(Gradual)
    assert made_ready
    for each in made_ready:
        each.finish()
    assert view.recipients.fields.text() == before
    assert "{{Имя}} Имя" in before


def test_a_file_that_was_copied_is_read_as_the_file_it_is(
    app: Application, person: Campaigner, qtbot: QtBot, tmp_path: Path
) -> None:
    view = person.begin(app.window, "{{Имя}}, come in")
    path = out_of_excel(tmp_path / "список.csv", 6)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    QGuiApplication.clipboard().setMimeData(mime)
    person.click(view.recipients.choice.paste)
    assert view.recipients.choice._problem.text() == "Copy one file at a time. Nothing was read."
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))
    QGuiApplication.clipboard().setMimeData(mime)
    person.click(view.recipients.choice.paste)
    qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    assert any(each.text() == "список.csv" for each in view.recipients.findChildren(QLabel))
    person.check(view)
    assert sums_in(view.check.sums)[:1] == ["Rows in the list 7"]


def test_phones_in_one_line_are_as_many_people(app: Application, person: Campaigner, qtbot: QtBot) -> None:
    view = person.begin(app.window, "Come in")
    QGuiApplication.clipboard().setText(", ".join(str(each["phone"]) for each in WITH_PHONE[:3]))
    person.click(view.recipients.choice.paste)
    qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    assert sums_in(view.check.sums) == ["Rows in the list 3", "Get the message 3"]


def test_a_clipboard_without_cells_says_so(app: Application, person: Campaigner) -> None:
    view = person.begin(app.window, "come in")
    QGuiApplication.clipboard().setText(" ")
    person.click(view.recipients.choice.paste)
    person.settle()
    assert view.recipients.is_choosing()
    assert not view.recipients.check.isVisible()
    said = [label.text() for label in view.recipients.choice.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("There is no text on the clipboard") for words in said)


def test_a_long_line_of_phones_is_read_away_from_the_window(
    app: Application, person: Campaigner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_threads, lay_out = list[threading.Thread](), list_keys.below_each_other

    def noted(text: str, country: str) -> str:
        on_threads.append(threading.current_thread())
        return lay_out(text, country)

    monkeypatch.setattr(list_keys, "below_each_other", noted)
    view = person.begin(app.window, "Come in")
    QGuiApplication.clipboard().setText(" ".join(str(each["phone"]) for each in WITH_PHONE[:40]))
    person.click(view.recipients.choice.paste)
    qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    assert sums_in(view.check.sums)[0] == "Rows in the list 40"
    assert threading.main_thread() not in on_threads
