"""Keeps the composition of a tab equal to its widgets, and tells which parts of it changed."""

from PySide6.QtCore import QObject, Signal

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Query
from scoro_desktop.audience.schema import Field
from scoro_desktop.composing.changes import (
    AccountTaken,
    Change,
    CountTaken,
    FindingsTaken,
    MessageRead,
    RecipientsLost,
    Touched,
)
from scoro_desktop.composing.composition import Composition
from scoro_desktop.composing.parts import ASKED, KEPT, Part
from scoro_desktop.composing.recipients import Recipients
from scoro_desktop.messages.problems import Problem
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.known_fields import KnownFields
from scoro_desktop.ui.audience.live_count import LiveCount
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from scoro_desktop.wire import JsonObject


class Composer(QObject):
    """Between the form, the choice of the audience, what the server tells, and the composition that holds all of it.

    `parts_changed(Part)`: these are different now; of the count alone only `count_changed` tells. `changed`: something
    that is kept on the disk is different.
    """

    parts_changed = Signal(object)
    changed = Signal()
    count_changed = Signal()

    def __init__(
        self,
        composition: Composition,
        form: MessageForm,
        audience: AudiencePanel,
        known_fields: KnownFields,
        live_count: LiveCount,
        current: CurrentAccount,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.composition = composition
        self._form = form
        self._audience = audience
        self._known_fields = known_fields
        self._live_count = live_count
        self._current = current
        self._untold = Part.ALL  # what changed, and was not told yet
        self._altered = form.altered()
        self._stamp: object = None  # of the choice of the audience as it was read last
        self._fields_of: tuple[Field, ...] = ()
        self._is_asking = False
        audience.changed.connect(self.audience_edited)
        audience.count.keyring_wanted.connect(current.ask_again)
        audience.first_look.taken.connect(self._fields_known)  # which asks for them
        live_count.changed.connect(self._counted)
        known_fields.changed.connect(self._fields_known)

    def begin(self) -> None:
        """Reads everything for the first time."""
        self.read_message()
        self.audience_edited()

    def draft(self) -> Draft:
        """Returns what is composed. What was edited and not told yet is read first."""
        if any(self._altered):
            self.read_message()
        if self._audience.stamp() != self._stamp:
            self._untold |= self.composition.read(self._recipients)
        return self.composition.draft()

    def problems(self) -> tuple[Problem, ...]:
        """Lists what is wrong with sending it, the first to be mended first; the same object while nothing changes."""
        self.draft()
        return self.composition.problems()

    def shows(self, draft: Draft, *, but_a_long_query: bool = False) -> bool:
        """Tells whether a draft is what stands on the screen: every editor is read anew for this, and compared.

        Of a test, which goes to an audience of its own, the message alone. `but_a_long_query`: all but the text of one,
        which is to be looked at later.
        """
        if not self._shows_message(draft):
            return False
        if draft.is_test or (but_a_long_query and draft.has_long_query):
            return True
        return self._shows_recipients(draft)

    def _shows_message(self, draft: Draft) -> bool:
        """Tells so of the message. Where another stands in the form, that is composed from then on."""
        self._form.read_afresh()
        shown = (self._form.request().wire, self._form.input_problems())
        if repr(shown) == repr((draft.message.wire, list(draft.input_problems))):  # 1 and true are not the same
            return True
        self.read_message()
        return False

    def _shows_recipients(self, draft: Draft) -> bool:
        """Tells so of whom it goes to; where nobody is chosen, there is nothing to compare."""
        if self._audience.collection() != draft.collection:
            return False
        return draft.audience is None or self._audience.shows(draft.audience, draft.audience_text)

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one: something went wrong in the app."""
        self.take(RecipientsLost())
        self._audience.doubt()
        self._live_count.ask(None, "", None)  # last: whoever hears of it may raise, and a number must not stand either

    def take(self, change: Change) -> None:
        """Takes a change, which `tell` tells of later."""
        self._untold |= self.composition.apply(change)

    def touch(self, begun: bool) -> None:
        """Takes whether a person has begun to write, and tells what changed until now."""
        if self.composition.touched is not begun:
            self.take(Touched(begun))
        self.tell()

    def read_message(self) -> None:
        """Takes the message that stands in the form."""
        self.take(MessageRead(self._form.request(), tuple(self._form.input_problems())))

    def account_changed(self) -> None:
        """Takes the account in use."""
        current, account = self._current, self._current.account
        is_elsewhere = current.given_for is not None
        self._audience.count.show_keys(are_read=current.loading, trouble=current.trouble, are_elsewhere=is_elsewhere)
        self._live_count.ask(None, "", None)  # the count of another account must not stand, however shortly
        suffix = "" if account is None else account.sms_suffix
        self.take(AccountTaken(tuple(self._current.account_problems()), self._locked(), suffix))
        self.audience_edited()

    def audience_edited(self) -> None:
        """Takes whom it goes to, has them counted where they are others, and tells."""
        self._untold |= self.composition.read(self._recipients)
        if self._untold & ASKED:
            collection = self._take_findings().collection
            self._is_asking = True  # that it is counted now is told along with what is counted
            self._live_count.ask(self._current.client(), collection, self.composition.query_to_count())
            self._is_asking = False
        elif self._untold and not self._live_count.collection:
            self._live_count.changed.emit()  # nobody is chosen as before, and maybe for another reason
        self.tell()

    def tell(self) -> None:
        """Tells what changed, if anything did."""
        changed, self._untold = self._untold, Part.NOTHING
        if not changed:
            return
        self.parts_changed.emit(changed)
        if changed & KEPT:
            self.changed.emit()

    def _recipients(self) -> Recipients:
        """Reads whom it goes to; what the conditions may say depends on the fields that are known."""
        audience, known_fields, collection = self._audience, self._known_fields, self._audience.collection()
        is_in_use = audience.first_look.has_come or not audience.editor.document().isEmpty()
        fields = known_fields.fields(collection) if is_in_use else known_fields.known(collection)
        if self._fields_of is not fields and self._fields_of != fields:
            self._fields_of = fields
            self._audience.conditions.set_fields(fields)
        self._stamp = self._audience.stamp()
        return self._audience.recipients(collection)

    def _take_findings(self) -> Draft:
        """Takes what is known of the fields of the query; returns the draft that it was asked of."""
        draft = self.composition.draft()
        findings: tuple[FieldFinding, ...] = ()
        if isinstance(draft.audience, Query):
            findings = self._known_fields.findings(draft.collection, draft.query())
        if findings != self.composition.findings:
            self.take(FindingsTaken(findings))
        return draft

    def _fields_known(self) -> None:
        self._untold |= self.composition.read(self._recipients)
        self._take_findings()
        self.tell()

    def _counted(self) -> None:
        counted = CountTaken(self._live_count.count, self._live_count.collection, self._live_count.query)
        self._untold |= self.composition.apply(counted)
        if not self._is_asking:
            self._untold &= ~Part.COUNT
            self.count_changed.emit()

    def _locked(self) -> JsonObject | None:
        account = self._current.account
        try:
            return None if account is None else account.locked_query()
        except ValueError:  # a problem of the account, which stops the send
            return None
