"""Words for what an SMS costs."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from scoro_desktop.scorocode.cost import Cost, Share, product
from scoro_desktop.ui.words import money
from scoro_desktop.ui.words.wording import C_INT_MAX

translate = QCoreApplication.translate


def line(cost: Cost) -> str:
    """The sum and how it comes about, as far as it is known."""
    parts = translate("cost", "%Ln part(s)", None, cost.parts)
    total = cost.total()
    if cost.people is None:
        each = cost.each()
        if each is None or cost.price is None:
            return parts
        return translate("cost", "{parts} × {price} = {each} per recipient").format(
            parts=parts, price=money.price(cost.price, cost.currency), each=_about(each, cost)
        )
    people = _recipients(cost.people)
    if total is None:
        messages = translate("cost", "%Ln message(s)", None, min(cost.messages or 0, C_INT_MAX))
        return translate("cost", "{parts} × {people} = {messages}").format(
            parts=parts, people=people, messages=messages
        )
    if len(cost.shares) == 1 and cost.shares[0].price is not None:
        price = money.price(cost.shares[0].price, cost.currency)
        return translate("cost", "{parts} × {people} × {price} = {total}").format(
            parts=parts, people=people, price=price, total=_about(total, cost)
        )
    return translate("cost", "{parts} × {people}, by operator: {total}").format(
        parts=parts, people=people, total=_about(total, cost)
    )


def shares(cost: Cost) -> list[tuple[str, str]]:
    """Returns the prices by operator, as (operator, words); empty where all pay one price."""
    if not cost.by_operator or cost.people is None:
        return []
    return [(each.operator or translate("cost", "Other operators"), _share(cost, each)) for each in cost.shares]


def notes(cost: Cost, counted: int | None = None) -> list[str]:
    """Lists notes on the sum, the most important first. `counted`: of the audience, with a phone or without."""
    said = []
    if cost.people is not None and cost.phones and counted is not None and counted > cost.people:
        without = min(counted - cost.people, C_INT_MAX)
        said.append(translate("cost", "%Ln of them have no phone number and get nothing.", None, without))
    elif cost.people is not None and not cost.phones:
        said.append(translate("cost", "At most: whoever has no phone number gets nothing."))
    if cost.by_operator is False and cost.people is not None:
        if cost.price is not None:
            said.append(translate("cost", "The split by operator is unknown, so the general price is used."))
        else:
            said.append(translate("cost", "The split by operator is unknown, so there is no sum."))
    if cost.unpriced and cost.total() is not None:
        n = min(cost.unpriced, C_INT_MAX)
        said.append(translate("cost", "The price is not known for %Ln recipient(s): they are not in the sum.", None, n))
    if cost.by_operator:
        said.append(translate("cost", "An estimate: a number that changed its operator keeps its beginning."))
    return said


def more(cost: Cost, fewer: int, *, sign: str = "+") -> str:
    """Words the cost of not having `fewer` parts: "+8,310 messages, about 20,775.00 ₽"; may be empty."""
    if cost.messages is None or cost.people is None:
        each = product(cost.price, cost.parts - fewer) if cost.price is not None else None
        if each is None:
            return ""
        return sign + translate("cost", "{price} per recipient").format(price=_about(each, cost))
    n = min(cost.messages - fewer * cost.people, C_INT_MAX)
    messages = sign + translate("cost", "%Ln message(s)", None, n)
    total = cost.with_parts(cost.parts - fewer).total()
    if total is None:
        return messages
    return translate("cost", "{messages}, {sum}").format(messages=messages, sum=_about(total, cost))


def _share(cost: Cost, share: Share) -> str:
    people = _recipients(share.people)
    if share.price is None:
        return translate("cost", "{people}, price not known").format(people=people)
    total = product(share.price, cost.parts, share.people)
    return translate("cost", "{people} × {price} a part: {total}").format(
        people=people, price=money.price(share.price, cost.currency), total=_about(total, cost, plain=True)
    )


def _recipients(number: int) -> str:
    return translate("cost", "%Ln recipient(s)", None, min(number, C_INT_MAX))


def _about(value: Decimal, cost: Cost, *, plain: bool = False) -> str:
    """An amount; where it is rounded, or an estimate by operators, that is said."""
    written = money.amount(value, cost.currency)
    if money.is_rounded(value, cost.currency) or (not plain and (cost.by_operator or cost.unpriced)):
        return translate("cost", "about {sum}").format(sum=written)
    return written
