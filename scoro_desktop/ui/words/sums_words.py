"""Sums over a history in words."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.words import money
from scoro_desktop.ui.words.line_words import number_text
from scoro_desktop.ui.words.outcome_words import outcome_word
from scoro_desktop.ui.words.wording import C_INT_MAX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.storage.history_days import DayCount
    from scoro_desktop.storage.history_sums import Sums

translate = QCoreApplication.translate


def line(sums: "Sums") -> str:
    """The sends, the people, the parts and the cost."""
    said = [translate("sums", "%Ln send(s)", None, min(sums.sends, C_INT_MAX))]
    if sums.campaigns:
        said.append(translate("sums", "%Ln campaign(s) among them", None, min(sums.campaigns, C_INT_MAX)))
    if sums.people:
        said.append(translate("sums", "%Ln recipient(s)", None, min(sums.people, C_INT_MAX)))
    if sums.parts:
        said.append(translate("sums", "%Ln SMS part(s)", None, min(sums.parts, C_INT_MAX)))
    said += amounts(sums.costs)
    return " · ".join(said)


def day(sends: int, count: "DayCount | None") -> str:
    """The sends of a day. `count`: what they came to, once that is known."""
    said = [translate("sums", "%Ln send(s)", None, min(sends, C_INT_MAX))]
    if count is None:
        return said[0]
    if count.people:
        said.append(translate("sums", "%Ln recipient(s)", None, min(count.people, C_INT_MAX)))
    if count.failed:
        said.append(translate("sums", "%Ln failed", None, min(count.failed, C_INT_MAX)))
    return " · ".join(said)


def amounts(costs: "Mapping[str, Decimal]") -> list[str]:
    """The amounts, one for each currency."""
    return [money.amount(costs[currency], currency) for currency in sorted(costs)]


def by_outcome(sums: "Sums") -> list[tuple[Outcome, str]]:
    """The outcomes of sends: each outcome with its number."""
    order = (Outcome.SENT, Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN, Outcome.SENDING, Outcome.HELD)
    pattern = translate("sums", "{outcome} {number}")
    return [
        (each, pattern.format(outcome=outcome_word(each).rstrip("…"), number=number_text(sums.outcomes[each])))
        for each in order
        if sums.outcomes.get(each)
    ]


def notes(sums: "Sums") -> list[str]:
    """Words for what must be known of the cost to read it right."""
    said = []
    if sums.costs or sums.open_costs:
        said.append(
            translate("sums", "The cost is the one that each confirmation showed, by the prices of the account then.")
        )
    if sums.open_costs:
        text = translate("sums", "What may have gone out could cost {sum} more.")
        said.append(text.format(sum=" + ".join(amounts(sums.open_costs))))
    if sums.unpriced:
        n = min(sums.unpriced, C_INT_MAX)
        said.append(
            translate("sums", "No price or no count was known for %Ln send(s): they are not in the cost.", None, n)
        )
    return said
