"""After anything went wrong in the app nobody is chosen, until a person edits the audience or has it read again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.query import Everyone, Query, Reading, read_query
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.ui.audience import json_page
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.editor import json_pane
from scoro_desktop.ui.runtime.exception_hook import ExceptionHook
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.window_memory import WindowMemory
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person, Start
from tests.ui.audience.builder.by_hand import row_at
from tests.ui.sending.test_send_flow import compose, server
from tests.ui.servers import Server

__all__ = ["server"]

ANDROID = '{"deviceType": "android"}'
IOS = '{"deviceType": "ios"}'
IN_DOUBT = "Something went wrong in the app, so nobody is chosen. Change the audience, or read it again here."


@pytest.fixture
def escaped(tmp_path: Path) -> Iterator[ExceptionHook]:
    hook = ExceptionHook(ErrorLog(tmp_path))
    hook.install()
    yield hook
    hook.close()


def is_query(panel: AudiencePanel, text: str) -> bool:
    audience = panel.audience()
    return isinstance(audience, Query) and audience.value == json.loads(text)


def in_doubt(panel: AudiencePanel) -> None:
    panel.doubt()
    QApplication.processEvents()
    assert (panel.audience(), panel.is_in_doubt()) == (None, True)


@pytest.mark.parametrize("act", ["edit", "mode", "everyone", "collection", "load", "read again"])
def test_an_edit_in_a_later_turn_chooses_again(panel: AudiencePanel, act: str) -> None:
    panel.by_query.click()
    panel.editor.replace(ANDROID)
    in_doubt(panel)
    if act == "edit":
        panel.editor.replace(IOS)
    elif act == "mode":
        panel.by_conditions.click()
    elif act == "everyone":
        panel.everyone.click()
    elif act == "collection":
        panel.collection_box.activated.emit(0)
    elif act == "load":
        panel.load("devices", everyone=False, text=ANDROID)
    else:
        panel.read_again()
    assert not panel.is_in_doubt()
    assert panel.audience() == Everyone() if act == "everyone" else is_query(panel, IOS if act == "edit" else ANDROID)


def test_what_is_told_later_of_the_same_edit_chooses_nobody(panel: AudiencePanel) -> None:
    panel.editor.replace(ANDROID)
    panel.doubt()
    panel.editor.replace(IOS)  # the same turn: it may be what went wrong that edits
    assert panel.audience() is None
    in_doubt(panel)
    panel.json.changed.emit()
    assert panel.audience() is None


def test_a_condition_that_never_reached_the_query_is_taken_back_from_the_screen(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.editor.replace(ANDROID)
    row = row_at(panel.conditions.builder, 0)
    line = row.value.findChildren(QLineEdit)[-1]
    line.setFocus()

    def fail(_value: object, _place: int = 0) -> None:
        raise LookupError

    with qtbot.captureExceptions() as raised:
        with monkeypatch.context() as patch:
            patch.setattr(row.draft, "put", fail)
            QTest.keyClicks(line, "s")
        panel.doubt()
        QApplication.processEvents()
    assert len(raised) == 1
    shown = row_at(panel.conditions.builder, 0).value.findChildren(QLineEdit)[-1]
    assert shown.text() == "android"
    shown.setFocus()
    shown.end(False)
    QTest.keyClicks(shown, "x")
    assert is_query(panel, '{"deviceType": "androidx"}')


@pytest.mark.parametrize("act", ["load", "modes"])
def test_rows_that_were_left_other_than_their_text_are_made_anew(panel: AudiencePanel, act: str) -> None:
    both = '{"deviceType": "android", "city": "Moscow"}'
    panel.load("devices", everyone=False, text=both)
    assert len(panel.conditions.builder.root.widgets()) == 2
    panel.conditions.builder.load({"deviceType": "android"})  # as far as a removal came, of which nothing was told
    panel.doubt()
    QApplication.processEvents()
    if act == "load":
        panel.load("devices", everyone=False, text=both)
    else:
        panel.by_query.click()
        panel.by_conditions.click()
    assert len(panel.conditions.builder.root.widgets()) == 2
    assert is_query(panel, both)


def test_rows_that_could_not_be_made_are_made_with_the_next_look(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_query: JsonObject) -> None:
        raise LookupError

    with monkeypatch.context() as patch, qtbot.captureExceptions():
        patch.setattr(panel.conditions.builder, "load", fail)
        with pytest.raises(LookupError):
            panel.load("devices", everyone=False, text=ANDROID)
    panel.by_query.click()
    panel.by_conditions.click()
    assert len(panel.conditions.builder.root.widgets()) == 1


@pytest.mark.parametrize("broken", ["read_query", "mend"])
def test_a_reading_that_raises_chooses_nobody_and_says_so(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    window = start().window
    compose(window)
    panel = window.tab.audience
    panel.by_query.click()
    person.wait_for_count(window, 7)

    def fail(*_: object) -> Reading:
        raise KeyError(broken)

    with person.qtbot.captureExceptions() as raised:
        with monkeypatch.context() as patch:
            patch.setattr(json_page if broken == "read_query" else json_pane, broken, fail)
            panel.editor.replace('{"deviceType": "ios",}')
        assert window.footer.text() == IN_DOUBT
        assert "not read" in panel.json._problem_text.text()
        assert panel.audience() is None
        person.click(window.footer.send)
        assert not window.findChildren(ConfirmDialog)
    assert len(raised) == 1
    panel.editor.replace(IOS)
    assert is_query(panel, IOS)
    person.wait_for_count(window, 7)
    assert window.footer.text().startswith("Ready: 7 ")
    dialog = person.press_send(window)
    person.press(dialog, "Cancel")


@pytest.mark.parametrize("reason", ["start", "language"])
@pytest.mark.parametrize("goes_wrong", [True, False])
def test_a_window_in_whose_making_something_went_wrong_chooses_nobody(
    start: Start,
    person: Person,
    server: Server,
    escaped: ExceptionHook,
    monkeypatch: pytest.MonkeyPatch,
    reason: str,
    goes_wrong: bool,
) -> None:
    application = start(arisen=lambda: escaped.arisen)
    compose(application.window)
    person.wait_for_count(application.window, 7)
    change = WindowMemory.draft_changed

    def fail(memory: WindowMemory) -> None:
        change(memory)
        if goes_wrong:
            raise LookupError

    monkeypatch.setattr(WindowMemory, "draft_changed", fail)
    if reason == "start":
        application = start(arisen=lambda: escaped.arisen)
    else:
        application._change_language("en")
    window = application.window
    assert bool(escaped.arisen) is goes_wrong
    QApplication.processEvents()
    assert window.tab.audience.is_in_doubt() is goes_wrong
    if goes_wrong:
        assert window.footer.text() == IN_DOUBT
        person.click(window.footer.send)
        assert not window.findChildren(ConfirmDialog)
    else:
        person.wait_for_count(window, 7)


def test_the_audiences_are_in_doubt_also_where_that_cannot_be_said(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    compose(window)
    person.wait_for_count(window, 7)

    def fail(_text: str) -> None:
        raise LookupError

    monkeypatch.setattr(window.footer, "show_busy", fail)
    with pytest.raises(LookupError):
        window.doubt()
    assert all(tab.audience.is_in_doubt() for tab in window._tabs.values())
    assert window.tab.draft().audience is None


@pytest.mark.parametrize("chosen", ["as it stands", "other"])
def test_no_number_stands_while_nobody_is_chosen(start: Start, person: Person, server: Server, chosen: str) -> None:
    window = start().window
    compose(window)
    person.wait_for_count(window, 7)
    strip = window.tab.audience.count
    assert strip.text().startswith("7 ")
    window.doubt()
    QApplication.processEvents()
    assert strip.text() == "Read the audience again to count."
    assert not strip.see.isVisible()
    if chosen == "other":
        window.tab.audience.editor.replace(IOS)
    else:
        window.tab.audience.read_again()
    person.wait_for_count(window, 7)
    assert strip.text().startswith("7 ")


def test_the_link_of_the_footer_reads_the_screen_again(start: Start, person: Person, server: Server) -> None:
    window = start().window
    compose(window)
    person.wait_for_count(window, 7)
    window.doubt()
    QApplication.processEvents()
    assert window.footer.text() == IN_DOUBT
    person.click(window.footer.send)
    assert not window.findChildren(ConfirmDialog)
    assert window.footer.text() == IN_DOUBT
    person.press(window.footer, "Show me")
    person.wait_for_count(window, 7)
    assert window.footer.text().startswith("Ready: 7 ")


def test_a_count_of_another_query_is_not_told_of_this_one(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    compose(window)
    person.wait_for_count(window, 7)
    monkeypatch.setattr(window.tab.live_count, "ask", lambda *_: None)
    window.tab.audience.editor.replace(IOS)
    assert "7" not in window.footer.text()


def test_send_compares_with_the_screen(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    compose(window)
    panel = window.tab.audience
    person.wait_for_count(window, 7)
    old = read_query(IOS)
    monkeypatch.setattr(panel.json, "reading", lambda: old)
    panel.changed.emit()  # so that it is what is composed
    assert window.tab.composition.recipients.audience == old.query
    assert window.send() is None
    assert window.footer.text() == IN_DOUBT


def test_an_edit_that_nothing_was_told_of_leaves_no_text_standing(panel: AudiencePanel) -> None:
    panel.by_query.click()
    panel.editor.replace(ANDROID)
    document = panel.editor.document()
    document.contentsChange.disconnect()
    panel.editor.blockSignals(True)
    panel.editor.replace(IOS)
    panel.editor.blockSignals(False)
    assert panel.audience() is None
    assert panel.editor.text() == IOS


def test_an_edit_that_raises_half_way_does_not_keep_the_next_from_being_told(
    qtbot: QtBot, panel: AudiencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.editor.replace(ANDROID)

    def fail(*_: object) -> None:
        raise LookupError

    with monkeypatch.context() as patch:
        patch.setattr(panel.editor.letters, "insert", fail)
        with pytest.raises(LookupError):
            panel.editor.replace(IOS)
    panel.editor.replace(IOS)
    assert is_query(panel, IOS)
