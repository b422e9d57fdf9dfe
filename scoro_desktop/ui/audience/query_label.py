"""A query in words on a label: a long one in a turn of its own."""

from typing import Final

from PySide6.QtWidgets import QLabel

from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.wire import JsonObject

LONG: Final = 20_000
"""Characters of a query of which the words take a millisecond or more: each of its values is looked at. Ours."""


def say_query(label: QLabel, query: JsonObject, length: int, before: str = "", mark: str = "") -> None:
    """Puts the words of a query on a label, below those that stand before. `length`: of its text, in characters.

    `mark`: what the first of them begin with.

    A long one has an ellipsis there until the event loop has its next turn.
    """

    def lines(words: list[str]) -> str:
        return mark + "\n".join([before, *words] if before else words)

    if length <= LONG:
        label.setText(lines(query_lines(query)))
        return
    label.setText(lines(["…"]))
    # Not 0: that is an event like those that show the window, and comes in one turn with them.
    soon(label, lambda: label.setText(lines(query_lines(query))), 1)
