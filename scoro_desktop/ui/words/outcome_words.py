"""The outcome of a send in words: what happened, whether anything was sent, and what to do now."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop import late
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.hosts import stays_here
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import SendLine
from scoro_desktop.ui.words import campaign_lines, money
from scoro_desktop.ui.words.after_nothing import after_nothing
from scoro_desktop.ui.words.line_words import number_text, recipients
from scoro_desktop.ui.words.reason_words import finer, short_words
from scoro_desktop.ui.words.refusal_words import (
    answered_by_number,
    failed_in_words,
    refused_by_status,
    refused_in_words,
)

TAKEN_BACK: Final = "taken_back"
"""The reason of a send that a person took back."""


@late.dataclass(frozen=True)
class OutcomeWords:
    """Three short texts for people; any may be empty."""

    happened: str
    sent: str
    next: str


def outcome_sentence(send: SendLine) -> str:
    """All that is to be said of what came of a send, as one paragraph."""
    if send.campaign is not None:
        said = f"{line_word(send)}: {result_words(send)}."
        return f"{said} {QCoreApplication.translate('Outcome', 'Open it to see who got it.')}"
    words = outcome_words(send)
    return " ".join(part for part in (words.happened, words.sent, words.next) if part)


def outcome_words(send: SendLine) -> OutcomeWords:
    """Says what happened, whether anything was sent, and what to do now."""
    return OutcomeWords(_happened(send), _sent(send), _next(send))


def outcome_word(outcome: Outcome) -> str:
    """One or two words, as for a column of a table."""
    match outcome:
        case Outcome.HELD:
            return QCoreApplication.translate("Outcome", "Held")
        case Outcome.SENDING:
            return QCoreApplication.translate("Outcome", "Sending…")
        case Outcome.SENT:
            return QCoreApplication.translate("Outcome", "Sent")
        case Outcome.REFUSED:
            return QCoreApplication.translate("Outcome", "Refused")
        case Outcome.NOT_SENT:
            return QCoreApplication.translate("Outcome", "Not sent")
        case Outcome.UNKNOWN:
            return QCoreApplication.translate("Outcome", "Unknown")


def line_word(send: SendLine) -> str:
    """Names what came of a send, or the state of a campaign, as for a column of a table."""
    word = outcome_word(send.outcome)
    return word if send.campaign is None else campaign_lines.word(send, word)


def role_of(send: SendLine) -> str:
    """Names the colour of what came of a send, as resources/style.qss names the roles of labels."""
    role = _role(send)
    return role if send.campaign is None else campaign_lines.role(send.campaign, role)


def _role(send: SendLine) -> str:
    match send.outcome:
        case Outcome.NOT_SENT if send.reason == TAKEN_BACK:
            return "muted"  # what somebody wanted so is no failure
        case Outcome.SENT:
            return "good"
        case Outcome.REFUSED | Outcome.NOT_SENT:
            return "problem"
        case Outcome.UNKNOWN | Outcome.HELD:
            return "warning"
        case Outcome.SENDING:
            return "muted"


def result_words(send: SendLine) -> str:
    """The count or the error, short enough for a column; of a campaign what it cost, too."""
    if send.campaign is not None:
        cost = [] if send.amount is None or send.currency is None else [paid_words(send.amount, send.currency)]
        said = campaign_lines.people(send)
        place = 1 + bool(send.campaign.unknown)  # where a narrow column still shows it
        return " · ".join((*said[:place], *cost, *said[place:]))
    if send.count is not None:
        count = number_text(send.count)
        if send.expected is None or send.expected == send.count:
            return count
        return QCoreApplication.translate("Outcome", "{count} of {expected}").format(
            count=count, expected=number_text(send.expected)
        )
    if send.error_code or send.error_message:
        return " ".join(f"{send.error_code} {send.error_message}".split())
    return short_words(send.reason, send.http_status)


def paid_words(amount: int, currency: str) -> str:
    """An amount in millionths of a currency, as money is written."""
    return money.amount(Decimal(amount).scaleb(-6), currency)


def took_words(send: SendLine) -> str:
    """Words the time that the server took, or nothing where that is not known."""
    seconds = send.took
    if seconds is None or send.reason in {"app_closed", "taken_back"}:
        return ""
    if seconds < 60:
        return QCoreApplication.translate("Outcome", "{seconds} s").format(
            seconds=QLocale().toString(seconds, "f", 1 if seconds < 10 else 0)
        )
    minutes, rest = divmod(round(seconds), 60)
    return QCoreApplication.translate("Outcome", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _happened(send: SendLine) -> str:
    if send.outcome is Outcome.HELD:
        return QCoreApplication.translate("Outcome", "The message is held for a few seconds before it leaves.")
    if send.outcome is Outcome.SENDING:
        return QCoreApplication.translate("Outcome", "The message is on its way. The server has not answered yet.")
    if send.count is not None:
        return QCoreApplication.translate("Outcome", "The server took the message.")
    match finer(send.reason, send.http_status):
        case "server_said_no":
            return refused_in_words(send)
        case "server_failed":
            return failed_in_words(send)
        case "not_json_refusal":
            return refused_by_status(send)
        case "given_up":
            return QCoreApplication.translate(
                "Outcome",
                "The message left, but the server, or something in front of it, gave up on the request: status "
                "{status}.",
            ).format(status=send.http_status)
        case "redirect":
            return _pointed_elsewhere(send)
        case "bad_account":
            return QCoreApplication.translate(
                "Outcome", "Something that is needed to send is missing from the account, so nothing was tried."
            )
        case "name_not_found":
            return QCoreApplication.translate("Outcome", "The server could not be found by its name.")
        case "no_route":
            return QCoreApplication.translate("Outcome", "Nothing answers at the server's address.")
        case "connect_timeout":
            return QCoreApplication.translate("Outcome", "No connection to the server could be made in time.")
        case "tls":
            return QCoreApplication.translate(
                "Outcome", "The server could not prove who it is, so the app did not talk to it."
            )
        case "proxy":
            return QCoreApplication.translate(
                "Outcome", "The proxy of your network could not be reached, or did not let the app through."
            )
        case "proxy_login":
            return QCoreApplication.translate(
                "Outcome",
                "The proxy of your network wants a user name and a password, or other ones than it was given.",
            )
        case "proxy_setting":
            return QCoreApplication.translate(
                "Outcome", "This computer's proxy setting cannot be read, so nothing was tried."
            )
        case "proxy_kind":
            return QCoreApplication.translate(
                "Outcome",
                "This computer's proxy setting names a kind of proxy that the app cannot use: it knows http and https.",
            )
        case "ca_bundle":
            return QCoreApplication.translate(
                "Outcome",
                "The file of certificates that this computer's settings name (REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE) "
                "cannot be read, so nothing was tried.",
            )
        case "reset":
            return QCoreApplication.translate("Outcome", "The connection broke while the message was being sent.")
        case "read_timeout":
            return QCoreApplication.translate("Outcome", "The message left, but the server gave no answer in time.")
        case "cut_off":
            return QCoreApplication.translate("Outcome", "The message left, but the server's answer broke off.")
        case "too_long":
            return QCoreApplication.translate(
                "Outcome", "The message left, but the server's answer was too long to be read."
            )
        case "unreadable":
            return QCoreApplication.translate(
                "Outcome", "The message left, but the server's answer could not be understood."
            )
        case "gateway" | "busy" | "network_login" | "odd_status" | "failed_silently" as reason:
            return answered_by_number(reason).format(status=send.http_status)
        case "app_closed":
            return QCoreApplication.translate("Outcome", "The app was closed before the server's answer came.")
        case "never_begun":
            return QCoreApplication.translate("Outcome", "The app was closed before it was this message's turn.")
        case "doubt":
            return QCoreApplication.translate("Outcome", "The app met an error of its own before the message left.")
        case "account_changed":
            return QCoreApplication.translate(
                "Outcome", "The account of the message was changed or deleted before the message left."
            )
        case "taken_back":
            return QCoreApplication.translate("Outcome", "You took the message back before it left.")
        case "held_at_end":
            return QCoreApplication.translate("Outcome", "The app ended while the message was held.")
        case "not_begun":
            return QCoreApplication.translate(
                "Outcome", "The history could not be saved when the message was due to leave, so it was not sent."
            )
        case "waited":
            return QCoreApplication.translate(
                "Outcome",
                "It was to leave more than 10 minutes later than you confirmed it: the computer may have slept.",
            )
        case "too_late":
            return QCoreApplication.translate(
                "Outcome",
                "The time that the message was planned for had passed by more than 10 minutes when it was its turn.",
            )
        case "stopped_waiting":
            return QCoreApplication.translate("Outcome", "The message left, and you stopped waiting for the answer.")
        case _:
            return send.reason


def _pointed_elsewhere(send: SendLine) -> str:
    if send.outcome is Outcome.UNKNOWN:
        return QCoreApplication.translate(
            "Outcome",
            "The message left, and the server pointed to another address (status {status}), which does not tell what "
            "became of it. The app did not follow: your keys stay where they belong.",
        ).format(status=send.http_status)
    return QCoreApplication.translate(
        "Outcome",
        "The server pointed to another address. The app did not follow: your keys stay where they belong.",
    )


def _sent(send: SendLine) -> str:
    match send.outcome:
        case Outcome.HELD:
            return QCoreApplication.translate("Outcome", "Nothing has been sent yet.")
        case Outcome.SENDING:
            return ""
        case Outcome.SENT:
            return _counted(send)
        case Outcome.REFUSED | Outcome.NOT_SENT:
            return QCoreApplication.translate("Outcome", "Nothing was sent.")
        case Outcome.UNKNOWN:
            return QCoreApplication.translate(
                "Outcome", "It may have reached everyone it was meant for, some of them, or nobody."
            )


def _counted(send: SendLine) -> str:
    count = send.count or 0
    if not count:
        return QCoreApplication.translate("Outcome", "It was sent to nobody.")
    text = QCoreApplication.translate("Outcome", "It was sent to {recipients}.").format(
        recipients=recipients(count, send.collection)
    )
    if send.environment is Environment.SANDBOX and stays_here(send.address):
        text += " " + QCoreApplication.translate("Outcome", "They are samples: nothing left this computer.")
    return text


def _next(send: SendLine) -> str:
    match send.outcome:
        case Outcome.HELD:
            return QCoreApplication.translate("Outcome", "Until then “Undo” above the footer takes it back.")
        case Outcome.SENDING:
            return QCoreApplication.translate(
                "Outcome", "Wait for the answer. Sending it again now could reach people twice."
            )
        case Outcome.SENT:
            return _after_sent(send)
        case Outcome.UNKNOWN:
            return QCoreApplication.translate(
                "Outcome",
                "Find out before you send it again, or people may get it twice: look at a device of your own that "
                "should have it, or ask your developer to look on the server. “Count again” tells how many it would "
                "reach now.",
            )
        case _:
            return after_nothing(send)


def _after_sent(send: SendLine) -> str:
    if send.count == 0:
        return QCoreApplication.translate(
            "Outcome", "Check the audience: the server found no one in it who can get this message."
        )
    if send.expected is not None and send.count != send.expected:
        return QCoreApplication.translate(
            "Outcome",
            "Before sending, {expected} matched. The audience may have changed since, or some cannot get messages.",
        ).format(expected=recipients(send.expected, send.collection))
    return ""
