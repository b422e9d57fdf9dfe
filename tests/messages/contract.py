"""The two example requests of the contract, as Scorocode documents them, and the strategies that bend them."""

import json
from typing import Any

from hypothesis import strategies as st

from scoro_desktop.wire import JsonObject

EXAMPLE_PUSH: JsonObject = json.loads("""{
    "coll": "devices",
    "query": {"userId": {"$exists": true}},
    "msg": {"data": {
        "gcm": {
            "protocol": "http",
            "notification": {"body": "great match!", "title": "Portugal vs. Denmark", "icon": "myicon"},
            "data": {"key": "value"}
        },
        "apns": {
            "aps": {
                "alert": {"title": "Portugal vs. Denmark", "body": "great match!", "action-loc-key": "Watch"},
                "badge": 5
            },
            "acme1": "bar",
            "acme2": ["bang", "whiz"]
        }
    }}
}""")

EXAMPLE_SMS: JsonObject = json.loads("""{
    "coll": "users",
    "query": {"phone": {"$exists": true}},
    "msg": {"text": "SMS text"}
}""")

KEYS = {"app": "an application", "cli": "a client", "acc": "an access", "sess": "a session"}

KNOWN_KEYS = (
    *("msg", "data", "text", "coll", "query", "debug", "gcm", "apns", "protocol", "notification", "title", "body"),
    *("android_channel_id", "color", "body_loc_args", "title_loc_key", "id", "topic", "collapseId", "collapse-id"),
    *("expiration", "priority", "aps", "alert", "badge", "sound", "critical", "name", "volume", "thread-id"),
    *("content-available", "mutable-content", "relevance-score", "interruption-level", "title-loc-args", "loc-args"),
    *("loc-key", "action-loc-key", "from", "google.x", "collapse_key", "time_to_live", "subtitle", "acme", ""),
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, -1, 5, 10, 2**70]),
    st.sampled_from([0.0, 1.0, 5.0, 0.5, -0.5, 1e300]),
    st.text(max_size=6),
    st.sampled_from(["http", "#12aBc3", '["a"]', "[1]", "2006-01-02T15:04:05Z07:00", "\ud800", "active"]),
)
json_values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KNOWN_KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def _object(**known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object with some of these keys (an underscore stands for a dash where `-` is meant), or anything else."""
    right = st.fixed_dictionaries({}, optional={key.replace("__", "-"): kind | scalars for key, kind in known.items()})
    return st.builds(
        lambda known, more: {**known, **more},
        right,
        st.dictionaries(st.sampled_from(KNOWN_KEYS), scalars, max_size=1),
    )


_text = st.text(max_size=5)
_texts = st.lists(_text | scalars, max_size=2)
_notification = _object(title=_text, body=_text, color=_text, title_loc_args=_text, title_loc_key=_text)
_gcm = _object(protocol=_text, notification=_notification, data=_object(key=_text))
_alert = _object(title=_text, loc__args=_texts, loc__key=_text, action__loc__key=_text)
_sound = _object(name=_text, volume=st.floats(0, 1), critical=st.integers(0, 1))
_aps = _object(alert=_alert, sound=_sound, badge=st.integers(), content__available=st.just(1), thread__id=_text)
_apns = _object(id=_text, topic=_text, collapseId=_text, expiration=_text, priority=st.integers(0, 11), aps=_aps)
_message = _object(data=_object(gcm=_gcm, apns=_apns), text=_text)

bodies: st.SearchStrategy[JsonObject] = st.one_of(
    st.dictionaries(st.sampled_from(KNOWN_KEYS) | st.text(max_size=4), json_values, max_size=5),
    _object(coll=st.sampled_from(["users", "roles", "devices"]), query=json_values, msg=_message, debug=st.booleans()),
)


def exact(value: Any) -> Any:
    """A value that is equal to another only if the types are too: True is not 1 here, and 1 is not 1.0."""
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    if isinstance(value, list):
        return [exact(each) for each in value]
    return (type(value).__name__, repr(value))
