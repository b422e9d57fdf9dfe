"""The parts of a message that a person recognises it by."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.request import Request
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.channels.registry import VIEWS


def message_parts(send: Send) -> list[tuple[str, str]]:
    """Returns what readers were shown, as pairs of a label and a text of one or more lines; at least one pair."""
    channel = known(send.channel)
    shown = [] if channel is None else request_parts(Request.from_wire(channel, send.request))
    if shown:
        return shown
    no_text = QCoreApplication.translate("MessageParts", "(no text)")
    return [(QCoreApplication.translate("MessageParts", "Message"), send.summary or no_text)]


def request_parts(request: Request) -> list[tuple[str, str]]:
    """The same of a request; empty where it has no text."""
    found = [] if request.message is None else VIEWS[request.channel].parts(request.message)
    parts = [(label, "\n".join(filter(None, lines))) for label, lines in found]
    return [(label, text) for label, text in parts if text]


def confirmed_parts(request: Request) -> list[tuple[str, str]]:
    """Returns what a reader of the message sees, as (label, text), for whoever is to confirm it."""
    message = request.to_wire().get("msg")
    return VIEWS[request.channel].confirmed(message if isinstance(message, dict) else {})
