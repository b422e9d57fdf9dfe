"""The entry of push."""

from typing import Final

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.entry import ChannelEntry, Message
from scoro_desktop.messages.channels.push import correction
from scoro_desktop.messages.channels.push.limits import COLLECTIONS
from scoro_desktop.messages.channels.push.model import Push
from scoro_desktop.messages.channels.push.platforms import DEVICE_TYPE


def _one_platform(message: Message, query_text: str) -> tuple[str, ...]:
    """Warns where the count holds devices of both platforms and the message is for one of them."""
    data = message.data if isinstance(message, Push) else None
    if data is None or (data.gcm is None) == (data.apns is None):
        return ()
    if DEVICE_TYPE in query_text:  # last: 1 MB takes a third of a millisecond
        return ()
    return ("only_android",) if data.apns is None else ("only_iphone",)


PUSH: Final = ChannelEntry(
    Channel.PUSH,
    call="sendpush",
    collections=COLLECTIONS,
    message_type=Push,
    mark="data",
    trial={
        "coll": "devices",
        "query": {"userId": {"$exists": True}},
        "msg": {
            "data": {
                "gcm": {"notification": {"title": "Smoke test", "body": "Hello"}},
                "apns": {"aps": {"alert": {"title": "Smoke test", "body": "Hello"}}},
            }
        },
    },
    audience_warnings=_one_platform,
    as_read=correction.as_read,
    as_another=correction.as_another,
    replaceable_on=correction.replaceable_on,
    names=correction.names,
    can_be_corrected=True,
    has_quota=True,
    people_field="userId",
)
