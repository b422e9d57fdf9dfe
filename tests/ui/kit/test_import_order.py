"""The order in which modules are loaded, found in their code."""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from scoro_desktop.ui.kit import import_order
from scoro_desktop.ui.kit.import_order import ReadModules, imports_of, in_order

ROOT = Path(__file__).resolve().parents[3]


def imported(source: str) -> list[str]:
    return list(imports_of(compile(source, "a module", "exec")))


def test_what_a_module_imports_is_found() -> None:
    assert imported(
        "from __future__ import annotations\n"
        "import os.path\n"
        "import scoro_desktop.wire\n"
        "from scoro_desktop import elapsed, wire as other\n"
        "from scoro_desktop.ui.kit import ahead\n"
        "from scoro_desktop.ui.kit.pause import Pause, anything\n"
    ) == [
        "scoro_desktop.wire",
        "scoro_desktop.elapsed",
        "scoro_desktop.wire",
        "scoro_desktop.ui.kit.ahead",
        "scoro_desktop.ui.kit.pause",
    ]


def test_what_is_imported_for_the_types_or_in_a_function_is_left_out() -> None:
    assert imported(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n"
        "    from scoro_desktop.wire import JsonObject\n"
        "    import scoro_desktop.invisible\n"
        "from scoro_desktop.elapsed import one\n"
        "if not TYPE_CHECKING:\n"
        "    import scoro_desktop.jsontext\n"
        "def later():\n"
        "    import scoro_desktop.curl\n"
    ) == ["scoro_desktop.elapsed"]


def test_a_module_of_many_names_is_read_to_its_end() -> None:
    names = "\n".join(f"name_{number} = {number}" for number in range(70_000))
    assert imported(f"{names}\nif TYPE_CHECKING:\n    import scoro_desktop.wire\nimport scoro_desktop.elapsed\n") == [
        "scoro_desktop.elapsed"
    ]


def test_who_looks_for_a_module_meets_every_finder_while_what_was_read_is_handed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python goes through `sys.meta_path` as it stands: a list that lost its first entry meanwhile would skip one."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    others = list(sys.meta_path)
    read = ReadModules()
    name = "scoro_desktop.ui.kit.pauses"
    spec = importlib.util.find_spec(name)
    assert spec is not None
    looking = iter(sys.meta_path)
    met = [next(looking)]
    read.keep(name, spec, compile("", name, "exec"))
    assert [*met, *looking] == others
    looking = iter(sys.meta_path)
    met = [next(looking)]
    read.end()
    assert [*met, *looking] == [read, *others]
    assert sys.meta_path == others


def test_code_that_cannot_be_understood_is_left_to_whoever_imports_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(import_order, "OURS", "odd_")
    monkeypatch.setattr(import_order, "WITH_QT", "odd_")
    monkeypatch.setattr(import_order, "imports_of", lambda _code: iter([1 // 0]))
    (tmp_path / "odd_first.py").write_text("import odd_second\n", "utf-8")
    read = ReadModules()
    try:
        assert list(in_order("odd_first", set(), read)) == ["odd_first"]
    finally:
        read.end()


def test_what_is_loaded_or_was_given_is_not_given_again() -> None:
    assert list(in_order("scoro_desktop.ui.kit.import_order", set())) == []
    seen: set[str] = set()
    name = "scoro_desktop.ui.no_such_module"
    assert list(in_order(name, seen)) == [name]  # whoever imports it is told
    assert list(in_order(name, seen)) == []


def test_each_module_of_the_window_is_loaded_by_itself_before_who_needs_it() -> None:
    """In a process of its own, in which nothing is loaded yet: a module comes after all that it brings along."""
    drive = (
        "import importlib, sys\n"
        "from scoro_desktop.ui.kit.import_order import in_order\n"
        "order = list(in_order('scoro_desktop.ui.window.main_window', set()))\n"
        "assert len(order) > 50, order\n"
        "for name in order:\n"
        "    if name in sys.modules: continue\n"
        "    before = set(sys.modules)\n"
        "    importlib.import_module(name)\n"
        "    if name.startswith('scoro_desktop.ui.'):\n"
        "        brought = {each for each in set(sys.modules) - before if each.startswith('scoro_desktop.ui.')}\n"
        "        assert brought == {name}, (name, brought)\n"
        "print(len(order))\n"
    )
    walked = subprocess.run([sys.executable, "-c", drive], cwd=ROOT, capture_output=True, text=True, check=False)
    assert walked.returncode == 0, walked.stderr


def test_what_was_read_for_the_order_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is another by the time of its import shows it: what runs is what was read."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(import_order, "OURS", "read_")
    monkeypatch.setattr(import_order, "WITH_QT", "read_")
    (tmp_path / "read_first.py").write_text("import read_second\nword = 'first'\n", "utf-8")
    (tmp_path / "read_second.py").write_text("word = 'second'\n", "utf-8")
    read = ReadModules()
    try:
        assert list(in_order("read_first", set(), read)) == ["read_second", "read_first"]
        (tmp_path / "read_second.py").write_text("word = 'other'\n", "utf-8")
        assert importlib.import_module("read_second").word == "second"
        assert importlib.reload(sys.modules["read_second"]).word == "other"
        read.end()
        (tmp_path / "read_first.py").write_text("word = 'not kept any longer'\n", "utf-8")
        assert importlib.import_module("read_first").word == "not kept any longer"
        assert read not in sys.meta_path
    finally:
        read.end()
        for name in ("read_first", "read_second"):
            sys.modules.pop(name, None)


class _Archive:
    """Modules that do not come from files, each with a loader of its own, as those of a packaged app."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts
        self.read: list[str] = []

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name not in self._texts:
            return None
        archive = self

        class Loader(importlib.abc.InspectLoader):
            def __init__(self) -> None:
                self.name = name

            def get_source(self, fullname: str) -> str:
                archive.read.append(fullname)
                return archive._texts[fullname]

        return importlib.machinery.ModuleSpec(name, Loader())


def test_what_a_packaged_app_read_for_the_order_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = _Archive({"read_first": "import read_second\nword = 'first'", "read_second": "word = 'second'"})
    monkeypatch.setattr(sys, "meta_path", [archive, *sys.meta_path])
    monkeypatch.setattr(import_order, "OURS", "read_")
    monkeypatch.setattr(import_order, "WITH_QT", "read_")
    read = ReadModules()
    try:
        assert list(in_order("read_first", set(), read)) == ["read_second", "read_first"]
        assert importlib.import_module("read_first").word == "first"
        assert sorted(archive.read) == ["read_first", "read_second"]
        importlib.reload(sys.modules["read_second"])
        assert sorted(archive.read) == ["read_first", "read_second", "read_second"]
    finally:
        read.end()
        for name in ("read_first", "read_second"):
            sys.modules.pop(name, None)
