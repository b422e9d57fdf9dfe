"""An account: which application is written to, where it is served, and with which keys."""

from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scoro_desktop import late
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.scorocode.hosts import as_address, host_of, is_host, look_alike, readable_host, stays_here
from scoro_desktop.scorocode.quiet_hours import QuietHours, is_zone

if TYPE_CHECKING:
    from decimal import Decimal

    from scoro_desktop.wire import JsonObject

DEFAULT_ADDRESS = "https://api.scorocode.ru/api/v1/"
"""The address at which Scorocode serves its API (reference: "Messages", the documented requests)."""
DEFAULT_CONNECT_TIMEOUT_S = 10.0
DEFAULT_READ_TIMEOUT_S = 120.0
"""As long as the official JavaScript SDK waits for an answer."""
DEFAULT_CEILING = 10_000
"""The most recipients that a send may have before the number must be typed to confirm it."""
DEFAULT_CURRENCY = "RUB"
DEFAULT_TOLERANCE = 5.0
"""By how many percent a count may move between the confirmation and the request. Ours."""
DEFAULT_REQUESTS_PER_SECOND = 20
"""The rate that Scorocode's default plan takes of an application (docs, "Settings": 20 a second, 500,000 pushes)."""
DEFAULT_HOLD_S = 5
"""The seconds in which a send from a new account can be taken back. Ours: web mail offers 5 to 30."""
HOLD_MAX_S = 30
DEFAULT_KEEP_DAYS = 30
KEEP_DAYS_MAX = 3650
"""For how many days after its end the phones and values of a campaign are kept. Ours."""
LATELY_HOURS_MAX = 24 * 30
"""Ours: as far back as a campaign looks."""
CONNECT_LIMIT_MAX_S = 300.0
READ_LIMIT_MAX_S = 3600.0
"""Ours: a longer wait than an hour for one answer is a slip of the keyboard, not a wish."""
REQUESTS_PER_SECOND_MAX = 1000
"""Ours: no plan allows as many, and one desktop never needs them."""
CEILING_MAX = 1_000_000_000
"""Ours: more people than any one service has."""
TOLERANCE_MAX = 100.0
"""In percent. Twice as many, or nobody, is never a small change."""
PREFIX_DIGITS_MAX = 15
"""A number has no more digits (E.164)."""
_SEEN = late.pattern("[!-~]*")
"""The printable characters of ASCII without the blank: of what keys and ids are made."""

ACCOUNT_PROBLEMS = (
    "account_name_missing",
    "address_missing",
    "address_unreadable",  # does not parse, or has blanks or control characters in it
    "address_scheme",  # neither https nor http
    "address_not_encrypted",  # http to another computer
    "address_has_login",  # user:password@ in it
    "address_has_query",  # a ? or a # in it
    "sandbox_elsewhere",  # a sandbox that is not on this computer; params: host
    "address_look_alike",  # a warning: a letter of its host is not what it seems; params: host, letter, name
    "application_id_missing",
    "application_id_characters",
    "client_key_missing",
    "client_key_characters",
    "access_key_missing",
    "access_key_characters",
    "session_missing",  # the access key is not the masterKey, so a session must go with it
    "session_characters",
    "connect_timeout_range",  # params: maximum (seconds)
    "read_timeout_range",  # params: maximum (seconds)
    "requests_per_second_range",  # params: maximum
    "hold_seconds_range",  # params: maximum (seconds)
    "keep_days_range",  # params: maximum (days)
    "lately_hours_range",  # params: maximum (hours)
    "ceiling_range",  # params: maximum (recipients)
    "locked_clause_bad",  # its text is no query
    "tolerance_range",  # params: maximum (percent)
    "quiet_zone_unknown",  # params: zone
    "sms_price_negative",
    "currency_missing",
    "operator_name_missing",
    "operator_prefix_missing",  # params: operator
    "operator_prefix_bad",  # params: prefix
    "operator_prefix_twice",  # params: prefix
    "operator_price_negative",  # params: operator
)
"""Every code that `account_problems` gives."""


class Environment(enum.StrEnum):
    """The environment that a send from this account touches."""

    SANDBOX = "sandbox"
    TEST = "test"
    PRODUCTION = "production"


class LatelyRule(enum.StrEnum):
    """The rule for those who may have been messaged not long ago."""

    WARN = "warn"
    LEAVE_OUT = "leave_out"


class AccessKind(enum.StrEnum):
    """The kind of application key that the access key is."""

    MESSAGE = "messageKey"
    MASTER = "masterKey"


@dataclass(frozen=True)
class OperatorPrice:
    """The price of a part of an SMS with one operator.

    `prefixes`: the beginnings of its numbers in E.164, digits only, as "7910"; `price` in the account's currency.
    """

    name: str
    prefixes: tuple[str, ...]
    price: Decimal


@dataclass(frozen=True)
class Account:
    """An account without its secrets.

    `id` is ours and never changes; `address` ends in a slash; time limits are in seconds; `ceiling` is a number of
    recipients; `locked_clause` is the JSON text of a condition that is added to every query, empty for none.

    `requests_per_second`: how many requests the server takes of the application in a second. `hold_seconds`: how long a
    confirmed send can be taken back before it leaves.
    `keep_days`: how long phones and values of a campaign are kept after its end; `history_days`: how long sends and
    campaigns stay in the history, 0 for ever.
    `lately_hours`: within so many hours nobody should be messaged twice, 0 for no such rule; `lately_rule`: what is
    done about it.

    `tolerance`: by how many percent the audience may have changed between the confirmation and the request;
    `quiet_hours`: when nobody should be woken, None for no such hours; `sms_suffix`: a text that every SMS ends with,
    how to opt out of it for one, empty for none; `sms_price`: of one part of an SMS, None while nobody said;
    `currency`: of all prices, three letters of ISO 4217 or any word; `operator_prices`: where operators differ.
    """

    id: str
    name: str
    environment: Environment
    address: str
    application_id: str
    access_kind: AccessKind
    connect_timeout: float = DEFAULT_CONNECT_TIMEOUT_S
    read_timeout: float = DEFAULT_READ_TIMEOUT_S
    ceiling: int = DEFAULT_CEILING
    locked_clause: str = ""
    tolerance: float = DEFAULT_TOLERANCE
    quiet_hours: QuietHours | None = None
    sms_suffix: str = ""
    sms_price: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    operator_prices: tuple[OperatorPrice, ...] = ()
    requests_per_second: int = DEFAULT_REQUESTS_PER_SECOND
    hold_seconds: int = 0
    keep_days: int = DEFAULT_KEEP_DAYS
    lately_hours: int = 0
    lately_rule: LatelyRule = LatelyRule.WARN
    history_days: int = 0

    @property
    def is_false_sandbox(self) -> bool:
        """Tells whether it calls itself a sandbox and is a server somewhere else: a sandbox reaches nobody."""
        return self.environment is Environment.SANDBOX and not stays_here(self.address)

    def locked_query(self) -> JsonObject | None:
        """The locked clause as a query; None where there is none. Raises ValueError where its text is no query."""
        if not self.locked_clause.strip():
            return None
        from scoro_desktop.audience.query import read_query  # slow to load, and wanted with the first message

        query = read_query(self.locked_clause).query
        if query is None:
            raise ValueError("the locked clause is no query")
        return query.value


@dataclass(frozen=True, repr=False)
class Keys:
    """The secrets of an account. They are shown by nothing: not by `repr`, not in a traceback's locals."""

    client_key: str = ""
    access_key: str = ""
    session: str = ""

    def __repr__(self) -> str:
        return "Keys(hidden)"


def account_problems(account: Account, keys: Keys) -> list[Problem]:
    """Everything that keeps the account from being used, in the order of the form; each `field` is ("account", name).

    Only those of severity WARNING let it be used.

    A session is demanded unless the access key is the masterKey (reference: "sess", mandatory if acc != masterKey).
    """
    problems: list[Problem] = []

    def report(code: str, field: str, **params: float | str) -> None:
        problems.append(Problem(code, ("account", field), params))

    if not account.name.strip():
        report("account_name_missing", "name")
    if code := _address_problem(account.address):
        report(code, "address")
    elif account.is_false_sandbox:
        report("sandbox_elsewhere", "address", host=host_of(account.address))
    if letter := look_alike(account.address):
        named = {"host": readable_host(account.address), "letter": letter, "name": unicodedata.name(letter, "?")}
        problems.append(Problem("address_look_alike", ("account", "address"), named, Severity.WARNING))
    for field, value in (
        ("application_id", account.application_id),
        ("client_key", keys.client_key),
        ("access_key", keys.access_key),
        ("session", keys.session),
    ):
        if not value:
            if field != "session" or account.access_kind is not AccessKind.MASTER:
                report(f"{field}_missing", field)
        elif not _SEEN.fullmatch(value):
            report(f"{field}_characters", field)
    for field, is_within, maximum in (
        ("hold_seconds", 0 <= account.hold_seconds <= HOLD_MAX_S, HOLD_MAX_S),
        ("connect_timeout", 0 < account.connect_timeout <= CONNECT_LIMIT_MAX_S, CONNECT_LIMIT_MAX_S),
        ("read_timeout", 0 < account.read_timeout <= READ_LIMIT_MAX_S, READ_LIMIT_MAX_S),
        (
            "requests_per_second",
            1 <= account.requests_per_second <= REQUESTS_PER_SECOND_MAX,
            REQUESTS_PER_SECOND_MAX,
        ),
        ("keep_days", 0 <= account.keep_days <= KEEP_DAYS_MAX, KEEP_DAYS_MAX),
        ("lately_hours", 0 <= account.lately_hours <= LATELY_HOURS_MAX, LATELY_HOURS_MAX),
        ("ceiling", 0 <= account.ceiling <= CEILING_MAX, CEILING_MAX),
    ):
        if not is_within:
            report(f"{field}_range", field, maximum=maximum)
    try:
        account.locked_query()
    except ValueError:
        report("locked_clause_bad", "locked_clause")
    if not 0 <= account.tolerance <= TOLERANCE_MAX:
        report("tolerance_range", "tolerance", maximum=TOLERANCE_MAX)
    if account.quiet_hours is not None and not is_zone(account.quiet_hours.zone):
        report("quiet_zone_unknown", "quiet_hours", zone=account.quiet_hours.zone)
    if account.sms_price is not None and account.sms_price < 0:
        report("sms_price_negative", "sms_price")
    if not account.currency.strip() and (account.sms_price is not None or account.operator_prices):
        report("currency_missing", "currency")
    seen: set[str] = set()
    for operator in account.operator_prices:
        if not operator.name.strip():
            report("operator_name_missing", "operator_prices")
        if not operator.prefixes:
            report("operator_prefix_missing", "operator_prices", operator=operator.name)
        if operator.price < 0:
            report("operator_price_negative", "operator_prices", operator=operator.name)
        for prefix in operator.prefixes:
            if not (prefix.isascii() and prefix.isdigit() and len(prefix) <= PREFIX_DIGITS_MAX):
                report("operator_prefix_bad", "operator_prices", prefix=prefix)
            if prefix in seen:
                report("operator_prefix_twice", "operator_prices", prefix=prefix)
            seen.add(prefix)
    return problems


def _address_problem(address: str) -> str:
    if not address:
        return "address_missing"
    if "\\" in address or " " in address or not address.isprintable():  # of blanks, only the usual one is printable
        return "address_unreadable"
    try:
        parts = urlsplit(as_address(address))
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return "address_unreadable"
    if parts.scheme not in {"http", "https"}:
        return "address_scheme"
    if "@" in parts.netloc:
        return "address_has_login"
    if "?" in address or "#" in address:
        return "address_has_query"
    if port == 0 or not is_host(host, bracketed="[" in parts.netloc):
        return "address_unreadable"
    if parts.scheme == "http" and not stays_here(address):
        return "address_not_encrypted"
    return ""
