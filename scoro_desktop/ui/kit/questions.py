"""A question before something that cannot be taken back. The answer that loses nothing is the default."""

import enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.ui.kit.plain_box import PlainBox

translate = QCoreApplication.translate


def leave_while_sending(parent: QWidget) -> bool:
    """Asks whether to close although a send is under way; True means close."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("questions", "A message is being sent"))
    box.setText(translate("questions", "The server has not answered yet. Close anyway?"))
    box.setInformativeText(
        translate(
            "questions",
            "The message may still go out. The history will say “Unknown”: a closed app cannot hear the answer.",
        )
    )
    return box.confirmed(translate("questions", "Close"), translate("questions", "Wait for the answer"))


class Held(enum.Enum):
    """The answers to the question what becomes of a message that is held when the window closes."""

    STAY = "stay"
    SEND = "send"
    TAKE_BACK = "take back"


def close_while_held(parent: QWidget) -> Held:
    """Asks what becomes of what is held; to stay is the default, and lets it leave in its time."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("questions", "A message is held"))
    box.setText(translate("questions", "A confirmed message has not left yet. What should be done with it?"))
    box.setInformativeText(
        translate(
            "questions",
            "“Send now” sends it and closes the app once the server has answered. “Take it back” sends nothing: the "
            "message is in the form again at the next start.",
        )
    )
    send = box.addButton(translate("questions", "Send now"), QMessageBox.ButtonRole.AcceptRole)
    back = box.addButton(translate("questions", "Take it back"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("questions", "Keep it open"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    if pressed is send:
        return Held.SEND
    return Held.TAKE_BACK if pressed is back else Held.STAY


def close_unkept(parent: QWidget, what: str) -> bool:
    """Asks whether to close although `what` is lost by it; True means close."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("questions", "Your text could not be saved"))
    box.setText(what)
    box.setInformativeText(
        translate(
            "questions",
            "If the app closes now, what you wrote since the last save is lost. If it stays open, it keeps trying, "
            "and you can copy the text elsewhere.",
        )
    )
    return box.confirmed(translate("questions", "Close without saving"), translate("questions", "Keep it open"))


def discard_changes(parent: QWidget) -> bool:
    """Asks whether to close an editor although something was changed in it; True means throw it away."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(parent.windowTitle())
    box.setText(translate("questions", "Discard what you changed here?"))
    return box.confirmed(translate("questions", "Discard changes"), translate("questions", "Go on editing"))


def replace_file(parent: QWidget, name: str) -> bool:
    """Asks whether to write over a file that is there; True means replace it."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("questions", "The file exists"))
    box.setText(translate("questions", "“{name}” is there already. Replace it?").format(name=name))
    return box.confirmed(translate("questions", "Replace"), translate("questions", "Keep the file"))
