"""Words for what to do after a send of which nothing went out."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.history import SendLine
from scoro_desktop.ui.words.reason_words import finer
from scoro_desktop.ui.words.refusal_words import after_refusal


def after_nothing(send: SendLine) -> str:
    """Says what to do, by the reason."""
    match finer(send.reason, send.http_status):
        case "server_said_no" | "not_json_refusal":
            return after_refusal(send)
        case "redirect":
            return QCoreApplication.translate(
                "Outcome", "Check the address in the account: it may not be the one of the API. Then use it again."
            )
        case "bad_account":
            return QCoreApplication.translate(
                "Outcome", "Open the account, complete it or log in again, and then use the message again."
            )
        case "name_not_found" | "no_route" | "connect_timeout":
            return QCoreApplication.translate(
                "Outcome", "Check your connection and the address in the account. Then use it again."
            )
        case "tls":
            return QCoreApplication.translate(
                "Outcome",
                "Check the address in the account and the clock of this computer, or ask whoever runs your network. "
                "Then use it again.",
            )
        case "proxy" | "proxy_login" | "proxy_kind":
            return QCoreApplication.translate("Outcome", "Ask whoever runs your network. Then use it again.")
        case "proxy_setting":
            return QCoreApplication.translate(
                "Outcome",
                "Correct it, or ask whoever runs your network: it looks like http://proxy:3128, and in a name or a "
                "password signs such as # and / are written as %23 and %2F. Then start the app again and use the "
                "message again.",
            )
        case "ca_bundle":
            return QCoreApplication.translate(
                "Outcome",
                "Correct the setting or the file, or ask whoever runs your network. Then start the app again and use "
                "the message again.",
            )
        case "doubt" | "waited":
            return QCoreApplication.translate(
                "Outcome", "Check the audience, then send it again: “Use again” in History puts it into the form."
            )
        case "account_changed":
            return QCoreApplication.translate(
                "Outcome", "Check the account, then send it again: “Use again” in History puts it into the form."
            )
        case "too_late":
            return QCoreApplication.translate(
                "Outcome", "Send it now or plan it anew: “Use again” in History puts it into the form."
            )
        case _:
            return QCoreApplication.translate("Outcome", "You can use it again.")
