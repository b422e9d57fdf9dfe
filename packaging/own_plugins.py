"""Runs first in the frozen app on Linux: Qt is to load its own plugins, whatever the desktop names for others.

A plugin of another Qt ends the process. PyInstaller would do the same with much beside it (`SLOW_HOOKS`).
"""

import os
import sys

os.environ["QT_PLUGIN_PATH"] = f"{sys._MEIPASS}/PySide6/Qt/plugins"  # type: ignore[attr-defined]
