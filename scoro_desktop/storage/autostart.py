"""The start of the app with the computer: off unless a person turned it on, and taken away without a trace.

Linux: a file as the Desktop Application Autostart Specification has it. Windows: a value under the user's Run key.
macOS: a launch agent of the user. Only the first was tried.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "scoro-desktop"
LABEL: Final = "scoro-desktop.autostart"
RUN_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""The key in which the Task Manager keeps what was turned off there: a value whose first byte is odd. Undocumented."""
MINIMIZED: Final = "--minimized"
"""The option of the command with which the window does not come to the front."""


def command_line(data_dir: Path) -> list[str]:
    """The command that starts this app over the same folder, as it is installed now."""
    if getattr(sys, "frozen", False):
        program = [os.environ.get("APPIMAGE") or sys.executable]
    else:
        program = [sys.executable, "-m", "scoro_desktop"]
    return [*program, "--data-dir", str(data_dir), MINIMIZED]


def is_on() -> bool:
    """Tells whether the app starts with the computer. Raises OSError."""
    if sys.platform == "win32":
        return _value(RUN_KEY) is not None and not _is_turned_off()
    path = _agent() if sys.platform == "darwin" else _entry()
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return False
    lines = {line.strip().casefold() for line in text.splitlines()}
    return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}  # as desktops turn it off


def turn_on(command: Sequence[str]) -> None:
    """Has a command run when the person logs in. Raises OSError, and ValueError for what cannot be written down."""
    if sys.platform == "win32":
        import subprocess
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        _delete_value(APPROVED_KEY)
    elif sys.platform == "darwin":
        import plistlib

        agent = {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
        _write(_agent(), plistlib.dumps(agent))
    else:
        _write(_entry(), desktop_entry(command).encode("utf-8"))


def turn_off() -> None:
    """Has nothing run any more. Raises OSError."""
    if sys.platform == "win32":
        _delete_value(RUN_KEY)
        _delete_value(APPROVED_KEY)
    else:
        (_agent() if sys.platform == "darwin" else _entry()).unlink(missing_ok=True)


def desktop_entry(command: Sequence[str]) -> str:
    """The file for desktops of Linux. Raises ValueError for an argument that no line of it can hold."""
    if any(ord(letter) < 32 for each in command for letter in each):
        raise ValueError("an argument has a control character in it")
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Scoro Desktop",
        f"Exec={' '.join(map(_quoted, command))}",
        f"Icon={NAME}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def _quoted(argument: str) -> str:
    """An argument as Exec has it (Desktop Entry Specification, "The Exec key"): quoted, then written as a string."""
    inside = "".join(f"\\{each}" if each in '"`$\\' else each for each in argument)
    return f'"{inside}"'.replace("\\", "\\\\").replace("%", "%%")


def _entry() -> Path:
    kept = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    if not kept.is_absolute():  # to be ignored, says the XDG Base Directory Specification
        kept = Path.home() / ".config"
    return kept / "autostart" / f"{NAME}.desktop"


def _agent() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def _write(path: Path, content: bytes) -> None:
    """Puts a file into its place whole; a link that stands there is replaced, not followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


if sys.platform == "win32":

    def _value(path: str) -> object:
        """The value of this app under a key of the user; None where there is none."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, NAME)[0]
        except FileNotFoundError:
            return None

    def _delete_value(path: str) -> None:
        import winreg

        with (
            contextlib.suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, NAME)

    def _is_turned_off() -> bool:
        kept = _value(APPROVED_KEY)
        return isinstance(kept, bytes) and bool(kept) and kept[0] % 2 == 1
