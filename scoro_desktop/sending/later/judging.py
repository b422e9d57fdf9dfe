"""The judgement of a plan when it is due: nothing is in the way, or what a person is asked. Pure.

It is judged by the rules of the confirmation. Whatever is not what was approved is asked about, and nothing is sent.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scoro_desktop import late
from scoro_desktop.sending import checks
from scoro_desktop.sending.later.due import CannotTellError, Timing, timing
from scoro_desktop.sending.later.frozen import BUILT_IN_PARTS, parts_of
from scoro_desktop.storage.campaigns.states import Why
from scoro_desktop.storage.planned_types import ACCOUNT_PARTS, Ask, AskCode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from scoro_desktop.messages.template import Template
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.later.frozen import Frozen, TemplateMark
    from scoro_desktop.sending.later.people_now import PeopleNow
    from scoro_desktop.storage.planned_types import When


@late.dataclass(frozen=True)
class Recount:
    """The counts when a plan is due. `count` None: nobody could say, for a `reason`.

    `may_be_everyone`: the query leaves nobody out, for all anybody can say.
    """

    count: int | None
    reach: int | None = None
    may_be_everyone: bool = False
    reason: str = ""


def by_the_clock(when: When, frozen: Frozen, account: Account, now: datetime) -> Ask | None:
    """Tells what the clock says against sending at a moment (aware): it is too late, or quiet."""
    try:
        is_late = timing(when, now) is Timing.LATE
    except CannotTellError:
        return Ask(AskCode.NO_DATES)
    if is_late:
        return Ask(AskCode.LATE)
    if not frozen.approved.in_quiet_hours and checks.quiet_now(account, now) is not None:
        return Ask(AskCode.QUIET_HOURS)
    return None


def by_the_account(frozen: Frozen, account: Account | None, *, is_built_in: bool = False) -> Ask | None:
    """Tells whether the account is another than was approved, or none."""
    return by_the_parts(frozen.account, account, is_built_in=is_built_in)


def by_the_parts(approved: Mapping[str, str], account: Account | None, *, is_built_in: bool = False) -> Ask | None:
    """The same by the parts of the account that was approved."""
    if account is None:
        return Ask(AskCode.ACCOUNT_GONE)
    now = parts_of(account)
    changed = [
        name for name in (BUILT_IN_PARTS if is_built_in else ACCOUNT_PARTS) if approved.get(name, "") != now[name]
    ]
    return Ask(AskCode.ACCOUNT_CHANGED, {"what": ",".join(changed)}) if changed else None


def by_the_message(frozen: Frozen, now: datetime) -> Ask | None:
    """Tells what is wrong with the message by now: a moment in it that has passed, for one."""
    if frozen.draft is None:
        return None
    problems = [*checks.message_problems(frozen.draft, now), *checks.audience_problems(frozen.draft)]
    first = next((each for each in problems if each.stops), None)
    return None if first is None else Ask(AskCode.PROBLEM, {"code": first.code})


def by_the_count(frozen: Frozen, account: Account, now: Recount) -> Ask | None:
    """Tells what the count says against it, by the rule of the confirmation: its drift, and what it would ask for.

    It is of the audience as it was chosen: those who are to be left out of it are no drift.
    """
    approved = frozen.approved
    was = approved.whole
    if now.count == 0 or (now.count and now.reach == 0):
        return Ask(AskCode.NOBODY)
    is_everyone = (frozen.draft is not None and frozen.draft.everyone) or now.may_be_everyone
    if checks.asks_again(account, was, now.count, was=approved.demand, is_everyone=is_everyone):
        if now.count is None:
            return Ask(AskCode.NOT_COUNTED, {"reason": now.reason})
        return Ask(AskCode.MOVED, {"was": -1 if was is None else was, "now": now.count})
    reach = None if approved.left_out else approved.reach
    if checks.reach_moved(account, reach, now.reach):
        if now.reach is None:
            return Ask(AskCode.NOT_COUNTED, {"reason": now.reason})
        return Ask(AskCode.REACH_MOVED, {"was": -1 if reach is None else reach, "now": now.reach})
    return None


def by_the_people(frozen: Frozen, account: Account, now: PeopleNow) -> Ask | None:
    """Tells what the people of a campaign say against it: too few of them are left, or the audience is another."""
    approved = frozen.approved
    was = approved.expected if approved.reach is None else approved.reach
    if not now.found or was is None:
        return Ask(AskCode.NOBODY)
    if checks.reach_moved(account, was, now.found):
        out = {"refused": now.number_out(Why.DO_NOT_SEND), "lately": now.number_out(Why.MESSAGED_LATELY)}
        return Ask(AskCode.PEOPLE_MOVED, {"was": was, "now": now.found, **out, "hours": now.hours})
    if now.audience is None:
        return None
    before = now.audience[0] if approved.audience is None else approved.audience
    if checks.reach_moved(account, before, now.audience[1]):
        return Ask(AskCode.AUDIENCE_MOVED, {"was": before, "now": now.audience[1]})
    return None


def by_the_template(mark: TemplateMark | None, now: Template | None) -> Ask | None:
    """The template that the message was made of says something else by now. One that was deleted says nothing."""
    if mark is None or now is None or template_mark(now) == mark.mark:
        return None
    return Ask(AskCode.TEMPLATE_CHANGED, {"name": now.name})


def template_mark(template: Template) -> str:
    """A hash of what a message gets from a template: its text, variables and audience; not its name or tags."""
    import hashlib  # brings the system's cryptography along: 3 MB

    audience = template.audience
    kept = [
        template.channel.value,
        template.message,
        [[each.name, each.default] for each in template.variables],
        None if audience is None else [audience.collection, audience.query_text],
    ]
    return hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=True).encode("ascii")).hexdigest()[:32]
