"""A campaign kept as a draft and a template: its text and how it is led, and nothing of its people."""

import contextlib
import re
import sqlite3
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.ui.campaigns import campaign_questions
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import NAMES, WITH_PHONE, Campaigner, at_home, out_of_excel
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.stored import stored

TEXT = "{{name|friend}}, your code is {{code}}"
OF_THE_PLAN = ("2.5", "48", "Клиент", "Шифр", "Номер")


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def written(path: Path, titles: str, first: int) -> Path:
    """A list whose columns no name of the message finds by itself, in the order of its titles."""
    lines = [titles]
    for number, each in enumerate(WITH_PHONE[first : first + 6]):
        cells = {"Номер": at_home(each["phone"]), "Клиент": NAMES[number % len(NAMES)], "Шифр": f"SECRET{number:03}"}
        lines.append(";".join(cells.get(title, f"{number}") for title in titles.split(";")))
    path.write_text("\n".join(lines), "utf-8")
    return path


def kept_rows(path: Path) -> str:
    """All that the disk has of drafts and templates, with what JSON escapes as it reads."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        tables = ("drafts", "saved_drafts", "templates")
        rows = [row for each in tables for row in connection.execute(f"SELECT * FROM {each}")]
    text = "\n".join(str(cell) for row in rows for cell in row)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def prepare(window: MainWindow, person: Campaigner, path: Path) -> None:
    """A campaign that is checked, led as a person wants it."""
    view = person.begin(window, TEXT)
    person.pick(view, path)
    fields = view.recipients.fields
    boxes = {row.field.name: row.box for row in fields._rows}
    person.qtbot.waitUntil(boxes["code"].isEnabled, timeout=WAIT_MS)
    for name, title in (("name", "Клиент"), ("code", "Шифр")):
        box = boxes[name]
        box.setCurrentIndex(box.findText(title))
        box.activated.emit(box.currentIndex())
    view.recipients.hours.setValue(48)
    person.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    view.check.facts.pace.setValue(2.5)
    person.settle()


def test_a_template_and_a_draft_have_the_text_and_the_pace_and_nobody(
    start: Start, person: Campaigner, data_dir: Path, tmp_path: Path
) -> None:
    app = start()
    window = app.window
    prepare(window, person, written(tmp_path / "may.csv", "Номер;Клиент;Шифр", 0))
    window.commands["page.compose"].trigger()
    window.commands["templates.save"].trigger()
    dialog = shown(window, SaveDialog)
    assert dialog.campaign.isVisible()
    person.fill(dialog.name, "Codes")
    person.press(dialog, "Save")
    stored(app)
    rows = kept_rows(data_dir / DATABASE)
    assert all(each in rows for each in OF_THE_PLAN)
    for number, each in enumerate(WITH_PHONE[:6]):
        for value in (each["phone"], each["phone"][-7:], at_home(each["phone"]), each["_id"], f"SECRET{number:03}"):
            assert value not in rows
    assert not any(name in rows for name in NAMES)

    app = start()
    window = app.window
    person.turn_to_sms(window)
    person.qtbot.waitUntil(lambda: window.tab.is_built, timeout=WAIT_MS)
    plan = plan_of(window)
    assert plan is not None
    person.fill(window.tab.form.first(), "Another text")
    window.commands["edit.undo"].trigger()
    person.settle()
    assert plan_of(window) == plan, "undoing shows another text, and leaves it"
    assert (plan.pace, plan.hours, plan.key, dict(plan.fields)) == (
        2.5, 48, "Номер", {"name": "Клиент", "code": "Шифр"},
    )  # fmt: skip
    window.commands["message.new"].trigger()
    person.settle()
    assert plan_of(window) is None, "another message is led in its own way"
    use_template(window, person)
    check_as_planned(app, person, written(tmp_path / "june.csv", "Шифр;Клиент;Скидка;Номер", 6))


def plan_of(window: MainWindow) -> CampaignPlan | None:
    return window.tab.plan


def use_template(window: MainWindow, person: Campaigner) -> None:
    window.tools.templates.trigger()
    room = shown(window, TemplatesDialog)
    person.settle()
    room.list.list.setCurrentRow(0)
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    assert ask.field("name").edit.text() == "", "one value for everyone is not proposed"
    assert "A campaign fills it for each person" in ask.field("name").edit.accessibleDescription()
    person.press(ask, "Leave for later")
    person.settle()


def check_as_planned(app: Application, person: Campaigner, path: Path) -> None:
    """Next month's list, with its columns in another order: nothing is to be chosen again."""
    window = app.window
    person.click(window.footer.campaign)
    view = person.view(window)
    person.take_list(view, path)
    assert view.recipients.hours.value() == 48
    assert view.recipients.key.column.currentText() == "Номер"
    assert view.recipients.fields.text().splitlines()[0].startswith("{{name|friend}} Клиент")
    person.check(view)
    assert view.check.facts.pace.value() == 2.5
    person.start(view, 6)
    person.wait_for_end(view)
    assert app.sandbox is not None
    texts = app.sandbox.last_texts("sms")
    assert texts == {
        each["_id"]: f"{NAMES[number % len(NAMES)]}, your code is SECRET{number:03}"
        for number, each in enumerate(WITH_PHONE[6:12])
    }


def test_again_after_phones_and_texts_were_deleted_finds_its_way_by_the_list(
    start: Start, person: Campaigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way its columns were read tells of nobody, and stays; where it is gone, it is guessed as for any list."""
    app = start()
    view = person.run(app.window, out_of_excel(tmp_path / "first.csv", 8), "{{Имя|друг}}, {{Код}}", 8)
    person.wait_for_end(view)
    monkeypatch.setattr(campaign_questions, "delete_values", lambda _parent: True)
    person.click(view.running.delete)
    person.qtbot.waitUntil(view.running.delete.isHidden, timeout=WAIT_MS)
    person.click(view.running.repeat)
    person.take_list(view, out_of_excel(tmp_path / "next.csv", 12))
    person.check(view)
    assert "12 SMS" in view.check.start.text()
