"""Access to the sandbox: the application's keys, and the sessions of those who logged in."""

import secrets
import string
import threading
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from scoro_desktop.sandbox.keys import Keys
from scoro_desktop.sandbox.refusals import Refused

SESSION_S: Final = 72 * 3600
"""The life of a session, in seconds (docs, "Settings": 72 hours unless set otherwise)."""
MAX_SESSIONS: Final = 1_000
"""The most sessions that are kept; the oldest make way."""

_SESSION_LETTERS: Final = string.ascii_letters + string.digits
_SESSION_LENGTH: Final = 16  # as in the documented "rYgRe6xL2y8VccMJ"


class Access(Keys):
    """The keys of one start of the sandbox, all random, and its sessions. Safe to use from several threads.

    `clock` gives seconds that never run backwards.
    """

    def __init__(
        self,
        email: str,
        clock: Callable[[], float] = time.monotonic,
        keys: Keys | None = None,
        *,
        session_ends_after_s: float | None = None,
    ) -> None:
        """`keys`: those that are known already. `session_ends_after_s`: that long after it is first used."""
        super().__init__(email)
        vars(self).update({} if keys is None else vars(keys))
        self._clock = clock
        self._lock = threading.Lock()
        self._sessions: dict[str, float] = {}  # session -> when it ends; oldest first
        self._in_use_s = session_ends_after_s
        self._unused: set[str] = set()  # sessions that end so long after they are first used, and were not

    def __repr__(self) -> str:
        return "Access(hidden)"

    def application(self, body: Mapping[str, object]) -> None:
        """Raises Refused unless `app` and `cli` are this application's."""
        if text_of(body, "app") != self.application_id:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Unknown application (app)")
        if text_of(body, "cli") != self.client_key:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Wrong client key (cli)")

    def messages(self, body: Mapping[str, object]) -> None:
        """Raises Refused unless the caller may send: the masterKey, or the messageKey with a session."""
        self.application(body)
        access = text_of(body, "acc")
        if access == self.master_key:
            return
        if access != self.message_key:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Wrong access key (acc)")
        self._session(body)

    def data(self, body: Mapping[str, object]) -> None:
        """Raises Refused unless the caller may read data: the masterKey or a session. The messageKey opens nothing."""
        self.application(body)
        access = text_of(body, "acc", required=False)
        if access == self.master_key:
            return
        if access not in {"", self.message_key}:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Wrong access key (acc)")
        self._session(body)

    def master(self, body: Mapping[str, object]) -> None:
        """Raises Refused unless `acc` is the masterKey."""
        self.application(body)
        access = text_of(body, "acc")
        if access == self.message_key:
            raise Refused(HTTPStatus.FORBIDDEN, "This call needs the masterKey (acc)")
        if access != self.master_key:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Wrong access key (acc)")

    def login(self, body: Mapping[str, object]) -> str:
        """A new session. Raises Refused for an address and password that do not belong together."""
        self.application(body)
        email, password = text_of(body, "email"), text_of(body, "password")
        if email.lower() != self.email.lower() or password != self.password:
            raise Refused(HTTPStatus.UNAUTHORIZED, "Wrong email or password")
        session = "".join(secrets.choice(_SESSION_LETTERS) for _ in range(_SESSION_LENGTH))
        with self._lock:
            while len(self._sessions) >= MAX_SESSIONS:
                self._forget(next(iter(self._sessions)))
            self._sessions[session] = self._clock() + SESSION_S
            if self._in_use_s is not None:
                self._unused.add(session)
        return session

    def logout(self, body: Mapping[str, object]) -> None:
        """Ends the session `sess`. Raises Refused if there is none of that name."""
        self.application(body)
        self._session(body)
        with self._lock:
            self._forget(text_of(body, "sess"))

    def end_sessions(self) -> None:
        """Ends every session, as an administrator can."""
        with self._lock:
            self._sessions.clear()
            self._unused.clear()

    def _forget(self, session: str) -> None:
        self._sessions.pop(session, None)
        self._unused.discard(session)

    def _session(self, body: Mapping[str, object]) -> None:
        session = text_of(body, "sess", required=False)
        if not session:
            raise Refused(HTTPStatus.UNAUTHORIZED, "A session (sess) is needed unless acc is the masterKey")
        with self._lock:
            ends, now = self._sessions.get(session), self._clock()
            if ends is not None and session in self._unused and self._in_use_s is not None:
                self._unused.discard(session)
                ends = self._sessions[session] = min(ends, now + self._in_use_s)
            if ends is not None and ends > now:
                return
            self._forget(session)
        raise Refused(HTTPStatus.UNAUTHORIZED, "Unknown or ended session (sess)")


def text_of(body: Mapping[str, object], name: str, *, required: bool = True) -> str:
    """The string `name` of a request; "" if it is absent, null or empty and not required.

    Raises Refused (400) for anything that is no string, and for a required one that is not there.
    """
    value = body.get(name)
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} must be a string")
    if required and not value:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is missing")
    return value
