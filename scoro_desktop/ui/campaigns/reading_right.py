"""The right of the account to look people up, which a campaign cannot do without: asked before a list is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.ui.campaigns.source_choice import SourceChoice
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import ApiClient, CurrentAccount


class ReadingRight(QObject):
    """Asks the server for one person, and says why a campaign cannot be where it refuses."""

    def __init__(self, background: Background, current: CurrentAccount, choice: SourceChoice, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._current = current
        self._choice = choice
        self._asked = 0

    def ask(self) -> None:
        """Asks for the account in use; until the answer comes a list can be chosen."""
        self._asked += 1
        asked = self._asked
        problems = [each for each in self._current.account_problems() if each.stops]
        if problems and not self._current.loading:
            self._choice.show_cannot_read(wording.problem(problems[0]))
            return
        self._choice.show_cannot_read("")
        make_client = self._current.client()
        if make_client is None:
            return

        def answered(reply: Failure | None) -> None:
            if isValid(self) and asked == self._asked and reply is not None and reply.outcome is Outcome.REFUSED:
                self._choice.show_cannot_read(self._words(reply))

        self._background.submit(lambda: _asked_once(make_client), answered, lambda _error: None)

    def _words(self, reply: Failure) -> str:
        said = reply.error_message or reply.error_code or str(reply.http_status or "")
        return self.tr(
            "This account may send, but not look people up, and a campaign has to know who is who. Enter the masterKey "
            "in the account, or log in as somebody who may read users. The server said: {said}"
        ).format(said=said)


def _asked_once(make_client: Callable[[], ApiClient]) -> Failure | None:
    from scoro_desktop.scorocode.recipients import may_read

    client = make_client()
    try:
        return may_read(client)
    finally:
        client.close()
