"""The parts of a message that a person recognises it by."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.entry import Message
from scoro_desktop.messages.channels.push.apple import Alert, Apns
from scoro_desktop.messages.channels.push.model import Push
from scoro_desktop.messages.channels.sms.model import Sms
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.history import Send


def message_parts(send: Send) -> list[tuple[str, str]]:
    """Returns what readers were shown, as pairs of a label and a text of one or more lines; at least one pair."""
    shown = request_parts(Request.from_wire(Channel(send.channel), send.request))
    if shown:
        return shown
    no_text = QCoreApplication.translate("MessageParts", "(no text)")
    return [(QCoreApplication.translate("MessageParts", "Message"), send.summary or no_text)]


def request_parts(request: Request) -> list[tuple[str, str]]:
    """The same of a request; empty where it has no text."""
    parts = [(label, "\n".join(filter(None, lines))) for label, lines in _parts(request.message)]
    return [(label, text) for label, text in parts if text]


def _parts(message: Message | None) -> list[tuple[str, list[str | None]]]:
    text_label = QCoreApplication.translate("MessageParts", "Text")
    if isinstance(message, Sms):
        return [(text_label, [message.text])]
    if not isinstance(message, Push):
        return []
    notification = message.gcm.notification if message.gcm else None
    return [
        (
            QCoreApplication.translate("MessageParts", "Android"),
            [notification.title, notification.body] if notification else [],
        ),
        (QCoreApplication.translate("MessageParts", "iPhone"), _alert_lines(message.apns)),
        (text_label, [message.text]),
    ]


def _alert_lines(apns: Apns | None) -> list[str | None]:
    alert = apns.aps.alert if apns and apns.aps else None
    if isinstance(alert, Alert):
        return [alert.title, alert.subtitle, alert.body]
    return [alert]
