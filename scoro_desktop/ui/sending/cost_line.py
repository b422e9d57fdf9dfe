"""The cost of a send, in its confirmation."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Cost, Reach, estimate
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.words import cost_words


class CostLine(QLabel):
    """Says it of a message that is paid by the part, where the account has prices; hidden otherwise."""

    def __init__(
        self, draft: Draft, account: Account, reach_of: Callable[[int], Reach] = Reach, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._reach_of = reach_of
        outgoing = draft.outgoing()
        self._parts = 0 if outgoing.message is None else outgoing.entry.paid_parts(outgoing.message)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def show_count(self, count: int | None, people: int | None = None) -> None:
        """Shows what it costs for so many; None: nobody knows. `people`: those of them who get it, if known."""
        priced = self._account.sms_price is not None or bool(self._account.operator_prices)
        says = bool(self._parts) and priced and count != 0
        self.setVisible(says)
        if says and (cost := self.cost(count, people)) is not None:
            operators = [f"{operator}: {words}" for operator, words in cost_words.shares(cost)]
            self.setText("\n".join([cost_words.line(cost), *operators, *cost_words.notes(cost)]))

    def cost(self, count: int | None, people: int | None = None) -> Cost | None:
        """Works out what it costs for so many, as in `show_count`; None for a message that is not paid by the part."""
        if not self._parts:
            return None
        return estimate(self._account, self._parts, None if count is None else self._reach(count, people))

    def _reach(self, count: int, people: int | None) -> Reach:
        """Finds whom it reaches. What is known of operators holds only for the people that it was found out for."""
        known = self._reach_of(count)
        return known if people is None or (known.phones and known.people == people) else Reach(people, phones=True)
