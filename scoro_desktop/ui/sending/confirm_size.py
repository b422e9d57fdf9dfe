"""The size of a confirmation: nothing in it moves later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QDialog, QPushButton

WIDTH: Final = 840
LINES: Final = 36
"""Height of the dialog, in lines of its font: room for two phones beside the facts. Ours."""
AROUND: Final = 40
"""In pixels: what it leaves of the height of the window, for its own title bar."""


def fit(dialog: QDialog, buttons: Iterable[QPushButton]) -> None:
    """Makes a dialog as large as the window behind it has room for, and its buttons as high as they are."""
    for button in buttons:
        button.ensurePolished()
        button.setMinimumHeight(button.sizeHint().height())  # what scrolls is made smaller first
    parent = dialog.parentWidget()
    room = (dialog.screen() if parent is None else parent.window()).size()
    width, height = min(WIDTH, room.width() - AROUND), min(LINES * dialog.fontMetrics().lineSpacing(), 600)
    dialog.resize(width, min(height, room.height() - AROUND))
