"""The entry of SMS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.ui.channels.view import ChannelView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.channels.entry import Message
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.ui.compose.message_form import MessageForm
    from scoro_desktop.ui.phone.phone import Phone
    from scoro_desktop.ui.phone.scene import Drawing
    from scoro_desktop.wire import JsonObject

translate = QCoreApplication.translate


def _name() -> str:
    return translate("channels", "SMS")


def _form(parent: QWidget | None, tools: FormTools | None) -> MessageForm:
    from scoro_desktop.ui.channels.sms.sms_form import SmsForm

    return SmsForm(parent, tools=tools)


def _phones() -> Sequence[Phone]:
    from scoro_desktop.messages.channels.sms.model import Sms
    from scoro_desktop.ui.channels.sms import sms_bubbles
    from scoro_desktop.ui.phone.phone import Phone

    def drawing(message: Message | None) -> Drawing:
        text = message.text if isinstance(message, Sms) else None
        return lambda look: sms_bubbles.sms_scene(text, look)

    name = translate("PreviewPane", "The message as SMS")
    return (Phone("sms", translate("channels", "SMS"), name, sms_bubbles.WIDTH, drawing),)


def _parts(message: Message) -> list[tuple[str, list[str | None]]]:
    from scoro_desktop.messages.channels.sms.model import Sms

    return [(translate("MessageParts", "Text"), [message.text])] if isinstance(message, Sms) else []


def _confirmed(message: JsonObject) -> list[tuple[str, str]]:
    text = message.get("text")
    return [(translate("wording", "Text"), text if isinstance(text, str) else "")]


def _place(path: FieldPath) -> str:
    return translate("templates", "text") if path == ("msg", "text") else ""


SMS: Final = ChannelView(
    Channel.SMS,
    name=_name,
    form=_form,
    phones=_phones,
    parts=_parts,
    confirmed=_confirmed,
    place=_place,
    is_text_only=True,
    modules=tuple(f"scoro_desktop.ui.channels.sms.{each}" for each in ("sms_form", "sms_bubbles")),
)
