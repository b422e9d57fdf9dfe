"""The hours within which nobody gets two campaigns, as an account, a message and a person want them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account


@dataclass
class Apart:
    """Of what the account and the message want the stricter holds, until a person chooses for the list in hand.

    `of_account`: the account's rule; `wanted`: what a template or the campaign before had; 0: neither wants any.
    """

    of_account: int = 0
    wanted: int = 0
    chosen: int | None = None
    _account_id: str = ""

    @property
    def hours(self) -> int:
        """Returns the hours that hold."""
        return self._strictest if self.chosen is None else self.chosen

    @property
    def is_raised(self) -> bool:
        """Tells whether the account's rule holds in the place of fewer hours that the message had."""
        return self.chosen is None and 0 < self.wanted < self.of_account

    @property
    def is_lowered(self) -> bool:
        """Tells whether a person chose fewer hours than the account's rule has."""
        return self.hours < self.of_account

    def begin(self, wanted: int, *, has_list: bool) -> None:
        """Takes what a message wants; what was chosen for another list holds only where it is stricter."""
        self.wanted = wanted
        if not has_list:
            self._forget_less()

    def hold_to(self, account: Account | None) -> None:
        """Takes the rule of the account that is used."""
        account_id, self.of_account = ("", 0) if account is None else (account.id, account.lately_hours)
        if account_id != self._account_id:
            self._account_id = account_id
            self._forget_less()

    @property
    def _strictest(self) -> int:
        return max(self.wanted, self.of_account)

    def _forget_less(self) -> None:
        if self.chosen is not None and self.chosen < self._strictest:
            self.chosen = None
