"""Words for the state of a campaign: one for the list, a sentence for why it stands still, and what to do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from datetime import datetime

    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.kit.appearance import Colours

translate = QCoreApplication.translate

C_INT_MAX = 2**31 - 1
"""Qt's plurals take a C int."""


def state_colour(state: str, colours: Colours, *, doubts: int = 0) -> str:
    """Returns the colour of a state; `doubts`: how many people are in doubt."""
    match state:
        case "running":
            return colours.accent
        case "paused":
            return colours.caution
        case "finished":
            return colours.caution if doubts else colours.good
        case "stopped":
            return colours.danger
        case _:
            return colours.muted


def account_line(campaign: Campaign) -> str:
    """Names the account of a campaign as it was called then, and its environment."""
    name = account_lines.name_in_history(campaign.account_id, campaign.account_name)
    if account_lines.is_built_in(campaign.account_id):
        return name
    word = account_lines.environment_name(campaign.environment)
    return translate("campaigns", "{name} — {word}").format(name=name, word=word)


def pause_words(code: str) -> str:
    """Says why a campaign stands still, and what to do. `code`: of the contract's pauses; empty for none."""
    match code:
        case "":
            return ""
        case "by_person":
            return translate("campaigns", "“Go on” sends the rest.")
        case "unknown":
            return translate(
                "campaigns",
                "Its people may or may not have got the message. They are marked “In doubt” and do not get it again. "
                "Check that your server and your network work, then go on with the rest.",
            )
        case "session_ended":
            return translate(
                "campaigns",
                "The server no longer accepts the session of this account. The request that it refused reached nobody "
                "and waits with the rest. Log in again, then go on.",
            )
        case "refused_thrice":
            return translate(
                "campaigns",
                "The server refused three requests in a row for the same reason. Nothing in them went out. Fix what "
                "it says below, then go on.",
            )
        case "no_connection":
            return translate(
                "campaigns",
                "Three requests in a row found no connection to the server. Nothing in them went out. Check the "
                "network of this computer, then go on: they are tried again.",
            )
        case "quiet_hours":
            return translate(
                "campaigns", "The quiet hours of this account have begun. Go on once they are over, or now if you must."
            )
        case "no_quota":
            return translate(
                "campaigns",
                "The application has no messages left on its plan. Ask whoever runs it for more, then go on.",
            )
        case "keyring_gone":
            return translate(
                "campaigns",
                "The keys of this account cannot be read any more. Unlock the keyring of this computer or enter the "
                "keys under “Accounts…”, then go on.",
            )
        case "disk_full":
            return translate(
                "campaigns",
                "The disk cannot be written to any more, and nothing is sent before it is recorded there. Make room on "
                "the disk, then go on.",
            )
        case "clock_back":
            return translate("campaigns", "The clock of this computer was put back. Check date and time, then go on.")
        case "account_changed":
            return translate(
                "campaigns",
                "The account has another address, application, environment or condition of its own, or other keys, "
                "than when the campaign was prepared. Put them back under “Accounts…”, or stop this campaign and "
                "prepare another.",
            )
        case "count_above":
            return translate(
                "campaigns",
                "The server sent more messages than this request has people. Ask your developer why before you go on.",
            )
        case "app_closed":
            return translate(
                "campaigns",
                "The app was closed while it ran. Requests without an answer then are marked “In doubt”. “Go on” "
                "sends the rest; nobody gets it twice.",
            )
        case "put_back":
            return translate(
                "campaigns",
                "The data of the app were put back from a copy, or come from another computer. Whoever is “Waiting” "
                "below may have got it since they were copied, and the app cannot know. Go on only if you know that "
                "nobody did.",
            )
        case _:
            return translate(
                "campaigns",
                "Something went wrong in the app, and it stopped to be safe. What was sent is listed below. “Go on” "
                "sends the rest.",
            )


def pause_title(code: str) -> str:
    """Says the same in a few words, as for a note on the desktop."""
    match code:
        case "by_person":
            return translate("campaigns", "Paused by you")
        case "unknown":
            return translate("campaigns", "A request got no clear answer")
        case "session_ended":
            return translate("campaigns", "The session has ended")
        case "refused_thrice":
            return translate("campaigns", "The server keeps refusing")
        case "no_connection":
            return translate("campaigns", "No connection to the server")
        case "quiet_hours":
            return translate("campaigns", "Quiet hours have begun")
        case "no_quota":
            return translate("campaigns", "No messages left on the plan")
        case "keyring_gone":
            return translate("campaigns", "The keys cannot be read")
        case "disk_full":
            return translate("campaigns", "The disk cannot be written to")
        case "clock_back":
            return translate("campaigns", "The clock was put back")
        case "account_changed":
            return translate("campaigns", "The account has changed")
        case "count_above":
            return translate("campaigns", "More was sent than there are people")
        case "app_closed":
            return translate("campaigns", "The app was closed")
        case "put_back":
            return translate("campaigns", "The data were put back from a copy")
        case _:
            return translate("campaigns", "Something went wrong in the app")


def person_word(state: str) -> str:
    """Names what became of one person's message (`PersonState`)."""
    match state:
        case "read":
            return translate("campaigns", "Not checked yet")
        case "left_out":
            return translate("campaigns", "Left out")
        case "planned":
            return translate("campaigns", "Waiting")
        case "sending":
            return translate("campaigns", "Under way")
        case "sent":
            return translate("campaigns", "Sent")
        case "refused":
            return translate("campaigns", "Refused")
        case "not_sent":
            return translate("campaigns", "Not sent yet")
        case "unknown":
            return translate("campaigns", "In doubt")
        case "skipped":
            return translate("campaigns", "Skipped")
        case _:
            return state


def person_colour(state: str, colours: Colours) -> str:
    """Returns the colour of what became of a person's message."""
    role = {"sent": "good", "refused": "problem", "unknown": "warning", "not_sent": "warning"}.get(state, "muted")
    return colours.of_role(role)


def when(moment: datetime) -> str:
    """Writes a moment in the language's short form."""
    at = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def number(value: int) -> str:
    """Writes a number as the language does."""
    return QLocale().toString(value)


def lasting(seconds: float) -> str:
    """Says how long something takes, in the two largest units."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("campaigns", "%Ln s", None, whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return translate("campaigns", "%Ln min", None, minutes)
    hours, rest = divmod(minutes, 60)
    said = translate("campaigns", "%Ln h", None, min(hours, C_INT_MAX))
    if not rest:
        return said
    return translate("campaigns", "{hours} {minutes}").format(
        hours=said, minutes=translate("campaigns", "%Ln min", None, rest)
    )


def people(count: int) -> str:
    """Counts people in words."""
    return translate("campaigns", "%Ln people", None, min(count, C_INT_MAX))
