"""The HTTP API: one method per documented call that the app makes.

A send must end in one of the outcomes of `replies.py`, truthfully, and must not happen twice (`transport.py`).
"""

from typing import Final

from scoro_desktop import elapsed, wire
from scoro_desktop.audience.relative_dates import holds_rules
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.scorocode import check, reading
from scoro_desktop.scorocode.account import Account, Keys, account_problems
from scoro_desktop.scorocode.answer import Answer
from scoro_desktop.scorocode.connection import ATTEMPT, Attempt
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.proxies import SettingError
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.scorocode.scrubbing import Scrubber, remember
from scoro_desktop.scorocode.transport import Adapter, proxy_for
from scoro_desktop.scorocode.unanswered import no_status
from scoro_desktop.wire import JsonObject

_KEY_NAMES: Final = frozenset({"app", "cli", "acc", "sess"})
_FOR_LOGIN: Final = frozenset({"address", "application_id", "client_key", "connect_timeout", "read_timeout"})


class Client:
    """Speaks for one account. Every method blocks for at most the account's two time limits together, after it has
    waited for its turn: the server takes so many requests a second of the application (`limiter.py`).

    It may be used from several threads at once. Nothing that it returns or raises contains a key, a session or a
    password. `gives_way`: its sends are those of a campaign, and leave behind all others.
    """

    def __init__(self, account: Account, keys: Keys, limits: Limits | None = None, *, gives_way: bool = False) -> None:
        self._account = account
        self._gives_way = gives_way
        self._limiter = (limits or Limits()).of(account)
        self._keys = keys
        remember(*_secrets_of(keys))
        self._lookups = Adapter()

    def close(self) -> None:
        """Closes the connections that were kept for look-ups."""
        self._lookups.close()

    def send(self, channel: Channel, body: JsonObject) -> Sent | Failure:
        """The call of a channel. `body` is the request without its keys: {"coll", "query", "msg", ...}.

        Raises ValueError if it carries keys, has a relative date left in its query, or cannot be written as JSON (NaN,
        a lone surrogate): then not a byte has left.
        """
        return self._send(CHANNELS[channel].call, body)

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
        """Asks which fields of the account the server accepts. Takes up to nine look-ups; sends no message."""

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
        kept: Adapter | None,
        password: str = "",
        *,
        urgent: bool = False,
    ) -> Answer:
        """One POST, when its turn has come. `kept`: the adapter whose connections may be used again; None for a
        connection of its own. `urgent`: not behind look-ups.
        """
        if _KEY_NAMES & body.keys():
            raise ValueError("a body carries keys of its own")
        if holds_rules(body.get("query")):
            raise ValueError("a relative date was not worked out")
        data = _encode(keys | body)
        address = as_address(self._account.address) + path
        secrets = [value for name, value in keys.items() if name != "app" and isinstance(value, str)]
        attempt = Attempt(self._account.connect_timeout, self._account.read_timeout)
        try:
            attempt.proxy = proxy_for(address)
        except SettingError as error:
            return Answer(Scrubber(()), failure=Failure(Outcome.NOT_SENT, error.reason, detail=str(error)))
        if attempt.proxy is not None:
            remember(*attempt.proxy.secrets)
        answer = Answer(Scrubber([*secrets, *_secrets_of(self._keys), password]))
        gives_way = urgent and self._gives_way
        asked = elapsed.seconds()
        turn = self._limiter.turn(self._account.requests_per_second, urgent=urgent, gives_way=gives_way)
        with turn, attempt.bounded():
            if urgent and elapsed.seconds() - asked > elapsed.LATE_S:  # it fell asleep as it waited for its turn
                answer.failure = Failure(Outcome.NOT_SENT, "waited")
            else:
                _exchange(attempt, address, data, answer, kept)
        return answer


def _exchange(attempt: Attempt, address: str, data: bytes, answer: Answer, kept: Adapter | None) -> None:
    adapter = kept or Adapter()
    token = ATTEMPT.set(attempt)
    try:
        adapter.post(address, data, answer, attempt, keep_alive=kept is not None)
    except Exception as error:  # noqa: BLE001  whatever breaks inside the library, a send must have an outcome
        answer.failure = answer.scrubber.failure(no_status(error, attempt, address))
    finally:
        ATTEMPT.reset(token)
        if kept is None:
            adapter.close()


def _secrets_of(keys: Keys) -> tuple[str, str, str]:
    return keys.client_key, keys.access_key, keys.session


def _encode(body: JsonObject) -> bytes:
    try:
        return wire.compact_in_turns(body)
    except ValueError:
        pass
    # raised out here, so that the error above, which may hold the whole body with its keys, does not travel along
    raise ValueError("the body cannot be written as JSON")
