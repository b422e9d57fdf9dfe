"""The cost of requests by the prices of an account, worked out when they are planned."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.cost import product
from scoro_desktop.storage.history_rows import LARGEST_AMOUNT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.wire import JsonObject

OTHERS: Final = -1
"""The place of everybody whose number is of no operator that has a price of its own."""
_MILLIONTHS: Final = 1_000_000


class Pricing:
    """The prices of an account for messages of a channel."""

    def __init__(self, channel: Channel, account: Account) -> None:
        self._channel = channel
        self._entry = CHANNELS[channel]
        self._account = account
        self.is_paid = self._entry.is_paid_by_part
        self._prefixes = sorted(
            ((prefix, at) for at, each in enumerate(account.operator_prices) for prefix in each.prefixes),
            key=lambda each: len(each[0]),
            reverse=True,
        )

    @property
    def currency(self) -> str | None:
        """Returns the currency that messages are paid in; None for a channel that is not paid by the part."""
        return self._account.currency if self.is_paid else None

    def operator(self, phone: str) -> int:
        """Returns the place of a phone's operator among the account's, `OTHERS` for none; the longest prefix wins."""
        return next((at for prefix, at in self._prefixes if phone.startswith(prefix)), OTHERS)

    def of(self, message: JsonObject, phones: Iterable[str]) -> tuple[int | None, int | None]:
        """The parts that go to all of these phones, and their cost in millionths.

        The cost is None where no price is known for any of them; parts are None for a channel that is not paid by them.
        """
        if not self.is_paid:
            return None, None
        request = Request.from_wire(self._channel, {**message, "coll": self._entry.collections[0]})
        parts = 0 if request.message is None else self._entry.paid_parts(request.message)
        people, prices = 0, []
        for phone in phones:
            people += 1
            at = self.operator(phone)
            prices.append(self._account.sms_price if at == OTHERS else self._account.operator_prices[at].price)
        known = [price for price in prices if price is not None]
        if not known:
            return parts * people, None
        return parts * people, _millionths(product(sum(known, Decimal(0)), parts))


def _millionths(amount: Decimal) -> int | None:
    number = int(product(amount, _MILLIONTHS).to_integral_value(ROUND_HALF_UP))
    return number if number <= LARGEST_AMOUNT else None
