"""No key gets anywhere but to the server that it is for."""

import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QTextEdit, QWidget

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter
from tests.journey.conftest import Person, Start
from tests.journey.stored import stored
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import QUERY, press


def readable(widget: QWidget) -> list[str]:
    """Every text of a widget that a person could come to see."""
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    for name in ("text", "placeholderText", "title", "currentText"):
        get = getattr(widget, name, None)
        if callable(get):
            texts.append(str(get()))
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        texts.append(widget.toPlainText())
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(index) + str(widget.itemData(index)) for index in range(widget.count())]
    return texts


def everything_on_screen() -> str:
    texts = []
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            texts += readable(widget)
            texts += [action.text() + action.toolTip() for action in widget.findChildren(QAction)]
    return "\n".join(texts)


def test_no_key_is_seen_or_stored_after_a_send(
    start: Start, person: Person, data_dir: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    application: Application = start()
    window = application.window
    keys = application.services.sandbox_keys
    assert keys is not None
    secrets = [each for each in (keys.client_key, keys.access_key, keys.session) if each]
    assert len(secrets) == 2
    assert all(len(each) >= 16 for each in secrets)
    body = push_with(gcm={"notification": {"title": "Great match!"}})
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    person.wait_for_count(window)
    seen = everything_on_screen()
    press(person, window)
    seen += everything_on_screen()
    person.qtbot.waitUntil(
        lambda: stored(application).history.count(HistoryFilter(outcomes=frozenset({Outcome.SENT}))) == 1
    )
    seen += everything_on_screen()
    window.save()
    assert "Great match!" in seen
    files = {path.name: path.read_bytes() for path in data_dir.rglob("*") if path.is_file()}
    assert any(b"Great match!" in content for content in files.values())
    said = "".join(capfd.readouterr()) + caplog.text + repr(application.services)
    for secret in secrets:
        assert secret not in seen
        assert secret not in said
        assert [name for name, content in files.items() if secret.encode() in content] == []
