"""The count of matches, kept fresh while the query is edited."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from scoro_desktop import elapsed, late
from scoro_desktop.audience.relative_dates import holds_rules
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.ui.runtime.current_account import ApiClient
from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class Counted:
    """The number of matches, and of all in the whole collection; None where that could not be had.

    `reach`: how many of them have a phone number, where a message needs one; None where nobody asked or could say.
    """

    count: int
    total: int | None
    reach: int | None = None

    @property
    def is_everyone(self) -> bool:
        """Tells whether the query, whatever it says, leaves nobody out. Who came between the two counts is in one
        only.
        """
        return self.total is not None and self.count >= self.total

    @property
    def may_be_everyone(self) -> bool:
        """Tells whether it does, or nobody can say because the whole could not be had."""
        return self.total is None or self.is_everyone


def count_with(make_client: Callable[[], ApiClient], collection: str, query: JsonObject) -> Counted | Failure:
    """Counts what matches, and the whole collection to compare it with, on a connection of its own; blocks.

    Relative dates are worked out now. Raises CannotWorkOutError where one has no date.
    The whole comes first: were it counted last, somebody new in between would make everyone look like fewer than all.
    """
    if holds_rules(query):
        query = here.worked_out(query)
    client = make_client()
    try:
        whole = client.count(collection, {}) if query else None
        if isinstance(whole, Failure) and whole.outcome is Outcome.NOT_SENT:
            return whole  # nobody there to be asked a second time
        count = client.count(collection, query)
        if isinstance(count, Failure):
            return count
        if whole is None:  # the question is the whole
            return Counted(count, count)
        return Counted(count, None if isinstance(whole, Failure) else whole)
    finally:
        client.close()


class LiveCount(QObject):
    """Asks again whenever the question changes; the newest answer wins. `changed` tells of each new state.

    `count`: the newest count, of `query` in `collection`; these are "" and None where there is nothing to count. They
    are changed here alone.
    """

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = LatestTask(background, parent=self)
        self._make_client: Callable[[], ApiClient] | None = None
        self.collection = ""
        self.query: JsonObject | None = None
        self.count = Count(CountState.NONE)

    def ask(self, make_client: Callable[[], ApiClient] | None, collection: str, query: JsonObject | None) -> None:
        """Counts what `query` matches in `collection`; without a client or a query there is nothing to count."""
        if make_client is None or query is None:
            self._make_client, self.collection, self.query = None, "", None
            self._latest.forget()
            self._set(Count(CountState.NONE if query is None else CountState.NO_KEYS))
            return
        if self.collection and self.collection != collection:
            self.count = Count(CountState.NONE)  # devices are no users: their number says nothing any more
        self._make_client, self.collection, self.query = make_client, collection, query
        self.again()

    def again(self) -> None:
        """Asks the same question once more."""
        make_client, collection, query = self._make_client, self.collection, self.query
        if make_client is None or query is None:
            return
        self.count = Count(
            CountState.COUNTING, self.count.value, self.count.total, at=self.count.at, since=self.count.since
        )
        self.changed.emit()
        self._latest.ask(partial(count_with, make_client, collection, query), self._answered, self._failed)

    def _answered(self, answer: Counted | Failure) -> None:
        if isinstance(answer, Failure):
            self._set(Count(CountState.UNKNOWN, failure=answer))
        else:
            self._set(
                Count(CountState.KNOWN, answer.count, answer.total, at=datetime.now(UTC), since=elapsed.seconds())
            )

    def _failed(self, error: Exception) -> None:
        self._set(
            Count(CountState.UNKNOWN, failure=Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__))
        )

    def _set(self, count: Count) -> None:
        self.count = count
        self.changed.emit()
