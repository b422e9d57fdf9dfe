"""Any walk through the window: after each act the composition says what the screen shows, to the byte.

The short form takes a few walks; the long one many: `pytest -m long tests/journey/test_walk.py`.
"""

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from scoro_desktop.audience.query import Everyone, Query
from scoro_desktop.composing.counts import CountState
from scoro_desktop.messages.request import Channel
from scoro_desktop.sending import checks
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.ui.audience.builder.by_hand import type_field
from tests.ui.sending.test_send_flow import server
from tests.ui.servers import Server

__all__ = ["server"]

CONTROL: Final = Qt.KeyboardModifier.ControlModifier
LONG: Final = json.dumps({"deviceId": {"$in": [f"device-{number:04}" for number in range(1800)]}}, indent=1)
"""Too long to be read while it is typed."""
TEXTS: Final = ("x", "Great match", "{{city}}", "12", "  ", "é😀", '{"a": 1, "b": [true, 1.0]}')
QUERIES: Final = {
    "good": '{"city": "Tver"}',
    "of two": '{"age": {"$gt": 20}, "city": "Omsk"}',
    "broken": '{"age": ',
    "of everyone": "{}",
    "none": "",
    "long": LONG,
    "to the letter": '{"a": 1e+5}',
}
KINDS: Final = (
    *("field", "field", "field", "box", "choice", "row", "query", "query", "key in query", "condition", "condition"),
    *("value", "remove", "mode", "mode", "collection", "undo", "undo", "redo", "tab", "restart", "clear", "platform"),
)
ACTS: Final = st.tuples(
    st.sampled_from(KINDS), st.integers(0, 60), st.sampled_from(TEXTS), st.sampled_from(sorted(QUERIES))
)
KNOWN: Final = ("Ready: ", "Nobody matches")
"""The beginnings of what the footer says where nothing stops a send and the number is known."""
NOT_KNOWN: Final = ("Counting… · ", "EVERYONE, counting… · ", "ecipients unknown · ")


class Walker:
    """A person in the window; each act is done where it can be."""

    def __init__(self, start: Start, person: Person) -> None:
        self._start = start
        self._person = person
        self.window: MainWindow = start().window
        self._wait()

    def do(self, kind: str, number: int, text: str, query: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "field": lambda: self._field(number, text),
            "box": lambda: self._one_of(self._form_widgets(QCheckBox), number, lambda box: box.click()),
            "platform": lambda: self._one_of(self.tab.form.findChildren(SectionForm), number, self._switch),
            "choice": lambda: self._one_of(self._form_widgets(QComboBox), number, self._choose),
            "row": lambda: self._one_of(self.tab.form.findChildren(KeyValuesField), number, self._add_row),
            "query": lambda: self._query(QUERIES[query]),
            "key in query": lambda: QTest.keyClick(self.tab.audience.editor, Qt.Key.Key_Backspace),
            "condition": lambda: self._condition(("city", "age", "")[number % 3], text),
            "value": lambda: self._value(number, text),
            "remove": lambda: self._one_of(self._rows(), number, lambda row: row.remove.click()),
            "mode": lambda: self._mode(number),
            "collection": lambda: self._choose(self.tab.audience.collection_box),
            "undo": self.window.undo.undo,
            "redo": self.window.undo.redo,
            "tab": lambda: self.window.tabs.setCurrentIndex(number % len(Channel)),
            "restart": self._restart,
            "clear": self.window.tools.new.click,
        }
        acts[kind]()

    @property
    def tab(self) -> ComposeTab:
        return self.window.tab

    def _restart(self) -> None:
        kept = [json.dumps(tab.state(), sort_keys=True) for tab in self.window._tabs.values()]
        self.window = self._start().window
        self._wait()
        assert [json.dumps(tab.state(), sort_keys=True) for tab in self.window._tabs.values()] == kept

    def _wait(self) -> None:
        self._person.wait_for_keys(self.window)
        self._person.qtbot.waitUntil(lambda: not self.tab.draft().being_read, timeout=WAIT_MS)

    def _form_widgets(self, kind: type[Any]) -> list[Any]:
        for section in self.tab.form.findChildren(SectionForm):
            section.more.setChecked(True)
        return [each for each in self.tab.form.findChildren(kind) if each.isVisibleTo(self.tab) and each.isEnabled()]

    def _one_of(self, found: list[Any], number: int, act: Callable[[Any], object]) -> None:
        if found:
            act(found[number % len(found)])

    def _field(self, number: int, text: str) -> None:
        fields = [each for each in self.tab.form.fields() if each.isVisibleTo(self.tab)]
        self._one_of(fields, number, lambda field: self._write(field.edit(), text))

    def _write(self, editor: QWidget, text: str) -> None:
        if isinstance(editor, QCheckBox):
            editor.click()
        elif isinstance(editor, QComboBox):
            self._choose(editor)
        elif not isinstance(editor, QPushButton):
            self._person.paste(editor, text)
            QTest.keyClick(editor, Qt.Key.Key_Backspace)

    def _switch(self, section: SectionForm) -> None:
        if section.switch.isVisibleTo(section):
            section.switch.click()

    def _choose(self, box: QComboBox) -> None:
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        last = box.currentIndex() + 1 == box.count()
        QTest.keyClick(box, Qt.Key.Key_Home if last else Qt.Key.Key_Down)

    def _add_row(self, table: KeyValuesField) -> None:
        if table.isVisibleTo(self.tab):
            table._add.click()
            QTest.keyClicks(table._rows[-1].key, "key")
            QTest.keyClicks(table._rows[-1].text, "v")

    def _query(self, query: str) -> None:
        editor = self.tab.audience.editor
        self.tab.audience.by_query.click()
        QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
        if query:
            self._person.paste(editor, query)
        else:
            QTest.keyClick(editor, Qt.Key.Key_Delete)

    def _condition(self, name: str, text: str) -> None:
        builder = self.tab.audience.conditions.builder
        if not self.tab.audience.by_conditions.isChecked() or not builder.isEnabled():
            return
        row = builder.root.append_condition()
        type_field(self._person.qtbot, row, name)
        self._value(-1, text)

    def _rows(self) -> list[ConditionRow]:
        if not self.tab.audience.by_conditions.isChecked():
            return []
        return [each for each in self.tab.audience.conditions.builder.root.widgets() if isinstance(each, ConditionRow)]

    def _value(self, number: int, text: str) -> None:
        lines = [
            each for row in self._rows()[number:] for each in row.value.findChildren(QLineEdit) if each.isVisible()
        ]
        for each in lines[-1:]:
            QTest.keyClicks(each, text if text.isascii() else "z")

    def _mode(self, number: int) -> None:
        audience = self.tab.audience
        (audience.by_conditions, audience.by_query, audience.everyone)[number % 3].click()


def assert_as_shown(window: MainWindow) -> None:
    for tab in window._tabs.values():
        draft, panel = tab.draft(), tab.audience
        assert tab.composition.draft() is draft
        tab.form.read_afresh()
        assert repr(draft.message.to_wire()) == repr(tab.form.request().to_wire())
        assert list(draft.input_problems) == tab.form.input_problems()
        assert draft.collection == panel.collection_box.currentData()
        assert tab.composition.recipients == panel.recipients()
        if panel.everyone.isChecked():
            assert draft.audience == Everyone()
        elif draft.audience is not None:
            raw = panel.editor.letters.afresh()
            assert isinstance(draft.audience, Query)
            assert draft.audience_text == draft.audience.text == raw
            assert json.dumps(draft.audience.value) == json.dumps(json.loads(raw))
            if panel.by_conditions.isChecked():
                assert json.dumps(panel.conditions.builder.query()) == json.dumps(json.loads(raw))
        assert list(tab.composer.problems()) == window.current.problems(draft)
    draft, footer = window.tab.draft(), window.footer.text()
    first = next((each for each in window.tab.composer.problems() if each.stops), None)
    is_known = window.tab.live_count.count.state is CountState.KNOWN
    assert any(words in footer for words in (*KNOWN, *NOT_KNOWN)) == (first is None), (footer, first)
    assert any(words in footer for words in KNOWN) == (first is None and is_known), (footer, first)
    if draft.audience is None:
        assert "Ready" not in footer
    assert not checks.stops(list(window.tab.composer.problems())) or first is not None


@pytest.fixture
def walker(start: Start, server: Server, person: Person) -> Walker:
    server.always("count", 7)
    return Walker(start, person)


def walk(walker: Walker, acts: list[tuple[str, int, str, str]]) -> None:
    walker.window.tools.new.click()
    for kind, number, text, query in acts:
        walker.do(kind, number, text, query)
        assert_as_shown(walker.window)


@pytest.mark.timeout(300)
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # to make a failure smaller takes many walks: the long form does
    suppress_health_check=list(HealthCheck),
)
@given(acts=st.lists(ACTS, min_size=8, max_size=14))
def test_after_each_act_composition_and_screen_are_equal(walker: Walker, acts: list[tuple[str, int, str, str]]) -> None:
    walk(walker, acts)


@pytest.mark.long
@pytest.mark.timeout(3600)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, min_size=8, max_size=40))
def test_after_each_act_composition_and_screen_are_equal_long(
    walker: Walker, acts: list[tuple[str, int, str, str]]
) -> None:
    walk(walker, acts)
