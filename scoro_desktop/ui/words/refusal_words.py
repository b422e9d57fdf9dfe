"""A refusal in words: by what the server says it is about, and what to do about that."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.scorocode.reading import code_number
from scoro_desktop.storage.history import SendLine

_NOT_THERE = {404, 405, 410, 421}

MOST_SAID: Final = 1_000
"""Characters of what a server says that stand in a sentence. It may say 64 KB, which takes 300 ms to be laid out and
hides what to do; they stand whole in the details of the send."""


def refused_by_status(send: SendLine) -> str:
    """Says what happened, where the status is all that the server said."""
    match send.http_status:
        case 401:
            text = QCoreApplication.translate(
                "Outcome",
                "The server, or something in front of it, did not accept the keys or the session: status {status}.",
            )
        case 402:
            text = QCoreApplication.translate("Outcome", "The server wants to be paid first: status {status}.")
        case 403:
            text = QCoreApplication.translate(
                "Outcome", "The server, or something in front of it, does not allow this: status {status}."
            )
        case 404 | 410 | 421:
            text = QCoreApplication.translate("Outcome", "The server has nothing at this address: status {status}.")
        case 405:
            text = QCoreApplication.translate(
                "Outcome", "The server takes no messages at this address: status {status}."
            )
        case 413:
            text = QCoreApplication.translate(
                "Outcome", "The request is too large for the server, or for something in front of it: status {status}."
            )
        case 451:
            text = QCoreApplication.translate(
                "Outcome",
                "The server, or something in front of it, refuses this for legal reasons: status {status}.",
            )
        case 429:
            text = QCoreApplication.translate("Outcome", "The server was asked too often: status {status}.")
        case _:
            text = QCoreApplication.translate(
                "Outcome", "The server refused the request with status {status} and gave no reason."
            )
    return text.format(status=send.http_status)


def answered_by_number(reason: str) -> str:
    """Says what happened where a status, which is to be filled in, is all that is known, and settles nothing."""
    match reason:
        case "busy":
            return QCoreApplication.translate(
                "Outcome",
                "The message left, but the server, or something in front of it, is too busy or under maintenance: "
                "status {status}.",
            )
        case "network_login":
            return QCoreApplication.translate(
                "Outcome",
                "The message left, but your network answered in the server's place: it wants you to log in to it "
                "first, as in a hotel (status {status}).",
            )
        case "odd_status":
            return QCoreApplication.translate(
                "Outcome",
                "The message left, and the server answered with status {status}, which does not tell what became of "
                "it.",
            )
        case "failed_silently":
            return QCoreApplication.translate("Outcome", "The message left, and the server failed: status {status}.")
        case _:
            return QCoreApplication.translate(
                "Outcome",
                "The message left, but something in front of the server answered in its place: status {status}.",
            )


def refused_in_words(send: SendLine) -> str:
    """Says what happened, as the server has it."""
    if send.error_message and send.error_code:
        text = QCoreApplication.translate("Outcome", "The server refused the message: “{message}” (code {code}).")
    elif send.error_message:
        text = QCoreApplication.translate("Outcome", "The server refused the message: “{message}”.")
    elif send.error_code:
        text = QCoreApplication.translate("Outcome", "The server refused the message with code {code}.")
    else:
        text = QCoreApplication.translate("Outcome", "The server refused the message and gave no reason.")
    return text.format(message=_short(send.error_message), code=_short(send.error_code))


def failed_in_words(send: SendLine) -> str:
    """Says what happened, where the server speaks of an error and not of what it had done before."""
    if send.error_message and send.error_code:
        text = QCoreApplication.translate(
            "Outcome",
            "The message left, and the server answered with an error that does not tell what became of it: "
            "“{message}” (code {code}).",
        )
    elif send.error_message or send.error_code:
        text = QCoreApplication.translate(
            "Outcome",
            "The message left, and the server answered with an error that does not tell what became of it: “{said}”.",
        )
    else:
        text = QCoreApplication.translate(
            "Outcome",
            "The message left, and the server answered with an error and no reason: status {status}.",
        )
    message, code = _short(send.error_message), _short(send.error_code)
    return text.format(message=message, code=code, said=message or code, status=send.http_status)


def after_refusal(send: SendLine) -> str:
    """Says what to do now: by the server's own code, or by the status where it gave none."""
    code = code_number(send.error_code) or send.http_status
    if code == 401:
        return QCoreApplication.translate(
            "Outcome",
            "Check the keys in the account, and log in again if it has a session. Then use the message again.",
        )
    if code == 413:
        return QCoreApplication.translate(
            "Outcome",
            "Make the request smaller: fewer values in the audience, or less data in the message. Then use it again.",
        )
    if code == 429:
        return QCoreApplication.translate(
            "Outcome",
            "Wait a minute, then use it again. If it happens often, lower the requests a second in the account.",
        )
    if send.reason == "server_said_no":
        return QCoreApplication.translate(
            "Outcome", "Fix what the server names (the message, the audience or the account), then use it again."
        )
    if code == 402:
        return QCoreApplication.translate(
            "Outcome", "Look at the plan of your application, or ask whoever pays for it. Then use it again."
        )
    if code == 451:
        return QCoreApplication.translate("Outcome", "Ask whoever runs your network or the server. Then use it again.")
    if code == 403:
        return QCoreApplication.translate(
            "Outcome",
            "Check the keys in the account and what they may do, or ask whoever runs your network. Then use it again.",
        )
    if code in _NOT_THERE:
        return QCoreApplication.translate(
            "Outcome", "Check the address in the account: it may not be the one of the API. Then use it again."
        )
    return QCoreApplication.translate(
        "Outcome", "Check the message, the audience and the address in the account. Then use it again."
    )


def _short(said: str) -> str:
    return said if len(said) <= MOST_SAID else said[: MOST_SAID - 1] + "…"
