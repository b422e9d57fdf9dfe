"""The people of an audience who have a phone number, and their operators: asked once the audience is counted."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.sms_reach import PEOPLE, ask_reach
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.ui.runtime.current_account import ApiClient
from scoro_desktop.wire import JsonObject


class SmsCosts(QObject):
    """Asks after each new count; the newest answer wins. `changed` tells of another `reach`."""

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = LatestTask(background, 500, self, most_at_once=1)
        self._stop = threading.Event()
        self._detailed: tuple[str, Reach] | None = None
        self._question = ""
        self.reach: Reach | None = None

    def ask(
        self,
        make_client: Callable[[], ApiClient] | None,
        collection: str,
        query: JsonObject | None,
        count: int | None,
        account: Account | None,
    ) -> None:
        """Takes a count, None while there is none, and asks who of them is with which operator."""
        self._stop.set()
        self._latest.forget()
        self._question = repr((collection, query, count, None if account is None else account.operator_prices))
        self.reach = None if count is None else self.reach_of(count)
        self.changed.emit()
        priced = account is not None and (account.sms_price is not None or account.operator_prices)
        known = self._detailed is not None and self._detailed[0] == self._question
        if make_client is None or query is None or count is None or collection != PEOPLE or not priced or known:
            return
        question, operators, stop = self._question, account.operator_prices if account else (), threading.Event()
        self._stop = stop

        def job() -> Reach:
            client = make_client()
            try:
                return ask_reach(client, here.worked_out(query), count, operators, lambda: not stop.is_set())
            finally:
                client.close()

        def answered(reach: Reach) -> None:
            self._detailed = (question, reach)
            self.reach = reach
            self.changed.emit()

        self._latest.ask(job, answered, lambda _error: None)  # the general price stands, and says so

    def reach_of(self, count: int) -> Reach:
        """Returns the reach of an audience of so many, if it is the one that was asked about; else their number
        alone.
        """
        if self._detailed is not None and self._detailed[0] == self._question and self.reach is not None:
            return self._detailed[1]
        return Reach(count)
