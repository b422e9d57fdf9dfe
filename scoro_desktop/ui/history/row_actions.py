"""Acts on the selected sends: in the menu bar, in the menu of a row, and on buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import can_be_corrected
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.history.selected import TWO

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.ui.kit.commands import Commands

HISTORY: Final = "history"
"""The menu of what can be done with a send."""


class RowActions(QObject):
    """The actions for what is selected; each is off where it cannot be done.

    `copy_wanted(Shell, bool)`: as a command, with the keys or without.
    """

    copy_wanted = Signal(object, bool)

    def __init__(self, sort: QMenu, parent: QWidget) -> None:
        """`sort`: the menu of the orders of the rows."""
        super().__init__(parent)
        self.details = QAction(self.tr("Details"), parent)
        self.use_again = QAction(self.tr("Use again"), parent)
        self.use_again.setToolTip(self.tr("Puts the message and its audience into the form; nothing is sent"))
        self.correct = QAction(self.tr("Correct it…"), parent)
        self.count_again = QAction(self.tr("Count again"), parent)
        self.count_again.setToolTip(self.tr("Asks how many the audience has now; nothing is sent"))
        self.note = QAction(self.tr("Note…"), parent)
        self.note.setToolTip(self.tr("Saves a note beside this send; nobody else sees it"))
        self.pin = QAction(self.tr("Pin"), parent)
        self.pin.setToolTip(self.tr("Marks this send with a star, by which it is found again"))
        self.pin.setCheckable(True)
        self.compare = QAction(self.tr("Compare"), parent)
        self.compare.setToolTip(self.tr("Shows two selected sends side by side; select the second with Ctrl"))
        self.export = QAction(self.tr("Export what is shown…"), parent)
        self._sort = sort
        self.copy = CopyMenu(keys=True, parent=parent)
        self.copy.wanted.connect(self.copy_wanted)
        self.show_page(shown=False)

    def register(self, commands: Commands) -> None:
        """Registers them in the menu of the history, in groups."""
        for name, action in (
            ("", None),
            ("history.details", self.details),
            ("history.use_again", self.use_again),
            ("history.correct", self.correct),
            ("history.count_again", self.count_again),
            ("", None),
            ("history.note", self.note),
            ("history.pin", self.pin),
            ("history.compare", self.compare),
            ("", None),
            ("history.export", self.export),
        ):
            if action is None:
                commands.separate(HISTORY)
            else:
                commands.adopt(name, HISTORY, action)
        commands.add_menu(HISTORY, self.copy)
        commands.add_menu(HISTORY, self._sort)

    def of_a_row(self) -> list[QAction]:
        """Lists what stands in the menu of a row."""
        acts = [self.details, self.use_again, self.correct, self.count_again, self.note, self.pin, self.compare]
        return [*acts, self.copy.menuAction(), self._sort.menuAction()]

    def show_page(self, shown: bool) -> None:
        """Offers what can be done on the page alone, or not."""
        self.export.setEnabled(shown)
        self._sort.menuAction().setVisible(shown)

    def show_for(self, line: SendLine | None, selected: int = 1) -> None:
        """Brings them up to date with the selected send, the first of so many; None where there is none."""
        self.compare.setEnabled(selected == TWO)
        for action in (self.details, self.note, self.pin):
            action.setEnabled(line is not None)
        self.pin.setChecked(line is not None and line.is_pinned)
        is_campaign = line is not None and line.campaign_id is not None
        self.details.setText(self.tr("Open the campaign") if is_campaign else self.tr("Details"))
        has_form = line is not None and known(line.channel) is not None and not is_campaign
        for action in (self.use_again, self.copy.menuAction()):
            action.setEnabled(has_form)
        is_unknown = line is not None and has_form and line.outcome is Outcome.UNKNOWN
        self.count_again.setEnabled(is_unknown)
        self.count_again.setVisible(is_unknown)
        self.show_correct(line)

    def show_correct(self, line: SendLine | None) -> None:
        """Offers to correct what is selected; where that cannot be done, it is said once it is asked for."""
        can = line is not None and line.campaign_id is None and can_be_corrected(line.channel)
        self.correct.setVisible(can)
