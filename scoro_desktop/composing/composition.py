"""The message and its audience as they are being written: the one place that holds them."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from typing import Final, assert_never

from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Audience, read_query
from scoro_desktop.composing.changes import (
    AccountTaken,
    Change,
    CountTaken,
    FindingsTaken,
    MessageRead,
    NotesTaken,
    RecipientsLost,
    RecipientsRead,
    Touched,
)
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.composing.parts import Part
from scoro_desktop.composing.recipients import Recipients
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.sending import checks
from scoro_desktop.sending.draft import Draft
from scoro_desktop.wire import JsonObject

NO_COUNT: Final = Count(CountState.NONE)


class Composition:
    """Takes changes by `apply`, which tells the parts that are different now; everything else only reads it.

    `message`: the request without an audience; `notes`: on the variables in it; `findings`: on the fields of the query;
    `touched`: whether a person has begun, and may be told of problems. They are read elsewhere, and changed by `apply`
    alone.

    Whatever raises while a change is taken, no audience stands afterwards, until the next `RecipientsRead` is taken
    whole.
    """

    def __init__(self, channel: Channel, collection: str) -> None:
        self.message = Request(channel)
        self._unreadable: tuple[Problem, ...] = ()
        self._recipients = Recipients(collection)
        self._stands = True  # whether the recipients are those that were read last
        self.notes = VariableNotes()
        self._account = AccountTaken()
        self.findings: tuple[FieldFinding, ...] = ()
        self._counted = CountTaken(NO_COUNT, collection, None)
        self.touched = False
        self._draft: Draft | None = None  # none while nobody can say who the recipients are
        self._problems: tuple[Problem, ...] | None = None
        self._of_message: tuple[Problem, ...] | None = None
        self._of_audience: tuple[Problem, ...] | None = None
        self._has_moment = False  # in the message that was judged last
        self._to_count: tuple[Audience | None, JsonObject | None, JsonObject | None] = (None, None, None)

    def apply(self, change: Change) -> Part:
        """Takes a change, and gives the parts that it changed."""
        stood, self._stands = self._stands, False  # an exception from here on leaves nobody chosen
        draft, self._draft = self._draft, None
        changed = self._take(change, stood=stood)
        if changed & ~(Part.COUNT | Part.TOUCHED):
            self._problems = None
        else:
            self._draft = draft
        if changed & (Part.MESSAGE | Part.NOTES | Part.ACCOUNT):
            self._of_message = None
        if changed & (Part.RECIPIENTS | Part.ACCOUNT | Part.FINDINGS):
            self._of_audience = None
        self._stands = isinstance(change, RecipientsRead) or (stood and not isinstance(change, RecipientsLost))
        return changed

    def read(self, recipients: Callable[[], Recipients]) -> Part:
        """Reads whom it goes to and takes that; where the reading raises, nobody is chosen from then on."""
        stood, self._stands = self._stands, False
        draft, self._draft = self._draft, None
        found = recipients()
        self._stands, self._draft = stood, draft
        return self.apply(RecipientsRead(found))

    @property
    def recipients(self) -> Recipients:
        """The recipients; nobody since a change went wrong, until they are read anew."""
        return self._recipients if self._stands else self._recipients.nobody()

    @property
    def count(self) -> Count:
        """The count of this very audience: that of another is none of it."""
        counted, query = self._counted, self.query_to_count()
        same = counted.query is query or counted.query == query  # one of 1 MB is seldom compared
        return counted.count if same and counted.collection == self._recipients.collection else NO_COUNT

    def draft(self) -> Draft:
        """Returns the whole as it stands, frozen: the same object until something of it changes."""
        if not self._stands:
            return self._make_draft()
        if self._draft is None:
            self._draft = self._make_draft()
        return self._draft

    def problems(self, now: datetime | None = None) -> tuple[Problem, ...]:
        """Lists everything that is wrong with sending it, the first to be mended first.

        A part that did not change is not judged again, unless it holds a moment, which is held against `now` each time.
        """
        if self._has_moment:
            self._of_message = self._problems = None
        if self._problems is not None and self._stands:
            return self._problems
        draft = self._draft or self.draft()
        if self._of_message is None:
            message = self.message.message
            self._has_moment = message is not None and message.has_moment()
            self._of_message = tuple(checks.message_problems(draft, now))
        if not self._stands:
            audience = [*checks.problems_of_audience(draft), *checks.problems_of_both(draft)]
            return tuple(checks.in_order(self._of_message, audience, self._account.problems))
        if self._of_audience is None:
            self._of_audience = tuple(checks.problems_of_audience(draft))
        audience = [*self._of_audience, *checks.problems_of_both(draft)]
        self._problems = tuple(checks.in_order(self._of_message, audience, self._account.problems))
        return self._problems

    def query_to_count(self) -> JsonObject | None:
        """Returns the query to be counted: the same one for the same audience and account, whatever the message."""
        draft = self._draft or self.draft()
        if draft.audience is not self._to_count[0] or draft.locked is not self._to_count[1]:
            self._to_count = (draft.audience, draft.locked, checks.query_to_count(draft))
        return self._to_count[2]

    def for_tests(self, query_text: str) -> Draft:
        """Returns the message with the audience of tests in the place of its own; none where its text is no query."""
        reading = read_query(query_text)
        return dataclasses.replace(
            self.draft(),
            audience=reading.query,
            audience_text=query_text,
            audience_problems=reading.problems,
            field_findings=(),
            is_test=True,
            unfinished=False,
            being_read=False,
        )

    def _take(self, change: Change, *, stood: bool) -> Part:
        match change:
            case MessageRead():
                if change.message is self.message and change.unreadable == self._unreadable:
                    return Part.NOTHING
                self.message, self._unreadable = change.message, change.unreadable
                return Part.MESSAGE
            case RecipientsLost():
                return Part.RECIPIENTS
            case RecipientsRead():
                if stood and change.recipients == self._recipients:
                    return Part.NOTHING
                self._recipients = change.recipients
                return Part.RECIPIENTS
            case NotesTaken():
                if change.notes == self.notes:
                    return Part.NOTHING
                self.notes = change.notes
                return Part.NOTES
            case AccountTaken():
                self._account = change
                return Part.ACCOUNT
            case FindingsTaken():
                if change.findings == self.findings:
                    return Part.NOTHING
                self.findings = change.findings
                return Part.FINDINGS
            case CountTaken():
                self._counted = change
                return Part.COUNT
            case Touched():
                if change.begun is self.touched:
                    return Part.NOTHING
                self.touched = change.begun
                return Part.TOUCHED
        assert_never(change)

    def _make_draft(self) -> Draft:
        recipients = self._recipients if self._stands else self._recipients.nobody()
        return Draft(
            message=self.message,
            collection=recipients.collection,
            audience=recipients.audience,
            audience_text=recipients.text,
            audience_problems=recipients.problems,
            input_problems=self._unreadable,
            field_findings=() if recipients.audience is None else self.findings,
            locked=self._account.locked,
            unfinished=recipients.unfinished,
            being_read=recipients.being_read,
            in_doubt=recipients.in_doubt,
            suffix=self._account.suffix,
            as_they_stand=self.notes.as_they_stand,
        )
