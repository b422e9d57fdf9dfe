"""Measures for how long each act in the window holds it up, over a history of a million sends.

    python bench/gaps.py FOLDER [--rows N] [--only WORD] [--where]

A timer on the GUI thread beats every 5 ms (bench/heartbeat.py). Each act is done three times, a first look once; the
shortest of the longest gaps between two beats counts, less the shortest that a bare window had just before. The app
runs over its sandbox, offscreen; FOLDER keeps the million sends for the next run. "busy" is the most processor time of
the GUI thread between two beats: what others on the machine do is not in it. "loop" is the same loop beside each act,
in milliseconds: where it takes longer the processor was slower.

`--only` does the acts whose names hold a word, `--where` tells where the GUI thread stood while a beat was late. Ends
with 1 where a gap is over 16 ms, or where there is a dialog that was not opened.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;default.warning=true;*.info=false")

from gap_dialogs import DIALOGS, every_dialog
from heartbeat import Heart, NoKeyring, Watcher, loop_ms, rest, rest_until
from many_sends import COMMON, RARE, make
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
)

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.history_filter import NEWEST, Column
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.audience.builder.many_values import ManyDialog
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.editor.value_pane import Editing, JsonDialog
from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.history.page_head import PageHead
from scoro_desktop.ui.moments.zone_dialog import ZoneDialog
from scoro_desktop.ui.runtime.qt_application import make_qt, spare_the_window
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window import about
from scoro_desktop.ui.window.error_dialog import ErrorDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.wire import JsonObject

LIMIT_MS: Final = 16.0
TIMES: Final = 3
QUERY: Final = '{"deviceType": "android"}'
LONG_QUERY: Final = (
    '{"deviceId": {"$nin": [\n' + ",\n".join(f'"device-{number:09d}"' for number in range(50_000)) + "]}}"
)
BODY: Final[JsonObject] = {
    "coll": "devices",
    "msg": {
        "data": {
            "gcm": {"notification": {"title": "Great match", "body": "Tickets are half price until"}},
            "apns": {"aps": {"alert": {"title": "Great match", "body": "Tickets are half price until"}}},
        }
    },
}


BEGAN = time.strftime("%X")
"""Keeps messages from being those of an earlier run over the same folder, which asks before they are sent again."""


class Stage:
    """The window, and hands that act on it."""

    def __init__(self, application: Application) -> None:
        self.window = application.window
        self.number = 0
        self.seen: set[str] = set()
        """The names of the classes of dialogs that were open at the end of an act."""

    def compose(self, query: str = QUERY) -> None:
        """Another message to an audience that is counted, and the draft of it is kept."""
        self.window.turn_to(MainPage.COMPOSE)
        self.number += 1
        body = {**BODY, "msg": {"data": {"gcm": {"notification": {"title": f"Message {self.number} of {BEGAN}"}}}}}
        self.window.messages.show(Channel.PUSH)
        self.window.tab.load(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=query)
        self.window.tab.audience.by_query.click()
        rest_until(self.is_counted)
        rest(1.6)

    def is_counted(self) -> bool:
        return self.window.tab.live_count.count.state.value == "known"

    def is_idle(self) -> bool:
        services = self.window._services
        return not services.dispatch.under_way and not services.storage._waiting

    def dialogs(self) -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    def note_dialogs(self) -> None:
        shown = [each for each in QApplication.allWidgets() if isinstance(each, QDialog) and each.isVisible()]
        self.seen |= {type(each).__name__ for each in shown}  # those of the library stand in a page

    def confirmation(self) -> ConfirmDialog:
        return next(each for each in self.dialogs() if isinstance(each, ConfirmDialog))

    def close_dialogs(self) -> None:
        for each in self.dialogs():
            each.done(0)
        self.window._sandbox_view = None
        rest(0.3)

    def history(self, kind: type, number: int = 0) -> object:
        return self.window.history._filters.findChildren(kind)[number]


@dataclass(frozen=True)
class Act:
    """`prepare` is not measured; `do` is, until `done` holds and the window had a moment of rest."""

    name: str
    do: Callable[[Stage], object]
    prepare: Callable[[Stage], object] = lambda _stage: None
    done: Callable[[Stage], bool] = lambda _stage: True
    bare: Callable[[], float] = lambda: 0.0
    times: int = TIMES


def opening(name: str, show: Callable[[Stage], object]) -> Act:
    def prepare(stage: Stage) -> None:
        stage.close_dialogs()
        if not stage.number:
            stage.compose()

    return Act(f"open: {name}", show, prepare, lambda stage: bool(stage.dialogs()) and stage.is_idle())


def first_look(name: str, show: Callable[[Stage], object]) -> Act:
    """An act that makes something when it is first looked at, and kept: once, since a second look is another matter."""
    return Act(f"first look: {name}", show, lambda _stage: rest(0.5), Stage.is_idle, times=1)


def choosing(name: str, choose: Callable[[Stage], object]) -> Act:
    def clear(stage: Stage) -> None:
        stage.window.turn_to(MainPage.COMPOSE)
        stage.window.commands["view.history"].setChecked(True)
        stage.window.history.clear_filters()
        rest_until(stage.is_idle)

    return Act(f"history: {name}", choose, clear, Stage.is_idle)


def on_page(name: str, choose: Callable[[PageHead, HistoryPane], object], period: Span = Span.ALL) -> Act:
    """The same on the page History, where everything that is shown is added up."""

    def clear(stage: Stage) -> None:
        stage.window.turn_to(MainPage.HISTORY)
        stage.window.history.clear_filters()
        head = stage.window.history.head
        assert head is not None
        head.sums.by_day.setChecked(False)
        stage.window.history._sort.show_order(NEWEST)
        head.chips.show_period(Period(period))
        rest_until(stage.is_idle)

    def do(stage: Stage) -> None:
        assert stage.window.history.head is not None
        choose(stage.window.history.head, stage.window.history)

    return Act(f"page of the history: {name}", do, clear, Stage.is_idle)


def type_title(stage: Stage) -> None:
    title = stage.window.tab.form.first()
    assert isinstance(title, QLineEdit)
    title.setFocus()
    for letter in "Typed with care":
        QTest.keyClick(title, letter)  # type: ignore[call-overload]
        rest(0.03)


def data_of(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def bare_paste() -> float:
    heart, editor = Heart(), QPlainTextEdit()
    editor.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    editor.show()
    rest(0.3)
    heart.start()
    editor.insertFromMimeData(data_of(LONG_QUERY))
    rest(0.5)
    longest = heart.stop()
    editor.close()
    return longest


def switch(stage: Stage) -> None:
    for channel in (Channel.SMS, Channel.PUSH, Channel.SMS, Channel.PUSH):
        stage.window.messages.show(channel)
        rest(0.1)


def switch_pages(stage: Stage) -> None:
    for page in (*MainPage, *MainPage, MainPage.COMPOSE):
        stage.window.turn_to(page)
        rest(0.1)


def edit_query(stage: Stage) -> None:
    editor = stage.window.tab.audience.editor
    editor.replace('{"deviceType": "ios"}' if "android" in editor.text() else QUERY)


def send_button(stage: Stage) -> None:
    stage.window.footer.send.click()


def is_confirmed(stage: Stage) -> bool:
    return any(isinstance(each, ConfirmDialog) and each.count is not None for each in stage.dialogs())


def ready(stage: Stage) -> None:
    stage.close_dialogs()
    stage.compose()
    send_button(stage)
    rest_until(lambda: is_confirmed(stage) and stage.confirmation().send_button.isEnabled())
    rest(0.3)


def scroll(stage: Stage) -> None:
    bar = stage.window.history.table.verticalScrollBar()
    for part in (0.9, 0.1, 0.5, 0.7, 0.3, 0.99, 0.0):
        bar.setValue(round(bar.maximum() * part))
        rest(0.12)


def turn_pages(stage: Stage) -> None:
    table = stage.window.history.table
    table.setFocus()
    for key in [Qt.Key.Key_PageDown] * 12 + [Qt.Key.Key_End, Qt.Key.Key_Home]:
        QTest.keyClick(table, key)
        rest(0.05)


def choose_outcome(stage: Stage, number: int) -> None:
    box = stage.history(QComboBox, 0)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(number)


def choose_account(stage: Stage, number: int) -> None:
    box = stage.history(QComboBox, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(number)


def look_for(stage: Stage, words: str) -> None:
    search = stage.history(QLineEdit)
    assert isinstance(search, QLineEdit)
    search.setText(words)
    rest(0.2)


def hide_tests(stage: Stage) -> None:
    box = stage.history(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.setChecked(True)


def details(stage: Stage) -> None:
    stage.window.history.table.selectRow(3)
    stage.window.history._open()


def compare(stage: Stage) -> None:
    table = stage.window.history.table
    row = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.clearSelection()
    for number in (0, 3):
        table.selectionModel().select(table.model().index(number, 0), row)
    stage.window.history._actions.compare.trigger()


def by_day(stage: Stage) -> QPushButton:
    assert stage.window.history.head is not None
    return stage.window.history.head.sums.by_day


def turn_months(stage: Stage) -> None:
    view = stage.window.calendar.view
    for button in (view.back, view.back, view.forth, view.today):
        button.click()
        rest(0.4)


def error_dialog(stage: Stage) -> None:
    dialog = ErrorDialog(stage.window)
    dialog.show_trouble("Something went wrong.", "Traceback\n" * 200)
    dialog.open()


def json_dialog(stage: Stage) -> None:
    services = stage.window._services
    editing = Editing(services.background, lambda: services.appearance.colours)
    JsonDialog("Value", "", "Apply", '{"a": [1, 2, 3]}', editing, parent=stage.window).open()


def acts() -> list[Act]:
    return [
        first_look("page of the history", lambda stage: stage.window.turn_to(MainPage.HISTORY)),
        Act(
            "first look: chart by day",
            lambda stage: by_day(stage).click(),
            lambda stage: (stage.window.turn_to(MainPage.HISTORY), rest(0.5)),
            Stage.is_idle,
            times=1,
        ),
        first_look("calendar", lambda stage: stage.window.commands["history.calendar"].trigger()),
        first_look("templates", lambda stage: stage.window.templates.show()),
        first_look("drafts", lambda stage: stage.window.drafts.show()),
        first_look("saved audiences", lambda stage: stage.window.saved.show(stage.window.tab)),
        Act("switch pages", switch_pages, lambda _stage: rest(0.5), Stage.is_idle),
        Act("type in a title", type_title, Stage.compose),
        Act(
            "paste 1 MB into a query",
            lambda stage: stage.window.tab.audience.editor.insertFromMimeData(data_of(LONG_QUERY)),
            lambda stage: (stage.compose(), stage.window.tab.audience.editor.replace(""), rest(0.5)),
            bare=bare_paste,
        ),
        Act("switch tabs", switch, Stage.compose),
        Act("count", edit_query, Stage.compose, Stage.is_counted),
        opening("accounts", lambda stage: stage.window.accounts.show()),
        opening("log in", lambda stage: LoginDialog("Shop", stage.window).open()),
        opening("import of a command", lambda stage: stage.window.curl.show_import()),
        opening("name of a draft", lambda stage: stage.window.drafts.keep(stage.window.tab)),
        opening("save as template", lambda stage: stage.window.templates.keep()),
        opening("fill in variables", lambda stage: stage.window.templates.fill_in()),
        opening("what arrived in the sandbox", lambda stage: stage.window.show_sandbox()),
        opening("sample of the audience", lambda stage: stage.window.tab._show_sample()),
        opening("details of a send", details),
        opening("comparison of two sends", compare),
        opening("plans", lambda stage: stage.window.later.show()),
        opening("time for later", lambda stage: stage.window.later.plan()),
        opening("keys", lambda stage: stage.window.commands["help.keys"].trigger()),
        opening("palette", lambda stage: stage.window.commands["help.palette"].trigger()),
        opening("about", lambda stage: about.show(stage.window)),
        opening("zones", lambda stage: ZoneDialog(stage.window).open()),
        opening("many values", lambda stage: ManyDialog("Values", ["a", "b"], tuple, stage.window).open()),
        opening("value as JSON", json_dialog),
        opening("value as text", lambda stage: TextDialog("Value", "a\nb", stage.window).open()),
        opening("technical text", error_dialog),
        *(opening(name, lambda stage, show=show: show(stage.window)) for name, show in DIALOGS),  # type: ignore[misc]
        Act("open: emoji", open_emoji, lambda _stage: (close_emoji(), rest(0.3))),
        Act("confirm, 4,000 sends in the day", send_button, lambda s: (s.close_dialogs(), s.compose()), is_confirmed),
        Act(
            "confirm, a query of 1 MB",
            send_button,
            lambda stage: (stage.close_dialogs(), stage.compose(LONG_QUERY)),
            is_confirmed,
        ),
        Act(
            "send and settle",
            lambda stage: (stage.confirmation().send_button.click(), rest_until(lambda: not stage.dialogs())),
            ready,
            Stage.is_idle,
        ),
        choosing("a common word", lambda stage: look_for(stage, COMMON)),
        choosing("a rare word", lambda stage: look_for(stage, RARE)),
        choosing("an outcome", lambda stage: choose_outcome(stage, 1)),
        choosing("an account", lambda stage: choose_account(stage, 2)),
        choosing("without tests", hide_tests),
        choosing("an account and a common word", lambda stage: (choose_account(stage, 3), look_for(stage, COMMON))),
        choosing(
            "no tests, sent, a common word",
            lambda stage: (hide_tests(stage), choose_outcome(stage, 1), look_for(stage, COMMON)),
        ),
        on_page("sums of all time", lambda head, _: head.chips.show_period(Period()), Span.WEEK),
        on_page("sums of 30 days", lambda head, _: head.chips.show_period(Period(Span.MONTH))),
        on_page("what failed of all time", lambda head, _: head.chips.show_failed()),
        on_page("sorted by count", lambda _, pane: pane._sort.press(Column.RESULT)),
        on_page("sorted by message", lambda _, pane: pane._sort.press(Column.MESSAGE)),
        on_page("by day, of all time", lambda head, _: head.sums.by_day.click()),
        Act(
            "calendar: turn months",
            turn_months,
            lambda stage: (stage.window.commands["history.calendar"].trigger(), rest(0.5), rest_until(stage.is_idle)),
            Stage.is_idle,
        ),
        choosing("scroll", scroll),
        choosing("page down, end, home", turn_pages),
    ]


def open_emoji(stage: Stage) -> None:
    EmojiPicker((), parent=stage.window).open_at(stage.window.tab.form.first())


def close_emoji() -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, EmojiPicker):
            each.close()
            each.deleteLater()


def bare_gap(heart: Heart) -> float:
    """The longest gap of a window with nothing but a line, while nothing is done to it."""
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    window.show()
    rest(0.2)
    heart.start()
    rest(0.8)
    longest = heart.stop()
    window.close()
    window.deleteLater()
    return longest


def measure(stage: Stage, act: Act, heart: Heart, watcher: Watcher | None) -> tuple[float, float, float]:
    """The shortest of three longest gaps in milliseconds, less a bare one; the least processor time, also of a loop."""
    gaps, bare, busy, loops = [], [], [], []
    for _ in range(act.times):
        act.prepare(stage)
        bare.append(max(bare_gap(heart), act.bare()))
        if watcher is not None:
            watcher.take()
        heart.start()
        act.do(stage)
        rest_until(lambda: act.done(stage))
        rest(0.5)
        gaps.append(heart.stop())
        loops.append(loop_ms())
        stage.note_dialogs()
        busy.append(heart.busiest)
        if watcher is not None:
            for place, times in watcher.take():
                print(f"            {times:4} {place}", flush=True)
    stage.close_dialogs()
    return min(gaps) - min(bare), min(busy), min(loops)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--where", action="store_true")
    chosen = parser.parse_args(arguments)
    make(chosen.folder, chosen.rows)
    qt = make_qt()
    heart = Heart()
    application = Application(qt, chosen.folder, vault=Vault(NoKeyring()))  # type: ignore[arg-type]
    application.show()
    application.fetch_later()
    spare_the_window()
    stage = Stage(application)
    stage.window.resize(1280, 800)
    rest(2.0)
    QTest.mouseMove(stage.window)  # somebody is there, so what is opened is loaded ahead
    rest(6.0)
    watcher = Watcher(heart, LIMIT_MS) if chosen.where else None
    missed = 0
    for act in acts():
        if chosen.only not in act.name:
            continue
        gap, busy, loop = measure(stage, act, heart, watcher)
        missed += gap > LIMIT_MS
        print(
            f"{act.name:36} {gap:7.0f} ms  busy {busy:5.0f}  loop {loop:4.1f}" + ("  missed" if gap > LIMIT_MS else ""),
            flush=True,
        )
    application.close()
    qt.processEvents()
    forgotten = set() if chosen.only else every_dialog() - stage.seen
    if forgotten:
        print(f"not opened: {', '.join(sorted(forgotten))}")
    return 1 if missed or forgotten else 0


if __name__ == "__main__":
    sys.exit(main())
