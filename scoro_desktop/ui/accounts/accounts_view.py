"""The looks of the accounts dialog: its parts and where they stand."""

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from scoro_desktop.ui.accounts.account_form import AccountForm
from scoro_desktop.ui.accounts.account_list import AccountList
from scoro_desktop.ui.accounts.field_row import button
from scoro_desktop.ui.accounts.notice import Notice
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.tab_order import follow_layout


class AccountsView(QDialog):
    """A list on the left, a form on the right, a notice and buttons under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = AccountList(self)
        self._place = QWidget(self)  # of the form, which is hidden while it is made
        self.form = AccountForm(self._place, gradually=True)
        self.notice = Notice(self)
        self.empty = EmptyState(
            "people",
            self.tr("No account yet"),
            self.tr(
                "An account is an application at Scorocode with its keys. The sandbox needs none: close this window "
                "to go on with it."
            ),
            self._place,
        )
        self.none_chosen = EmptyState(
            "people", self.tr("No account is chosen"), self.tr("Choose one on the left, or add one."), self._place
        )
        self.add_button = button(self, self.tr("Add"))
        self.duplicate_button = button(self, self.tr("Duplicate"))
        self.delete_button = button(self, self.tr("Delete…"), "danger")
        self.check_button = button(self, self.tr("Check"))
        self.revert_button = button(self, self.tr("Revert"))
        self.save_button = button(self, self.tr("Save"), "primary")
        self.close_button = button(self, self.tr("Close"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Accounts"))
        begin_with(self, 860, 600)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.add_button, 1)
        pair.addWidget(self.duplicate_button, 1)
        left.addLayout(pair)
        left.addWidget(self.delete_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.check_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.revert_button)
        buttons.addWidget(self.save_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        inside = QGridLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        for each in (self.form, self.empty, self.none_chosen):  # one over the other: the form stays where it is
            inside.addWidget(each, 0, 0)
        self.empty.hide()
        self.none_chosen.hide()
        right.addWidget(self._place, 1)
        right.addWidget(self.notice)
        right.addLayout(buttons)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addLayout(right, 2)
        follow_layout(self)
