"""The reason why a campaign stands still, as its third step shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.campaigns import campaign_words, running_words

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.running_view import RunningView

OF_ACCOUNT: Final = frozenset({"session_ended", "keyring_gone", "account_changed"})
"""The pauses that end with what is done in the accounts."""


def show_pause(view: RunningView, code: str, detail: str) -> None:
    """Shows why it stands still (`PauseCode`, or why it could not begin), and on what that rests; empty for nothing."""
    if not code:
        view.show_pause("", "")
        return
    view.show_pause(
        campaign_words.pause_title(code),
        campaign_words.pause_words(code),
        running_words.detail(code, detail),
        is_wrong=code != "by_person",
        button=_button(code) if code in OF_ACCOUNT else "",
    )


def _button(code: str) -> str:
    """The words of the button that opens the account."""
    if code == "session_ended":
        return QCoreApplication.translate("campaigns", "Log in again…")
    return QCoreApplication.translate("campaigns", "Open the account…")
