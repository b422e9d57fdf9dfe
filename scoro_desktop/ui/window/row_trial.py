"""The message of one row of a campaign, sent to the audience for trials: through the usual confirmation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.words import disk_words, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from scoro_desktop.messages.request import Channel
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.audiences import SavedAudience
    from scoro_desktop.ui.campaigns.samples import Sample
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sending.send_flow import SendFlow
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.person_presenter import PersonPresenter


class RowTrial(QObject):
    """Leads one trial at a time to its confirmation. `tell`: says what keeps it from that."""

    def __init__(
        self,
        services: Services,
        current: CurrentAccount,
        tabs: Mapping[Channel, ComposeTab],
        people: PersonPresenter,
        flow: SendFlow,
        tell: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._storage = services.storage
        self._current = current
        self._tabs = tabs
        self._people = people
        self._flow = flow
        self._tell = tell
        self._is_asked = False  # and the disk has not answered yet

    def send(self, samples: Sequence[Sample], account_id: str) -> None:
        """Opens the confirmation of filled messages to the audience for trials of the account in use, one for all.

        Nothing happens while that is looked for already; of another account than the campaign's it is said that it
        does not go out.
        """
        if self._is_asked:
            return
        if self._current.account is None or self._current.account.id != account_id:
            self._tell(self.tr("The trial was not sent: choose the account of the campaign first."))
            return
        self._is_asked = True
        collection = samples[0].request.entry.collections[0]

        def again() -> None:
            self.send(samples, account_id)

        def found(audience: SavedAudience | None) -> None:
            self._is_asked = False
            if QApplication.activeModalWidget() is not None:
                return
            if audience is not None:
                self._confirm(samples, account_id, audience)
            elif not self._people.choose_tester(collection, again, self._teach):
                self._teach()

        def failed(error: Exception) -> None:
            self._is_asked = False
            if not isinstance(error, StorageError):
                raise error
            self._tell(disk_words.reason(error))

        self._storage.look(self, lambda stores: stores.audiences.for_tests(collection), found, failed)

    def _confirm(self, samples: Sequence[Sample], account_id: str, audience: SavedAudience) -> None:
        from scoro_desktop.scorocode.cost import Reach

        account = self._current.account
        if account is None or account.id != account_id:
            return
        known = self._tabs[samples[0].request.channel].known_fields
        drafts: list[tuple[str, Draft]] = []
        for each in samples:
            draft = self._draft(each, audience)
            if draft.audience is not None:
                import dataclasses

                draft = dataclasses.replace(draft, field_findings=known.findings(draft.collection, draft.query()))
            first = next((each for each in self._current.problems(draft) if each.stops), None)
            if first is not None:
                self._tell(self.tr("The trial was not sent: {problem}").format(problem=wording.problem(first)))
                return
            drafts.append((each.name, draft))
        (_, draft), more = drafts[0], drafts[1:]
        self._flow.confirm(draft, known.unchecked(draft.collection, draft.query()), Reach, more=more)

    def _draft(self, sample: Sample, audience: SavedAudience) -> Draft:
        """The message as it was filled in: braces in a value are its own, and what the account adds is there."""
        from scoro_desktop.audience.query import read_query
        from scoro_desktop.messages.variables import names, uses
        from scoro_desktop.sending.draft import Draft

        account = self._current.account
        reading = read_query(audience.query_text)
        return Draft(
            sample.request,
            audience.collection,
            reading.query,
            audience.query_text,
            reading.problems,
            locked=None if account is None else account.locked_query(),
            is_test=True,
            as_they_stand=frozenset(names(uses(sample.request.to_wire()))),
            kept=sample.kept,
        )

    def _teach(self) -> None:
        self._tell(self.tr("Nobody gets trials yet. Save an audience, and mark it “Use for trials” in the library."))
