"""An account: which application is written to, where it is served, and with which keys."""

import enum
from dataclasses import dataclass

DEFAULT_ADDRESS = "https://api.scorocode.ru/api/v1/"
"""Where Scorocode serves its API (reference: "Messages", the documented requests)."""
DEFAULT_CONNECT_TIMEOUT_S = 10.0
DEFAULT_READ_TIMEOUT_S = 120.0
"""As long as the official JavaScript SDK waits for an answer."""
DEFAULT_CEILING = 10_000
"""How many recipients a send may have before the number must be typed to confirm it."""


class Environment(enum.StrEnum):
    """What a send from this account touches."""

    SANDBOX = "sandbox"
    TEST = "test"
    PRODUCTION = "production"


class AccessKind(enum.StrEnum):
    """Which of the application's keys the access key is."""

    MESSAGE = "messageKey"
    MASTER = "masterKey"


@dataclass(frozen=True)
class Account:
    """What is known of an account without its secrets.

    `id` is ours and never changes; `address` ends in a slash; time limits are in seconds; `ceiling` is a number of
    recipients.
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


@dataclass(frozen=True, repr=False)
class Keys:
    """The secrets of an account. They are shown by nothing: not by `repr`, not in a traceback's locals."""

    client_key: str = ""
    access_key: str = ""
    session: str = ""

    def __repr__(self) -> str:
        return "Keys(hidden)"
