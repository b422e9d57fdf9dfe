"""Questions and notes around copying a command. Each has a classmethod `ask` or `tell`, and that is all of it."""

from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.ui.kit.plain_box import PlainBox

Length = Literal["other_shell", "same_shell", "cancel"]


class KeysQuestion(PlainBox):
    """Tells whether to put the keys of the account on the clipboard."""

    @classmethod
    def ask(cls, account: str, everyone_in: str, parent: QWidget | None = None) -> bool:
        """True: copy them. `account`: its name and environment; `everyone_in`: the collection whose everyone gets it,
        empty where a query chooses.
        """
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(box.tr("Copy with keys"))
        box.setText(box.tr("Copy the command with the keys of “{account}”?").format(account=account))
        lines = [
            box.tr(
                "It sends as soon as it is run: nothing is counted or asked first, and the history here does not "
                "show it."
            ),
            box.tr(
                "Whoever gets the text, or reads the clipboard, can send with these keys to anyone. "
                "Keep it out of chats, tickets and shared notes."
            ),
        ]
        if everyone_in:
            lines.insert(0, box.tr("It goes to EVERYONE in “{collection}”.").format(collection=everyone_in))
        box.setInformativeText("\n\n".join(lines))
        return box.confirmed(box.tr("Copy with keys"), box.tr("Cancel"))


class TooLongQuestion(PlainBox):
    """A question about a command that the Command Prompt of Windows would cut off."""

    @classmethod
    def ask(cls, most: str, parent: QWidget | None = None) -> Length:
        """Asks, and returns the choice. `most`: how many characters a line may have there."""
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(box.tr("Too long for the Command Prompt"))
        box.setText(box.tr("The Command Prompt takes at most {most} characters, and this is more.").format(most=most))
        box.setInformativeText(box.tr("Pasted there, the command would be cut off. PowerShell takes it whole."))
        other = box.addButton(box.tr("Copy for PowerShell"), QMessageBox.ButtonRole.AcceptRole)
        same = box.addButton(box.tr("Copy anyway"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(box.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(other)
        box.setEscapeButton(cancel)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is other:
            return "other_shell"
        return "same_shell" if box.clickedButton() is same else "cancel"


class CannotCopy(PlainBox):
    """Says why nothing was copied."""

    @classmethod
    def tell(cls, why: str, parent: QWidget | None = None) -> None:
        """Returns when it was read."""
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(box.tr("Copy as curl"))
        box.setText(box.tr("Nothing was copied."))
        box.setInformativeText(why)
        box.exec()
        box.deleteLater()
