"""Whatever raises between an edit of the audience and what the footer says of it: nobody is chosen, nothing is sent.

Each of our functions that a person's act calls raises once, in its turn, in the real window. The short form takes some
of them; the long one takes all: `pytest -m long tests/journey/test_nobody_stands.py`.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget

import scoro_desktop
from scoro_desktop.app import Application
from scoro_desktop.audience.query import Everyone, Query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.ui.runtime.exception_hook import ExceptionHook
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.ui.audience.builder.by_hand import row_at
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import server
from tests.ui.servers import Server

__all__ = ["server"]

ROOT: Final = str(Path(scoro_desktop.__file__).parent)
BEFORE: Final = '{"age": {"$gt": 20}, "city": "Tver"}'
AFTER: Final = '{"bonusPoints": {"$in": [1e+5, 2]}}'
THIRD: Final = '{"city": "Omsk"}'
BODY: Final = push_with(gcm={"notification": {"title": "Great match!"}})


class BrokenError(Exception):
    """The error that a function of ours raises in its turn."""


class Stage:
    """The window, as the command runs it, with a person's hands on it."""

    def __init__(self, application: Application, person: Person) -> None:
        self.window: MainWindow = application.window
        self.person = person
        self.panel = self.window.tab.audience
        self.window.tab.live_count._latest._timer.setInterval(0)  # a pause is no part of what is tried here

    def set_up(self, act: str) -> None:
        """Shows a message that is ready to be sent, in the mode that the act begins in."""
        self.window.tab.load(Request.from_wire(Channel.PUSH, BODY), everyone=False, query_text=BEFORE)
        by_json = act in {"paste", "key", "to conditions", "undo", "to everyone"}
        (self.panel.by_query if by_json else self.panel.by_conditions).click()
        if act == "undo":
            self.paste(AFTER)
        self.wait_until_ready()
        if act == "paste":  # what selects the text comes before the edit, which ends any doubt from then
            self.select_all()

    def wait_until_ready(self) -> None:
        self.person.qtbot.waitUntil(lambda: self.window.footer.text().startswith("Ready: 7 "), timeout=WAIT_MS)

    def key(self, widget: QWidget, key: Qt.Key, text: str = "") -> None:
        """Presses a key; one without a letter together with Ctrl, but for those that move."""
        alone = bool(text) or key in {Qt.Key.Key_Backspace, Qt.Key.Key_Down}
        modifiers = Qt.KeyboardModifier.NoModifier if alone else Qt.KeyboardModifier.ControlModifier
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(widget, QKeyEvent(kind, key, modifiers, text))
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        place = QPointF(widget.rect().center() if not isinstance(widget, QRadioButton) else QPoint(8, 8))
        left, none, plain = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, place, widget.mapToGlobal(place), left, held, plain)
            QApplication.postEvent(widget, event)
        QApplication.processEvents()

    def select_all(self) -> None:
        self.key(self.panel.editor, Qt.Key.Key_A)

    def paste(self, text: str) -> None:
        self.select_all()
        self.paste_over(text)

    def paste_over(self, text: str) -> None:
        """Pastes over what is selected."""
        QApplication.clipboard().setText(text)
        self.key(self.panel.editor, Qt.Key.Key_V)

    def do(self, act: str) -> None:
        """Does an act of a person. Events come by the event loop: an error goes to the hook only from there."""
        panel = self.panel
        if act == "paste":
            self.paste_over(AFTER)
        elif act == "key":
            self.click(panel.editor.viewport())
            self.key(panel.editor, Qt.Key.Key_Backspace)
        elif act == "row":
            self.key(row_at(panel.conditions.builder, 1).value.findChildren(QLineEdit)[-1], Qt.Key.Key_X, "x")
        elif act == "remove":
            self.click(row_at(panel.conditions.builder, 1).remove)
        elif act == "undo":
            self.key(panel.editor, Qt.Key.Key_Z)
        elif act == "collection":
            self.key(panel.collection_box, Qt.Key.Key_Down)
        elif act == "use again":
            request = Request.from_wire(Channel.PUSH, BODY)
            self.window.messages.open(request, everyone=False, query_text=AFTER)
        else:
            modes = {"to json": panel.by_query, "to conditions": panel.by_conditions, "to everyone": panel.everyone}
            self.click(modes[act])

    def calm(self) -> None:
        """Lets everything happen that is due, and the count be asked for."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shown(self) -> Any:
        """The audience on the screen, read by nothing of ours."""
        if self.panel.everyone.isChecked():
            return Everyone()
        raw = self.panel.editor.document().toRawText().replace("\u2029", "\n")
        try:
            return json.loads(raw)
        except ValueError:
            return None

    def assert_nobody_or_as_shown(self) -> None:
        audience = self.window.tab.draft().audience
        if isinstance(audience, Query):
            assert json.dumps(audience.value) == json.dumps(self.shown())
        elif audience is not None:
            assert audience == self.shown()


ACTS: Final = (
    "paste",
    "key",
    "row",
    "remove",
    "to json",
    "to conditions",
    "to everyone",
    "undo",
    "collection",
    "use again",
)


@pytest.fixture
def stage(start: Start, person: Person, server: Server, tmp_path: Path) -> Iterator[Stage]:
    server.always("push", Sent(7))
    application = start()
    escaped = ExceptionHook(ErrorLog(tmp_path))
    escaped.install()
    escaped.arose.connect(application.doubt)
    escaped.troubled.connect(application.show_trouble)
    yield Stage(application, person)
    escaped.close()


OVERRIDE: Final = re.compile(r"\w*[eE]vent|eventFilter|sizeHint|minimumSizeHint|heightForWidth|hasHeightForWidth")


def is_out_of_reach(frame: FrameType | None) -> bool:
    """Tells whether an error raised here can never come to the hook.

    Painting has no say in what is told, and Qt cannot go on after it raised. What is raised in an override of Qt's
    while a call of ours is within Qt is kept by PySide until that call ends; another override before that, and it is
    lost, or the process crashes (6.11, `storePythonOverrideErrorOrPrint`). From the event loop it is told.
    """
    while frame is not None:
        name = frame.f_code.co_name
        if name == "paintEvent" or (OVERRIDE.fullmatch(name) and is_ours(frame.f_back) and not is_inherited(frame)):
            return True
        frame = frame.f_back
    return False


def is_inherited(frame: FrameType) -> bool:
    """Tells whether an override is called by that of a subclass in the same object, and not by Qt."""
    before = frame.f_back
    if before is None or before.f_code.co_name != frame.f_code.co_name:
        return False
    return before.f_locals.get("self") is frame.f_locals.get("self")


def is_ours(frame: FrameType | None) -> bool:
    return frame is not None and frame.f_code.co_filename.startswith(ROOT)


def called(act: Callable[[], None]) -> list[CodeType]:
    """Our functions that an act calls on the GUI thread, in the order of their first call."""
    found: dict[CodeType, None] = {}

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and is_ours(frame) and not is_out_of_reach(frame):
            found.setdefault(frame.f_code)

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return list(found)


def break_once(code: CodeType, act: Callable[[], None]) -> bool:
    """Does the act while a function raises at its first call; what escapes goes where the event loop would bring it."""
    has_raised = False

    def strike(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal has_raised
        if event == "call" and frame.f_code is code and not has_raised and not is_out_of_reach(frame):
            has_raised = True
            sys.setprofile(None)
            raise BrokenError(code.co_qualname)

    sys.setprofile(strike)
    try:
        act()
    except Exception as error:  # noqa: BLE001  a person's act is called by a slot, from which it is handed on so
        sys.setprofile(None)
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.setprofile(None)
    return has_raised


def check(stage: Stage, act: str, code: CodeType) -> list[str]:
    """Finds what is wrong after the function has raised."""
    window = stage.window
    stage.set_up(act)

    def do() -> None:
        stage.do(act)
        stage.calm()

    if not break_once(code, do):
        return []  # a matter of time: another call was first
    stage.calm()
    wrong = []
    if "Ready" in window.footer.text():
        wrong.append("the footer says " + window.footer.text())
    if window.tab.draft().audience is not None:
        wrong.append("somebody is chosen")
    window.footer.send.click()
    if (dialog := window.findChild(ConfirmDialog)) is not None and dialog.isVisible():
        wrong.append("Send asks")
        dialog.reject()
    stage.panel.by_query.click()
    stage.paste(THIRD)
    stage.calm()
    stage.assert_nobody_or_as_shown()
    if not isinstance(window.tab.draft().audience, Query):
        wrong.append("the next edit chooses nobody")
    return [
        f"{act}: {code.co_filename.removeprefix(ROOT)}:{code.co_firstlineno} {code.co_qualname}: {each}"
        for each in wrong
    ]


def functions(stage: Stage, act: str) -> list[CodeType]:
    stage.set_up(act)

    def do() -> None:
        stage.do(act)
        stage.calm()

    return called(do)


@pytest.mark.parametrize("act", ACTS)
def test_some_functions_between_an_edit_and_the_footer(stage: Stage, act: str) -> None:
    found = functions(stage, act)
    assert len(found) > 50
    wrong = [each for code in found[:: len(found) // 4] for each in check(stage, act, code)]
    assert not wrong


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("act", ACTS)
def test_every_function_between_an_edit_and_the_footer(stage: Stage, act: str) -> None:
    found = functions(stage, act)
    wrong = [each for code in found for each in check(stage, act, code)]
    assert not wrong, f"{len(wrong)} of {len(found)}:\n" + "\n".join(wrong)
