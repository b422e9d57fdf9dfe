"""Saved audiences at work: opened from a tab, counted as it counts, and the one that tests go to."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.sending import checks
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.audiences import SavedAudience
    from scoro_desktop.ui.library.audiences import SavedAudiences
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.library_presenter import Shelf


class SavedAudiencesPresenter(QObject):
    """Between the tabs and the table of audiences."""

    def __init__(
        self,
        services: Services,
        tabs: Iterable[ComposeTab],
        choose_tester: Callable[[str, Callable[[], object], Callable[[], object]], object],
        parent: QWidget,
    ) -> None:
        """`choose_tester`: leads through choosing who gets tests in a collection; gives None where that cannot be."""
        super().__init__(parent)
        self._choose_tester = choose_tester
        self._window = parent
        self._storage = services.storage
        self._background = services.background
        self._is_asked = False  # for a test, and the disk has not answered yet
        for tab in tabs:
            tab.saved_wanted.connect(lambda tab=tab: self.show(tab))
            tab.count_changed.connect(lambda tab=tab: self._counted(tab))

    def show(self, tab: ComposeTab) -> SavedAudiences:
        """Opens the saved audiences of the collection that a tab sends to, over it."""
        dialog = self._make(tab, self._window)
        dialog.open()
        return dialog

    def show_on(self, shelf: Shelf, tab: ComposeTab) -> None:
        """Shows them on a page."""
        shelf.show(self._make(tab, shelf.place))

    def _make(self, tab: ComposeTab, parent: QWidget) -> SavedAudiences:
        """Makes the list of the saved audiences of the collection that a tab sends to."""
        from scoro_desktop.ui.library.audiences import SavedAudiences

        _, collection, text, count = self.made_of(tab)
        dialog = SavedAudiences(self._storage, self._background, collection, text, count, parent)
        dialog.used.connect(tab.audience.take)
        return dialog

    def made_of(self, tab: ComposeTab) -> tuple[ComposeTab, str, str, Count]:
        """Returns the tab, its collection, the query on the screen and its count; empty where there is none."""
        readable, count = tab.audience.audience() is not None, tab.live_count.count
        return (
            tab,
            tab.audience.collection(),
            tab.audience.text() if readable else "",
            count if count.state is CountState.KNOWN else Count(CountState.NONE),  # else it may be an earlier query's
        )

    def test_of(self, tab: ComposeTab, confirm: Callable[[Draft], object]) -> None:
        """Looks for the audience for tests, and gives what is on the screen for it to `confirm`.

        Where there is none, the choice of a person opens, or of an audience. Nothing happens where it is looked for
        already, nor where another tab or a dialog is in front by then.
        """
        if self._is_asked:
            return
        self._is_asked = True
        collection = tab.draft().collection

        def found(audience: SavedAudience | None) -> None:
            self._is_asked = False
            draft = tab.draft()
            if not tab.isVisible() or QApplication.activeModalWidget() is not None:
                return
            if draft.collection != collection:
                self.test_of(tab, confirm)
            elif audience is None:
                if not self._choose_tester(collection, lambda: self.test_of(tab, confirm), lambda: self._teach(tab)):
                    self._teach(tab)
            elif (test := self._test_for(tab, audience)) is not None:
                confirm(test)

        def failed(error: Exception) -> None:
            self._is_asked = False
            if not isinstance(error, StorageError):
                raise error
            self.show(tab).notice.say(disk_words.reason(error))

        self._storage.look(self, lambda stores: stores.audiences.for_tests(collection), found, failed)

    def _teach(self, tab: ComposeTab) -> None:
        """Opens the saved audiences, and says how one of them gets the tests."""
        dialog = self.show(tab)
        dialog.notice.say(
            self.tr("Choose or save an audience, mark it “Use for trials”, then press “Send trial” again.")
        )

    def _test_for(self, tab: ComposeTab, audience: SavedAudience) -> Draft | None:
        """A draft for an audience; None, and why, where variables in its query are not filled in."""
        test = tab.composition.for_tests(audience.query_text)
        if left := checks.variables_left_in_query(test):
            dialog = self.show(tab)
            words = self.tr("Trials go to “{name}”, but {variables} in it is not filled in. Choose another audience.")
            dialog.notice.say(words.format(name=audience.name, variables=", ".join(left)))
            return None
        if test.audience is None:
            return test
        findings = tab.known_fields.findings(test.collection, test.query())
        return dataclasses.replace(test, field_findings=findings)

    def _counted(self, tab: ComposeTab) -> None:
        count, text = tab.live_count.count, tab.audience.text()
        number, at = count.value, count.at
        if count.state is CountState.KNOWN and number is not None and at is not None and text:
            collection = tab.audience.collection()
            self._storage.write(
                self, lambda stores: stores.audiences.counted(collection, text, number, at), failed=tolerate
            )  # a note for the list of saved audiences, no more
