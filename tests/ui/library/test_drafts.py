"""The list of drafts by itself, over a real database."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.saved_drafts import Content, SavedDraft, SavedDrafts
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.threads import Storage
from scoro_desktop.ui.drafts.name_dialog import LONGEST, NameDialog
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.library.drafts import DraftsDialog
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from tests.journey.sight import problem_of
from tests.journey.stored import rest
from tests.ui.test_accessibility import nameless


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_database(tmp_path / "scoro.db")) as connection:
        yield connection


@pytest.fixture
def saved(connection: sqlite3.Connection) -> SavedDrafts:
    return SavedDrafts(connection)


@pytest.fixture(autouse=True)
def storage(qtbot: QtBot, connection: sqlite3.Connection, tmp_path: Path) -> Iterator[AsyncStorage]:
    """The window's side of the same database."""
    threads = Storage(tmp_path / "scoro.db")
    Shown.storage = AsyncStorage(threads)
    Shown.drafts = Drafts(threads.place)
    yield Shown.storage
    rest(Shown.storage)
    Shown.storage.close()
    threads.close()


class Shown:
    """The dialog with what it was asked to open."""

    storage: AsyncStorage
    drafts: Drafts

    def __init__(self, qtbot: QtBot, _saved: SavedDrafts) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.opened: list[SavedDraft] = []
        self.refusal = ""
        self.held = OpenDrafts(self.parent)
        self.dialog = DraftsDialog(self.storage, Background(), self.drafts, self.held, self.open, self.parent)
        with qtbot.waitExposed(self.dialog):
            self.dialog.open()
        rest(self.storage)

    def open(self, draft: SavedDraft, told: Callable[[str], None]) -> None:
        self.opened.append(draft)
        told(self.refusal)

    def click(self, button: QPushButton) -> None:
        button.click()
        rest(self.storage)

    def lines(self) -> list[str]:
        page = self.dialog.lists.currentWidget()
        assert page in {self.dialog.named, self.dialog.aside}
        return [page.list.item(row).text().split("\n")[0] for row in range(page.list.count())]

    def said(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible())

    def name(self, words: str, name: str) -> NameDialog:
        dialog = self.dialog.findChildren(NameDialog)[-1]
        (button,) = [each for each in dialog.buttons if each.text() == words]
        dialog.name.setText(name)
        self.click(button)
        return dialog


def query_only(state: str) -> Callable[[Stores], object]:
    return lambda stores: stores.saved_drafts._connection.execute(f"PRAGMA query_only = {state}").fetchall()


def add(saved: SavedDrafts, channel: str, name: str, text: str = "") -> SavedDraft:
    return saved.add(channel, name, Content({"form": {}, "name": name}, text, text))


def test_empty_lists_say_what_will_be_there(qtbot: QtBot, saved: SavedDrafts) -> None:
    shown = Shown(qtbot, saved)
    assert "No draft has a name yet" in shown.said()
    assert not any(
        each.isEnabled()
        for each in (shown.dialog.open_it, shown.dialog.rename, shown.dialog.duplicate, shown.dialog.delete)
    )
    shown.dialog.lists.setCurrentIndex(1)
    assert "the last 50 of each channel" in shown.said()
    assert nameless(shown.dialog) == []
    shown.dialog.close()


def test_both_channels_are_listed_and_found_by_name_and_by_words(qtbot: QtBot, saved: SavedDrafts) -> None:
    add(saved, "push", "Black Friday", "Everything at half price")
    add(saved, "sms", "Ёлки", "Уже в продаже")
    shown = Shown(qtbot, saved)
    assert shown.lines() == ["Black Friday", "Ёлки"]
    for typed, found in (("елк", ["Ёлки"]), ("HALF black", ["Black Friday"]), ("продаж", ["Ёлки"]), ("qqq", [])):
        shown.dialog.search.setText(typed)
        assert shown.lines() == found
    assert "Nothing found" in shown.said()
    assert "All tags" not in shown.said(), "they are chosen already"
    assert not shown.dialog.open_it.isEnabled()
    shown.dialog.search.clear()
    assert shown.lines() == ["Black Friday", "Ёлки"]
    shown.dialog.close()


def test_enter_opens_what_is_selected_and_a_refusal_is_said(qtbot: QtBot, saved: SavedDrafts) -> None:
    draft = add(saved, "push", "Sale")
    shown = Shown(qtbot, saved)
    shown.refusal = "This draft cannot be read."
    QTest.keyClick(shown.dialog.search, Qt.Key.Key_Return)
    assert problem_of(shown.dialog) == "This draft cannot be read."
    assert shown.dialog.isVisible()
    shown.refusal = ""
    QTest.keyClick(shown.dialog.named.list, Qt.Key.Key_Return)
    assert shown.opened == [draft, draft]
    assert not shown.dialog.isVisible()


def test_rename_and_duplicate(qtbot: QtBot, saved: SavedDrafts) -> None:
    draft = add(saved, "push", "Sale")
    add(saved, "push", "Other")
    shown = Shown(qtbot, saved)
    shown.held.hold(Channel.PUSH, draft)
    shown.dialog.named.list.setCurrentRow(1)
    shown.dialog.rename.click()
    dialog = shown.name("Rename", "other")
    assert "There is a draft “other” already" in problem_of(dialog)
    shown.name("Rename", "  Summer   sale ")
    held = shown.held.of(Channel.PUSH)
    assert held is not None
    assert held.name == "Summer sale"
    assert shown.lines() == ["Other", "Summer sale"]
    for _ in range(2):
        shown.dialog.named.list.setCurrentRow(1)
        shown.click(shown.dialog.duplicate)
    assert shown.lines() == ["Other", "Summer sale", "Summer sale (2)", "Summer sale (3)"]
    selected = shown.dialog.chosen()
    assert selected is not None
    assert selected.name == "Summer sale (3)"
    assert saved.state(selected.id) == {"form": {}, "name": "Sale"}
    shown.dialog.close()


def test_a_name_is_neither_empty_nor_endless(qtbot: QtBot, saved: SavedDrafts) -> None:
    add(saved, "push", "Sale")
    shown = Shown(qtbot, saved)
    shown.dialog.rename.click()
    (dialog,) = shown.dialog.findChildren(NameDialog)
    dialog.name.setText("   ")
    assert not dialog.buttons[0].isEnabled()
    dialog.name.setText("a" * 1000)
    assert len(dialog.name.text()) == LONGEST
    assert nameless(dialog) == []
    dialog.close()
    shown.dialog.close()


def test_what_was_put_aside_is_given_a_name_and_stands_among_the_named(qtbot: QtBot, saved: SavedDrafts) -> None:
    saved.put_aside("sms", Content({"form": {}}, "Hello", "Hello"))
    shown = Shown(qtbot, saved)
    shown.dialog.lists.setCurrentIndex(1)
    assert shown.lines() == ["Hello"]
    assert shown.dialog.rename.text() == "Give a name…"
    assert not shown.dialog.duplicate.isEnabled()
    shown.dialog.rename.click()
    shown.name("Save", "Greeting")
    assert shown.dialog.lists.currentWidget() is shown.dialog.named
    assert shown.lines() == ["Greeting"]
    shown.dialog.close()


def test_a_deleted_draft_comes_back_with_all_it_held(qtbot: QtBot, saved: SavedDrafts) -> None:
    draft = add(saved, "push", "Sale", "text")
    shown = Shown(qtbot, saved)
    shown.click(shown.dialog.delete)
    assert "The draft “Sale” was deleted." in shown.said()
    assert saved.named() == []
    add(saved, "push", "Sale")
    shown.click(shown.dialog.notice.action)
    assert shown.lines() == ["Sale", "Sale (2)"]
    assert saved.state(draft.id) == {"form": {}, "name": "Sale"}
    shown.dialog.close()


def test_what_could_not_be_written_is_said_and_changes_nothing(qtbot: QtBot, saved: SavedDrafts) -> None:
    draft = add(saved, "push", "Sale")
    shown = Shown(qtbot, saved)
    shown.held.hold(Channel.PUSH, draft)
    shown.storage.look(shown.parent, query_only("ON"), lambda _: None)
    for button in (shown.dialog.duplicate, shown.dialog.delete):
        shown.click(button)
        assert "could not be saved" in problem_of(shown.dialog)
    shown.dialog.rename.click()
    dialog = shown.name("Rename", "Other")
    assert "could not be saved" in problem_of(dialog)
    dialog.close()
    shown.storage.look(shown.parent, query_only("OFF"), lambda _: None)
    rest(shown.storage)
    assert shown.lines() == ["Sale"]
    assert shown.held.of(Channel.PUSH) == draft
    shown.dialog.close()


def test_a_name_is_shown_to_the_letter(qtbot: QtBot, saved: SavedDrafts) -> None:
    add(saved, "push", "<b>Sale</b> & more", "<i>text</i>")
    shown = Shown(qtbot, saved)
    item = shown.dialog.named.list.item(0)
    assert item.text().startswith("<b>Sale</b> & more\n")
    assert "&lt;b&gt;Sale" in item.toolTip()
    shown.click(shown.dialog.delete)
    assert "“<b>Sale</b> & more”" in shown.said()
    shown.dialog.close()


def test_a_draft_that_came_back_belongs_to_its_tab_only_while_nothing_else_stands_there(saved: SavedDrafts) -> None:
    held = OpenDrafts()
    draft, other = add(saved, "push", "Sale"), add(saved, "sms", "Sale")
    for channel, each in ((Channel.PUSH, draft), (Channel.SMS, other)):
        held.hold(channel, each)
        held.lose(each)
        assert held.of(channel) is None
    held.hold(Channel.SMS, None)  # room was made for something else
    for each in (draft, other):
        held.regain(each)
    assert held.of(Channel.PUSH) == draft
    assert held.of(Channel.SMS) is None


@pytest.mark.parametrize("name", ["rename", "duplicate", "delete", "close_it"])
def test_enter_on_a_button_is_that_buttons_and_opens_nothing(qtbot: QtBot, saved: SavedDrafts, name: str) -> None:
    add(saved, "push", "Sale")
    shown = Shown(qtbot, saved)
    button: QPushButton = getattr(shown.dialog, name)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert shown.opened == []
