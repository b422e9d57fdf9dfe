"""Messages that are hard on a form: keys it knows with values it does not, texts that an editor would change."""

from typing import Any

from hypothesis import strategies as st

from scoro_desktop.wire import JsonObject
from tests.messages.contract import bodies

HARD_TEXTS = (
    *("two\nlines", "end\n", "\n", "\r", "a\r\nb", "a\tb", "\v", "\f", "\x1c", "\x85", "\u2028", "a\u2029b", "\x00"),
    *("no\u00a0break", "\u202f", "\ufeff", "\ufdd0", "\ufffe", "\ud800", "x\udc00", "\U0001f600", "e\u0301", "\u202e"),
    *("true", "5", "1e400", " ", "  both ends  ", "x" * 40_000),
)


def push_with(**sections: Any) -> JsonObject:
    """A push with these sections."""
    return {"msg": {"data": sections}}


def _object(**known: st.SearchStrategy[Any]) -> st.SearchStrategy[JsonObject]:
    named = {key.replace("__", "-"): kind for key, kind in known.items()}
    return st.fixed_dictionaries({}, optional=named)


_text = st.sampled_from(HARD_TEXTS[:-1]) | st.text(max_size=6)
_odd: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, 0, 1, 1.0, -1, 5, 5.0, 0.5, 1e-7, 2**70, "", "1", [], {}, [""], ["a", 1]]
)
_any = _text | _odd
_notification = _object(title=_any, body=_any, icon=_any, color=_any, title_loc_args=_any, acme=_any)
_gcm = _object(
    protocol=_any | st.just("xmpp"),
    notification=_notification | _odd,
    data=st.dictionaries(_text, _any, max_size=3) | _odd,
    collapse_key=_any,
)
_alert = _object(title=_any, subtitle=_any, body=_any, loc__key=_any, title__loc__args=st.lists(_any, max_size=2))
_aps = _object(
    alert=_alert | _any,
    badge=_any,
    sound=_any,
    content__available=_any,
    relevance__score=_any | st.floats(0, 1),
    interruption__level=_any | st.just("active"),
)
_apns = st.builds(
    lambda own, more: {**more, **own},
    _object(id=_any, topic=_any, collapseId=_any, expiration=_any, priority=_any | st.just(10), aps=_aps | _odd),
    st.dictionaries(_text, _any, max_size=2),
)
_data = _object(gcm=_gcm | _odd, apns=_apns | _odd, fcm=_odd)
_message = _object(data=_data | _odd, text=_any, more=_any)

hard_bodies: st.SearchStrategy[JsonObject] = st.one_of(
    bodies, _object(coll=_any, query=_odd, debug=_odd, msg=_message | _odd, more=_any)
)
