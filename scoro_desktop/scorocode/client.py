"""The HTTP API over `requests`: one method per documented call that the app makes.

A send must end in one of the outcomes of `replies.py`, truthfully, and must not happen twice. So the adapter below is
used without a Session around it: there is nothing that retries, follows a redirect, keeps a cookie or reads a .netrc.

From the environment come proxies (for any host but loopback) and a company's certificates (REQUESTS_CA_BUNDLE,
CURL_CA_BUNDLE: a file or folder). Nothing in it can turn verification off or add credentials.
"""

import os
import socket
import ssl
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies

from scoro_desktop import __version__, wire
from scoro_desktop.scorocode import check, reading
from scoro_desktop.scorocode.account import Account, Keys, account_problems, as_address, is_loopback
from scoro_desktop.scorocode.answer import Answer
from scoro_desktop.scorocode.connection import ATTEMPT, POOLS, Attempt
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.scorocode.scrubbing import Scrubber, remember
from scoro_desktop.wire import JsonObject

ANSWER_LIMIT: Final = 1_000_000
"""How many bytes of an answer are read, unpacked. Ours: the documented answers are a few dozen bytes long."""
_CHUNK: Final = 16 * 1024
_KEY_NAMES: Final = frozenset({"app", "cli", "acc", "sess"})
_FOR_LOGIN: Final = frozenset({"address", "application_id", "client_key", "connect_timeout", "read_timeout"})


class Client:
    """Speaks for one account. Every method blocks for at most the account's two time limits together, after it has
    waited for its turn: the server takes so many requests a second of the application (`limiter.py`).

    (The system's look-up of a host's name has a limit of its own, some seconds, which comes on top.) It may be used
    from several threads at once. Nothing that it returns or raises contains a key, a session or a password.
    """

    def __init__(self, account: Account, keys: Keys, limits: Limits | None = None) -> None:
        self._account = account
        self._limiter = (limits or Limits()).of(account)
        self._keys = keys
        remember(*_secrets_of(keys))
        self._lookups = _Adapter()

    def close(self) -> None:
        """Closes the connections that were kept for look-ups."""
        self._lookups.close()

    def send_push(self, body: JsonObject) -> Sent | Failure:
        """`sendpush`. `body` is the request without its keys: {"coll", "query", "msg", ...}.

        Raises ValueError if it carries keys, or cannot be written as JSON (NaN, a lone surrogate).
        """
        return self._send("sendpush", body)

    def send_sms(self, body: JsonObject) -> Sent | Failure:
        """`sendsms`; the same otherwise."""
        return self._send("sendsms", body)

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """`data/count`: how many documents of a collection match; None for all of them. Raises ValueError as above."""
        body: JsonObject = {"coll": collection}
        if query is not None:
            body["query"] = query
        reply = self.look_up("data/count", body)
        if isinstance(reply, Failure):
            return reply
        count = reading.whole(reply.get("result"))
        return reading.unreadable(200) if count is None else count

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        """A call that changes nothing, with all keys of the account: the object of its answer.

        `keep`: whether a failure may carry the answer's text. Raises ValueError as above, and NotWantedError where the
        answer is not wanted any more before it was this look-up's turn.
        """
        if failure := self._unusable():
            return failure
        return self._post(path, self._all_keys(), body, self._lookups).reply(keep=keep)

    def login(self, email: str, password: str) -> str | Failure:
        """`login`: the id of a new session. Neither the password nor the answer is kept."""
        if failure := self._unusable(_FOR_LOGIN):
            return failure
        remember(password)
        body: JsonObject = {"email": email, "password": password}
        answer = self._post("login", self._some_keys("app", "cli"), body, None, password)
        reply = answer.reply(keep=False)
        if isinstance(reply, Failure):
            return reply
        result = reply.get("result")
        session = result.get("sessionId") if isinstance(result, dict) else None
        if not isinstance(session, str) or not session:
            return reading.unreadable(answer.status)
        remember(session)
        return session

    def logout(self) -> Failure | None:
        """`logout`: ends the account's session on the server."""
        if failure := self._unusable(_FOR_LOGIN | {"session"}):
            return failure
        if not self._keys.session:
            return Failure(Outcome.NOT_SENT, "bad_account", detail="session_missing")
        reply = self._post("logout", self._some_keys("app", "cli", "sess"), {}, None).reply()
        return reply if isinstance(reply, Failure) else None

    def check(self) -> tuple[check.FieldCheck, ...]:
        """What the server accepts of the account, field by field. Takes up to nine look-ups; sends no message."""

        def ask(path: str, body: JsonObject) -> Failure | None:
            keys = {name: value for name, value in body.items() if name in _KEY_NAMES}
            rest = {name: value for name, value in body.items() if name not in _KEY_NAMES}
            # `app` answers with every key of the application: nothing of an answer is kept
            reply = self._post(path, keys, rest, self._lookups).reply(keep=False)
            return reply if isinstance(reply, Failure) else None

        return check.check(self._account, self._keys, ask)

    def _send(self, path: str, body: JsonObject) -> Sent | Failure:
        if failure := self._unusable():
            return failure
        answer = self._post(path, self._all_keys(), body, None, urgent=True)
        if answer.failure:
            return answer.failure
        result = reading.read_sent(answer.status, answer.body, answer.broken)
        return answer.scrubber.failure(result) if isinstance(result, Failure) else answer.scrubber.sent(result)

    def _unusable(self, fields: frozenset[str] | None = None) -> Failure | None:
        codes = [
            problem.code
            for problem in account_problems(self._account, self._keys)
            if problem.stops and (fields is None or problem.field[-1] in fields)
        ]
        return Failure(Outcome.NOT_SENT, "bad_account", detail=", ".join(codes)) if codes else None

    def _all_keys(self) -> JsonObject:
        names = ("app", "cli", "acc", "sess") if self._keys.session else ("app", "cli", "acc")
        return self._some_keys(*names)

    def _some_keys(self, *names: str) -> JsonObject:
        values = {
            "app": self._account.application_id,
            "cli": self._keys.client_key,
            "acc": self._keys.access_key,
            "sess": self._keys.session,
        }
        return {name: values[name] for name in names}

    def _post(
        self,
        path: str,
        keys: JsonObject,
        body: JsonObject,
        kept: "_Adapter | None",
        password: str = "",
        *,
        urgent: bool = False,
    ) -> Answer:
        """One POST, when its turn has come. `kept`: the adapter whose connections may be used again; None for a
        connection of its own. `urgent`: not behind look-ups.
        """
        if _KEY_NAMES & body.keys():
            raise ValueError("a body carries keys of its own")
        data = _encode(keys | body)
        address = as_address(self._account.address) + path
        secrets = [value for name, value in keys.items() if name != "app" and isinstance(value, str)]
        answer = Answer(Scrubber([*secrets, *_secrets_of(self._keys), password]))
        with self._limiter.turn(self._account.requests_per_second, urgent=urgent):
            self._exchange(address, data, answer, kept)
        return answer

    def _exchange(self, address: str, data: bytes, answer: Answer, kept: "_Adapter | None") -> None:
        adapter = kept or _Adapter()
        attempt = Attempt(self._account.connect_timeout, self._account.read_timeout)
        token = ATTEMPT.set(attempt)
        try:
            adapter.post(address, data, answer, attempt, keep_alive=kept is not None)
        except Exception as error:  # noqa: BLE001  whatever breaks inside the library, a send must have an outcome
            answer.failure = answer.scrubber.failure(_failure(error, attempt, address))
        finally:
            ATTEMPT.reset(token)
            if kept is None:
                adapter.close()


def _secrets_of(keys: Keys) -> tuple[str, str, str]:
    return keys.client_key, keys.access_key, keys.session


def _encode(body: JsonObject) -> bytes:
    try:
        return wire.compact(body)
    except ValueError:
        pass
    # raised out here, so that the error above, which may hold the whole body with its keys, does not travel along
    raise ValueError("the body cannot be written as JSON")


class _Adapter(HTTPAdapter):
    """Connections that keep to an attempt's clock. The most that it keeps open is enough for look-ups that overtake."""

    def __init__(self) -> None:
        super().__init__(pool_connections=1, pool_maxsize=4, max_retries=urllib3.Retry(0, read=False))

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        if not proxy.lower().startswith(("http://", "https://")):
            raise requests.exceptions.InvalidProxyURL("only http and https proxies are supported")
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = POOLS
        return manager

    def post(self, address: str, data: bytes, answer: Answer, attempt: Attempt, *, keep_alive: bool) -> None:
        """Posts, and fills in the answer. Raises whatever the library raises if no status came back."""
        headers = {
            "Content-Type": wire.CONTENT_TYPE,
            "Accept": wire.CONTENT_TYPE,
            "Accept-Encoding": "identity",
            "User-Agent": f"ScoroDesktop/{__version__}",
            "Connection": "keep-alive" if keep_alive else "close",
        }
        request = requests.Request("POST", address, headers=headers, data=data).prepare()
        host = urlsplit(address).hostname or ""
        response = self.send(
            request,
            stream=True,
            timeout=(attempt.connect_limit, attempt.read_limit),
            verify=os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True,
            proxies={} if is_loopback(host) else get_environ_proxies(address, no_proxy=None),
        )
        answer.status = response.status_code
        body = bytearray()
        try:
            for chunk in response.iter_content(_CHUNK):
                body += chunk
                if len(body) > ANSWER_LIMIT:
                    answer.broken = "too_long"
                    break
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            answer.broken = _broken_answer(error)
        finally:
            answer.body = bytes(body[:ANSWER_LIMIT])
            response.close()


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and everything that it wraps: requests and urllib3 put the real one into args, `reason` or a cause."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inner = (*one.args, getattr(one, "reason", None), one.__cause__, one.__context__)
        waiting += [other for other in inner if isinstance(other, BaseException)]


def _failure(error: Exception, attempt: Attempt, address: str) -> Failure:
    """Before there was a connection nothing can have arrived; after that, anything may have."""
    causes = list(_causes(error))
    detail = f"{type(error).__name__}: {error}"
    if attempt.connected is None:
        return Failure(Outcome.NOT_SENT, _why_not_connected(causes, address), detail=detail)
    return Failure(Outcome.UNKNOWN, _why_no_status(causes), detail=detail)


def _has(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


_TIMEOUTS: Final = (TimeoutError, urllib3.exceptions.TimeoutError, requests.Timeout)
_TLS_ERRORS: Final = (ssl.SSLError, urllib3.exceptions.SSLError, requests.exceptions.SSLError)
_PROXY_ERRORS: Final = (
    urllib3.exceptions.ProxyError,
    requests.exceptions.ProxyError,
    requests.exceptions.InvalidProxyURL,
    requests.exceptions.InvalidSchema,
)


def _why_not_connected(causes: list[BaseException], address: str) -> str:
    if _has(causes, *_PROXY_ERRORS):
        return "proxy"
    if _has(causes, requests.exceptions.InvalidURL, urllib3.exceptions.LocationValueError):
        return "bad_account"
    if _has(causes, urllib3.exceptions.NameResolutionError, socket.gaierror):
        return "name_not_found"
    if _has(causes, urllib3.exceptions.NewConnectionError):  # before time-outs: urllib3 counts it as one of them
        return "no_route"
    if _has(causes, *_TIMEOUTS):
        return "connect_timeout"
    if _has(causes, *_TLS_ERRORS):
        return "tls"
    # what is left of https is a handshake that broke off, or a bundle of certificates that cannot be read
    return "tls" if address.startswith("https:") else "no_route"


def _why_no_status(causes: list[BaseException]) -> str:
    if _has(causes, *_TIMEOUTS):
        return "read_timeout"
    # every exception of requests is an OSError, wherever it comes from: only the system's own ones count
    system = [cause for cause in causes if not isinstance(cause, requests.RequestException)]
    return "reset" if _has(system, OSError, *_TLS_ERRORS) else "unreadable"


def _broken_answer(error: Exception) -> str:
    causes = list(_causes(error))
    if _has(causes, *_TIMEOUTS):
        return "read_timeout"
    if _has(causes, urllib3.exceptions.DecodeError, requests.exceptions.ContentDecodingError):
        return "unreadable"
    return "cut_off"
