"""The options of the command, where they are more than those of an ordinary start."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from scoro_desktop import __version__
from scoro_desktop.command import Options

if TYPE_CHECKING:
    from collections.abc import Sequence


def parsed(arguments: Sequence[str]) -> Options:
    """The options. Ends the process where they are wrong, or ask for help."""
    parser = argparse.ArgumentParser(prog="scoro-desktop", description="Push and SMS through Scorocode")
    parser.add_argument("--data-dir", type=Path, help="keep everything but keys in this folder")
    parser.add_argument("--smoke", action="store_true", help="send to the sandbox in a temporary folder, and exit")
    parser.add_argument("--forget-keys", action="store_true", help="delete the keys of all accounts, and exit")
    parser.add_argument("--check-keyring", action="store_true", help="store, read and delete a test item, and exit")
    parser.add_argument("--minimized", action="store_true", help="start with the window minimized, or in the tray")
    parser.add_argument("--version", action="version", version=f"scoro-desktop {__version__}")
    return parser.parse_args(arguments, Options())
