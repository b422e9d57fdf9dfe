"""The list of the library by itself: search, tags, order, and what stays selected."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.messages.template import Template, TemplateAudience
from scoro_desktop.storage.search import is_found
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.library.kind import BY_NAME, LATEST, Section
from scoro_desktop.ui.library.library_list import LibraryList
from scoro_desktop.ui.library.template_kind import TemplateKind
from tests.messages.test_searching import SAME

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KIND = TemplateKind()


def template(number: int, name: str, *tags: str, text: str = "", used: int | None = None) -> StoredTemplate:
    message = Template.of(name, Request.from_wire(Channel.SMS, {"msg": {"text": text}}), tags=tags)
    used_at = None if used is None else NOON + timedelta(days=used)
    return StoredTemplate(number, message, NOON + timedelta(hours=number), used_at)


ALL = (template(1, "b", "sale", used=3), template(2, "Ёлки", "Winter", "sale"), template(3, "a", text="Hello"))


@pytest.fixture
def library(qtbot: QtBot) -> LibraryList:
    sections = [
        Section("One", "One", EmptyState("inbox", "None", "")),
        Section("Two", "Two", EmptyState("inbox", "", "")),
    ]
    widget = LibraryList(KIND, sections)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    show(widget, *ALL)
    return widget


def show(library: LibraryList, *items: StoredTemplate, keep: list[int] | None = None) -> None:
    library.show_all([[(each, KIND.text(each)) for each in items], []], keep)


def names(library: LibraryList) -> list[str]:
    return [library.list.item(row).text().split("\n")[0] for row in range(library.list.count())]


def chosen(library: LibraryList) -> list[str]:
    return [each.template.name for each in library.chosen()]


def choose(library: LibraryList, box: str, value: str) -> None:
    combo = getattr(library, box)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("елки", True),
        ("ЁЛ city", True),
        ("winter", True),
        ("ios", True),
        ("ios summer", False),
        ("inter", False),
        ("a\u00adcity", False),
        ('"', True),
    ],
)
def test_a_template_is_found_by_the_beginnings_of_its_words(typed: str, found: bool) -> None:
    audience = TemplateAudience("devices", '{"deviceType": "ios"}')
    message = Request.from_wire(Channel.SMS, {"msg": {"text": "Ёлки in {{city}}"}})
    stored = StoredTemplate(1, Template.of("Trees", message, tags=("Winter",), audience=audience), NOON)
    assert is_found(KIND.text(stored), typed) is found


@pytest.mark.parametrize(("text", "typed"), SAME)
def test_a_text_is_found_however_it_is_typed(text: str, typed: str) -> None:
    assert is_found(KIND.text(template(1, "x", text=text)), typed)
    assert is_found(KIND.text(template(1, text)), typed)
    assert not is_found(KIND.text(template(1, "x", text=text)), typed + "qqq")


def test_what_was_used_or_changed_last_comes_first_or_the_names_are_in_order(library: LibraryList) -> None:
    assert library.order.currentData() == LATEST
    assert names(library) == ["b", "a", "Ёлки"]
    choose(library, "order", BY_NAME)
    assert names(library) == ["a", "b", "Ёлки"]


def test_a_tag_and_words_narrow_it_down_together(library: LibraryList) -> None:
    assert library.tags() == ["sale", "Winter"]
    choose(library, "tag", "sale")
    assert names(library) == ["b", "Ёлки"]
    library.search.setText("ел")
    assert names(library) == ["Ёлки"]
    library.search.setText("hello")
    assert names(library) == []
    assert not library.is_empty()


def test_what_is_selected_stays_selected_and_else_the_first_is(library: LibraryList) -> None:
    assert chosen(library) == ["b"]
    library.list.setCurrentRow(2)
    assert chosen(library) == ["Ёлки"]
    choose(library, "order", BY_NAME)
    assert chosen(library) == ["Ёлки"]
    library.search.setText("a")
    assert chosen(library) == ["a"]
    show(library, *ALL, keep=[1, 2])
    assert (library.search.text(), chosen(library)) == ("", ["b", "Ёлки"])


def test_a_tag_that_nothing_has_any_more_hides_nothing(library: LibraryList) -> None:
    choose(library, "tag", "Winter")
    show(library, ALL[0], ALL[2])
    assert names(library) == ["b", "a"]


def test_an_empty_list_says_what_will_be_there(library: LibraryList) -> None:
    assert not library.pages[0].list.isHidden()
    assert library.pages[1].list.isHidden()
    library.tabs.setCurrentIndex(1)
    assert library.is_empty()
    assert library.page().emptiness.isVisible()


def test_enter_uses_what_is_selected_once(library: LibraryList, qtbot: QtBot) -> None:
    used: list[None] = []
    library.used.connect(lambda: used.append(None))
    with qtbot.waitSignal(library.used):
        QTest.keyClick(library.list, Qt.Key.Key_Return)
    assert used == [None]
