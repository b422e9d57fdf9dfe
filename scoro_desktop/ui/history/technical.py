"""The details of a send for those who look for a fault: how long it took, and what the protocol said."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.time_text import time_text
from scoro_desktop.ui.words import outcome_words

translate = QCoreApplication.translate


def technical_text(send: Send) -> str:
    """Says when the answer came and how long that took; then, not translated, what the protocol said of a failure."""
    lines = []
    if send.settled_at is not None and send.reason != "app_closed":
        lines.append(translate("SendDetails", "Settled at: {time}").format(time=time_text(send.settled_at)))
    if took := outcome_words.took_words(send):
        lines.append(translate("SendDetails", "Duration: {time}").format(time=took))
    status = "" if send.http_status is None else f"HTTP {send.http_status}"
    error = " ".join(f"{send.error_code} {send.error_message}".split())
    return "\n".join((*lines, *filter(None, (send.reason, status, error, send.detail))))
