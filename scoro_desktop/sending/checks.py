"""Every guard between a draft and the server, in order. Pure: it looks at what it is given and says what it finds."""

import enum
import functools
import operator
from collections.abc import Iterable, Sequence
from datetime import datetime

from scoro_desktop import late
from scoro_desktop.audience.field_check import FieldFinding
from scoro_desktop.audience.query import Query
from scoro_desktop.invisible import escaped
from scoro_desktop.messages import variables
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.scorocode.account import Account, Environment, Keys, account_problems
from scoro_desktop.scorocode.quiet_hours import QuietHours, is_zone
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.vault_item import Place, place_of
from scoro_desktop.wire import JsonObject

QUERY = ("query",)
"""The field that problems of the audience are about."""
ACCOUNT = ("account",)
"""The field that problems of the account are about."""


_FIRST = frozenset({"keys_for_other_address", "keys_for_other_application"})
_STOPS = operator.attrgetter("stops")
_STRING = late.pattern(r'"(?:[^"\\]|\\.)*"')


def before_sending(
    draft: Draft,
    account: Account | None,
    keys: Keys | None,
    now: datetime | None = None,
    *,
    keyring: str = "",
    given_for: Place | None = None,
) -> list[Problem]:
    """Everything that is wrong, the first to be mended first: message, then audience, then account.

    `now` (aware) is for tests; `keyring` and `given_for` as for `problems_of_account`. The codes are those of
    `message_problems`, `audience_problems` and `problems_of_account`.
    """
    of_account = problems_of_account(account, keys, keyring=keyring, given_for=given_for)
    return in_order(message_problems(draft, now), audience_problems(draft), of_account)


def in_order(message: Iterable[Problem], audience: Iterable[Problem], account: Sequence[Problem]) -> list[Problem]:
    """Returns the problems of the three parts of a send in the order in which they are mended: errors first."""
    if not account:
        return sorted([*message, *audience], key=_STOPS, reverse=True)
    first = [each for each in account if each.code in _FIRST]  # nobody should have to write a message to learn of it
    rest = [each for each in account if each.code not in _FIRST]
    return sorted([*first, *message, *audience, *rest], key=_STOPS, reverse=True)


def message_problems(draft: Draft, now: datetime | None = None) -> list[Problem]:
    """Lists what is wrong with the message: what cannot be read, variables left in it, and `Request.problems`."""
    problems = [*draft.input_problems, *_message_variables(draft)]
    for each in draft.outgoing().problems(now):
        if each.field[:1] not in {("coll",), QUERY}:
            problems.append(each)  # noqa: PERF401  a comprehension is a call in 3.11
    return problems


def audience_problems(draft: Draft) -> list[Problem]:
    """Lists what is wrong with the audience, held against the message where that matters."""
    return [*problems_of_audience(draft), *problems_of_both(draft)]


def problems_of_audience(draft: Draft) -> list[Problem]:
    """Lists what is wrong with the audience by itself, whatever the message.

    The codes: `no_audience`, `bad_query`, `audience_in_doubt`, `condition_unfinished`, `query_being_read`,
    `absent_field_widens`, `date_clash_widens`, `relative_clash`, and the warnings `absent_field`, `type_clash`,
    `type_clash_widens`, `date_clash`; and those of `variables.problems`.
    """
    problems: list[Problem] = []
    if draft.audience is None or draft.in_doubt:
        problems.append(Problem(_why_no_audience(draft), QUERY))
    problems += _query_variables(draft)
    if draft.field_findings:
        problems += field_problems(draft)
    return problems


def problems_of_account(
    account: Account | None, keys: Keys | None, *, keyring: str = "", given_for: Place | None = None
) -> list[Problem]:
    """Lists what keeps an account from sending.

    `keyring` is the code of the `VaultError` that the keys are missing for, if there was one; `given_for` what they
    were given for, where that is not what the account says now. The codes are those of `account_problems`, and
    `no_account`, `no_keys`, `keys_unread`, `keys_for_other_address` and `keys_for_other_application`.
    """
    if account is None:
        return [Problem("no_account", ACCOUNT)]
    if keys is not None:
        return account_problems(account, keys)
    if given_for is not None:
        return [_keys_elsewhere(account, given_for)]
    why = {"keyring": keyring} if keyring else {}
    return [Problem("keys_unread" if keyring else "no_keys", ACCOUNT, {"account": account.name, **why})]


def _keys_elsewhere(account: Account, given_for: Place) -> Problem:
    now = place_of(account)
    if now.address != given_for.address:
        return Problem(
            "keys_for_other_address",
            ACCOUNT,
            {"account": account.name, "given_for": given_for.address, "now": now.address},
        )
    return Problem(
        "keys_for_other_application",
        ACCOUNT,
        {"account": account.name, "given_for": given_for.application_id, "now": now.application_id},
    )


def field_problems(draft: Draft) -> list[Problem]:
    """Lists the problems of the query's fields: an error where a misspelt one reaches more people."""
    return [of_finding(finding) for finding in draft.field_findings]


def variables_left_in_query(draft: Draft) -> list[str]:
    """The variables of the query that nothing was put in for, and braces that make none, as they are written.

    Who that is, nobody can say.
    """
    found = _query_variables(draft)
    return [str(next(iter(each.params.values()))) for each in found if each.stops] if found else []


def query_to_count(draft: Draft) -> JsonObject | None:
    """The query that a count can be asked of; None while nobody is chosen, or who it is waits for a variable."""
    if draft.audience is None or any(map(_STOPS, _query_variables(draft))):
        return None
    return draft.query()


def of_finding(finding: FieldFinding) -> Problem:
    """Returns a finding about a field of the query as a problem for whoever wants to send."""
    return Problem(
        finding.code,
        QUERY,
        {"path": escaped(finding.path), "expected": finding.expected},
        Severity.ERROR if finding.stops else Severity.WARNING,
    )


def _message_variables(draft: Draft) -> list[Problem]:
    """Lists the variables left in the message. What an account adds to an SMS is no template's, and not looked at."""
    body = dict(draft.message.wire)
    for key in ("coll", "query"):
        body.pop(key, None)
    return list(variables.problems(body, (), draft.as_they_stand))


def _query_variables(draft: Draft) -> list[Problem]:
    """The same of the query: a `{{name}}` within `$ne` would reach everyone. What stands as it is for the app on the
    device is of the message alone: no server fills in a query.
    """
    audience = draft.audience
    if not isinstance(audience, Query):
        return []
    text = audience.text
    # Most often so, and a query of 1 MB need not be gone through to know it. A query ends with braces that close.
    if (text.rfind("}}") < 0 and "{{" not in text and "\\u00" not in text) or not _may_hold_braces(text):
        return []
    return list(variables.problems(audience.value, QUERY, frozenset(), at=QUERY, nameless=Severity.ERROR))


@functools.lru_cache(maxsize=2)
def _may_hold_braces(text: str) -> bool:
    """Tells whether double braces may stand within a string of JSON; those that close stand outside of them, too."""
    if "{{" in text or "\\u00" in text:
        return True
    return "}}" in text and any("}}" in each for each in _STRING.findall(text))


def problems_of_both(draft: Draft) -> list[Problem]:
    """Lists warnings of what the audience may not expect of a message of this channel: `audience_warnings` of it."""
    message = draft.message.message
    if message is None or draft.audience is None:
        return []
    codes = CHANNELS[draft.message.channel].audience_warnings(message, draft.audience_text)
    if not codes:
        return []
    return [Problem(code, QUERY, severity=Severity.WARNING) for code in codes]


def _why_no_audience(draft: Draft) -> str:
    if draft.in_doubt:
        return "audience_in_doubt"
    if draft.unfinished:
        return "condition_unfinished"
    if draft.being_read:
        return "query_being_read"
    if not draft.audience_text.strip():
        return "no_audience"
    # Conditions beside a long query are written into it once the typing pauses: until then there is no problem either.
    return "bad_query" if any(each.stops for each in draft.audience_problems) else "query_being_read"


def stops(problems: list[Problem]) -> bool:
    """Tells whether any of the problems forbids to send."""
    return any(each.severity is Severity.ERROR for each in problems)


class Asked(enum.Enum):
    """The act that confirms a send, beside pressing its button."""

    NOTHING = "nothing"
    ACKNOWLEDGE = "acknowledge"
    TYPE = "type"
    STOPPED = "stopped"


@late.dataclass(frozen=True)
class Demand:
    """The demand of a confirmation. `text` must be typed, where something must."""

    asked: Asked
    text: str = ""


def demand(account: Account, count: int | None, *, is_everyone: bool) -> Demand:
    """Returns what confirming asks for, by how many the audience holds (None: nobody could say).

    `is_everyone`: chosen as such, or a query that leaves nobody of the collection out, or may for all anybody can say.

    Nobody: stopped. Everyone, or more than the account's ceiling: the number is typed. Unknown: acknowledged; and
    where everyone is meant, there is no number to type, so the account's name is.
    """
    if count == 0:
        return Demand(Asked.STOPPED)
    if count is None:
        return Demand(Asked.TYPE, account.name) if is_everyone else Demand(Asked.ACKNOWLEDGE)
    if is_everyone or count > account.ceiling:
        return Demand(Asked.TYPE, str(count))
    return Demand(Asked.NOTHING)


def asks_again(account: Account, confirmed: int | None, now: int | None, *, was: Demand, is_everyone: bool) -> bool:
    """Tells whether what was confirmed must be confirmed anew, since the audience was counted once more before the
    request.

    `confirmed` and `now` are counts, None where nobody could say; `was` is what the confirmation had asked for.
    So it is when the count moved by more than the account's tolerance, when it is not known any longer, and when
    what it is now asks for more than it did.
    """
    asked = demand(account, now, is_everyone=is_everyone).asked
    if asked is Asked.STOPPED or (now is None) != (confirmed is None):
        return asked is not Asked.NOTHING or confirmed is not None
    if now is None or confirmed is None:
        return asked is not was.asked
    moved = abs(now - confirmed) * 100 > account.tolerance * confirmed
    return moved or (asked is not Asked.NOTHING and asked is not was.asked)


def hold_seconds(account: Account, *, is_test: bool) -> int:
    """The seconds in which a confirmed send can be taken back: none where it reaches nobody but those who test."""
    if is_test or account.environment is Environment.SANDBOX:
        return 0
    return account.hold_seconds


def reach_moved(account: Account, confirmed: int | None, now: int | None) -> bool:
    """Tells whether another number of people gets it than was confirmed, by more than the account's tolerance.

    None: nobody could say. What was known and is no longer has moved.
    """
    if confirmed is None:
        return now == 0
    return now is None or abs(now - confirmed) * 100 > account.tolerance * confirmed


def quiet_now(account: Account, now: datetime) -> QuietHours | None:
    """The account's quiet hours, where the moment (aware) is within them. A zone that nobody knows is a problem."""
    hours = account.quiet_hours
    return hours if hours is not None and is_zone(hours.zone) and hours.covers(now) else None


def meets(demanded: Demand, typed: str, acknowledged: bool) -> bool:
    """Tells whether what a person did meets the demand. Spaces inside a typed number do not matter, nor any at the
    ends.
    """
    if demanded.asked is Asked.TYPE:
        wanted = demanded.text
        if wanted.isdigit():
            return "".join(typed.split()).replace(",", "") == wanted
        return typed.strip() == wanted.strip() != ""
    return demanded.asked is Asked.NOTHING or (demanded.asked is Asked.ACKNOWLEDGE and acknowledged)
