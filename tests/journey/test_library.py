"""Drafts, templates and audiences in one kind of window: what can be done with one can be done with each."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.library import files
from scoro_desktop.ui.library.audiences import SavedAudiences
from scoro_desktop.ui.library.drafts import DraftsDialog
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.library_dialog import LibraryDialog
from scoro_desktop.ui.library.library_list import LibraryList
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import problem_of
from tests.journey.stored import execute, stored

ANDROID = '{"deviceType": "android"}'
IOS = '{"deviceType": "ios", "city": "Пермь"}'


def audiences(window: MainWindow, person: Person) -> SavedAudiences:
    person.click(window.tab.audience.saved)
    return shown(window, SavedAudiences)


def drafts(window: MainWindow, person: Person) -> DraftsDialog:
    window.tools.drafts.trigger()
    person.settle()
    return shown(window, DraftsDialog)


def keep_draft(window: MainWindow, person: Person, text: str) -> None:
    person.fill(window.tab.form.first(), text)
    dialog = window.drafts.keep(window.tab)
    assert isinstance(dialog, NameDialog)
    person.fill(dialog.name, text)
    person.click(dialog.buttons[0])


def names(room: LibraryDialog) -> list[str]:
    page = room.library.page().list
    return [page.item(row).text().split("\n")[0] for row in range(page.count())]


def select(room: LibraryDialog, *wanted: str) -> None:
    page = room.library.page().list
    page.clearSelection()
    for row, name in enumerate(names(room)):
        page.item(row).setSelected(name in wanted)


def choose(library: LibraryList, box: str, words: str) -> None:
    combo = getattr(library, box)
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def tag(room: LibraryDialog, person: Person, monkeypatch: pytest.MonkeyPatch, name: str, *tags: str) -> None:
    select(room, name)
    monkeypatch.setattr(LibraryDialog, "ask_tags", lambda *_: tags)
    person.press(room, "Tags…")


def bring(room: LibraryDialog, person: Person) -> LibraryImport:
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: any(each.isVisible() for each in room.findChildren(LibraryImport)), timeout=WAIT_MS)
    return shown(room, LibraryImport)


def test_audiences_are_searched_tagged_doubled_and_sorted(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    for name, text in (("Phones", ANDROID), ("Ёлки", IOS), ("apples", IOS)):
        stored(application).audiences.add("devices", name, text)
    room = audiences(window, person)
    assert names(room) == ["apples", "Phones", "Ёлки"]
    tag(room, person, monkeypatch, "Phones", "sale", "weekly")
    tag(room, person, monkeypatch, "Ёлки", "sale")
    for typed, found in (
        ("елк", ["Ёлки"]),
        ("перм", ["apples", "Ёлки"]),
        ("WEEK sale", ["Phones"]),
        ("android", ["Phones"]),
        ("hones", []),
        ("", ["apples", "Phones", "Ёлки"]),
    ):
        person.fill(room.search, typed)
        assert names(room) == found, typed
    choose(room.library, "tag", "sale")
    assert names(room) == ["Phones", "Ёлки"]
    choose(room.library, "tag", "All tags")
    select(room, "Phones")
    person.press(room, "Duplicate")
    assert names(room) == ["apples", "Phones", "Phones (2)", "Ёлки"]
    assert "deviceType is “android”" in room.details.text()
    assert "weekly" in room.details.text()
    monkeypatch.setattr(room, "_ask_line", lambda _title, _label, _text: " Green  apples ")
    select(room, "apples")
    person.press(room, "Rename…")
    assert names(room) == ["Green apples", "Phones", "Phones (2)", "Ёлки"]
    monkeypatch.setattr(room, "_ask_line", lambda _title, _label, _text: "apples")
    person.press(room, "Rename…")
    assert names(room) == ["apples", "Phones", "Phones (2)", "Ёлки"]
    select(room, "Phones", "Ёлки")
    assert not room.use.isEnabled()
    before = stored(application).audiences.of("devices")
    person.press(room, "Delete")
    assert names(room) == ["apples", "Phones (2)"]
    person.click(room.notice.action)
    assert names(room) == ["apples", "Phones", "Phones (2)", "Ёлки"]
    after = stored(application).audiences.of("devices")
    assert [(each.name, each.tags) for each in after] == [(each.name, each.tags) for each in before]
    select(room, "Ёлки")
    person.click(room.use)
    assert window.tab.audience.text() == IOS
    room = audiences(window, person)
    choose(room.library, "order", "Latest first")
    assert names(room)[0] == "Ёлки"
    select(room, "Ёлки")
    assert "Last used " in room.details.text()
    room.close()


def test_a_recent_query_is_read_and_used_and_no_more(start: Start, person: Person) -> None:
    window = start().window
    person.write_push(window, "Hello", ANDROID)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    room = audiences(window, person)
    room.lists.setCurrentIndex(1)
    room.recent.setCurrentRow(0)
    assert "deviceType is “android”" in room.details.text()
    assert room.use.isEnabled()
    for button in (room.rename, room.tag_it, room.duplicate, room.delete, room.for_tests, room.export):
        assert not button.isEnabled(), button.text()
    room.close()


def test_audiences_go_to_a_file_and_come_from_one(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = start()
    window, path = application.window, tmp_path / "audiences.json"
    monkeypatch.setattr(files, "to_write", lambda _parent: path)
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    table = stored(application).audiences
    ours = table.add("devices", "Ours", ANDROID)
    table.set_tags(ours.id, ["sale"])
    table.mark_for_tests(ours, True)
    table.add("devices", "Other", IOS)
    room = audiences(window, person)
    room.export_all.trigger()
    person.qtbot.waitUntil(lambda: "2 audiences written to audiences.json" in room.notice.text(), timeout=WAIT_MS)
    assert json.loads(path.read_text("utf-8"))["audiences"][0] == {
        "name": "Ours",
        "collection": "devices",
        "tags": ["sale"],
        "query": ANDROID,
    }
    select(room, "Other")
    person.press(room, "Delete")
    table.update(ours.id, IOS, None, None)
    dialog = bring(room, person)
    assert dialog._summary.text() == "2 audiences will be added."
    arrival, box = dialog.rows[0]
    assert arrival.entry.name == "Ours"
    box.setCurrentIndex(box.findText("Replace mine"))
    box.activated.emit(box.currentIndex())
    person.press(dialog, "Import")
    person.qtbot.waitUntil(lambda: "2 audiences imported" in room.notice.text(), timeout=WAIT_MS)
    found = {each.name: each for each in table.of("devices")}
    assert {name: each.query_text for name, each in found.items()} == {"Ours": ANDROID, "Other": IOS}
    assert table.for_tests("devices") is None
    person.click(room.notice.action)
    assert [(each.name, each.query_text, each.is_test) for each in table.of("devices")] == [("Ours", IOS, True)]
    room.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"version": 1, "templates": []}, "There is no audience in this file."),
        ({"version": 3, "audiences": []}, "newer version of the app (format 3"),
        (
            {"version": 2, "audiences": [{"name": "a", "collection": "users", "query": "{}"}]},
            "Place: audiences[0].query",
        ),
    ],
)
def test_a_file_without_audiences_changes_nothing(
    start: Start,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: dict[str, object],
    words: str,
) -> None:
    application = start()
    path = tmp_path / "file.json"
    path.write_text(json.dumps({"format": "scoro-desktop-templates", **content}))
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    room = audiences(application.window, person)
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: words in problem_of(room), timeout=WAIT_MS)
    assert stored(application).audiences.of("users") == []
    room.close()


def test_drafts_are_tagged_go_to_a_file_and_come_back_to_be_opened(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application = start()
    window, path = application.window, tmp_path / "drafts.json"
    monkeypatch.setattr(files, "to_write", lambda _parent: path)
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    person.write_push(window, "", ANDROID)
    keep_draft(window, person, "Weekend sale")
    room = drafts(window, person)
    tag(room, person, monkeypatch, "Weekend sale", "Лето")
    person.fill(room.search, "лет")
    assert names(room) == ["Weekend sale"]
    assert "It is open in its tab" in room.details.text()
    room.export_all.trigger()
    person.qtbot.waitUntil(lambda: "1 draft written to drafts.json" in room.notice.text(), timeout=WAIT_MS)
    assert application.services.sandbox_keys is not None
    assert application.services.sandbox_keys.access_key not in path.read_text("utf-8")
    dialog = bring(room, person)
    assert dialog._summary.text() == "0 drafts will be added, 1 left out."
    dialog.reject()
    room.close()

    person.fill(window.tab.form.first(), "Changed since")
    room = drafts(window, person)
    dialog = bring(room, person)
    (_, box) = dialog.rows[0]
    assert [box.itemText(index) for index in range(box.count())] == ["Keep both", "Leave out"]
    person.press(dialog, "Import")
    person.qtbot.waitUntil(lambda: "1 draft imported" in room.notice.text(), timeout=WAIT_MS)
    assert names(room) == ["Weekend sale", "Weekend sale (2)"]
    assert [each.tags for each in stored(application).saved_drafts.named()] == [("Лето",), ("Лето",)]
    select(room, "Weekend sale (2)")
    QTest.keyClick(room.named.list, Qt.Key.Key_Return)
    person.settle()
    assert not window.findChildren(DraftsDialog)
    assert window.tab.form.request().summary() == "Weekend sale"
    assert window.tab.audience.text() == ANDROID
    room = drafts(window, person)
    choose(room.library, "order", "Latest first")
    select(room, "Weekend sale (2)")
    assert " · opened " in room.details.text()
    room.close()


@pytest.mark.parametrize(
    "state",
    [
        {"form": {}, "everyone": True, "query_text": "", "mode": "query"},
        {"form": {"android": [], "iphone": {"fields": [[1, 2], [["a"]], 3]}}, "query_text": {}, "conditions": [1]},
        {"form": {"around": {"carried": {"acc": "s3cret"}}}, "acc": "s3cret", "variables": 5, "collection": 9},
    ],
)
def test_a_draft_of_any_shape_chooses_nobody(
    start: Start,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    state: dict[str, object],
) -> None:
    application = start()
    window, path = application.window, tmp_path / "drafts.json"
    one = {"name": "One", "channel": "push", "state": state}
    path.write_text(json.dumps({"format": "scoro-desktop-templates", "version": 2, "drafts": [one]}))
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    room = drafts(window, person)
    person.press(bring(room, person), "Import")
    person.qtbot.waitUntil(lambda: "1 draft imported" in room.notice.text(), timeout=WAIT_MS)
    person.click(room.use)
    assert not window.findChildren(DraftsDialog)
    assert not window.tab.audience.everyone.isChecked()
    assert window.tab.draft().audience is None
    (kept,) = stored(application).saved_drafts.named()
    assert "s3cret" not in json.dumps(stored(application).saved_drafts.state(kept.id))


def test_several_drafts_are_deleted_at_once_and_a_tab_keeps_what_it_shows(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    stored(application)
    keep_draft(window, person, "One")
    room = drafts(window, person)
    person.press(room, "Duplicate")
    select(room, "One", "One (2)")
    person.press(room, "Delete")
    assert room.notice.text().startswith("2 drafts were deleted.")
    assert names(room) == []
    assert "One" not in window.tabs.tabBar().tabText(0)
    assert window.tab.form.request().summary() == "One"
    person.click(room.notice.action)
    assert names(room) == ["One", "One (2)"]
    assert "One" in window.tabs.tabBar().tabText(0)
    room.close()


def test_what_cannot_be_written_is_said_of_any_kind(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    keep_draft(window, person, "One")
    stored(application).audiences.add("devices", "One", ANDROID)
    monkeypatch.setattr(LibraryDialog, "ask_tags", lambda *_: ("sale",))
    for open_room in (audiences, drafts):
        room = open_room(window, person)
        for button in (room.tag_it, room.duplicate, room.delete):
            execute(application, "PRAGMA query_only = ON")
            person.click(button)
            execute(application, "PRAGMA query_only = OFF")
            assert "could not be saved" in problem_of(room), button.text()
            assert names(room) == ["One"]
        room.close()


def test_a_list_stays_while_another_page_is_in_front_and_is_read_anew(window: MainWindow, person: Person) -> None:
    keep_draft(window, person, "Spring sale")
    page, back = window.commands["page.library"], window.commands["page.compose"]
    page.trigger()
    person.settle()
    room = shown(window, DraftsDialog)
    person.fill(room.search, "sale")
    back.trigger()
    window.tools.new.click()
    keep_draft(window, person, "Summer sale")
    page.trigger()
    person.settle()
    assert shown(window, DraftsDialog) is room
    assert room.search.text() == "sale"
    assert sorted(names(room)) == ["Spring sale", "Summer sale"]


def test_a_list_is_made_anew_where_what_it_was_made_of_has_changed(window: MainWindow, person: Person) -> None:
    """The audiences of another query, which "Save current audience" saves."""
    page, back = window.commands["page.library"], window.commands["page.compose"]
    window.library.open_list("audiences")
    room = shown(window, SavedAudiences)
    for query, is_same in ((ANDROID, False), (ANDROID, True), (IOS, False)):
        back.trigger()
        if not is_same:
            person.fill(window.tab.audience.editor, "")
            person.paste(window.tab.audience.editor, query)
        person.qtbot.waitUntil(lambda: window.tab.audience.audience() is not None, timeout=WAIT_MS)
        person.wait_for_count(window)
        page.trigger()
        person.settle()
        before, room = room, shown(window, SavedAudiences)
        assert (room is before) is is_same, query
        assert json.loads(room._text) == json.loads(query)
