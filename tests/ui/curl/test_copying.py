"""Copies of what is on the screen: what is refused, asked and warned of."""

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QToolTip

from scoro_desktop.curl.reading import Shell
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion, TooLongQuestion
from scoro_desktop.ui.curl.copying import SECRET_HINTS
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person


@pytest.fixture
def clipboard() -> QClipboard:
    clipboard = QApplication.clipboard()
    clipboard.setText("as before")
    return clipboard


def load(window: MainWindow, text: str, *, everyone: bool = False) -> None:
    request = Request.from_wire(Channel.SMS, {"coll": "users", "msg": {"text": text}})
    window.messages.open(request, everyone=everyone, query_text="" if everyone else '{"city": "Omsk"}')


def test_without_an_audience_nothing_is_copied(window: MainWindow, person: Person, clipboard: QClipboard) -> None:
    """The API would take it for everyone."""
    load(window, "hi")
    window.tab.audience.editor.replace('{"city": ')
    said: list[str] = []
    for with_keys in (False, True):
        with person.answering(CannotCopy, lambda box: said.append(box.informativeText())):
            window.curl.copy(Shell.POSIX, with_keys)
    assert said == ["First choose who gets it: without a query it would go to everyone."] * 2
    assert clipboard.text() == "as before"


def test_the_question_says_what_keys_on_the_clipboard_mean(
    window: MainWindow, person: Person, clipboard: QClipboard
) -> None:
    load(window, "hi")
    said: list[str] = []

    def read(box: KeysQuestion) -> None:
        said.append(box.text() + box.informativeText())
        assert box.defaultButton().text() == "Cancel"
        person.press(box, "Copy with keys")

    with person.answering(KeysQuestion, read):
        window.curl.copy(Shell.POSIX, True)
    assert "with the keys of “Sandbox”" in said[0]
    assert "nothing is counted or asked first" in said[0]
    assert "EVERYONE" not in said[0]
    person.qtbot.waitUntil(lambda: QToolTip.text() == "Copied, with keys.")
    keys = window.current.keys
    assert keys is not None
    assert keys.access_key in clipboard.text()
    # Histories of clipboards are asked not to keep it.
    assert set(SECRET_HINTS) <= set(clipboard.mimeData().formats())

    window.curl.copy(Shell.POSIX, False)
    assert not set(SECRET_HINTS) & set(clipboard.mimeData().formats())

    load(window, "hi", everyone=True)
    with person.answering(KeysQuestion, read):
        window.curl.copy(Shell.POSIX, True)
    assert "It goes to EVERYONE in “users”." in said[1]


def test_what_is_too_long_for_cmd_is_offered_for_powershell(
    window: MainWindow, person: Person, clipboard: QClipboard
) -> None:
    load(window, "x" * 9000)
    with person.answering(TooLongQuestion, lambda box: person.press(box, "Cancel")):
        window.curl.copy(Shell.CMD, False)
    assert clipboard.text() == "as before"
    with person.answering(TooLongQuestion, lambda box: person.press(box, "Copy anyway")):
        window.curl.copy(Shell.CMD, False)
    assert clipboard.text().startswith("curl -X POST")
    said: list[str] = []

    def choose(box: TooLongQuestion) -> None:
        said.append(box.text())
        person.press(box, "Copy for PowerShell")

    with person.answering(TooLongQuestion, choose):
        window.curl.copy(Shell.CMD, False)
    assert clipboard.text().startswith("& {")
    assert "at most 8,191 characters" in said[0]


def test_what_cannot_be_written_is_not_copied(window: MainWindow, person: Person, clipboard: QClipboard) -> None:
    load(window, "half \ud800")
    with person.answering(CannotCopy, lambda box: None):
        window.curl.copy(Shell.POSIX, False)
    assert clipboard.text() == "as before"


def test_without_keys_there_are_none_to_copy(window: MainWindow, person: Person, clipboard: QClipboard) -> None:
    load(window, "hi")
    window.current.keys = None
    with person.answering(CannotCopy, lambda box: None):
        window.curl.copy(Shell.POSIX, True)
    assert clipboard.text() == "as before"
    window.current.choose(None)
    window.curl.copy(Shell.POSIX, False)
    assert "https://api.scorocode.ru/api/v1/sendsms" in clipboard.text()
    assert "YOUR_APPLICATION_ID" in clipboard.text()
