"""The needs of a campaign, as its check found them: who gets it, in how many requests and parts, and at what cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from scoro_desktop.scorocode.cost import product

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.campaigns.types import Alike, Sums


@dataclass(frozen=True)
class OperatorCost:
    """The part of one price: `parts` to `people`. `operator`: empty for all others; `price` None: nobody said."""

    operator: str
    people: int
    parts: int
    price: Decimal | None


@dataclass(frozen=True)
class Checked:
    """The needs of a campaign.

    `parts`: people by the number of parts that each one's message has, empty for a channel that is not paid by part;
    `wide`: how many of them need the alphabet with fewer characters a part. `costs`: by operator. `longest` and
    `shortest`: which of those who are ready, counted from 0 in their order; None where nobody is.
    `before`: campaigns with the same list or text, the newest first. `counted`: how many the server counts of an
    audience and how many came, where that differs.
    """

    sums: Sums
    requests: int
    parts: Mapping[int, int] = field(default_factory=dict)
    wide: int = 0
    costs: tuple[OperatorCost, ...] = ()
    longest: int | None = None
    shortest: int | None = None
    before: tuple[Alike, ...] = ()
    counted: tuple[int, int] | None = None

    def total(self) -> Decimal | None:
        """The sum for all of whom a price is known; None where that is nobody."""
        sums = [product(each.price, each.parts) for each in self.costs if each.price is not None]
        return sum(sums, Decimal(0)) if sums else None

    def span(self, account: Account) -> tuple[Decimal, Decimal] | None:
        """The least and the most that the same could cost by the prices of the account, whoever is with which operator.

        A number that changed its operator keeps its beginning, by which `costs` are told apart. None where the account
        has one price, or knows none for anybody here.
        """
        parts = sum(each.parts for each in self.costs if each.price is not None)
        known = (account.sms_price, *(each.price for each in account.operator_prices))
        prices = {price for price in known if price is not None}
        if not parts or len(prices) < 2:
            return None
        return product(min(prices), parts), product(max(prices), parts)

    @property
    def unpriced(self) -> int:
        """Counts the people for whom no price is known."""
        return sum(each.people for each in self.costs if each.price is None)
