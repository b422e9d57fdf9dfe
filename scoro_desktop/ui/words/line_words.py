"""Words for the parts of a line of the history: where it went, to whom, and numbers of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.scorocode.account import Environment

if TYPE_CHECKING:
    from scoro_desktop.storage.history import SendLine

_C_INT_MAX = 2**31 - 1


def environment_word(environment: Environment) -> str:
    """Names the environment that a send from such an account touches, in one word."""
    match environment:
        case Environment.SANDBOX:
            return QCoreApplication.translate("Outcome", "sandbox")
        case Environment.TEST:
            return QCoreApplication.translate("Outcome", "test")
        case Environment.PRODUCTION:
            return QCoreApplication.translate("Outcome", "PRODUCTION")


def recipients(number: int, collection: str) -> str:
    """A number of recipients in words, as "12,431 devices"."""
    # Qt's plurals take a C int. A number past it is no audience, but it may be what a server said.
    n = min(number, _C_INT_MAX)
    if collection == "devices":
        return QCoreApplication.translate("Outcome", "%Ln device(s)", "", n)
    if collection == "users":
        return QCoreApplication.translate("Outcome", "%Ln user(s)", "", n)
    return QCoreApplication.translate("Outcome", "%Ln recipient(s)", "", n)


def audience_words(send: SendLine) -> str:
    """Describes the audience, and how many were counted before it left."""
    if send.expected is None:
        if send.everyone:
            text = QCoreApplication.translate("Outcome", "Everyone in {collection}")
        else:
            text = QCoreApplication.translate("Outcome", "Part of {collection}")
        return text.format(collection=send.collection)
    # Those of a campaign are people, whatever it goes to.
    counted = recipients(send.expected, "" if send.campaign is not None else send.collection)
    if send.everyone:
        return QCoreApplication.translate("Outcome", "Everyone: {count}").format(count=counted)
    return counted


def number_text(number: int) -> str:
    """A whole number of any size, written as the language writes it."""
    locale = QLocale()
    return locale.toString(number) if number < 2**63 else str(number)


def in_sample(times: int) -> str:
    """Words for the number of documents of the sample with a value: the sample is all that is known. Empty for none."""
    if not times:
        return ""
    return QCoreApplication.translate("proposals", "{count} in the sample").format(count=number_text(times))
