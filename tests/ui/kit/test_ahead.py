"""Modules that are loaded before they are wanted."""

import sys
import threading
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoro_desktop.ui.kit.ahead import Ahead, is_loaded, loaded

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


def done(ahead: Ahead) -> None:
    ahead.start()
    ahead._thread.join()


@pytest.mark.usefixtures("modules")
def test_modules_are_loaded_in_their_order() -> None:
    ahead = Ahead(NAMES)
    assert not is_loaded(NAMES[0])
    done(ahead)
    assert [name for name in sys.modules if name in NAMES] == list(NAMES)
    assert all(ahead.ready(name)() for name in NAMES)


def test_what_cannot_be_loaded_is_waited_for_no_longer_and_left_to_whoever_wants_it(modules: Path) -> None:
    (modules / f"{NAMES[1]}.py").write_text("raise LookupError", "utf-8")
    ahead = Ahead(NAMES)
    done(ahead)
    assert ahead.ready(NAMES[1])()
    assert not is_loaded(NAMES[1])
    with pytest.raises(LookupError):
        __import__(NAMES[1])


@pytest.mark.usefixtures("modules")
def test_nothing_is_loaded_after_its_end() -> None:
    ahead = Ahead(NAMES)
    ahead.end()
    done(ahead)
    assert not any(map(is_loaded, NAMES))


def test_the_module_that_is_being_loaded_is_waited_for_at_the_end(
    modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends = threading.Event(), threading.Event()
    monkeypatch.setitem(sys.modules, "ahead_signals", types.SimpleNamespace(begun=begun, ends=ends))
    (modules / f"{NAMES[0]}.py").write_text(
        "from ahead_signals import begun, ends\nbegun.set()\nends.wait(20)\nfor _ in range(300_000): pass\n", "utf-8"
    )
    ahead = Ahead(NAMES)
    ahead._ends = ends
    ahead.start()
    assert begun.wait(20)
    ahead.end()
    assert not ahead._thread.is_alive()
    assert is_loaded(NAMES[0])
    assert not is_loaded(NAMES[1])


def test_a_module_that_is_being_loaded_is_not_there_yet(modules: Path) -> None:
    (modules / f"{NAMES[0]}.py").write_text(
        "from scoro_desktop.ui.kit.ahead import is_loaded\nseen = is_loaded(__name__)\n", "utf-8"
    )
    assert __import__(NAMES[0]).seen is False
    assert is_loaded(NAMES[0])


def test_where_nobody_loads_ahead_nothing_is_waited_for() -> None:
    assert loaded("no_such_module")()
