"""An entry of the registry of channels: all that the app asks of a channel without knowing which it is."""

import abc
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.section import Section
from scoro_desktop.wire import JsonObject


class Message(Section, abc.ABC):
    """The message of a channel: `msg` of its call."""

    @abc.abstractmethod
    def problems(self, now: dt.datetime | None = None) -> list[Problem]:
        """Everything that is wrong with it; nothing is raised. `now` has a time zone; None is the present moment."""

    def has_moment(self) -> bool:
        """Tells whether `problems` may change with time alone."""
        return False

    @abc.abstractmethod
    def shown_texts(self) -> Iterator[str]:
        """The texts that its reader sees, the one that it is known by first; some may be empty."""


def _without_debug(request: JsonObject) -> JsonObject:
    return {key: value for key, value in request.items() if key != "debug"}


def _as_it_is(request: JsonObject) -> JsonObject:
    return request


def _as_written(message: Message, _text: str) -> Message:
    return message


def _no_warnings(_message: Message, _query_text: str) -> tuple[str, ...]:
    return ()


def _no_parts(_message: Message) -> int:
    return 0


def _not_wide(_message: Message) -> bool:
    return False


def _nowhere(_request: JsonObject) -> tuple[str, ...]:
    return ()


def _no_names(_request: JsonObject) -> tuple[str | None, ...]:
    return ()


@dataclass(frozen=True, eq=False, repr=False)
class ChannelEntry:
    """A channel as the rest of the app knows it. Requests are JSON without keys, whatever stands in them.

    `call`: the last part of the address it is sent to. `collections`: where the call looks for recipients, the usual
    one first. `message_type`: reads and judges `msg`. `mark`: the key of `msg` that a message is known by where no
    address tells; of several channels the first in the order of the enum counts. `trial`: a request that is sent to the
    sandbox to try the whole way.

    `with_account_text(message, text)`: the message with what the account adds to each. `is_paid_by_part`: at the
    account's price of a part; then `paid_parts` tells into how many it is cut, and `is_wide` whether that is more for
    its alphabet.
    `audience_warnings(message, query text)`: codes of what its audience may not expect. `as_read`: the request less
    what no reader sees of it; two that are equal so are one message. `as_another`: the request as a message that takes
    no other's place. `can_be_corrected`: a later message can take the place of one;
    then `replaceable_on` tells the sections on whose devices that is so for a request, and `names` by which names: one
    for each platform, None where a request has none. `needs_phone`: of users, only those with a phone number get it.
    `people_field`: the field by which campaigns name people in its usual collection; empty where there are none of it.
    `has_quota`: the plan of an application has a number of them; `sending/quota.py` asks what is left of it.
    """

    channel: Channel
    call: str
    collections: tuple[str, ...]
    message_type: type[Message]
    mark: str
    trial: JsonObject
    is_paid_by_part: bool = False
    with_account_text: Callable[[Message, str], Message] = _as_written
    paid_parts: Callable[[Message], int] = _no_parts
    is_wide: Callable[[Message], bool] = _not_wide
    audience_warnings: Callable[[Message, str], tuple[str, ...]] = _no_warnings
    as_read: Callable[[JsonObject], JsonObject] = _without_debug
    as_another: Callable[[JsonObject], JsonObject] = _as_it_is
    replaceable_on: Callable[[JsonObject], tuple[str, ...]] = _nowhere
    names: Callable[[JsonObject], tuple[str | None, ...]] = _no_names
    can_be_corrected: bool = False
    needs_phone: bool = False
    has_quota: bool = False
    people_field: str = ""
