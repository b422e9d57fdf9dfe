"""The question of the quiet hours of one account, as a campaign asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.sending.quiet_question import QuietQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.scorocode.account import Account


class AccountQuiet(QuietQuestion):
    """Knows whose hours they are, by the id of the account."""

    def __init__(self, account: Account, parent: QWidget) -> None:
        super().__init__(account, parent)
        self.account_id = account.id
