"""Words for what the rest of the app says in codes: environments, collections, counts and ages.

Problems have their words in `problem_words.py` and `query_words.py`; outcomes in `history/outcome_words.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.words.account_lines import (
    account_line,
    account_name,
    environment_line,
    environment_name,
    environment_shown,
    environment_word,
    is_built_in,
    name_in_history,
)
from scoro_desktop.ui.words.problem_words import problem, type_name
from scoro_desktop.ui.words.query_words import query_problem

if TYPE_CHECKING:  # what is said of a send is said once there is one
    from scoro_desktop.storage.history import Send

__all__ = [
    "account_line",
    "account_name",
    "environment_line",
    "environment_name",
    "environment_shown",
    "environment_word",
    "is_built_in",
    "name_in_history",
    "problem",
    "query_problem",
    "type_name",
]

translate = QCoreApplication.translate

_NEW: Final = '{"createdAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
C_INT_MAX: Final = 2**31 - 1
"""Qt's plurals take a C int. A count past it is no audience, but it may be what a server said."""


def collection_name(collection: str) -> str:
    """A collection, in words beside its name."""
    return {
        "devices": translate("wording", "devices — by what is known about the device"),
        "users": translate("wording", "users — by what is known about the person"),
        "roles": translate("wording", "roles — everyone who has the role"),
    }.get(collection, collection)


def collection_help(collection: str) -> str:
    """Explains what choosing a collection means."""
    return {
        "devices": translate("wording", "Devices are counted: one person may have several."),
        "users": translate("wording", "Users are counted: one may have several devices, or none."),
        "roles": translate("wording", "Roles are counted, not people: many people may have one role."),
    }.get(collection, "")


def everyone_help(collection: str) -> str:
    """Explains what choosing everyone means."""
    return {
        "devices": translate("wording", "Every device of the application. You will be asked to type their number."),
        "users": translate("wording", "Every user of the application. You will be asked to type their number."),
        "roles": translate("wording", "Everyone who has any role. You will be asked to type the number of roles."),
    }.get(collection, translate("wording", "Everyone there is. You will be asked to type their number."))


def everyone_of(collection: str) -> str:
    """Everyone, by name."""
    return {
        "devices": translate("wording", "EVERYONE: every device"),
        "users": translate("wording", "EVERYONE: every user"),
        "roles": translate("wording", "EVERYONE: every role"),
    }.get(collection, translate("wording", "EVERYONE in {collection}").format(collection=collection))


def matching_query(collection: str) -> str:
    """An audience by query."""
    return {
        "devices": translate("wording", "Devices that match this query:"),
        "users": translate("wording", "Users who match this query:"),
        "roles": translate("wording", "Holders of the roles that match this query:"),
    }.get(
        collection, translate("wording", "Those in {collection} that match this query:").format(collection=collection)
    )


def recipients(collection: str, count: int) -> str:
    """Names what is counted, without the number: "devices will get it"."""
    if collection == "devices":
        return translate("wording", "device(s) will get it", None, min(count, C_INT_MAX))
    if collection == "users":
        return translate("wording", "user(s) will get it", None, min(count, C_INT_MAX))
    if collection == "roles":
        return translate("wording", "role(s): everyone who holds them will get it", None, min(count, C_INT_MAX))
    return translate("wording", "recipient(s) will get it", None, min(count, C_INT_MAX))


def matching(collection: str, count: int, *, is_everyone: bool = False) -> str:
    """Names what is counted, without the number: "devices match"; it is said where that is everyone."""
    if is_everyone:
        return translate("wording", "{what}: EVERYONE").format(what=matching(collection, count))
    if collection == "devices":
        return translate("wording", "device(s) match", None, min(count, C_INT_MAX))
    if collection == "users":
        return translate("wording", "user(s) match", None, min(count, C_INT_MAX))
    if collection == "roles":
        return translate("wording", "role(s) match", None, min(count, C_INT_MAX))
    return translate("wording", "recipient(s) match", None, min(count, C_INT_MAX))


def send_to(collection: str, count: int) -> str:
    """The words of the button that sends."""
    if collection == "devices":
        return translate("wording", "Send to %Ln device(s)", None, min(count, C_INT_MAX))
    if collection == "users":
        return translate("wording", "Send to %Ln user(s)", None, min(count, C_INT_MAX))
    if collection == "roles":
        return translate("wording", "Send to %Ln role(s)", None, min(count, C_INT_MAX))
    return translate("wording", "Send to %Ln recipient(s)", None, min(count, C_INT_MAX))


def counted(collection: str, count: int) -> str:
    """A count with its number: "12,431 devices"."""
    if collection == "devices":
        return translate("wording", "%Ln device(s)", None, min(count, C_INT_MAX))
    if collection == "users":
        return translate("wording", "%Ln user(s)", None, min(count, C_INT_MAX))
    if collection == "roles":
        return translate("wording", "%Ln role(s)", None, min(count, C_INT_MAX))
    return translate("wording", "%Ln recipient(s)", None, min(count, C_INT_MAX))


def sent_before(send: Send | StorageError) -> str:
    """That the same message went to the same audience not long ago, or that this could not be looked up."""
    if isinstance(send, StorageError):
        return translate(
            "wording",
            "It could not be checked whether you sent this message in the last 24 hours. Look in the history.",
        )
    when = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(send.created_at.timestamp())), QLocale.FormatType.ShortFormat
    )
    if send.outcome is Outcome.SENT and send.count is not None:
        return translate("wording", "You already sent this message to this audience on {when}: {how_many}.").format(
            when=when, how_many=counted(send.collection, send.count)
        )
    return translate("wording", "This message may already have gone to this audience on {when}.").format(when=when)


def age(seconds: float) -> str:
    """The age of a count, by a clock that nobody sets (`elapsed.seconds`)."""
    seconds = int(seconds)
    if seconds < 60:
        return translate("wording", "just now")
    if seconds < 3600:
        return translate("wording", "%Ln minute(s) ago", None, seconds // 60)
    return translate("wording", "%Ln hour(s) ago", None, seconds // 3600)


def count_failure(failure: Failure) -> str:
    """Explains why a count could not be had, and what would give it."""
    if failure.http_status == 429 or failure.error_code == "429":
        return translate("wording", "The server was asked too often: count again in a minute.")
    if failure.reason == "bad_account" and "sandbox_elsewhere" in failure.detail:
        return translate("wording", "The account calls itself a sandbox and is on another computer: nothing was asked.")
    if failure.reason == "server_said_no":
        said = failure.error_message or failure.error_code
        return translate(
            "wording",
            "The server would not count: {said}. Counting needs a session that may read, or the masterKey.",
        ).format(said=said.rstrip("."))
    from scoro_desktop.ui.words.reason_words import finer  # with the first failure

    reason = finer(failure.reason, failure.http_status)
    if reason in {"server_failed", "failed_silently"}:
        said = failure.error_message or failure.error_code or str(failure.http_status)
        return translate("wording", "The server failed while counting: {said}.").format(said=said.rstrip("."))
    reasons = {
        "bad_account": translate("wording", "Counting needs a session that may read, or the masterKey."),
        "name_not_found": translate("wording", "The server's name was not found. Is this computer online?"),
        "no_route": translate("wording", "The server does not answer at this address."),
        "connect_timeout": translate("wording", "The server did not answer in time."),
        "read_timeout": translate("wording", "The server did not answer in time."),
        "tls": translate("wording", "The server's certificate is not valid, so nothing was asked."),
        "ca_bundle": translate(
            "wording", "This computer's setting for certificates cannot be read: nothing was asked."
        ),
        "proxy": translate("wording", "The proxy would not connect to the server."),
        "proxy_login": translate("wording", "The proxy of your network wants a name and a password."),
        "proxy_setting": translate("wording", "This computer's proxy setting cannot be read: nothing was asked."),
        "proxy_kind": translate("wording", "This computer's proxy is of a kind that the app cannot use."),
        "network_login": translate("wording", "Your network wants you to log in to it first, as in a hotel."),
        "busy": translate("wording", "The server is too busy or under maintenance: count again in a while."),
    }
    return reasons.get(reason, translate("wording", "The server's answer could not be used."))


def ready(account: Account, everyone: bool, collection: str, count: int | None, *, counting: bool = False) -> str:
    """Says what Send will do. `counting`: how many it will reach is just being asked."""
    name, where = account_name(account), environment_word(account)
    if name.casefold() != where.casefold():  # the sandbox is called what it is
        where = f"{name} · {where}"
    if count is not None:
        how_many = counted(collection, count)
    elif counting:
        words = translate("wording", "EVERYONE, counting… · {where}")
        return (words if everyone else translate("wording", "Counting… · {where}")).format(where=where)
    elif everyone:
        return translate("wording", "EVERYONE, recipients unknown · {where}").format(where=where)
    else:
        return translate("wording", "Recipients unknown · {where}").format(where=where)
    if everyone:
        how_many = translate("wording", "EVERYONE: {how_many}").format(how_many=how_many)
    if count == 0:
        return translate("wording", "Nobody matches: there is nobody to send to · {where}").format(where=where)
    return translate("wording", "Ready: {how_many} · {where}").format(how_many=how_many, where=where)


def example_queries(collection: str) -> list[tuple[str, str]]:
    """Queries to begin with, as (words, text)."""
    devices = [
        (translate("wording", "Android devices"), '{"deviceType": "android"}'),
        (translate("wording", "iPhones"), '{"deviceType": "ios"}'),
        (translate("wording", "Devices of known users"), '{"userId": {"$exists": true}}'),
        (translate("wording", "Devices that are new in the last 30 days"), _NEW),
    ]
    users = [
        (translate("wording", "Users with a phone number"), '{"phone": {"$exists": true}}'),
        (translate("wording", "Users with a confirmed e-mail"), '{"emailVerified": true}'),
        (translate("wording", "Users by name"), '{"username": {"$regex": "^ann", "$options": "i"}}'),
        (translate("wording", "Users who are new in the last 30 days"), _NEW),
    ]
    roles = [(translate("wording", "One role by its name"), '{"name": "manager"}')]
    return {"devices": devices, "users": users, "roles": roles}.get(collection, [])
