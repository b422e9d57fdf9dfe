"""The changes that a composition takes: a closed set."""

from dataclasses import dataclass
from typing import TypeAlias

from scoro_desktop import late
from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.composing.counts import Count
from scoro_desktop.composing.recipients import Recipients
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Request
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.wire import JsonObject


@dataclass(frozen=True, eq=False, repr=False)
class MessageRead:
    """The form holds this message, without an audience. `unreadable`: the problems of what no value can be read of."""

    message: Request
    unreadable: tuple[Problem, ...] = ()


@late.dataclass(frozen=True)
class RecipientsLost:
    """The recipients are being changed, or nobody can say who they are: no audience until they are read anew."""


@dataclass(frozen=True, eq=False, repr=False)
class RecipientsRead:
    """The choice of the audience says this."""

    recipients: Recipients


@dataclass(frozen=True, eq=False, repr=False)
class NotesTaken:
    """This is known of the variables in the message."""

    notes: VariableNotes


@dataclass(frozen=True, eq=False, repr=False)
class AccountTaken:
    """The account in use, as far as a composition needs it.

    `problems`: what keeps it from sending (`checks.problems_of_account`); `locked`: its own condition, by which every
    query is narrowed; `suffix`: what it adds to messages.
    """

    problems: tuple[Problem, ...] = ()
    locked: JsonObject | None = None
    suffix: str = ""


@late.dataclass(frozen=True)
class FindingsTaken:
    """The server tells this of the fields in the query."""

    findings: tuple[FieldFinding, ...]


@dataclass(frozen=True, eq=False, repr=False)
class CountTaken:
    """The server tells how many `query` matches in `collection`, or that it cannot be had."""

    count: Count
    collection: str
    query: JsonObject | None


@dataclass(frozen=True, eq=False, repr=False)
class Touched:
    """A person has begun to write, or begins anew."""

    begun: bool


Change: TypeAlias = (
    MessageRead | RecipientsLost | RecipientsRead | NotesTaken | AccountTaken | FindingsTaken | CountTaken | Touched
)
