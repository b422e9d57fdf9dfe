"""Saved audiences at work: opened from a tab, counted as it counts, and the one that tests go to."""

import contextlib
import dataclasses
from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from scoro_desktop.audience.query import read_query
from scoro_desktop.sending import checks
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.audiences import Audiences
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.audience.live_count import Count, CountState
from scoro_desktop.ui.audience.saved_audiences import SavedAudiences
from scoro_desktop.ui.window.compose_tab import ComposeTab


class SavedAudiencesPresenter(QObject):
    """Between the tabs and the table of audiences."""

    def __init__(self, audiences: Audiences, tabs: Iterable[ComposeTab], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._audiences = audiences
        for tab in tabs:
            tab.saved_wanted.connect(lambda tab=tab: self.show(tab))
            tab.count_changed.connect(lambda tab=tab: self._counted(tab))

    def show(self, tab: ComposeTab) -> SavedAudiences:
        """Opens the saved audiences of the collection that a tab sends to."""
        readable, count = tab.audience.audience() is not None, tab.live_count.count
        dialog = SavedAudiences(
            self._audiences,
            tab.audience.collection(),
            tab.audience.text() if readable else "",
            count if count.state is CountState.KNOWN else Count(CountState.NONE),  # else it may be an earlier query's
            self._window,
        )
        dialog.used.connect(tab.audience.take)
        dialog.open()
        return dialog

    def test_of(self, tab: ComposeTab) -> Draft | None:
        """Returns the screen's content for the audience for tests; None where there is none, and the choice of one
        opens.
        """
        draft = tab.draft()
        audience = self._audiences.for_tests(draft.collection)
        if audience is None:
            dialog = self.show(tab)
            dialog.notice.say(
                self.tr("Choose or save an audience, mark it “Tests go here”, then press “Send test” again.")
            )
            return None
        reading = read_query(audience.query_text)
        test = dataclasses.replace(
            draft,
            audience=reading.query,
            audience_text=audience.query_text,
            audience_problems=reading.problems,
            field_findings=(),
            is_test=True,
        )
        if left := checks.variables_left_in_query(test):
            dialog = self.show(tab)
            words = self.tr("Tests go to “{name}”, but {variables} in it is not filled in. Choose another audience.")
            dialog.notice.say(words.format(name=audience.name, variables=", ".join(left)))
            return None
        if reading.query is None:
            return test
        findings = tab.known_fields.findings(draft.collection, test.query())
        return dataclasses.replace(test, field_findings=findings)

    def _counted(self, tab: ComposeTab) -> None:
        count, text = tab.live_count.count, tab.audience.text()
        if count.state is CountState.KNOWN and count.value is not None and count.at is not None and text:
            with contextlib.suppress(StorageError):  # a note for the list of saved audiences, no more
                self._audiences.counted(tab.audience.collection(), text, count.value, count.at)
