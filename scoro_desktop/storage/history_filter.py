"""Which sends a list of the history shows."""

from dataclasses import dataclass

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_rows import SendLine
from scoro_desktop.storage.search import match_expression


@dataclass(frozen=True)
class HistoryFilter:
    """The sends that a list shows. Every word of `text` must begin a word of the message; None is "any".

    `hide_tests` leaves out what was sent to the audience for tests.
    """

    text: str = ""
    outcome: Outcome | None = None
    account_id: str | None = None
    hide_tests: bool = False

    def takes(self, line: SendLine) -> bool:
        """Tells whether it lets a line through, as far as that is not a matter of its words."""
        return (
            (self.outcome is None or line.outcome is self.outcome)
            and (self.account_id is None or line.account_id == self.account_id)
            and not (self.hide_tests and line.is_test)
        )


def selection(wanted: HistoryFilter, *, ids: tuple[int, int] | None = None) -> tuple[str, list[object]]:
    """The part of a query from its FROM on, and its parameters. Each ends in rows that have an `id`.

    `ids`: the first and the last of the sends that are wanted. They stand within, where the search or an index begins
    at them: from outside, all that the filter lets through would be gone through.
    """
    conditions: list[str] = []
    parameters: list[object] = []
    expression = match_expression(wanted.text)
    if expression:
        conditions.append("sends_words MATCH ?")
        parameters.append(expression)
    if wanted.outcome is not None:
        conditions.append("outcome = ?")
        parameters.append(wanted.outcome)
    if wanted.account_id is not None:
        conditions.append("account_id = ?")
        parameters.append(wanted.account_id)
    if wanted.hide_tests:
        conditions.append("is_test = 0")
    is_searched_alone = len(conditions) == 1
    has_conditions = bool(conditions)
    if ids is not None:
        conditions.append("sends_words.rowid BETWEEN ? AND ?" if expression else "id BETWEEN ? AND ?")
        parameters += ids
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    if not expression:
        index = "" if has_conditions else " INDEXED BY sends_by_id"
        return f"sends{index}{where}", parameters
    if is_searched_alone:
        return f"(SELECT rowid AS id FROM sends_words{where})", parameters  # noqa: S608
    # CROSS keeps the order: rows come out of the search by rowid, so the newest are had without sorting all of them.
    source = "sends_words CROSS JOIN sends ON sends.id = sends_words.rowid"
    return f"(SELECT sends_words.rowid AS id FROM {source}{where})", parameters  # noqa: S608
