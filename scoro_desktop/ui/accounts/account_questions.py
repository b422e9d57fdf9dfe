"""The small dialogs beside the accounts. Each has a classmethod `ask`, and that is all that others use of it."""

from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.ui.kit.plain_box import PlainBox

Unsaved = Literal["save", "discard", "stay"]


class DeleteQuestion(PlainBox):
    """Tells whether to delete an account, by its name."""

    @classmethod
    def ask(cls, name: str, parent: QWidget | None = None) -> bool:
        """True: delete it."""
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(box.tr("Delete account"))
        box.setText(box.tr("Delete “{name}”?").format(name=name))
        box.setInformativeText(
            box.tr("Its keys are deleted from the keyring too. What was sent through it stays in the history.")
        )
        return box.confirmed(box.tr("Delete account"), box.tr("Keep it"))


class KeysStayQuestion(PlainBox):
    """Tells whether to delete an account although the keyring will not give up its keys."""

    @classmethod
    def ask(cls, name: str, why: str, parent: QWidget | None = None) -> bool:
        """True: delete it all the same."""
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(box.tr("Keys not deleted"))
        box.setText(
            box.tr("The keys of “{name}” could not be deleted from the keyring, if it has any.").format(name=name)
        )
        box.setInformativeText(
            box.tr("{why}\n\nIf you delete the account now, its keys may stay in the keyring.").format(why=why)
        )
        return box.confirmed(box.tr("Delete anyway"), box.tr("Keep it"))


class UnsavedQuestion(PlainBox):
    """A question about changes before another account is shown or the dialog closes."""

    @classmethod
    def ask(cls, name: str, parent: QWidget | None = None) -> Unsaved:
        """Asks, and returns the choice; closing the question is "stay"."""
        box = cls(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(box.tr("Unsaved changes"))
        box.setText(box.tr("Save the changes to “{name}”?").format(name=name))
        save = box.addButton(box.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(box.tr("Discard changes"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(box.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked is save:
            return "save"
        return "discard" if clicked is discard else "stay"
