"""The menu on the rows of people: what they got so far, and the do-not-send list of the campaign's account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.refusal_words import computer_user
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
    from scoro_desktop.storage.do_not_send import NewRefusal
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.campaigns.people_table import PeopleTable
    from scoro_desktop.ui.runtime.services import Services


class Refusing(QObject):
    """Says in the view what came of it, and offers the list. `opened(int)`: another campaign is to be opened."""

    opened = Signal(int)

    def __init__(self, services: Services, view: CampaignView) -> None:
        super().__init__(view)
        self._services = services
        self._view = view

    def serve(self, table: PeopleTable, campaign: Callable[[], Campaign | None]) -> None:
        """Gives the rows of a table the menu; `campaign`: whose they are now."""
        what = QAction(self.tr("What did this person get?"), table)
        what.triggered.connect(lambda: self._look_back(table.selected_people()))
        table.addAction(what)
        act = QAction(self.tr("Do not send to them again"), table)
        act.triggered.connect(lambda: self._refuse(table.selected_people(), campaign()))
        table.addAction(act)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for each in (what, act):
            each.setEnabled(False)
        table.chosen.connect(lambda: self._enable((what, act), bool(table.selected_people())))

    def _enable(self, acts: Sequence[QAction], is_enabled: bool) -> None:
        for each in acts:
            each.setEnabled(is_enabled)

    def _look_back(self, people: Sequence[CampaignPerson]) -> None:
        from scoro_desktop.ui.campaigns.person_dialog import PersonDialog

        if people:
            dialog = PersonDialog(self._services.storage, self._services.appearance.colours, parent=self._view.window())
            dialog.opened.connect(self.opened)
            dialog.open()
            dialog.ask(people[0].person or people[0].phone_key or people[0].key)

    def _refuse(self, people: Sequence[CampaignPerson], campaign: Campaign | None) -> None:
        if campaign is None or not people:
            return
        country = campaign.mapping.get("country")
        by = computer_user()

        def add(stores: Stores) -> int:
            new = [key for each in people for key in _keys_of(each, country if isinstance(country, str) else "")]
            stores.do_not_send.add(campaign.account_id, new, by=by, origin=campaign.name)
            return len(people) if new else 0

        self._services.storage.write(self, add, lambda number: self._added(number, campaign), self._failed)

    def _added(self, number: int, campaign: Campaign) -> None:
        if not number:
            self._view.notice.say(
                self.tr("These rows have no phone, e-mail or user id, so nobody in them can be left out.")
            )
            return
        words = self.tr(
            "%Ln on the do-not-send list now. Campaigns leave them out from now on, those that are running as well.",
            "",
            min(number, campaign_words.C_INT_MAX),
        )
        self._view.notice.offer(words, self.tr("Show the list"), lambda: self._show_list(campaign))

    def _show_list(self, campaign: Campaign) -> None:
        from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog

        storage, background = self._services.storage, self._services.background
        DoNotSendDialog(storage, background, campaign.account_id, campaign.account_name, self._view.window()).open()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._view.notice.say(
            self.tr("Nobody was put on the do-not-send list: {why}").format(why=disk_words.technical(error))
        )


def _keys_of(person: CampaignPerson, country: str) -> Iterator[NewRefusal]:
    """Gives what somebody is known by: their `_id` and phone, else the key in the list where it can be read."""
    from scoro_desktop.recipients.columns import KeyKind
    from scoro_desktop.recipients.list_keys import ListKey, list_key
    from scoro_desktop.storage.do_not_send import NewRefusal

    if person.person:
        yield NewRefusal(KeyKind.ID, person.person)
    if person.phone_key:
        yield NewRefusal(KeyKind.PHONE, person.phone_key, person.key)
    if not person.person and not person.phone_key:
        key = list_key(person.key, country)
        if isinstance(key, ListKey):
            yield NewRefusal(key.kind, key.key, key.written)
