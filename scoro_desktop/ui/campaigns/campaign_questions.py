"""Questions before something of a campaign that cannot be taken back. The answer that loses nothing is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from scoro_desktop.ui.kit.plain_box import PlainBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def close_while_running(parent: QWidget, number: int) -> bool:
    """Asks whether to close although campaigns run; True means pause them, wait for what is under way, and close."""
    return _asked(
        parent,
        translate("campaigns", "A campaign is running"),
        translate("campaigns", "%Ln campaign(s) will not go on while the app is closed.", None, number),
        translate(
            "campaigns",
            "“Pause and close” waits for the requests under way and closes the app then. The campaign stays on its "
            "page: “Go on” sends the rest whenever you like, and nobody gets it twice.",
        ),
        (translate("campaigns", "Pause and close"), translate("campaigns", "Let it run")),
    )


def stop(parent: QWidget, left: int) -> bool:
    """Asks whether to give up the rest of a campaign."""
    return _asked(
        parent,
        translate("campaigns", "Stop the campaign"),
        translate("campaigns", "%Ln people have not got it yet. Stop anyway?", None, left),
        translate(
            "campaigns",
            "They are marked “Skipped” and can be exported as a list. A stopped campaign cannot go on; to have a "
            "break, pause it. What was sent stays sent, and requests under way still arrive.",
        ),
        (translate("campaigns", "Stop for good"), translate("campaigns", "Keep the campaign")),
    )


def send_again(parent: QWidget, doubts: int) -> bool:
    """Asks whether to send once more to those of whom nobody knows whether they have it."""
    return _asked(
        parent,
        translate("campaigns", "Send again"),
        translate("campaigns", "%Ln people may have it already. Send to them again?", None, doubts),
        translate(
            "campaigns",
            "No clear answer came to their requests, so nobody knows whether the message arrived. Whoever got it the "
            "first time gets it twice.",
        ),
        (translate("campaigns", "Send again"), translate("campaigns", "Leave them")),
    )


def may_go_on(parent: QWidget, pause: str) -> bool:
    """Asks whether to send to those who wait, where a campaign stands still as the data were put back from a copy.

    `pause`: the code of why it stands still; True for every other.
    """
    return pause != "put_back" or _asked(
        parent,
        translate("campaigns", "Go on"),
        translate("campaigns", "People who are “Waiting” may have it already. Send to them anyway?"),
        translate(
            "campaigns",
            "The data of the app were put back from a copy, or come from another computer. Whoever got the message "
            "since they were copied gets it twice.",
        ),
        (translate("campaigns", "Send to them"), translate("campaigns", "Leave it")),
    )


def delete_values(parent: QWidget) -> bool:
    """Asks whether to delete the phones, names and texts of a campaign."""
    return _asked(
        parent,
        translate("campaigns", "Delete phones and texts"),
        translate("campaigns", "Delete the phones, names and texts of this campaign from this computer?"),
        translate(
            "campaigns",
            "How many were sent, refused or in doubt stays in the list. Who they were cannot be seen or exported any "
            "more. This cannot be undone. Your own file stays where it is.",
        ),
        (translate("campaigns", "Delete them"), translate("campaigns", "Keep them")),
    )


def discard(parent: QWidget) -> bool:
    """Asks whether to give up a campaign that was never started."""
    return _asked(
        parent,
        translate("campaigns", "Discard the campaign"),
        translate("campaigns", "Discard this campaign with its list?"),
        translate("campaigns", "None of it was sent. Your file and the message on Compose stay as they are."),
        (translate("campaigns", "Discard"), translate("campaigns", "Keep the campaign")),
    )


def _asked(parent: QWidget, title: str, text: str, more: str, answers: tuple[str, str]) -> bool:
    """Asks; True for the first of the answers. Esc and Enter are the second."""
    box = PlainBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    return box.confirmed(*answers)
