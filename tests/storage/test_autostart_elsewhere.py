"""The start with the computer on Windows and macOS, over stand-ins: a registry in memory, and the file of an agent."""

import importlib.util
import plistlib
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from scoro_desktop.storage import autostart

COMMAND = [r"C:\Program Files\Scoro Desktop\scoro.exe", "--data-dir", r'C:\Анна "mine"\data', "--minimized"]
WRITTEN = r'"C:\Program Files\Scoro Desktop\scoro.exe" --data-dir "C:\Анна \"mine\"\data" --minimized'


class Key:
    """A key of the registry as `winreg` opens it."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def __enter__(self) -> "Key":
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Registry(SimpleNamespace):
    """The part that the app uses of `winreg`."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, KEY_READ, REG_SZ, REG_BINARY = "user", 2, 1, 1, 3

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, dict[str, Any]] = {}

    def CreateKey(self, _root: str, path: str) -> Key:
        return Key(self.keys.setdefault(path, {}))

    def OpenKey(self, _root: str, path: str, _reserved: int = 0, _access: int = 1) -> Key:
        if path not in self.keys:
            raise FileNotFoundError(path)
        return Key(self.keys[path])

    def SetValueEx(self, key: Key, name: str, _reserved: int, _kind: int, value: object) -> None:
        key.values[name] = value

    def QueryValueEx(self, key: Key, name: str) -> tuple[object, int]:
        if name not in key.values:
            raise FileNotFoundError(name)
        return key.values[name], 1

    def DeleteValue(self, key: Key, name: str) -> None:
        if name not in key.values:
            raise FileNotFoundError(name)
        del key.values[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry()
    monkeypatch.setitem(sys.modules, "winreg", made)
    monkeypatch.setattr(sys, "platform", "win32")
    return made


@pytest.fixture
def of_windows(registry: Registry) -> ModuleType:
    """The module as Windows loads it."""
    assert not registry.keys
    spec = importlib.util.spec_from_file_location("autostart_of_windows", autostart.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


def test_on_windows_it_is_a_value_of_the_users_run_key(registry: Registry, of_windows: ModuleType) -> None:
    assert not of_windows.is_on()
    of_windows.turn_off()
    of_windows.turn_on(COMMAND)
    assert registry.keys[RUN] == {"scoro-desktop": WRITTEN}
    assert of_windows.is_on()
    of_windows.turn_off()
    assert registry.keys[RUN] == {}
    assert not of_windows.is_on()
    of_windows.turn_off()


@pytest.mark.parametrize(("first", "is_on"), [(2, True), (6, True), (3, False), (7, False)])
def test_what_the_task_manager_turned_off_is_off(
    registry: Registry, of_windows: ModuleType, first: int, is_on: bool
) -> None:
    of_windows.turn_on(COMMAND)
    registry.keys[APPROVED] = {"scoro-desktop": bytes([first]) + bytes(11), "other": b"\3"}
    assert of_windows.is_on() is is_on
    of_windows.turn_on(COMMAND)
    assert of_windows.is_on()
    assert registry.keys[APPROVED]["other"] == b"\3"
    of_windows.turn_off()
    assert not of_windows.is_on()


def test_on_macos_it_is_an_agent_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "darwin")
    command = ["/Applications/Scoro Desktop.app/Contents/MacOS/scoro", "--data-dir", "/Users/анна/a & b <c>"]
    agent = tmp_path / "Library" / "LaunchAgents" / "scoro-desktop.autostart.plist"
    assert not autostart.is_on()
    autostart.turn_off()
    autostart.turn_on(command)
    assert autostart.is_on()
    said = plistlib.loads(agent.read_bytes())
    assert (said["Label"], said["ProgramArguments"], said["RunAtLoad"]) == ("scoro-desktop.autostart", command, True)
    autostart.turn_on(command)
    assert [each.name for each in agent.parent.iterdir()] == [agent.name]
    autostart.turn_off()
    assert not autostart.is_on()
    assert list(agent.parent.iterdir()) == []
