"""Words about accounts: what an environment means, why the keyring would not, and what a server makes of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.storage.vault import VaultError
from scoro_desktop.storage.vault_item import Place, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoro_desktop.scorocode.check import FieldCheck

translate = QCoreApplication.translate


def environment_choice(environment: Environment) -> str:
    """An environment in a list to choose from."""
    return {
        Environment.SANDBOX: translate("accounts", "Sandbox"),
        Environment.TEST: translate("accounts", "Test"),
        Environment.PRODUCTION: translate("accounts", "Production"),
    }[environment]


def environment_help(environment: Environment) -> str:
    """Describes what a send in such an environment does."""
    return {
        Environment.SANDBOX: translate("accounts", "A stand-in for the server: what is sent reaches nobody."),
        Environment.TEST: translate("accounts", "A real server with test devices: what is sent reaches testers."),
        Environment.PRODUCTION: translate("accounts", "The real thing: what is sent reaches your customers."),
    }[environment]


def access_choice(kind: AccessKind) -> str:
    """A kind of access key in a list to choose from, with the name that Scorocode gives it."""
    return {
        AccessKind.MESSAGE: translate("accounts", "messageKey — sends messages"),
        AccessKind.MASTER: translate("accounts", "masterKey — opens everything"),
    }[kind]


def access_help(kind: AccessKind) -> str:
    """Describes what goes with such a key."""
    return {
        AccessKind.MESSAGE: translate("accounts", "It needs a session of a user who may read what you want to count."),
        AccessKind.MASTER: translate(
            "accounts", "It needs no session. Whoever has it can do anything with the app's data."
        ),
    }[kind]


def field_name(field: str) -> str:
    """The label of a field of an account."""
    return {
        "name": translate("accounts", "Name"),
        "environment": translate("accounts", "Environment"),
        "address": translate("accounts", "Address of the server"),
        "application_id": translate("accounts", "Application id"),
        "client_key": translate("accounts", "Client key"),
        "access_kind": translate("accounts", "Kind of access key"),
        "access_key": translate("accounts", "Access key"),
        "session": translate("accounts", "Session"),
        "hold_seconds": translate("accounts", "Hold before it leaves"),
        "connect_timeout": translate("accounts", "Wait for a connection"),
        "read_timeout": translate("accounts", "Wait for an answer"),
        "requests_per_second": translate("accounts", "Requests a second"),
        "ceiling": translate("accounts", "Type the number for more than"),
        "locked_clause": translate("accounts", "Narrow every audience to"),
        "keep_days": translate("accounts", "Days that data of a campaign is kept"),
        "history_days": translate("accounts", "Keep the history"),
        "lately_hours": translate("accounts", "Nobody twice within"),
        "lately_rule": translate("accounts", "Those messaged within that time"),
        "tolerance": translate("accounts", "Ask again if the number changed by more than"),
        "quiet_hours": translate("accounts", "Quiet hours"),
        "sms_suffix": translate("accounts", "Added to every SMS"),
        "sms_price": translate("accounts", "Price of one part"),
        "currency": translate("accounts", "Currency"),
        "operator_prices": translate("accounts", "Prices by operator"),
    }[field]


def field_help(field: str) -> str:
    """Returns the text under a field of an account; empty where its name says enough."""
    return {
        "name": translate("AccountForm", "For you, for example “Shop”."),
        "application_id": translate(
            "AccountForm", "In the settings of the application at Scorocode, beside the keys below."
        ),
        "client_key": translate("AccountForm", "Any client key of the application."),
        "session": translate(
            "AccountForm", "It ends by itself, after three days unless the application says otherwise."
        ),
        "hold_seconds": translate(
            "AccountForm",
            "For this long a confirmed message can be taken back with “Undo”. 0: it leaves at once. “Send trial” and "
            "the sandbox never wait.",
        ),
        "connect_timeout": translate("AccountForm", "After that the message counts as not sent."),
        "read_timeout": translate("AccountForm", "After that it is unknown whether the message went out."),
        "requests_per_second": translate(
            "AccountForm", "At most what your plan allows, usually 20. Sending goes before counting."
        ),
        "ceiling": translate("AccountForm", "If there are more recipients, you type their number before sending."),
        "locked_clause": translate(
            "AccountForm", 'Added to every audience of this account. Example: {"city": "Omsk"}.'
        ),
        "keep_days": translate(
            "AccountForm",
            "Counted from its end. Then phones, names and texts with names in them are deleted, in copies too. "
            "Numbers and outcomes stay.",
        ),
        "history_days": translate(
            "AccountForm",
            "Older messages and campaigns are deleted for good, in copies too, at each start of the app and once a "
            "day. Pinned ones stay, and so do those whose outcome is unknown.",
        ),
        "lately_hours": translate(
            "AccountForm",
            "Campaigns know exactly whom they reached. Single messages are judged by who matches the earlier audiences "
            "now.",
        ),
        "lately_rule": translate(
            "AccountForm", "For single messages. A campaign leaves them out unless told otherwise."
        ),
        "tolerance": translate(
            "AccountForm", "Recipients are counted again just before sending. 0: ask at any change."
        ),
        "sms_suffix": translate("AccountForm", "For example, how to opt out. It counts as part of the text."),
        "sms_price": translate("AccountForm", "What your SMS provider charges for one part of a text."),
        "currency": translate("AccountForm", "Three letters, for example RUB or EUR."),
        "operator_prices": translate(
            "AccountForm",
            "Only where they differ. Write how numbers begin, with the country code, for example 7910, 7911. This is "
            "an estimate: a number moved to another operator keeps its beginning.",
        ),
    }.get(field, "")


def keyring_trouble(error: VaultError) -> str:
    """Explains why the keyring did not do it, and what to do."""
    keyring = error.backend or translate("accounts", "The system keyring")
    words = {
        "missing": translate(
            "accounts",
            "There is no keyring on this system, or it was never set up. Set one up (GNOME Keyring, KWallet or "
            "KeePassXC on Linux), then try again.",
        ),
        "unsafe": translate(
            "accounts",
            "The only keyring here would write keys into a plain file, so it is not used. Set up one that encrypts, "
            "then try again.",
        ),
        "locked": translate("accounts", "{keyring} is locked. Unlock it, then try again."),
        "refused": translate(
            "accounts", "{keyring} refused. Allow this app to use it when it asks, or in its settings, then try again."
        ),
        "timed_out": translate(
            "accounts",
            "{keyring} did not answer in time. It may be asking for its password in a window of its own: answer it "
            "there, then try again.",
        ),
        "too_long": translate(
            "accounts", "The keys are longer than {keyring} takes. Was something else pasted by mistake? Check them."
        ),
        "elsewhere": translate("accounts", "{keyring} has keys for another server or application than this."),
        "half_done": translate(
            "accounts",
            "{keyring} deleted the old keys and did not save the new ones. The new ones are still in this form: try "
            "again before you close it.",
        ),
    }
    other = translate("accounts", "{keyring} failed. Try again, or restart it if it fails again.")
    return words.get(error.code, other).format(keyring=keyring)


def keys_elsewhere(account: Account, given_for: Place) -> str:
    """The question about keys that were given for another place than the account names."""
    text = translate(
        "accounts",
        "The keys were given for {given_for}. The account now says {now}. Nothing was asked or sent there. If you did "
        "not change that yourself, somebody or something changed the app's file: go back.",
    )
    now = place_of(account)
    if given_for.address == now.address:
        before = translate("accounts", "the application {id}").format(id=given_for.application_id)
        return text.format(given_for=before, now=now.application_id)
    return text.format(given_for=given_for.address, now=now.address)


def go_back(account: Account, given_for: Place) -> str:
    """The button that puts back what the keys were given for."""
    return translate("accounts", "Go back to {what}").format(what=_what_differs(given_for, place_of(account)))


def use_there(account: Account, given_for: Place) -> str:
    """The button that lets the keys go to what the account names now."""
    return translate("accounts", "Use the keys for {what}").format(what=_what_differs(place_of(account), given_for))


def _what_differs(place: Place, other: Place) -> str:
    what, rest = place.application_id, other.application_id
    if place.address != other.address:  # the server is enough where it is another, scheme and path go without saying
        what, rest = urlsplit(place.address).netloc, urlsplit(other.address).netloc
    if what == rest:
        what = place.address
    return what.replace("&", "&&")  # on a button one of them would underline the next letter


def failure(failure: Failure) -> str:
    """Explains why a server gave no result, when nothing was to be sent."""
    if _too_often(failure):
        return translate("accounts", "The server was asked too often. Wait a minute, then try again.")
    from scoro_desktop.ui.words.reason_words import finer  # with the first failure

    reason = finer(failure.reason, failure.http_status)
    if reason in {"server_failed", "failed_silently"}:
        said = failure.error_message or failure.error_code or str(failure.http_status)
        return translate("accounts", "The server failed: “{said}”. Try again later.").format(said=said.rstrip("."))
    if failure.reason == "server_said_no":
        said = failure.error_message or failure.error_code
        if not said:
            return translate("accounts", "The server refused and gave no reason.")
        return translate("accounts", "The server refused: “{said}”.").format(said=said.rstrip("."))
    words = {
        "bad_account": translate("accounts", "Something in the account is missing or wrong."),
        "name_not_found": translate("accounts", "The server's name was not found. Is this computer online?"),
        "no_route": translate("accounts", "Nothing answers at this address."),
        "connect_timeout": translate("accounts", "No connection could be made in time."),
        "tls": translate("accounts", "The server could not prove who it is, so nothing was told to it."),
        "ca_bundle": translate(
            "accounts", "The file of certificates that this computer's settings name cannot be read. Nothing was asked."
        ),
        "proxy": translate("accounts", "The proxy of your network would not connect to the server."),
        "proxy_login": translate("accounts", "The proxy of your network wants a name and a password."),
        "proxy_setting": translate("accounts", "This computer's proxy setting cannot be read. Nothing was asked."),
        "proxy_kind": translate("accounts", "This computer's proxy is of a kind that the app cannot use."),
        "read_timeout": translate("accounts", "The server did not answer in time."),
        "reset": translate("accounts", "The connection broke."),
        "redirect": translate("accounts", "The server points to another address. Is this the address of the API?"),
        "not_json_refusal": translate(
            "accounts", "The server refused in a way that the API does not. Is this the address of the API?"
        ),
        "network_login": translate("accounts", "Your network wants you to log in to it first, as in a hotel."),
        "busy": translate("accounts", "The server is too busy or under maintenance. Try again later."),
        "gateway": translate("accounts", "A gateway answered in place of the server. Try again later."),
        "given_up": translate("accounts", "The server gave up on the request. Try again later."),
    }
    other = translate("accounts", "The answer is not one of the API. Is this the address of the API?")
    return words.get(reason, other)


def verdict(check: FieldCheck, *, given: bool) -> str:
    """Words the verdict on one field, without the sentence of the server: `check_heading` has it. `given`: it is not
    empty.
    """
    if check.verdict == "accepted":
        return translate("accounts", "accepted")
    if check.verdict == "refused":
        return translate("accounts", "refused")
    if check.failure is None:
        return translate("accounts", "not checked: only a real message would show it")
    if check.verdict == "unreachable":
        return translate("accounts", "cannot be used. {why}").format(why=failure(check.failure))
    if check.failure.reason == "bad_account":
        if given:
            return translate("accounts", "not checked: correct it first")
        return translate("accounts", "missing")
    if check.failure.reason == "server_said_no" and not _too_often(check.failure):
        return translate("accounts", "may be wrong, the server does not say which")
    return translate("accounts", "not checked")


def check_heading(found: Iterable[FieldCheck]) -> str:
    """Gives the server's own sentences, where it refused or failed; else empty. The fields then say what was tried."""
    failures = (each.failure for each in found if each.verdict in {"refused", "untested"})
    said = (
        failure(each) for each in failures if each is not None and each.reason in {"server_said_no", "server_failed"}
    )
    return " ".join(dict.fromkeys(said))


def _too_often(failure: Failure) -> bool:
    return failure.http_status == 429 or failure.error_code == "429"
