"""Tests in the real window: a message copied as a command and pasted again is on the screen again as it was."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop import wire
from scoro_desktop.curl.reading import Shell
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.curl.copy_questions import CannotCopy, TooLongQuestion
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.curl.test_round_trip import hard_text
from tests.examples import how_many
from tests.journey.conftest import WAIT_MS
from tests.ui.compose.messages import push_with
from tests.ui.compose.test_every_field import LEAVES, with_leaf

_values = {path: st.sampled_from(values) for path, values in LEAVES}
_messages: st.SearchStrategy[tuple[Channel, JsonObject]] = st.one_of(
    hard_text.map(lambda text: (Channel.SMS, {"msg": {"text": text}})),
    st.tuples(
        hard_text, st.lists(st.sampled_from(sorted(_values)).flatmap(lambda p: st.tuples(st.just(p), _values[p])))
    ).map(lambda drawn: (Channel.PUSH, push_of(*drawn))),
)
_queries = st.fixed_dictionaries(
    {"city": hard_text}, optional={"$or": st.just([{"a": {"$exists": True}}, {"b": {"$in": [1, 2.5, None, "x"]}}])}
)


def push_of(text: str, chosen: list[tuple[tuple[str, ...], Any]]) -> JsonObject:
    data: JsonObject = {}
    with_leaf(data, ("gcm", "notification", "title"), text)
    with_leaf(data, ("apns", "acme"), [text])
    for path, value in chosen:
        with_leaf(data, path, value)
    return push_with(**data)


def paste(qtbot: QtBot, window: MainWindow, command: str) -> None:
    """Through the dialog, as a person does it."""
    dialog = window.curl.show_import()
    assert isinstance(dialog, ImportDialog)
    QApplication.clipboard().setText(command)
    with qtbot.waitSignal(dialog.read, timeout=WAIT_MS):
        dialog.editor.paste()
    assert dialog.fill.isEnabled(), command
    dialog.fill.click()


@pytest.fixture(autouse=True)
def no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every question fail that would wait for a person here."""

    def refuse(why: str, *_: object) -> str:
        raise AssertionError(why)

    monkeypatch.setattr(CannotCopy, "tell", refuse)
    monkeypatch.setattr(TooLongQuestion, "ask", lambda *_: "same_shell")


@pytest.mark.parametrize("shell", Shell)
@settings(max_examples=how_many(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=_messages, query=_queries)
def test_a_draft_comes_back_from_its_command(
    qtbot: QtBot, window: MainWindow, shell: Shell, message: tuple[Channel, JsonObject], query: JsonObject
) -> None:
    channel, body = message
    collection = "devices" if channel is Channel.PUSH else "roles"
    request = Request.from_wire(channel, {"coll": collection, **body})
    window.messages.open(request, everyone=False, query_text=json.dumps(query))
    draft = window.tab.draft()
    sent = draft.request()
    window.curl.copy(shell, False)
    command = QApplication.clipboard().text()
    window.messages.clear()
    window.tabs.setCurrentIndex(0)
    paste(qtbot, window, command)
    again = window.tab.draft()
    assert again.channel is channel
    assert wire.compact(again.request().to_wire()) == wire.compact(sent.to_wire())
    assert again.query() == draft.query()
    assert not [each for each in again.input_problems if each.stops]
