"""The question before the app is closed while something is planned; to stay is the answer that loses nothing."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QMessageBox

from scoro_desktop.ui.kit.plain_box import PlainBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class Answer(enum.Enum):
    """The answers: the app is closed, it stays open, or its window is hidden in the tray."""

    CLOSE = "close"
    STAY = "stay"
    HIDE = "hide"


def ask(parent: QWidget, planned: str, *, starts: bool | None, can_hide: bool) -> tuple[Answer, bool | None]:
    """Says what will not go, and asks. Also returns whether the app is to start with the computer; None: not known.

    `planned`: what it is, a line each; `starts`: whether it starts with the computer now; `can_hide`: there is a tray.
    """
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("closing", "Something is planned"))
    box.setText(
        translate("closing", "While the app is closed, this will not be sent:\n\n{planned}").format(planned=planned)
    )
    box.setInformativeText(
        translate(
            "closing",
            "What is more than 10 minutes late at the next start is not sent by itself: you are asked about it.",
        )
    )
    start = QCheckBox(translate("closing", "Start Scoro Desktop with the computer"), box)
    if starts is not None:
        start.setChecked(starts)
        box.setCheckBox(start)
    close = box.addButton(translate("closing", "Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("closing", "Keep it open"), QMessageBox.ButtonRole.RejectRole)
    hide = (
        box.addButton(translate("closing", "Keep it in the tray"), QMessageBox.ButtonRole.AcceptRole)
        if can_hide
        else None
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    pressed, wanted = box.clickedButton(), start.isChecked() if starts is not None else None
    box.deleteLater()
    if pressed is close:
        return Answer.CLOSE, wanted
    return (Answer.HIDE if hide is not None and pressed is hide else Answer.STAY), wanted
