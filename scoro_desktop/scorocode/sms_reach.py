"""The people of an audience who have a phone number, and their operators: asked of the server, count by count."""

import time
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from scoro_desktop.scorocode.account import OperatorPrice
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.wire import JsonObject

PEOPLE: Final = "users"
"""The one collection that has phone numbers (reference: "System fields")."""
PAUSE_S: Final = 0.1
"""Between two of these counts: at most 10 a second, half of what a default plan allows for all that is asked."""


class Counts(Protocol):
    """The part of `scorocode.client.Client` that counting needs."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """Counts the documents that match."""


def ask_reach(
    client: Counts,
    query: JsonObject,
    count: int,
    operators: Sequence[OperatorPrice],
    is_wanted: Callable[[], bool] = lambda: True,
    pause_s: float = PAUSE_S,
) -> Reach:
    """Asks who of the `count` users of a query an SMS reaches; as much of it as the server tells. Blocks.

    `is_wanted` is asked before each count: once it says no, nothing more is asked.
    """
    if not count:
        return Reach(0, phones=True, operators=(0,) * len(operators))
    people = client.count(PEOPLE, having_phone(query))
    if isinstance(people, Failure):
        return Reach(count)
    reach = Reach(people, phones=True)
    numbers = []
    for operator in operators:
        time.sleep(pause_s)
        number = client.count(PEOPLE, of_operator(query, operator, operators)) if is_wanted() else None
        if not isinstance(number, int):
            return reach
        numbers.append(number)
    return Reach(people, phones=True, operators=tuple(numbers) if operators else None)


def having_phone(query: JsonObject) -> JsonObject:
    """Those of a query who have a phone number at all."""
    return _narrowed(query, {"$exists": True, "$nin": [None, ""]})


def of_operator(query: JsonObject, operator: OperatorPrice, operators: Sequence[OperatorPrice]) -> JsonObject:
    """Those of a query whose number begins as those of an operator do, a `+` before it or not.

    Numbers that begin as longer ones of another operator are of that one.
    """
    longer = [
        theirs
        for other in operators
        if other is not operator
        for theirs in other.prefixes
        if any(theirs != own and theirs.startswith(own) for own in operator.prefixes)
    ]
    without = f"(?!{'|'.join(longer)})" if longer else ""
    return _narrowed(query, {"$regex": f"^\\+?{without}({'|'.join(operator.prefixes)})"})


def _narrowed(query: JsonObject, phone: JsonObject) -> JsonObject:
    return {"$and": [query, {"phone": phone}]} if query else {"phone": phone}
