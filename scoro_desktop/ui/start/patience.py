"""The part of a start that waits for the file with drafts and history for longer than a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.start.waiting import FileDialog

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def wait(qt: QApplication, data_dir: Path, ended: threading.Event) -> None:
    """Returns once it is set, and says meanwhile what is waited for; the window that does is there for another wait.

    Raises SystemExit where a person does not want to wait.
    """
    spoken = Language(qt)
    spoken.speak("system")  # which one is chosen stands in the file
    try:
        there = [each for each in qt.topLevelWidgets() if isinstance(each, FileDialog)]
        dialog = there[0] if there else FileDialog(data_dir)
        if not dialog.wait(ended):
            raise SystemExit(1)
    finally:
        spoken.forget()
