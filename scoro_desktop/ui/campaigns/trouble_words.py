"""The reason why a campaign could not be checked or written down, and what to do: in words, by the exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import file_words
from scoro_desktop.ui.words import disk_words
from scoro_desktop.ui.words.reason_words import short_words

if TYPE_CHECKING:
    from scoro_desktop.scorocode.replies import Failure

translate = QCoreApplication.translate


def trouble_words(error: Exception) -> tuple[str, str]:
    """Says what happened and what to do, in a title and words. An exception that nobody expected is raised."""
    from scoro_desktop.recipients.source import UnreadableFileError  # whoever raised one has loaded these
    from scoro_desktop.scorocode.recipients import LookUpFailedError

    title = translate("campaigns", "The check was not finished. Nothing was sent.")
    if isinstance(error, UnreadableFileError):
        return title, file_words.refused(error.code, error.params)
    if isinstance(error, LookUpFailedError):
        return title, _not_asked(error.failure)
    if isinstance(error, StorageError):
        return title, disk_words.technical(error)
    if isinstance(error, NotPossible) and error.code == "other_account":
        return title, translate(
            "campaigns",
            "It was prepared for another account, or its account was changed since. Choose the account that it was "
            "prepared for, or choose the list again for the account in use.",
        )
    if isinstance(error, NotPossible) and error.code == "under_way":
        return translate("campaigns", "The text is not used yet."), translate(
            "campaigns", "A request is still under way. Wait until it has ended, then try again."
        )
    if isinstance(error, NotPossible):
        return title, translate("campaigns", "The list was changed while it was being saved. Check everyone again.")
    raise error


def _not_asked(failure: Failure) -> str:
    """Says why nobody could be looked up."""
    if failure.outcome is Outcome.REFUSED:
        said = failure.error_message or failure.error_code or str(failure.http_status or "")
        return translate(
            "campaigns",
            "The server does not let this account look people up: {said}. Enter the masterKey, or log in as somebody "
            "who may read users, then check again.",
        ).format(said=said.rstrip("."))
    return translate("campaigns", "{why}. Check the connection, then check again: the list is kept.").format(
        why=short_words(failure.reason, failure.http_status)
    )
