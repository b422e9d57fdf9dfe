"""Drafts with names, what is put aside, and a condition that is typed by half: nothing of it is ever lost."""

import contextlib
import json
import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.database import DATABASE, connect
from scoro_desktop.storage.saved_drafts import SavedDraft, SavedDrafts
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.library.drafts import DraftsDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.processes import Processes
from tests.journey.servers import KEYS, MATCHING, SECRETS, FailingServer, account_at
from tests.journey.sight import bytes_of_files, problem_of, rows, texts_of_the_app
from tests.journey.stored import at_rest, execute, kept
from tests.journey.stored import stored as on_disk
from tests.ui.audience.builder.by_hand import choose, lines_of, list_of, paste, row_at, type_field, type_value

ANDROID = '{"deviceType": "android"}'


def text(window: MainWindow) -> str:
    at_rest()
    return window.tab.draft().message.summary()


def title(window: MainWindow, index: int = 0) -> str:
    at_rest()
    return window.tabs.tabBar().tabText(index)


def press(window: MainWindow, person: Person, key: Qt.Key) -> None:
    """A key with Ctrl."""
    with person.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    at_rest()


def keep(window: MainWindow, person: Person, name: str) -> None:
    """Ctrl+S, a name, Enter."""
    press(window, person, Qt.Key.Key_S)
    dialog = shown(window, NameDialog)
    person.fill(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    at_rest()


def open_drafts(window: MainWindow, person: Person, *, aside: bool = False) -> DraftsDialog:
    """Ctrl+O."""
    press(window, person, Qt.Key.Key_O)
    dialog = shown(window, DraftsDialog)
    dialog.lists.setCurrentIndex(int(aside))
    return dialog


def lines(dialog: DraftsDialog) -> list[str]:
    """The first lines of the list in front."""
    page = dialog.aside if dialog.lists.currentWidget() is dialog.aside else dialog.named
    return [page.list.item(row).text().split("\n")[0] for row in range(page.list.count())]


def select(dialog: DraftsDialog, name: str) -> None:
    page = dialog.aside if dialog.lists.currentWidget() is dialog.aside else dialog.named
    page.list.setCurrentRow(lines(dialog).index(name))


def open_draft(window: MainWindow, person: Person, name: str, *, aside: bool = False) -> None:
    dialog = open_drafts(window, person, aside=aside)
    select(dialog, name)
    person.click(dialog.open_it)


def saved_drafts(application: Application) -> SavedDrafts:
    return on_disk(application).saved_drafts


def stored(application: Application, name: str) -> str:
    """The state of a draft on the disk, as text."""
    saved = saved_drafts(application)
    (draft,) = [each for each in saved.named() if each.name == name]
    return json.dumps(saved.state(draft.id))


def test_a_named_draft_of_each_tab_outlives_a_kill(
    processes: Processes, start: Start, person: Person, data_dir: Path
) -> None:
    processes.kill(processes.with_hands(data_dir, "drafts", "kept"))
    application = start()
    window = application.window
    for index, name in enumerate(("Black Friday", "Reminder")):
        window.tabs.setCurrentIndex(index)
        assert title(window, index).endswith(f"· {name}")
        assert text(window) == f"{name}, and more"
        assert f"{name}, and more" in stored(application, name)
        row = row_at(window.tab.audience.conditions.builder, 0)
        assert row.field.name() == f"field{index}"
        assert window.send() is None
    window.tabs.setCurrentIndex(0)
    dialog = open_drafts(window, person)
    assert lines(dialog) == ["Black Friday", "Reminder"]
    dialog.lists.setCurrentIndex(1)
    assert lines(dialog) == ["Great match!"]
    dialog.close()


def test_every_change_is_in_the_draft_and_in_the_tab_at_once(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    assert title(window) == "Push · Black Friday"
    assert "Black Friday" in window.tabs.tabBar().tabToolTip(0)
    person.type_into(window.tab.form.first(), " of everything")
    person.qtbot.waitUntil(lambda: "Sale of everything" in kept(application, "push"), timeout=WAIT_MS)
    assert "Sale of everything" in stored(application, "Black Friday")


def test_a_long_name_on_a_tab_leaves_the_others_in_sight(start: Start, person: Person) -> None:
    application = start()
    application._change_language("ru")
    window = application.window
    window.resize(1024, 640)
    person.settle()
    keep(window, person, "Распродажа выходного дня для тех, кто ничего не покупал")
    person.settle()
    bar = window.tabs.tabBar()
    assert bar.tabText(0).startswith("Push · Распродажа")
    person.qtbot.waitUntil(
        lambda: all(bar.rect().contains(bar.tabRect(number)) for number in range(bar.count())), timeout=WAIT_MS
    )


def test_going_from_draft_to_draft_each_keeps_its_own(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    names = ("One", "Two", "Three")
    for name in names:
        press(window, person, Qt.Key.Key_N)
        person.write_push(window, f"text of {name}", json.dumps({"userId": name}))
        keep(window, person, name)
    for name in (*names, *reversed(names), "One"):
        open_draft(window, person, name)
        assert title(window) == f"Push · {name}"
        assert window.notice.text() == "" or "is in the draft" in window.notice.text()
        person.type_into(window.tab.form.first(), "!")
        assert json.loads(window.tab.audience.text()) == {"userId": name}
    assert text(window) == "text of One!!!"
    window = start().window
    for name, marks in zip(names, ("!!!", "!!", "!!"), strict=True):
        open_draft(window, person, name)
        assert text(window) == f"text of {name}{marks}"
    assert lines(open_drafts(window, person, aside=True)) == []


def test_undoing_the_opening_of_a_draft_writes_nothing_into_it(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    person.click(window.tools.new)
    person.type_into(window.tab.form.first(), "Hello")
    open_draft(window, person, "Black Friday")
    person.type_into(window.tab.form.first(), "!")
    for _ in "! and all of the draft":
        if text(window) != "Hello":
            QTest.keyClick(window.tab.form.first(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (text(window), title(window)) == ("Hello", "Push")
    assert "is in the draft “Black Friday”" in window.notice.text()
    person.type_into(window.tab.form.first(), "?")
    person.qtbot.waitUntil(lambda: "Hello?" in kept(application, "push"), timeout=WAIT_MS)
    assert "Hello" not in stored(application, "Black Friday")
    open_draft(window, person, "Black Friday")
    assert text(window) == "Sale"


def test_a_copy_takes_the_place_of_no_other_on_devices(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    form = window.tab.form
    assert isinstance(form, PushForm)
    keep(window, person, "One")
    names = [form.android.field("notification", "tag"), form.iphone.field("collapseId")]
    before = [each.value() for each in names]
    press(window, person, Qt.Key.Key_S)
    person.click(window.notice.action)
    dialog = shown(window, NameDialog)
    dialog.name.setText("Two")
    person.press(dialog, "Save a copy")
    assert title(window) == "Push · Two"
    after = [each.value() for each in names]
    assert after[0] == after[1] != before[0]
    assert form.replaceable.box.isChecked()
    assert str(before[0]) in stored(application, "One")
    assert str(after[0]) in stored(application, "Two")


def test_a_draft_that_is_open_is_marked_and_is_gone_to(start: Start, person: Person) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    window.tabs.setCurrentIndex(1)
    dialog = open_drafts(window, person)
    assert "open now" in dialog.named.list.item(0).text()
    before = window.notice.text()
    person.click(dialog.open_it)
    assert window.tabs.currentIndex() == 0
    assert (text(window), window.notice.text()) == ("Sale", before)
    person.click(window.tools.new)
    assert "is in the draft “Black Friday”" in window.notice.text()
    assert title(window) == "Push"
    dialog = open_drafts(window, person)
    assert "open now" not in dialog.named.list.item(0).text()
    dialog.close()


def test_what_is_left_for_a_new_message_is_opened_again_as_it_is_by_then(start: Start, person: Person) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    person.click(window.tools.new)
    person.click(window.notice.action)
    assert (text(window), title(window)) == ("Sale", "Push · Black Friday")
    # Offered still, while it was opened by another way, gone on with and left, it does not come back as it was.
    person.click(window.tools.new)
    offered = window.notice._take
    open_draft(window, person, "Black Friday")
    person.type_into(window.tab.form.first(), " of the year")
    person.click(window.tools.new)
    offered()
    assert text(window) == "Sale of the year"


def test_three_put_aside_come_back_also_at_the_next_start(start: Start, person: Person) -> None:
    window = start().window
    for name in ("First", "Second", "Third"):
        person.write_push(window, name, ANDROID)
        person.click(window.tools.new)
    window = start().window
    assert lines(open_drafts(window, person, aside=True)) == ["Third", "Second", "First"]
    shown(window, DraftsDialog).close()
    for name in ("Second", "First", "Third"):
        open_draft(window, person, name, aside=True)
        assert text(window) == name
        assert window.tab.audience.text() == ANDROID
        assert title(window) == "Push"
    # Each stands there once, however often it was put aside; what is empty never.
    person.click(window.tools.new)
    person.click(window.tools.new)
    assert sorted(lines(open_drafts(window, person, aside=True))) == ["First", "Second", "Third"]


def test_what_use_again_takes_the_place_of_is_put_aside_too(start: Start, person: Person) -> None:
    window = start().window
    person.write_push(window, "Sent", ANDROID)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    assert rows(window) == 1
    person.fill(window.tab.form.first(), "Half written")
    person.select_row(window)
    person.press(window.history, "Use again")
    assert text(window) == "Sent"
    open_draft(window, person, "Half written", aside=True)
    assert text(window) == "Half written"


def test_a_draft_is_deleted_and_brought_back(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    person.type_into(window.tab.form.first(), "!")
    dialog = open_drafts(window, person)
    person.click(dialog.delete)
    assert lines(dialog) == []
    # What is on the screen stays there, without a name.
    assert (text(window), title(window)) == ("Sale!", "Push")
    person.click(dialog.notice.action)
    assert lines(dialog) == ["Black Friday"]
    assert title(window) == "Push · Black Friday"
    dialog.close()
    person.type_into(window.tab.form.first(), "!")
    window = start().window
    assert (text(window), title(window)) == ("Sale!!", "Push · Black Friday")


def test_a_draft_that_was_deleted_stays_so_and_what_it_held_is_put_aside_like_anything(
    start: Start, person: Person
) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    dialog = open_drafts(window, person)
    person.click(dialog.delete)
    dialog.close()
    person.type_into(window.tab.form.first(), "!")
    window = start().window
    assert (text(window), title(window)) == ("Sale!", "Push")
    person.click(window.tools.new)
    assert "is in Drafts" in window.notice.text()
    assert lines(open_drafts(window, person)) == []


def test_ctrl_s_on_a_draft_says_that_it_is_saved_and_renames_or_copies(start: Start, person: Person) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "One")
    press(window, person, Qt.Key.Key_S)
    assert "“One” is saved" in window.notice.text()
    person.click(window.notice.action)
    dialog = shown(window, NameDialog)
    person.fill(dialog.name, "Two")
    person.press(dialog, "Rename")
    assert title(window) == "Push · Two"
    press(window, person, Qt.Key.Key_S)
    person.click(window.notice.action)
    dialog = shown(window, NameDialog)
    person.press(dialog, "Save a copy")
    assert "There is a draft “Two” already" in problem_of(dialog)
    person.fill(dialog.name, "Copy")
    assert problem_of(dialog) == ""
    person.press(dialog, "Save a copy")
    assert title(window) == "Push · Copy"
    person.type_into(window.tab.form.first(), " for members")
    open_draft(window, person, "Two")
    assert text(window) == "Sale"
    open_draft(window, person, "Copy")
    assert text(window) == "Sale for members"


def test_a_duplicate_does_not_take_the_place_of_the_first_on_devices(window: MainWindow, person: Person) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    person.type_into(form.first(), "Sale")
    tag, collapse_id = form.android.field("notification", "tag"), form.iphone.field("collapseId")
    first = tag.value()
    keep(window, person, "One")
    dialog = open_drafts(window, person)
    person.click(dialog.duplicate)
    person.click(dialog.open_it)
    assert title(window) == "Push · One (2)"
    assert form.replaceable.box.isChecked()
    assert tag.value() == collapse_id.value() != first
    open_draft(window, person, "One")
    assert tag.value() == collapse_id.value() == first


def test_a_tab_that_cannot_be_read_writes_nothing_into_its_draft(start: Start, person: Person, data_dir: Path) -> None:
    """It comes up empty, and empty it must not become the draft."""
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Black Friday")
    application.close()
    with contextlib.closing(connect(data_dir / DATABASE)) as connection:
        connection.execute("UPDATE drafts SET state = '{' WHERE name = 'push'")
    application = start()
    window = application.window
    assert (text(window), title(window)) == ("", "Push")
    person.type_into(window.tab.form.first(), "Other")
    application = start()
    assert "Sale" in stored(application, "Black Friday")
    assert text(application.window) == "Other"


def test_what_was_typed_in_a_draft_is_not_taken_back_in_its_copy(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "One")
    person.type_into(window.tab.form.first(), " now")
    dialog = open_drafts(window, person)
    person.click(dialog.duplicate)
    select(dialog, "One (2)")
    person.click(dialog.open_it)
    assert (text(window), title(window)) == ("Sale now", "Push · One (2)")
    for _ in range(3):
        window.bar.undo.trigger()
    assert text(window) != "Sale now"
    application = start()
    assert "Sale now" in stored(application, "One")
    assert "Sale now" in stored(application, "One (2)")


def test_a_name_that_is_taken_is_said_and_nothing_is_lost(start: Start, person: Person) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "First")
    keep(window, person, "Sale")
    person.click(window.tools.new)
    person.type_into(window.tab.form.first(), "Second")
    keep(window, person, "SALE")
    dialog = shown(window, NameDialog)
    assert "There is a draft “SALE” already" in problem_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (text(window), title(window)) == ("Second", "Push")
    open_draft(window, person, "Sale")
    assert text(window) == "First"


def test_the_name_that_is_proposed_is_the_title_of_the_message(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Great match & more")
    dialog = window.drafts.keep(window.tab)
    assert dialog is not None
    assert dialog.name.text() == "Great match & more"
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert title(window) == "Push · Great match && more"  # an ampersand alone would underline a letter


def test_a_condition_that_is_typed_by_half_stands_there_at_the_next_start_and_in_its_draft(
    start: Start, person: Person
) -> None:
    window = start().window
    person.write_push(window, "Hello", ANDROID)
    person.click(window.tab.audience.by_conditions)
    builder = window.tab.audience.conditions.builder
    person.click(builder.root.add_condition)
    type_field(person.qtbot, row_at(builder, 1), "badge")
    choose(person.qtbot, row_at(builder, 1).operator, "is between")
    type_value(person.qtbot, row_at(builder, 1), "18", 1)
    keep(window, person, "Grown-ups")
    person.click(window.tools.new)
    assert window.tab.audience.conditions.builder.root.widgets() == ()
    open_draft(window, person, "Grown-ups")

    def check(window: MainWindow) -> None:
        row = row_at(window.tab.audience.conditions.builder, 1)
        assert (row.field.name(), row.operator.currentText()) == ("badge", "is between")
        assert [line.text() for line in lines_of(row)] == ["", "18"]
        assert window.tab.audience.text() == ANDROID
        assert window.tab.draft().audience is None
        assert window.send() is None
        assert "not finished" in window.footer.text()

    check(window)
    window = start().window
    check(window)
    row = row_at(window.tab.audience.conditions.builder, 1)
    type_value(person.qtbot, row, "5")
    assert json.loads(window.tab.audience.text()) == {
        "deviceType": "android",
        "badge": {"$gte": "5", "$lte": "18"},
    }


def test_under_everyone_what_was_begun_waits_too(start: Start, person: Person) -> None:
    window = start().window
    builder = window.tab.audience.conditions.builder
    person.click(builder.root.add_condition)
    type_field(person.qtbot, row_at(builder, 0), "userId")
    person.click(window.tab.audience.everyone)
    window = start().window
    assert window.tab.audience.everyone.isChecked()
    person.click(window.tab.audience.by_conditions)
    assert row_at(window.tab.audience.conditions.builder, 0).field.name() == "userId"
    assert window.tab.draft().audience is None


def test_a_long_list_beside_what_is_half_typed_comes_back_too(start: Start, person: Person) -> None:
    ids = [f"user-{number:05}" for number in range(20_000)]
    window = start().window
    request = Request.from_wire(Channel.PUSH, {"coll": "users", "msg": {}})
    window.messages.open(request, everyone=False, query_text=json.dumps({"userId": {"$in": ids}}))
    window.tab.audience.by_conditions.click()
    builder = window.tab.audience.conditions.builder
    person.qtbot.waitUntil(lambda: len(builder.root.widgets()) == 1, timeout=WAIT_MS)
    person.click(builder.root.add_condition)
    type_field(person.qtbot, row_at(builder, 1), "city")
    choose(person.qtbot, row_at(builder, 1).operator, "is one of")
    window = start().window
    audience = window.tab.audience
    builder = audience.conditions.builder
    person.qtbot.waitUntil(lambda: audience.json.reading() is not None, timeout=WAIT_MS)
    assert audience.audience() is None
    assert row_at(builder, 0).draft.value() == ids
    assert row_at(builder, 1).field.name() == "city"
    paste(list_of(row_at(builder, 1)), "Omsk\nTomsk")
    person.qtbot.waitUntil(lambda: audience.audience() is not None, timeout=WAIT_MS)
    assert json.loads(audience.text()) == {"userId": {"$in": ids}, "city": {"$in": ["Omsk", "Tomsk"]}}


def test_what_waits_to_be_written_beside_a_long_query_is_in_the_state(start: Start, person: Person) -> None:
    """Whoever types without a pause, and whose computer dies, finds what was typed."""
    application = start()
    window = application.window
    query = json.dumps({"city": "Omsk", "userId": {"$in": [f"user-{number:05}" for number in range(5000)]}})
    request = Request.from_wire(Channel.PUSH, {"coll": "users", "msg": {}})
    window.messages.open(request, everyone=False, query_text=query)
    audience = window.tab.audience
    audience.by_conditions.click()
    person.qtbot.waitUntil(lambda: audience.audience() is not None, timeout=WAIT_MS)
    type_value(person.qtbot, row_at(audience.conditions.builder, 0), "Tomsk")
    assert '"Tomsk"' not in audience.editor.text()
    state = window.tab.state()
    window.tab.clear()
    window.tab.restore(json.loads(json.dumps(state)))
    assert audience.audience() is None
    person.qtbot.waitUntil(lambda: audience.audience() is not None, timeout=WAIT_MS)
    assert json.loads(audience.text())["city"] == "Tomsk"


def test_no_late_write_of_the_window_before_overwrites_that_of_the_next(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    old = application.window
    person.type_into(old.tab.form.first(), "Sale")
    keep(old, person, "Black Friday")
    tab = old.tab
    application._change_language("ru")
    window = application.window
    assert window is not old
    assert title(window) == "Push · Black Friday"
    person.type_into(window.tab.form.first(), "!")
    # As an answer that comes late would, or a hand in a window that is about to go.
    tab.form.first().setText("of another time")  # type: ignore[attr-defined]
    tab.changed.emit()
    assert not old._memory._timer.isActive()
    window._memory.settle()
    old._memory.settle()
    old.save()
    assert "Sale!" in stored(application, "Black Friday")
    assert "of another time" not in kept(application, "push")


def test_what_the_disk_would_not_take_is_in_the_next_window_all_the_same(start: Start, person: Person) -> None:
    application = start()
    person.type_into(application.window.tab.form.first(), "Sale")
    keep(application.window, person, "Black Friday")
    execute(application, "CREATE TRIGGER full BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END")
    person.type_into(application.window.tab.form.first(), "!")
    application._change_language("en")
    window = application.window
    assert (text(window), title(window)) == ("Sale!", "Push · Black Friday")
    # Left for another, it is said and offered; the disk has what it had.
    person.click(window.tools.new)
    assert "“Black Friday” could not be saved" in window.notice.text()
    assert "Sale!" not in stored(application, "Black Friday")
    execute(application, "DROP TRIGGER full")
    person.click(window.notice.action)
    assert (text(window), title(window)) == ("Sale!", "Push · Black Friday")
    person.qtbot.waitUntil(lambda: "Sale!" in stored(application, "Black Friday"), timeout=WAIT_MS)


def test_what_cannot_be_put_aside_on_the_disk_is_said_and_comes_back(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    window._memory.settle()
    execute(application, "CREATE TRIGGER full BEFORE INSERT ON saved_drafts BEGIN SELECT RAISE(ABORT, 'full'); END")
    person.click(window.tools.new)
    person.qtbot.waitUntil(lambda: "could not be saved" in window.notice.text(), timeout=WAIT_MS)
    person.type_into(window.tab.form.first(), "Other")
    window._memory.settle()
    assert '"Sale' in kept(application, "push"), "the only place that has it is not written over"
    unkept = window.disk.unkept
    person.qtbot.waitUntil(lambda: "What you wrote under Push is not saved." in unkept.text(), timeout=WAIT_MS)
    person.click(window.notice.action)
    assert text(window) == "Sale"
    execute(application, "DROP TRIGGER full")
    person.qtbot.waitUntil(lambda: "is in Drafts" in window.notice.text(), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: unkept.text() == "", timeout=WAIT_MS)


def test_a_draft_that_cannot_be_read_leaves_what_is_on_the_screen(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Sale")
    keep(window, person, "Broken")
    person.click(window.tools.new)
    person.type_into(window.tab.form.first(), "Other")
    execute(application, "UPDATE saved_drafts SET state = '{\"form\": 1}'")
    dialog = open_drafts(window, person)
    person.click(dialog.open_it)
    assert "cannot be read" in problem_of(dialog)
    assert (text(window), title(window)) == ("Other", "Push")
    dialog.close()


def test_no_draft_ever_has_a_key(
    start: Start, have_account: HaveAccount, person: Person, data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with FailingServer(lambda connection: None) as server:
        have_account(account_at(server.address), KEYS)
        application = start()
        window = application.window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", ANDROID)
        person.wait_for_count(window, MATCHING)
        keep(window, person, "With keys at hand")
        # What is pasted as a command has keys: they go to the account by choice, never into a draft.
        dialog = window.curl.show_import()
        assert isinstance(dialog, ImportDialog)
        body = {
            "app": "the-application",
            "cli": KEYS.client_key,
            "acc": KEYS.access_key,
            "sess": KEYS.session,
            "coll": "devices",
            "query": {"deviceType": "ios"},
            "msg": {"data": {"gcm": {"notification": {"title": "Pasted"}}}},
        }
        dialog.editor.setPlainText(json.dumps(body))
        person.qtbot.waitUntil(dialog.fill.isEnabled, timeout=WAIT_MS)
        person.click(dialog.fill)
        assert text(window) == "Pasted"
        person.click(window.tools.new)
        open_draft(window, person, "Pasted", aside=True)
        keep(window, person, "Pasted")
        drafts: list[SavedDraft] = saved_drafts(application).named()
        assert {each.name for each in drafts} == {"With keys at hand", "Pasted"}
        window._memory.settle()
        dialog_of_drafts = open_drafts(window, person)
        on_disk, on_screen = bytes_of_files(data_dir), texts_of_the_app()
        dialog_of_drafts.close()
        for secret in SECRETS:
            assert secret.encode() not in on_disk
            assert secret not in on_screen
            assert secret not in caplog.text


def test_what_was_put_aside_is_told_in_its_own_tab_only(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Sale")
    person.click(window.tools.new)
    told = "Your previous message is in Drafts."
    assert window.notice.text() == told
    window.tabs.setCurrentIndex(1)
    assert window.notice.text() == ""
    window.tabs.setCurrentIndex(0)
    assert window.notice.text() == told
    person.click(window.notice.dismiss)
    window.tabs.setCurrentIndex(1)
    window.tabs.setCurrentIndex(0)
    assert window.notice.text() == "", "closed is closed"
    person.type_into(window.tab.form.first(), "Sale")
    person.click(window.tools.new)
    window.tabs.setCurrentIndex(1)
    window.notice.say("Something else")
    window.tabs.setCurrentIndex(0)
    assert window.notice.text() == "Something else"


def test_a_condition_that_was_begun_in_the_version_before_stops_the_send_under_json_too(window: MainWindow) -> None:
    window.tab.restore({"form": {}, "mode": "json", "query_text": ANDROID, "unfinished": True})
    assert window.tab.draft().unfinished
    assert any(each.code == "condition_unfinished" for each in window.current.problems(window.tab.draft()))
