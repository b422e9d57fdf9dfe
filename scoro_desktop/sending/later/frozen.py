"""A message as it was planned and approved: frozen for the disk, and made a draft again when it is due.

Keys are not in it. Relative dates stand in it as they were written: they are worked out when it is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoro_desktop.audience.query import Everyone, read_query
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.cost import Cost
from scoro_desktop.sending.checks import Asked, Demand
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.planned_types import ACCOUNT_PARTS, Ask, AskCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.wire import JsonObject, JsonValue

BUILT_IN_PARTS: Final = ("environment", "access_kind", "locked_clause", "sms_suffix")
"""The parts of the built-in account that are compared: its address and its keys are others with each start."""


class CannotThawError(ValueError):
    """Raised where a plan that was kept holds no message that could be sent."""


@dataclass(frozen=True)
class Approved:
    """The approval of a plan. `expected` and `reach`: the counts in the confirmation, None where nobody could say.

    `asked`: what the confirmation asked for beside its button; `in_quiet_hours`: it was said that it may go out in
    them; `seen_send`: the id of the same message that the confirmation had shown, 0 for none; `unchecked`: fields of
    the query that must be there, looked up once more; `cost`: where it is paid by the part.

    `leaves_out`: those whom the last sends went to are left out, found out anew when it goes; `left_out` of them were
    then (None: nobody could say). `seen_lately`: the ids of the sends that were said, and agreed to. Of a campaign
    `reach` is how many of its people were left when that was agreed to, and `audience` how many matched its audience.
    """

    expected: int | None
    reach: int | None = None
    asked: Asked = Asked.NOTHING
    in_quiet_hours: bool = False
    seen_send: int = 0
    unchecked: tuple[str, ...] = ()
    cost: Cost | None = None
    leaves_out: bool = False
    left_out: int | None = 0
    seen_lately: tuple[int, ...] = ()
    audience: int | None = None

    @property
    def whole(self) -> int | None:
        """The count of the audience as it was chosen, with those who were left out of it as far as that was known."""
        return None if self.expected is None else self.expected + (self.left_out or 0)

    @property
    def demand(self) -> Demand:
        """The demand that was met."""
        return Demand(self.asked)

    def to_json(self) -> JsonObject:
        """For the disk."""
        return {
            "expected": self.expected,
            "reach": self.reach,
            "asked": self.asked.value,
            "in_quiet_hours": self.in_quiet_hours,
            "seen_send": self.seen_send,
            "unchecked": [*self.unchecked],
            "cost": None if self.cost is None else self.cost.to_json(),
            "leaves_out": self.leaves_out,
            "left_out": self.left_out,
            "seen_lately": [*self.seen_lately],
            "audience": self.audience,
        }

    @classmethod
    def from_json(cls, value: JsonValue) -> Approved:
        """Reads what `to_json` gave. Raises ValueError for anything else."""
        if not isinstance(value, dict):
            raise TypeError("this is no approval")
        match value:
            case {
                "expected": int() | None as expected,
                "reach": int() | None as reach,
                "asked": str(asked),
                "in_quiet_hours": bool(in_quiet_hours),
                "seen_send": int(seen_send),
                "unchecked": list(unchecked),
                "cost": dict() | None as cost,
            }:
                return cls(
                    expected,
                    reach,
                    Asked(asked),
                    in_quiet_hours,
                    seen_send,
                    tuple(map(str, unchecked)),
                    None if cost is None else Cost.from_json(cost),
                    *_newer(value),
                )
            case _:
                raise ValueError("this is no approval")


def _newer(values: Mapping[str, JsonValue]) -> tuple[bool, int | None, tuple[int, ...], int | None]:
    """The parts of an approval that plans of before do not have."""
    match {"leaves_out": False, "left_out": 0, "seen_lately": [], "audience": None, **values}:
        case {
            "leaves_out": bool(leaves_out),
            "left_out": int() | None as left_out,
            "seen_lately": list(seen),
            "audience": int() | None as audience,
        }:
            return leaves_out, left_out, tuple(each for each in seen if isinstance(each, int)), audience
        case _:
            raise ValueError("this is no approval")


@dataclass(frozen=True)
class TemplateMark:
    """The template that a message was made of, and a hash of it as it was then."""

    id: int
    name: str
    mark: str

    def to_json(self) -> JsonObject:
        """For the disk."""
        return {"id": self.id, "name": self.name, "mark": self.mark}

    @classmethod
    def from_json(cls, value: JsonValue) -> TemplateMark | None:
        """Reads what `to_json` gave; None for anything else."""
        match value:
            case {"id": int(number), "name": str(name), "mark": str(mark)}:
                return cls(number, name, mark)
            case _:
                return None


@dataclass(frozen=True)
class Frozen:
    """A plan's content. `account`: its parts (`ACCOUNT_PARTS`) as they were; `keys`: a mark of its keys, empty for the
    built-in account. `draft` is None for a campaign, whose own rows have its messages.
    """

    draft: Draft | None
    approved: Approved
    account: Mapping[str, str]
    keys: str = ""
    template: TemplateMark | None = None

    def to_json(self) -> JsonObject:
        """For the disk. Raises ValueError for a draft that would not come back as it is."""
        value: JsonObject = {
            "approved": self.approved.to_json(),
            "account": {**self.account},
            "keys": self.keys,
            "template": None if self.template is None else self.template.to_json(),
        }
        if self.draft is not None:
            value |= _written(self.draft)
            if _key_of(_draft(self.draft.channel, value)) != _key_of(self.draft):
                raise ValueError("the message cannot be kept as it is")
        return value


def parts_of(account: Account) -> dict[str, str]:
    """The parts of an account that a plan is approved with, as text."""
    return {name: str(getattr(account, name)) for name in ACCOUNT_PARTS}


def approved_account(content: JsonObject) -> dict[str, str]:
    """The parts of the account in a plan's content, without the rest being read; empty where they are damaged."""
    account = content.get("account")
    return _texts(account) if isinstance(account, dict) else {}


def agreed(content: JsonObject, ask: Ask | None, *, in_quiet_hours: bool) -> JsonObject:
    """The content of a plan that is moved by a person, who agreed to quiet hours or did not.

    The numbers in what a campaign asked about (`ask`) are from then on those that were approved.
    """
    approved = content.get("approved")
    if not isinstance(approved, dict):
        return content
    changed: JsonObject = {**approved, "in_quiet_hours": in_quiet_hours}
    if ask is not None and ask.code is AskCode.PEOPLE_MOVED:
        changed["reach"] = ask.params.get("now")
    if ask is not None and ask.code is AskCode.AUDIENCE_MOVED:
        changed["audience"] = ask.params.get("now")
    return {**content, "approved": changed}


def thaw(channel: Channel, content: JsonObject) -> Frozen:
    """The content of a plan. Raises CannotThawError. A query of 1 MB takes some 20 ms."""
    try:
        approved = Approved.from_json(content.get("approved"))
        account, keys, template = content.get("account"), content.get("keys"), content.get("template")
        return Frozen(
            _draft(channel, content) if "message" in content else None,
            approved,
            _texts(account),
            str(keys),
            _template(template),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise CannotThawError("what was kept of a plan cannot be read") from error


def _texts(value: JsonValue) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError("this is no account")
    return {name: str(each) for name, each in value.items()}


def _template(value: JsonValue) -> TemplateMark | None:
    mark = TemplateMark.from_json(value)
    if mark is None and value is not None:
        raise ValueError("this is no template")
    return mark


def _written(draft: Draft) -> JsonObject:
    if draft.audience is None or draft.is_test or draft.in_doubt:
        raise ValueError("there is nothing that could be planned")
    return {
        "message": draft.message.to_wire(),
        "collection": draft.collection,
        "everyone": draft.everyone,
        "query_text": draft.audience_text,
        "locked": draft.locked,
        "suffix": draft.suffix,
        "as_they_stand": [*sorted(draft.as_they_stand)],
    }


def _draft(channel: Channel, value: JsonObject) -> Draft:
    match value:
        case {
            "message": dict(message),
            "collection": str(collection),
            "everyone": bool(everyone),
            "query_text": str(text),
            "locked": dict() | None as locked,
            "suffix": str(suffix),
            "as_they_stand": list(names),
        }:
            audience = Everyone() if everyone else read_query(text).query
            if audience is None or (everyone and text):
                raise ValueError("nobody is chosen in it")
            return Draft(
                Request.from_wire(channel, message),
                collection,
                audience,
                text,
                locked=locked,
                suffix=suffix,
                as_they_stand=frozenset(map(str, names)),
            )
        case _:
            raise ValueError("this is no message")


def _key_of(draft: Draft) -> tuple[object, ...]:
    """All of a draft that decides what is sent, and to whom."""
    return (
        draft.channel,
        draft.message.to_wire(),
        draft.outgoing().to_wire(),
        draft.collection,
        draft.everyone,
        draft.query(),
        draft.audience_text,
        draft.as_they_stand,
    )
