"""The start with the computer, as a desktop of Linux reads it."""

import re
import sys
from pathlib import Path

import pytest

from scoro_desktop.storage import autostart


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "config" / "autostart" / "scoro-desktop.desktop"


def arguments(text: str) -> list[str]:
    """Reads Exec as the Desktop Entry Specification does: a string is unescaped, then its quotes are taken off."""
    (line,) = [each for each in text.splitlines() if each.startswith("Exec=")]
    string = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    return [re.sub(r"\\(.)", r"\1", each) for each in re.findall(r'"((?:\\.|[^"\\])*)"', string)]


def test_it_is_off_until_it_is_turned_on_and_leaves_nothing_behind(entry: Path) -> None:
    assert not autostart.is_on()
    autostart.turn_off()
    command = ["/opt/scoro desktop/scoro", "--data-dir", '/home/анна/100 % "mine" $HOME `x` a\\b', "--minimized"]
    autostart.turn_on(command)
    assert autostart.is_on()
    assert arguments(entry.read_text(encoding="utf-8")) == command
    autostart.turn_on(command)  # once more changes nothing
    assert [each.name for each in entry.parent.iterdir()] == [entry.name]
    autostart.turn_off()
    assert not autostart.is_on()
    assert list(entry.parent.iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_turned_off_is_off(entry: Path, line: str) -> None:
    autostart.turn_on(["scoro-desktop"])
    text = entry.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true", line)
    entry.write_text(text, encoding="utf-8")
    assert not autostart.is_on()
    autostart.turn_on(["scoro-desktop"])
    assert autostart.is_on()


def test_a_link_in_its_place_is_replaced_and_not_followed(entry: Path, tmp_path: Path) -> None:
    entry.parent.mkdir(parents=True)
    (tmp_path / "other").write_text("mine")
    entry.symlink_to(tmp_path / "other")
    autostart.turn_on(["scoro-desktop"])
    assert (tmp_path / "other").read_text() == "mine"
    assert not entry.is_symlink()


def test_what_no_line_can_hold_is_refused(entry: Path) -> None:
    with pytest.raises(ValueError, match="control character"):
        autostart.turn_on(["scoro-desktop", "--data-dir", "/home/a\nExec=evil"])
    assert not entry.exists()


def test_the_command_starts_this_app_over_the_same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("/home/anna/data")
    rest = ["--data-dir", str(folder), "--minimized"]
    assert autostart.command_line(folder) == [sys.executable, "-m", "scoro_desktop", *rest]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.command_line(folder) == [sys.executable, *rest]
    monkeypatch.setenv("APPIMAGE", "/home/anna/Scoro.AppImage")
    assert autostart.command_line(folder) == ["/home/anna/Scoro.AppImage", *rest]
