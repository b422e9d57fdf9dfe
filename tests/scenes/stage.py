"""The window as the scenes know it: the one file among them that knows widgets."""

import dataclasses
import json
import re
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QDialog, QWidget

from scoro_desktop.app import Application
from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.composing.counts import CountState
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.ui.curl.import_dialog import ImportDialog
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.library.drafts import DraftsDialog
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import compact
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.servers import KEYS, account_at
from tests.journey.stored import stored
from tests.scenes.server import SENT, RecordingServer, masked
from tests.ui.audience.builder.by_hand import lines_of, list_of, row_at, type_field

TYPED: Final = 8
"""The most characters that are typed key by key; more are pasted."""
_MADE_UP: Final = re.compile(r"m-[0-9a-f]{16}")
_ROOTS: Final = {"gcm": ("msg", "data", "gcm"), "apns": ("msg", "data", "apns")}
_STORED: Final = ("channel", "account_name", "environment", "collection", "everyone", "summary", "expected", "outcome")
_SETTLED: Final = ("count", "reason", "error_code", "error_message", "http_status", "is_test")


def account_of(address: str, differing: dict[str, Any]) -> Account:
    """The account of a file of scenes: the usual one, with what differs."""
    return dataclasses.replace(account_at(address), **differing)


class Stage:
    """A window over a server that records. `act` does what a scene says; `seen` is what came of it."""

    keys: Final = KEYS

    def __init__(self, start: Start, person: Person) -> None:
        self._start = start
        self._person = person
        self._before = 0
        self._application: Application | None = None
        self.server = RecordingServer()
        self._acts: dict[str, Callable[..., object]] = {
            "tab": self._tab,
            "write": self._write,
            "paste": self._paste,
            "data": self._data,
            "platform": self._platform,
            "same text": lambda: self._click(self._push.differs),
            "replaceable": lambda: self._click(self._push.replaceable.box),
            "json": self._json,
            "paste json": lambda text: self._person.paste(self._window.tab.audience.editor, text),
            "condition": self._condition,
            "list": self._list,
            "remove condition": lambda place: self._click(self._row(place).remove),
            "mode": self._mode,
            "collection": self._collection,
            "send": self._send,
            "press send": self._press_send,
            "cancel": self._cancel,
            "send test": self._send_test,
            "use again": lambda row=0: self._from_history("Use again", row),
            "correct": self._correct,
            "undo": self._undo,
            "redo": self._redo,
            "new": lambda: self._click(self._window.tools.new),
            "take back": lambda: self._click(self._window.notice.action),
            "curl": self._curl,
            "keep template": self._keep_template,
            "use template": self._use_template,
            "keep draft": self._keep_draft,
            "open draft": self._open_draft,
            "restart": self.open,
            "server": lambda outcome: setattr(self.server, "outcome", outcome),
        }

    def __enter__(self) -> Self:
        self.server.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._application is not None:
            self._application.close()
        self.server.__exit__(kind, error, trace)

    def open(self) -> None:
        """Starts the app, or starts it anew over what it left."""
        self._application = self._start()
        self._person.wait_for_keys(self._window)

    def begin(self) -> None:
        """Empties both forms; what was sent before is no more looked at."""
        for index in reversed(range(len(Channel))):
            self._window.tabs.setCurrentIndex(index)
            self._click(self._window.tools.new)
        self._settle()
        self.server.outcome = SENT
        self.server.bodies.clear()
        self.server.counted.clear()
        self._before = self._window_rows()
        self._dialog: dict[str, object] = {}

    def act(self, verb: str, *arguments: Any) -> None:
        """Does one act and waits until its consequences are there."""
        self._acts[verb](*arguments)
        self._settle()

    def seen(self) -> dict[str, Any]:
        """The state of the window, the server and the disk at the end of a scene."""
        tab, current = self._window.tab, self._window.current
        draft, count = tab.draft(), tab.live_count.count
        problems = [[each.code, ".".join(each.field), each.stops] for each in current.problems(draft)]
        seen: dict[str, Any] = {
            "tab": tab.channel.value,
            "footer": self._window.footer.text(),
            "problems": problems,
            "request": _plain(compact(draft.so_far()).decode()),
            "count": [count.state.value, count.value, self._asked_for(draft)],
            "sent": [[call, _plain(body)] for call, body in self.server.bodies],
            "rows": [self._row_of(send) for send in self._rows()],
        }
        if self._dialog:
            seen["confirmation"] = self._dialog
        return seen

    def is_counted(self, number: int) -> bool:
        """Tells whether a confirmation is open that shows this count."""
        return any(each.isVisible() and each.count == number for each in self._window.findChildren(ConfirmDialog))

    def hold_disk(self, until: threading.Event) -> None:
        """Lets the thread of the disk do nothing more until then."""
        told: list[object] = []
        assert self._application is not None
        self._application.storage.writer.ask(lambda _stores: until.wait(WAIT_MS / 1000), told.append, told.append)

    def _asked_for(self, draft: Draft) -> str:
        """Returns the body of the count of the audience on the screen; other counts look for fields, at any time."""
        if draft.audience is None:
            return ""
        query = draft.query()
        asked = [body for body in self.server.counted if json.loads(body).get("query") == query]
        return asked[-1] if asked else ""

    @property
    def _window(self) -> MainWindow:
        assert self._application is not None
        return self._application.window

    @property
    def _push(self) -> PushForm:
        form = self._window.tab.form
        assert isinstance(form, PushForm)
        return form

    def _settle(self) -> None:
        window = self._window

        def idle() -> bool:
            tab = window.tab
            return not (
                window.current.loading
                or tab.draft().being_read
                or tab.live_count.count.state is CountState.COUNTING
                or window._services.dispatch.under_way
                or window._services.storage._waiting
            )

        self._person.qtbot.waitUntil(idle, timeout=WAIT_MS)

    def _window_rows(self) -> int:
        assert self._application is not None
        return stored(self._application).history.count(HistoryFilter())

    def _rows(self) -> list[Send]:
        assert self._application is not None
        history = stored(self._application).history
        new = self._window_rows() - self._before
        found = [history.get(line.id) for line in history.page(HistoryFilter(), 0, new)] if new else []
        return [send for send in found if send is not None]

    def _row_of(self, send: Send) -> dict[str, Any]:
        row = {name: getattr(send, name) for name in (*_STORED, *_SETTLED)}
        row |= {"query_text": send.query_text, "request": _plain(compact(send.request).decode())}
        return {name: masked(value) if isinstance(value, str) else value for name, value in row.items()}

    def _tab(self, channel: str) -> None:
        self._window.tabs.setCurrentIndex(list(Channel).index(Channel(channel)))

    def _field(self, path: str) -> Any:
        first, *rest = path.split(".")
        field = self._window.tab.form.owner((*_ROOTS.get(first, (first,)), *rest))
        assert field is not None, path
        return field

    def _editor(self, path: str) -> QWidget:
        whole: tuple[str, ...] = tuple(path.split("."))
        whole = (*_ROOTS.get(whole[0], (whole[0],)), *whole[1:])
        self._window.tab.form.reveal(whole)
        editor = self._field(path).edit()
        assert isinstance(editor, QWidget)
        return editor

    def _write(self, path: str, value: str) -> None:
        editor = self._editor(path)
        match editor:
            case QCheckBox():
                self._click(editor)
            case QComboBox():
                self._choose(editor, value)
            case _:
                self._fill(editor, value)

    def _click(self, button: QAbstractButton) -> None:
        """Clicks a button. Not in the middle of its place: a box with few words is not as wide as its place."""
        was = button.isChecked()
        assert button.isEnabled(), button.text()
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        assert not button.isCheckable() or button.isChecked() != was or not isinstance(button, QCheckBox), button.text()

    def _fill(self, editor: QWidget, text: str) -> None:
        """Puts a text in the place of what stands there: typed if it is short and has keys, else pasted."""
        typed = len(text) <= TYPED and text.isprintable()
        self._person.fill(editor, text if typed else "")
        if not typed:
            self._person.paste(editor, text)

    def _json(self, text: str) -> None:
        self._fill(self._window.tab.audience.editor, text)

    def _choose(self, box: QComboBox, value: object) -> None:
        """Picks an entry by what it stands for, as a click on it does."""
        indexes = [index for index in range(box.count()) if str(box.itemData(index)) == str(value)]
        assert len(indexes) == 1, [box.itemData(index) for index in range(box.count())]
        box.setCurrentIndex(indexes[0])
        box.activated.emit(indexes[0])

    def _paste(self, path: str, text: str) -> None:
        self._person.paste(self._editor(path), text)

    def _data(self, path: str, key: str, kind: str, text: str) -> None:
        field = self._field(path)
        assert isinstance(field, KeyValuesField)
        self._window.tab.form.reveal((*_ROOTS[path.split(".", maxsplit=1)[0]], *path.split(".")[1:]))
        row = field._append()
        row.restore([key, kind, text, text == "yes"])
        row.changed.emit()

    def _platform(self, name: str) -> None:
        self._click({"android": self._push.android, "iphone": self._push.iphone}[name].switch)

    def _row(self, place: int) -> Any:
        return row_at(self._window.tab.audience.conditions.builder, place)

    def _add_condition(self, field: str, operator: str) -> Any:
        panel = self._window.tab.audience
        if not panel.by_conditions.isChecked():
            self._click(panel.by_conditions)
        builder = panel.conditions.builder
        row = builder.root.append_condition()
        type_field(self._person.qtbot, row, field)
        self._choose(row.operator, Operator[operator])
        return row

    def _condition(self, field: str, operator: str, *values: str) -> None:
        row = self._add_condition(field, operator)
        for line, value in zip(lines_of(row), values, strict=False):
            self._person.fill(line, value)

    def _list(self, field: str, operator: str, text: str) -> None:
        row = self._add_condition(field, operator)
        self._person.paste(list_of(row), text)

    def _mode(self, mode: str) -> None:
        panel = self._window.tab.audience
        self._click({"conditions": panel.by_conditions, "json": panel.by_query, "everyone": panel.everyone}[mode])

    def _collection(self, name: str) -> None:
        box = self._window.tab.audience.collection_box
        self._choose(box, name)

    def _send(self) -> None:
        """Presses Send, does what the confirmation asks for, and confirms."""
        dialog = self._person.press_send(self._window)
        self._dialog = {"button": dialog.send_button.text(), "at once": dialog.send_button.isEnabled()}
        if dialog.again.isVisible():
            self._click(dialog.again)
        if dialog.acknowledged.isVisible():
            self._click(dialog.acknowledged)
        if dialog.quiet.isVisible():
            self._click(dialog.quiet)
        if dialog.typed.isVisible():
            account = self._window.current.account
            assert account is not None
            self._person.fill(dialog.typed, account.name if dialog.count is None else str(dialog.count))
            if not dialog.send_button.isEnabled():
                self._person.fill(dialog.typed, account.name)
        self._person.confirm(self._window, dialog)

    def _press_send(self) -> None:
        """Presses Send; looks at what comes up, and goes back."""
        dialog = self._window.send()
        if dialog is None:
            self._dialog = {"button": None}
            return
        self._person.qtbot.waitUntil(
            lambda: dialog.count is not None or dialog.again_button.isVisible(), timeout=WAIT_MS
        )
        self._person.settle()  # the disk may answer after the server whether the same message was sent before
        self._dialog = {
            "button": dialog.send_button.text(),
            "at once": dialog.send_button.isEnabled(),
            "to type": dialog.typed.isVisible(),
            "again": dialog.again.isVisible(),
            "unknown": dialog.acknowledged.isVisible(),
        }
        dialog.reject()

    def _cancel(self) -> None:
        self._person.press_send(self._window).reject()

    def _send_test(self) -> None:
        dialog = self._person.send_test(self._window)
        self._dialog = {"button": None if dialog is None else dialog.send_button.text()}
        if dialog is not None:
            dialog.reject()
            return
        for each in self._window.findChildren(QDialog):  # the place to choose an audience for tests
            if each.isVisible():
                each.reject()

    def _from_history(self, button: str, row: int) -> None:
        self._person.select_row(self._window, row)
        self._person.press(self._window.history, button)

    def _correct(self, row: int = 0) -> None:
        self._person.select_row(self._window, row)
        action = next(each for each in self._window.history.table.actions() if each.text() == "Correct it…")
        assert isinstance(action, QAction)
        action.trigger()

    def _undo(self) -> None:
        self._window.bar.undo.trigger()

    def _redo(self) -> None:
        self._window.bar.redo.trigger()

    def _curl(self, command: str) -> None:
        self._window.curl.show_import()
        dialog = shown(self._window, ImportDialog)
        self._person.fill(dialog.editor, command)
        self._person.qtbot.waitUntil(dialog.fill.isEnabled, timeout=WAIT_MS)
        self._click(dialog.fill)

    def _keep_template(self, name: str, audience: bool = False) -> None:
        self._window.tools.keep_template.trigger()
        dialog = shown(self._window, SaveDialog)
        self._person.fill(dialog.name, name)
        if audience != dialog.audience.isChecked():
            self._click(dialog.audience)
        self._person.press(dialog, "Save")

    def _use_template(self, name: str, values: dict[str, str] | None = None) -> None:
        self._window.tools.templates.trigger()
        dialog = shown(self._window, TemplatesDialog)
        lists = dialog.list.list
        lists.clearSelection()
        for row in range(lists.count()):
            if lists.item(row).text().split("\n")[0] == name:
                lists.item(row).setSelected(True)
        self._person.press(dialog, "Use")
        if values is None:
            return
        fill = shown(self._window, FillDialog)
        for field in fill.fields:
            for variable, value in values.items():
                if variable in field.edit.accessibleName():
                    field.edit.setText(value)
        self._click(fill.fill)

    def _keep_draft(self, name: str) -> None:
        dialog = self._window.drafts.keep(self._window.tab)
        assert isinstance(dialog, NameDialog)
        self._person.fill(dialog.name, name)
        dialog.buttons[0].click()

    def _open_draft(self, name: str) -> None:
        self._window.tools.drafts.trigger()
        dialog = shown(self._window, DraftsDialog)
        dialog.lists.setCurrentIndex(0)
        rows = [dialog.named.list.item(row).text().split("\n")[0] for row in range(dialog.named.list.count())]
        dialog.named.list.setCurrentRow(rows.index(name))
        self._click(dialog.open_it)


def _plain(text: str) -> str:
    """The text without what differs from run to run: names that are made up, one word for each."""
    names: dict[str, str] = {}
    return _MADE_UP.sub(lambda found: names.setdefault(found.group(), f"<name {len(names) + 1}>"), masked(text))


__all__ = ["Stage", "account_of"]
