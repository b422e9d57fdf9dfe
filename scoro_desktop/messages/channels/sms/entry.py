"""The entry of SMS."""

import dataclasses
from typing import Final

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.entry import ChannelEntry, Message
from scoro_desktop.messages.channels.sms.limits import COLLECTIONS
from scoro_desktop.messages.channels.sms.model import Sms
from scoro_desktop.messages.channels.sms.parts import Alphabet, split
from scoro_desktop.messages.channels.sms.suffix import with_suffix


def _with_suffix(message: Message, suffix: str) -> Message:
    if not suffix or not isinstance(message, Sms) or message.text is None:
        return message
    return dataclasses.replace(message, text=with_suffix(message.text, suffix))


def _parts(message: Message) -> int:
    return len(split(message.text).parts) if isinstance(message, Sms) and message.text else 0


def _is_wide(message: Message) -> bool:
    return isinstance(message, Sms) and bool(message.text) and split(message.text or "").alphabet is Alphabet.UCS2


SMS: Final = ChannelEntry(
    Channel.SMS,
    call="sendsms",
    collections=COLLECTIONS,
    message_type=Sms,
    mark="text",
    trial={"coll": "users", "query": {"phone": {"$exists": True}}, "msg": {"text": "Smoke test"}},
    is_paid_by_part=True,
    with_account_text=_with_suffix,
    paid_parts=_parts,
    is_wide=_is_wide,
    needs_phone=True,
    people_field="_id",
)
