"""A check of the parts of an account that the server accepts, without a message to anybody.

A refusal does not say in any documented way which key it is about, so nothing is read from its words. A request that
succeeds proves what it needed. After a refusal each part in turn is replaced by one that is certainly wrong: if the
server then answers differently, it had accepted the real one. What can not be told apart this way is "untested".
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from scoro_desktop import late
from scoro_desktop.scorocode.account import AccessKind, Account, Keys, account_problems
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.wire import JsonObject

Verdict: TypeAlias = Literal["accepted", "refused", "unreachable", "untested"]
Ask: TypeAlias = Callable[[str, JsonObject], Failure | None]
"""Posts a body (keys included) to a path below the address; None if the answer was good."""

FIELDS = ("address", "application_id", "client_key", "access_key", "session")
_WIRE_NAMES = {"application_id": "app", "client_key": "cli", "access_key": "acc", "session": "sess"}


@late.dataclass(frozen=True)
class FieldCheck:
    """The server's verdict on one field of an account (one of `FIELDS`).

    "accepted": shown by an answer. "refused": the one part of a refused request that was not shown to be good.
    "unreachable": no usable server at the address. "untested": nothing can be said; `failure` then tells why, in the
    server's words or with reason "bad_account", or is None if there is no way to try it without sending a message.
    """

    field: str
    verdict: Verdict
    failure: Failure | None = None


def check(account: Account, keys: Keys, ask: Ask) -> tuple[FieldCheck, ...]:
    """One verdict for each of `FIELDS`; "session" only if the account has one or needs one.

    The masterKey is tried with `app`, a session with `data/count` (both change nothing). A messageKey opens nothing
    but messages, so without a session application id and client key are tried with a login that must fail.
    """
    found: dict[str, FieldCheck] = {}
    for problem in filter(lambda each: each.stops, account_problems(account, keys)):
        field = problem.field[-1]
        found.setdefault(field, FieldCheck(field, "untested", Failure(Outcome.NOT_SENT, "bad_account")))
    good = {
        field: value
        for field, value in (
            ("application_id", account.application_id),
            ("client_key", keys.client_key),
            ("access_key", keys.access_key),
            ("session", keys.session),
        )
        if value and field not in found
    }
    if not {"address", "application_id", "client_key"} & found.keys():
        master = account.access_kind is AccessKind.MASTER
        if master and "access_key" in good:
            keys_of_app = _pick(good, "application_id", "client_key", "access_key")
            found |= _try(ask, "app", {}, keys_of_app, permits="access_key")
        elif not master and "session" in good:
            found |= _try(ask, "data/count", _USERS, good, _pick(good, "application_id", "client_key", "session"))
        else:
            found |= _try(ask, "login", _NOBODY, _pick(good, "application_id", "client_key"), ())
        if master and "session" in good and found["address"].verdict == "accepted":
            with_session = _try(ask, "data/count", _USERS, _pick(good, "application_id", "client_key", "session"))
            found["session"] = with_session["session"]
    wanted = [field for field in FIELDS if field != "session" or field in found or field in good]
    return tuple(found.get(field, FieldCheck(field, "untested")) for field in wanted)


_OF_THE_API = frozenset({"server_said_no", "server_failed"})
"""Reasons that only an answer of the API gives, so that its address is good."""
_USERS: JsonObject = {"coll": "users"}
_NOBODY: JsonObject = {"email": "nobody@check.invalid", "password": "-"}


def _pick(values: Mapping[str, str], *fields: str) -> dict[str, str]:
    return {field: values[field] for field in fields if field in values}


def _try(
    ask: Ask,
    path: str,
    rest: JsonObject,
    values: Mapping[str, str],
    proves: Iterable[str] | None = None,
    permits: str = "",
) -> dict[str, FieldCheck]:
    """Asks once, and after a refusal once more for each of the values.

    `proves`: the fields that a good answer shows to be good, and that may be at fault in a refusal; all of `values` if
    None. None of them (a login that must fail) means that a refusal accuses nobody. `permits`: the field that gives
    the right to ask: for the server to know it is not enough.
    """
    proves = set(values if proves is None else proves)

    def post(changed: Mapping[str, str]) -> Failure | None:
        keys: JsonObject = {_WIRE_NAMES[field]: value for field, value in {**values, **changed}.items()}
        return ask(path, keys | rest)

    failure = post({})
    if failure is not None and failure.reason not in _OF_THE_API:
        nothing = {field: FieldCheck(field, "untested", failure) for field in values}
        return nothing | {"address": FieldCheck("address", "unreachable", failure)}
    found = {"address": FieldCheck("address", "accepted")}
    if failure is None:
        found |= {field: FieldCheck(field, "accepted") for field in proves}
        doubtful = [field for field in values if field not in proves]
    else:
        doubtful = list(values)
        if _signature(post({})) != _signature(failure):  # answers that differ by themselves prove nothing
            return found | {field: FieldCheck(field, "untested", failure) for field in doubtful}
    for field in doubtful:
        if field == permits:
            continue
        import secrets  # brings the system's cryptography along

        answer = post({field: secrets.token_hex(16)})
        refused = answer is not None and answer.reason == "server_said_no"
        if refused and _signature(answer) != _signature(failure):
            found[field] = FieldCheck(field, "accepted")
    rest_of_them = [field for field in doubtful if field not in found]
    for field in rest_of_them:
        at_fault = rest_of_them == [field] and field in proves and failure is not None and _is_about_keys(failure)
        found[field] = FieldCheck(field, "refused" if at_fault else "untested", failure)
    return found


def _signature(failure: Failure | None) -> tuple[str, ...]:
    return () if failure is None else (failure.reason, failure.error_code, failure.error_message)


def _is_about_keys(failure: Failure) -> bool:
    """Not a fault of the server's own, nor too many requests."""
    return failure.reason == "server_said_no" and failure.error_code.startswith("4") and failure.error_code != "429"
