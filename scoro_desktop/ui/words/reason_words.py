"""The reason for a send's outcome in a few words, as for a column of a table."""

from typing import Final

from PySide6.QtCore import QCoreApplication

_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
"""Statuses that name another address (RFC 9110, section 15.4): the other 3xx, as 304, say something else."""


def finer(reason: str, status: int | None) -> str:
    """The reason as it is worded: a finer one where the status tells more."""
    if status is None:
        return reason
    match reason:
        case "redirect" if status not in _ELSEWHERE:
            return "odd_status"
        case "unreadable" if 500 <= status < 600:
            return "failed_silently"
        case "gateway" if status == 503:
            return "busy"
        case "gateway" if status == 511:  # RFC 6585, section 6
            return "network_login"
        case "not_json_refusal" if status == 407:  # of a proxy through which http goes
            return "proxy_login"
        case _:
            return reason


def short_words(reason: str, status: int | None) -> str:
    """Says what came of a request that failed in a few words, as for a column of a table."""
    found = finer(reason, status)
    return status_words(status) if found == "not_json_refusal" else reason_words(found)


def reason_words(reason: str) -> str:
    """A reason of `scorocode.replies.REASONS` in a few words; the code itself for one that is not among them."""
    match reason:
        case "server_said_no":
            return QCoreApplication.translate("Outcome", "The server refused")
        case "server_failed" | "failed_silently":
            return QCoreApplication.translate("Outcome", "The server failed")
        case "not_json_refusal":
            return QCoreApplication.translate("Outcome", "Refused without a reason")
        case "given_up":
            return QCoreApplication.translate("Outcome", "Request given up")
        case "redirect":
            return QCoreApplication.translate("Outcome", "Pointed to another address")
        case "bad_account":
            return QCoreApplication.translate("Outcome", "Account not complete")
        case "name_not_found":
            return QCoreApplication.translate("Outcome", "Server not found")
        case "no_route":
            return QCoreApplication.translate("Outcome", "No connection")
        case "connect_timeout":
            return QCoreApplication.translate("Outcome", "No connection in time")
        case "tls":
            return QCoreApplication.translate("Outcome", "Connection not secure")
        case "proxy":
            return QCoreApplication.translate("Outcome", "Stopped by the proxy")
        case "proxy_login":
            return QCoreApplication.translate("Outcome", "Proxy wants a password")
        case "proxy_setting":
            return QCoreApplication.translate("Outcome", "Proxy setting not readable")
        case "proxy_kind":
            return QCoreApplication.translate("Outcome", "Kind of proxy not supported")
        case "ca_bundle":
            return QCoreApplication.translate("Outcome", "Certificates not readable")
        case "reset":
            return QCoreApplication.translate("Outcome", "Connection broke")
        case "read_timeout":
            return QCoreApplication.translate("Outcome", "No answer in time")
        case "cut_off":
            return QCoreApplication.translate("Outcome", "Answer broke off")
        case "too_long":
            return QCoreApplication.translate("Outcome", "Answer too long")
        case "busy":
            return QCoreApplication.translate("Outcome", "Server busy")
        case "network_login":
            return QCoreApplication.translate("Outcome", "Network wants a log-in")
        case "unreadable" | "odd_status":
            return QCoreApplication.translate("Outcome", "Answer not understood")
        case "gateway":
            return QCoreApplication.translate("Outcome", "Answered by a gateway")
        case "app_closed":
            return QCoreApplication.translate("Outcome", "App closed before the answer")
        case "never_begun":
            return QCoreApplication.translate("Outcome", "App closed before its turn")
        case "taken_back":
            return QCoreApplication.translate("Outcome", "Taken back")
        case "held_at_end":
            return QCoreApplication.translate("Outcome", "App ended while it was held")
        case "not_begun":
            return QCoreApplication.translate("Outcome", "History could not be written")
        case "doubt":
            return QCoreApplication.translate("Outcome", "App error before it left")
        case "account_changed":
            return QCoreApplication.translate("Outcome", "Account changed before it left")
        case "waited":
            return QCoreApplication.translate("Outcome", "Much later than it was confirmed")
        case "too_late":
            return QCoreApplication.translate("Outcome", "Too late when it was its turn")
        case "stopped_waiting":
            return QCoreApplication.translate("Outcome", "You stopped waiting")
        case _:
            return reason


def status_words(status: int | None) -> str:
    """A status that refuses without a reason, in a few words."""
    match status:
        case 401:
            return QCoreApplication.translate("Outcome", "Keys not accepted")
        case 402:
            return QCoreApplication.translate("Outcome", "Wants to be paid")
        case 403:
            return QCoreApplication.translate("Outcome", "Not allowed")
        case 404 | 410 | 421:
            return QCoreApplication.translate("Outcome", "Nothing at this address")
        case 405:
            return QCoreApplication.translate("Outcome", "Takes no messages")
        case 413:
            return QCoreApplication.translate("Outcome", "Request too large")
        case 451:
            return QCoreApplication.translate("Outcome", "Legal reasons")
        case 429:
            return QCoreApplication.translate("Outcome", "Asked too often")
        case _:
            return QCoreApplication.translate("Outcome", "Refused without a reason")
