"""Names by which a push is replaced: made up ones belong to one message, others to whoever chose them."""

import copy

import pytest

from scoro_desktop.messages.channels.push.correction import as_another
from scoro_desktop.messages.made_up_names import is_made_up
from scoro_desktop.wire import JsonObject, JsonValue

OURS, OTHER = "m-0123456789abcdef", "m-fedcba9876543210"


def push(tag: object, collapse_id: object) -> JsonObject:
    return {"msg": {"data": {"gcm": {"notification": {"tag": tag}}, "apns": {"collapseId": collapse_id}}}}  # type: ignore[dict-item]


def names(request: JsonObject) -> tuple[JsonValue, JsonValue]:
    data = request["msg"]["data"]  # type: ignore[index, call-overload]
    return data["gcm"]["notification"]["tag"], data["apns"]["collapseId"]  # type: ignore[index, call-overload]


@pytest.mark.parametrize("pair", [(OURS, OURS), (OURS, OTHER), (OURS, "sale"), ("sale", OURS)])
def test_made_up_names_are_made_up_anew_and_chosen_ones_stay(pair: tuple[str, str]) -> None:
    before = push(*pair)
    kept = copy.deepcopy(before)
    after = names(as_another(before))
    assert before == kept
    for old, new in zip(pair, after, strict=True):
        assert (old == new) is (old == "sale")
        assert is_made_up(new) is is_made_up(old)
    assert (after[0] == after[1]) is (pair[0] == pair[1])


@pytest.mark.parametrize(
    "request_", [{}, {"msg": {"text": OURS}}, {"msg": {"data": [OURS]}}, push(None, 5), push("m-xyz", [OURS])]
)
def test_anything_else_stays_as_it_is(request_: JsonObject) -> None:
    assert as_another(request_) == request_
