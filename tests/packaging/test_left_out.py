"""Tests of what a package may leave out: nothing that something in it needs."""

import encodings
import importlib
import sys
from encodings.aliases import aliases
from pathlib import Path

import left_out
import pytest

from scoro_desktop.recipients.source import ENCODINGS

NEEDS = "import gone.part\n"
MAY = "try:\n    import gone\nexcept ImportError:\n    gone = None\n"
LATER = "def act():\n    import gone\n"
ELSEWHERE = "import of_another_system\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "gone").mkdir()
    for name in ("__init__", "part"):
        (tmp_path / "gone" / f"{name}.py").write_text("", "utf-8")
    return tmp_path


def put(folder: Path, monkeypatch: pytest.MonkeyPatch, **modules: str) -> None:
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_what_needs_a_module_that_is_left_out_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, monkeypatch, needs_it=NEEDS, by_another="import needs_it\n")
    assert left_out.missed(["needs_it", "by_another"], ["gone"]) == {"needs_it": "gone", "by_another": "gone"}


def test_what_can_do_without_it_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, monkeypatch, may_have_it=MAY, asks_later=LATER, of_windows=ELSEWHERE)
    assert left_out.missed(["may_have_it", "asks_later", "of_windows"], ["gone"]) == {}


def test_one_that_is_loaded_already_is_gone_as_well(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, monkeypatch, needs_it="import gone\n")
    gone = importlib.import_module("gone")
    assert left_out.missed(["needs_it"], ["gone"]) == {"needs_it": "gone"}
    assert sys.modules["gone"] is gone  # for whoever comes after


def test_the_keyring_is_found_without_what_packages_leave_out() -> None:
    left_out.check(["keyring.backend", "keyring.backends.SecretService", "requests", "python_calamine"])


def _module(encoding: str) -> str:
    name = encodings.normalize_encoding(encoding)
    return aliases.get(name, name).replace("iso8859-", "iso8859_")


def test_every_encoding_of_a_list_stays() -> None:
    needed = {f"encodings.{_module(each)}" for each in ENCODINGS}
    assert needed & set(left_out.MODULES) == set()
    for each in needed:
        importlib.import_module(each)  # it is the name of the module


def test_the_build_stops_and_says_what_is_missed() -> None:
    with pytest.raises(left_out.LeftOutError, match=r"^lzma needs lzma, which packages leave out$"):
        left_out.check(["lzma", "json"])
