"""One person found for the message in front, or to be the one who gets tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.audience.person_finder import PersonFinder
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.compose_tab import ComposeTab

PEOPLE: Final = frozenset({"users", "devices"})
"""The collections in which one person can be selected."""


class PersonPresenter(QObject):
    """Opens the search for a person, which needs an account whose keys may read."""

    def __init__(self, services: Services, current: CurrentAccount, notice: NoticeBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._storage = services.storage
        self._background = services.background
        self._sandbox, self._sandbox_account = services.sandbox, services.sandbox_account
        self._current = current
        self._notice = notice

    def find(self, tab: ComposeTab) -> PersonFinder | None:
        """Opens the search; who is chosen becomes the audience. None, and why, where nobody can be looked for."""
        collection = tab.audience.collection()
        if collection not in PEOPLE:
            self._notice.say(self.tr("Choose devices or users under “Send to” first: a role is held by many people."))
            return None
        finder = self._open(collection, self.tr("Send to this person"), "")
        if finder is None:
            self._notice.say(self._why_nobody())
        else:
            finder.chosen.connect(lambda text, _person: tab.audience.take(text))
        return finder

    def _why_nobody(self) -> str:
        """Says why nobody can be looked for: the keys are missing, or the keyring did not give them."""
        if self._current.trouble:
            from scoro_desktop.ui.words import wording

            return " ".join(map(wording.problem, self._current.account_problems()[:1]))
        return self.tr("Enter this account's keys to look for people.")

    def choose_tester(
        self, collection: str, chosen: Callable[[], object], saved_wanted: Callable[[], object]
    ) -> PersonFinder | None:
        """Opens the search for the one who gets tests, keeps who is chosen, and calls `chosen`.

        `saved_wanted`: a saved audience is to be chosen instead. None where nobody can be looked for.
        """
        if collection not in PEOPLE:
            return None
        intro = self.tr("Who gets trial sends? Find yourself; the app remembers the choice and does not ask again.")
        finder = self._open(collection, self.tr("Send trials here"), intro)
        if finder is None:
            return None

        def kept() -> None:
            chosen()

        def keep(text: str) -> None:
            name = self.tr("My devices") if collection == "devices" else self.tr("Me")
            self._storage.write(
                self,
                lambda stores: stores.audiences.add_for_tests(collection, name, text),
                lambda _saved: kept(),
                self._not_kept,
            )

        finder.chosen.connect(lambda text, _person: keep(text))
        finder.offer(self.tr("Choose a saved audience…"), saved_wanted)
        return finder

    def _open(self, collection: str, use: str, intro: str) -> PersonFinder | None:
        make_client = self._current.client()
        if make_client is None:
            return None
        from scoro_desktop.ui.audience.person_finder import PersonFinder

        finder = PersonFinder(make_client, collection, use, self._background, self._window, intro=intro)
        if self._sandbox is not None and self._current.account == self._sandbox_account:
            finder.suggest(self._sandbox.email)
        finder.open()
        return finder

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._notice.say(disk_words.reason(error))
