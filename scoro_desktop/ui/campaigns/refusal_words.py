"""Words for the list of people who are not to be sent to."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from scoro_desktop.recipients.columns import KeyKind
    from scoro_desktop.recipients.list_keys import UnreadableKey

translate = QCoreApplication.translate


def key_text(kind: KeyKind, key: str) -> str:
    """Writes a key as people write it: a phone with its plus."""
    return f"+{key}" if kind == "phone" else key


def unreadable(found: UnreadableKey) -> str:
    """Says in a line which text is no key, in which row, and why."""
    words = translate("refusals", "Row {row}: “{text}” — {why}")
    return words.format(row=found.row, text=found.written[:80], why=_why(found.code))


def _why(code: str) -> str:
    match code:
        case "bad_email":
            return translate("refusals", "this is not a complete e-mail address")
        case "lost_digits":
            return translate(
                "refusals", "a spreadsheet rounded this number; format the column as text and copy it anew"
            )
        case "extension":
            return translate("refusals", "a number with an extension")
        case "two_numbers":
            return translate("refusals", "two numbers; write each in a line of its own")
        case "too_short":
            return translate("refusals", "digits are missing")
        case "too_long" | "wrong_length":
            return translate("refusals", "the number has the wrong length")
        case "no_such_code":
            return translate("refusals", "no country has numbers that begin so")
        case "no_country":
            return translate("refusals", "no number of the chosen country, and no country code")
        case _:
            return translate("refusals", "neither a phone, an e-mail nor a user id")


def computer_user() -> str:
    """Names whoever is at this computer, empty where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such variable, and no such entry among the users
        return ""
