"""Files that are dropped on the window, wherever on it: a message, a file of the library, anything else."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.variables import Variable
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.templates.fill_dialog import VariableField
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, shown
from tests.journey.sight import words_in
from tests.ui.every_state import states

REQUEST = {"coll": "users", "query": {"phone": {"$exists": True}}, "msg": {"text": "Half price"}}


def drop(place: QWidget, mime: QMimeData) -> bool:
    """Drags over a widget and drops, as a desktop does; tells whether anything takes it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(4, 4), Qt.DropAction.CopyAction, mime, left, none)
    entering.ignore()
    QApplication.sendEvent(place, entering)  # goes on to what the widget stands in, until something takes it
    target: QWidget | None = place
    while target is not None and not (target.acceptDrops() and _takes(target, mime)):
        target = target.parentWidget()
    if target is None:
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, none))
    return True


def _takes(widget: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(4, 4), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    widget.dragEnterEvent(event)
    return event.isAccepted()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))  # as file managers add it
    return mime


def places(window: MainWindow) -> list[QWidget]:
    form, audience = window.tab.form, window.tab.audience
    return [form.first(), audience.editor, window.history.table, window.footer, window]


def test_a_request_is_imported_wherever_it_is_dropped(window: MainWindow, person: Person, tmp_path: Path) -> None:
    path = tmp_path / "запрос.json"
    path.write_text(json.dumps(REQUEST), "utf-8")
    script = tmp_path / "send.sh"
    script.write_text(f"#!/bin/sh\ncurl https://api.test/api/v1/sendsms -d '{json.dumps(REQUEST)}'\n", "utf-8")
    for number, place in enumerate(places(window)):
        assert drop(place, files(script if number % 2 else path))
        person.qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
        dialog = shown(window, ImportDialog)
        person.qtbot.waitUntil(lambda dialog=dialog: dialog.fill.isEnabled())  # type: ignore[misc]
        assert window.tab.draft().message.summary() == ""  # nothing changes before a person says so
        if place is not window:
            dialog.reject()
            person.qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    person.press(dialog, "Fill the form")
    assert (window.tab.channel, window.tab.draft().message.summary()) == ("sms", "Half price")


def test_a_file_of_the_library_is_offered(window: MainWindow, person: Person, tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    template = {"name": "Sale", "channel": "sms", "message": {"text": "Half price"}}
    path.write_text(json.dumps({"format": "scoro-desktop-templates", "version": 1, "templates": [template]}), "utf-8")
    assert drop(window.tab.form.first(), files(path))
    person.qtbot.waitUntil(lambda: bool(window.findChildren(LibraryImport)))
    assert shown(window, TemplatesDialog).isVisible()
    assert "Sale" in words_in(shown(window, LibraryImport))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0", "“photo.png” contains no message."),
        ("empty.txt", b"", "“empty.txt” contains no message."),
        ("letter.txt", b"Dear all,\nsee you on Monday.", "“letter.txt” contains no message."),
        ("clients.csv", b"phone,name\n+79010000001,Anna\n", "“clients.csv” is a list."),
        ("clients.XLSX", b"PK\x03\x04\0\0", "“clients.XLSX” is a list."),
        ("newer.json", b'{"format": "scoro-desktop-templates", "version": 9, "templates": []}', "newer version"),
        ("folder", None, "“folder” is not a file."),
    ],
)
def test_anything_else_is_refused_and_no_path_gets_into_the_message(
    window: MainWindow, person: Person, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    before = window.tab.draft()
    for place in places(window)[:2]:
        assert drop(place, files(path))
        person.qtbot.waitUntil(lambda: words in window.notice.text())
        assert str(tmp_path) not in window.notice.text()
        window.notice.hide()
    assert drop(window, files(path, path))
    assert window.notice.text() == "Drop one file at a time. Nothing was read."
    assert window.tab.draft() == before


def test_text_is_dropped_into_a_field_as_ever(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("Great match!")
    assert drop(window.tab.form.first(), mime)
    assert window.tab.draft().message.summary() == "Great match!"
    assert not drop(window.footer, mime)


def test_no_editor_of_any_page_or_dialog_takes_a_path(window: MainWindow, person: Person, tmp_path: Path) -> None:
    """A value that is filled in, or the ending of every SMS, goes into messages as well."""
    mime, takers, seen = files(tmp_path / "clients.csv"), set(), 0
    for state, root in states(window, person):
        lines = [each for each in root.findChildren(QLineEdit) if not isinstance(each.parent(), QAbstractSpinBox)]
        takes = [(each, not each.isReadOnly() and _takes(each, mime)) for each in lines]
        texts = [each for each in root.findChildren(QPlainTextEdit) if not each.isReadOnly()]
        takes += [(each, each.canInsertFromMimeData(mime)) for each in texts]  # type: ignore[misc]
        seen += len(takes)
        takers |= {(state, type(each).__name__, each.accessibleName()) for each, taken in takes if taken}
    assert seen > 300
    assert takers == set()


def test_a_value_that_is_filled_in_takes_no_path(qtbot: QtBot, tmp_path: Path) -> None:
    field = VariableField(Variable("name"), "title", as_it_stands=False)
    qtbot.addWidget(field)
    assert not drop(field.edit, files(tmp_path / "clients.csv"))
    assert field.value() == ""
