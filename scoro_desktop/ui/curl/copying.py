"""Puts a request on the clipboard as a curl command."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QToolTip, QWidget

from scoro_desktop.curl.reading import Shell, masked_keys, too_long, write_curl
from scoro_desktop.curl.writing import CMD_LENGTH_MAX
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.curl.copy_questions import CannotCopy, TooLongQuestion
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.unhurried import soon

translate = QCoreApplication.translate

SECRET_HINTS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
}
"""Formats that keep a text out of the histories of clipboards: KDE's and others' on Linux; that of Windows ("Clipboard
Formats", "Cloud Clipboard and Clipboard History Formats")."""

TELL_AFTER_MS: Final = 300
"""By then the window has the keyboard back from a question that was answered: until then no tip stays."""


def copy_send(send: Send, shell: Shell, parent: QWidget, keys: Mapping[str, str] | None = None) -> bool:
    """Copies what was sent, for the address it went to. `keys`: the real ones; None has placeholders stand for them."""
    channel = known(send.channel)
    if channel is None:
        words = translate("curl", "This version of the app does not know the channel of this message ({channel}).")
        CannotCopy.tell(words.format(channel=channel_name(send.channel)), parent)
        return False
    request = Request.from_wire(channel, send.request)
    shown = masked_keys(send.application_id) if keys is None else keys
    return copy(request, send.address, shown, shell, parent, secret=keys is not None)


def keys_of(account: Account, keys: Keys) -> dict[str, str]:
    """The keys of a body as they are sent; a session only where there is one."""
    names = {"app": account.application_id, "cli": keys.client_key, "acc": keys.access_key, "sess": keys.session}
    return {name: value for name, value in names.items() if value or name != "sess"}


def copy(
    request: Request,
    address: str,
    keys: Mapping[str, str],
    shell: Shell,
    parent: QWidget,
    *,
    secret: bool = False,
    note: str = "",
) -> bool:
    """Copies a request; asks first where the shell would cut it off. False: nothing was copied, and it was said why.

    `secret`: the keys are the real ones, which clipboard histories are asked not to keep. `note`: said beside that it
    was copied.
    """
    try:
        command = write_curl(request, address, keys, shell=shell)
        if too_long(command, shell):
            chosen = TooLongQuestion.ask(QLocale().toString(CMD_LENGTH_MAX), parent)
            if chosen == "cancel":
                return False
            if chosen == "other_shell":
                command = write_curl(request, address, keys, shell=Shell.POWERSHELL)
    except ValueError:
        CannotCopy.tell(translate("curl", "Something in the message cannot be written as JSON."), parent)
        return False
    data = QMimeData()
    data.setText(command)
    for hint, value in SECRET_HINTS.items() if secret else ():
        data.setData(hint, value)
    QGuiApplication.clipboard().setMimeData(data)
    said = (
        translate("curl", "Copied, with keys.")
        if secret
        else translate("curl", "Copied. Placeholders stand for the keys.")
    )
    said = "\n".join(filter(None, (said, note)))
    soon(parent, lambda: QToolTip.showText(QCursor.pos(), tip(said), parent), TELL_AFTER_MS)
    return True
