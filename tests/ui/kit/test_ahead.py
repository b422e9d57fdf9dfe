"""Modules that are loaded before they are wanted."""

import sys
import threading
import types
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from scoro_desktop import late
from scoro_desktop.ui.kit import import_order
from scoro_desktop.ui.kit.ahead import Ahead, loaded
from scoro_desktop.ui.kit.import_order import is_loaded

WAIT_MS = 20_000
NAMES = ("ahead_first", "ahead_second", "ahead_third")


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with three modules, which are forgotten afterwards."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in NAMES:
        sys.modules.pop(name, None)


def wait_until_over(qtbot: QtBot, ahead: Ahead) -> None:
    ahead.start()
    qtbot.waitUntil(ahead.ready("no_such_module"), timeout=WAIT_MS)


@pytest.mark.usefixtures("modules")
def test_modules_are_loaded_in_their_order(qtbot: QtBot) -> None:
    ahead = Ahead(NAMES)
    assert not is_loaded(NAMES[0])
    wait_until_over(qtbot, ahead)
    assert [name for name in sys.modules if name in NAMES] == list(NAMES)
    assert all(ahead.ready(name)() for name in NAMES)


def test_modules_with_qt_are_loaded_on_the_gui_thread_and_others_on_one_of_their_own(
    modules: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """PySide crashes where two threads make its classes at once."""
    source = "import threading\nplace = threading.current_thread()\n"
    for name in NAMES:
        (modules / f"{name}.py").write_text(source, "utf-8")
    (modules / f"{NAMES[1]}.py").write_text(f"import {NAMES[0]}\n{source}", "utf-8")
    monkeypatch.setattr(import_order, "OURS", "ahead_")
    monkeypatch.setattr(import_order, "WITH_QT", ("ahead_first", "ahead_second"))
    wait_until_over(qtbot, Ahead(NAMES[1:]))
    places = [sys.modules[name].place for name in NAMES]
    assert places[:2] == [threading.main_thread()] * 2
    assert places[2] != threading.main_thread()


def test_between_two_modules_with_qt_the_event_loop_has_its_turn(
    modules: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for name in NAMES:
        (modules / f"{name}.py").write_text("", "utf-8")
    monkeypatch.setattr(import_order, "WITH_QT", "ahead_")
    loaded_at_each_turn: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: loaded_at_each_turn.append(sum(map(is_loaded, NAMES))))
    timer.start()
    wait_until_over(qtbot, Ahead(NAMES, pause_ms=1))
    assert {1, 2} <= set(loaded_at_each_turn)


@pytest.mark.parametrize("qt", ["", "ahead_"])
def test_what_cannot_be_loaded_is_waited_for_no_longer_and_left_to_whoever_wants_it(
    qt: str, modules: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(import_order, "WITH_QT", qt or "scoro_desktop.ui.")
    (modules / f"{NAMES[1]}.py").write_text("raise LookupError", "utf-8")
    ahead = Ahead(NAMES)
    wait_until_over(qtbot, ahead)
    assert ahead.ready(NAMES[1])()
    assert not is_loaded(NAMES[1])
    with pytest.raises(LookupError):
        __import__(NAMES[1])


@pytest.mark.usefixtures("modules")
def test_nothing_is_loaded_after_its_end(qtbot: QtBot) -> None:
    ahead = Ahead(NAMES)
    ahead.end()
    wait_until_over(qtbot, ahead)
    assert not any(map(is_loaded, NAMES))


def test_the_module_that_is_being_loaded_is_waited_for_at_the_end(
    modules: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun, ends = threading.Event(), threading.Event()
    monkeypatch.setitem(sys.modules, "ahead_signals", types.SimpleNamespace(begun=begun, ends=ends))
    (modules / f"{NAMES[0]}.py").write_text(
        "from ahead_signals import begun, ends\nbegun.set()\nends.wait(20)\nfor _ in range(300_000): pass\n", "utf-8"
    )
    ahead = Ahead(NAMES)
    ahead._ends = ends
    ahead.start()
    qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    ahead.end()
    assert not ahead._thread.is_alive()
    assert is_loaded(NAMES[0])
    assert not is_loaded(NAMES[1])


def test_a_module_that_is_being_loaded_is_not_there_yet(modules: Path) -> None:
    (modules / f"{NAMES[0]}.py").write_text(
        "from scoro_desktop.ui.kit.import_order import is_loaded\nseen = is_loaded(__name__)\n", "utf-8"
    )
    assert __import__(NAMES[0]).seen is False
    assert is_loaded(NAMES[0])


def test_where_nobody_loads_ahead_nothing_is_waited_for() -> None:
    assert loaded("no_such_module")()


@pytest.mark.usefixtures("modules")
def test_after_the_modules_comes_what_qt_wants_and_what_was_put_off(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    made: list[str] = []
    monkeypatch.setattr(late, "_LEFT", deque([lambda: made.append(threading.current_thread().name)] * 3))
    places: list[threading.Thread] = []

    def wanted() -> None:
        assert all(map(is_loaded, NAMES))
        places.append(threading.current_thread())

    wait_until_over(qtbot, Ahead(NAMES, then=[wanted, wanted]))
    assert places == [threading.main_thread()] * 2
    assert made == ["ahead"] * 3


@pytest.mark.usefixtures("modules")
def test_what_was_put_off_stays_so_at_a_start(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(late, "_LEFT", deque([pytest.fail]))
    wait_until_over(qtbot, Ahead(NAMES))
