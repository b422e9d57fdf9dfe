"""The entry of push."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.ui.channels.view import ChannelView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.channels.entry import Message
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.ui.compose.message_form import MessageForm
    from scoro_desktop.ui.phone.phone import Phone
    from scoro_desktop.ui.phone.scene import Drawing
    from scoro_desktop.wire import JsonObject


def _form(parent: QWidget | None, tools: FormTools | None) -> MessageForm:
    from scoro_desktop.ui.channels.push.push_form import PushForm

    return PushForm(parent, tools=tools)


def _phones() -> Sequence[Phone]:
    from scoro_desktop.messages.channels.push import limits
    from scoro_desktop.messages.channels.push.model import Push
    from scoro_desktop.ui.channels.push import android_phone, iphone, push_words
    from scoro_desktop.ui.channels.push.shown_message import on_android, on_iphone
    from scoro_desktop.ui.phone.phone import Payload, Phone

    def android(message: Message | None) -> Drawing:
        return functools.partial(
            android_phone.android_scene, on_android(message if isinstance(message, Push) else None)
        )

    def apple(message: Message | None) -> Drawing:
        return functools.partial(iphone.iphone_scene, on_iphone(message if isinstance(message, Push) else None))

    def android_brief(message: Message | None) -> Drawing:
        return functools.partial(
            android_phone.android_brief, on_android(message if isinstance(message, Push) else None), names["gcm"]
        )

    def apple_brief(message: Message | None) -> Drawing:
        return functools.partial(
            iphone.iphone_brief, on_iphone(message if isinstance(message, Push) else None), names["apns"]
        )

    translate = QCoreApplication.translate
    names = push_words.sections()
    return (
        Phone(
            "android",
            names["gcm"],
            translate("PreviewPane", "The message on Android"),
            android_phone.WIDTH,
            android,
            Payload(names["gcm"], limits.ANDROID_PAYLOAD_BYTES, ("msg", "data", "gcm"), _android_bytes),
            android_brief,
        ),
        Phone(
            "iphone",
            names["apns"],
            translate("PreviewPane", "The message on iPhone"),
            iphone.WIDTH,
            apple,
            Payload(names["apns"], limits.APPLE_PAYLOAD_BYTES, ("msg", "data", "apns"), _apple_bytes),
            apple_brief,
        ),
    )


def _phones_for(message: Message, query: JsonObject) -> Sequence[Phone]:
    """Those of the platforms that the audience has, where its query tells, and that the message is for."""
    from scoro_desktop.messages.channels.push.model import Push
    from scoro_desktop.messages.channels.push.platforms import platforms

    phones = _phones()
    data = message.data if isinstance(message, Push) else None
    sections = {"android": data and data.gcm, "iphone": data and data.apns}
    told = platforms(query)
    there = [each for each in phones if told is None or _DEVICE_TYPES[each.key] in told]
    return [each for each in there if sections[each.key] is not None] or there


_DEVICE_TYPES: Final = {"android": "android", "iphone": "ios"}
"""Values of `deviceType` by the keys of the phones."""


def _android_bytes(message: Message | None) -> int | None:
    from scoro_desktop.messages.channels.push.model import Push

    gcm = message.data.gcm if isinstance(message, Push) and message.data is not None else None
    return None if gcm is None else gcm.bytes


def _apple_bytes(message: Message | None) -> int | None:
    from scoro_desktop.messages.channels.push.model import Push

    apns = message.data.apns if isinstance(message, Push) and message.data is not None else None
    return None if apns is None else apns.bytes


def _name() -> str:
    return QCoreApplication.translate("channels", "Push")


def _sections() -> Mapping[str, str]:
    from scoro_desktop.ui.channels.push import push_words

    return push_words.sections()


def _parts(message: Message) -> list[tuple[str, list[str | None]]]:
    from scoro_desktop.ui.channels.push import push_words

    return push_words.parts(message)


def _confirmed(msg: JsonObject) -> list[tuple[str, str]]:
    from scoro_desktop.ui.channels.push import push_words

    return push_words.confirmed(msg)


def _place(path: FieldPath) -> str:
    from scoro_desktop.ui.channels.push import push_words

    return push_words.place(path)


PUSH: Final = ChannelView(
    Channel.PUSH,
    name=_name,
    form=_form,
    phones=_phones,
    phones_for=_phones_for,
    parts=_parts,
    confirmed=_confirmed,
    place=_place,
    sections=_sections,
    modules=tuple(f"scoro_desktop.ui.channels.push.{each}" for each in ("shown_message", "android_phone", "iphone")),
)
