"""Any text in the place of a good query, in the real window: what would be sent is what it says, or nothing is."""

import json
import math
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from scoro_desktop.audience.query import Query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.window.main_window import MainWindow
from tests.examples import how_many
from tests.journey.conftest import Start
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import server
from tests.ui.servers import Server

__all__ = ["server"]

GOOD: Final = '{"age": {"$gt": 20}}'
NUMBERS: Final = st.sampled_from(
    [
        *("0", "-0", "1.0", "1.50", "1e5", "1e+5", "1E+5", "-1e+5", "1E-5", "1e400", "1e+400", "1e-400", "0e+400"),
        *("9007199254740993", "9" * 400, "9" * 4301, "0.1" + "0" * 30 + "1", "01", "+1", ".5", "NaN", "-Infinity"),
    ]
)
STRINGS: Final = st.sampled_from(
    [
        *('"ios"', '"2026-01-01"', '"e+5"', '"\\u0061"', '"\\ud800"', '"\ud800"', '"\\u0000"', '"\u202eios"'),
        *('"ios "', '"\u200b"', '"\u2028"', '"😀"', '"}"', '"{{name}}"'),
    ]
)
KEYS: Final = st.sampled_from(
    ["age", "createdAt", "é", "😀", "a.b", "$in", "$gt", "$ne", "$not", "$or", "$and", "$date", "$oid", "$regex", ""]
)


def written(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(KEYS, inner), max_size=3)
    return st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        pairs.map(lambda items: "{" + ", ".join(f'"{key}": {value}' for key, value in items) + "}"),
    )


LIKE_JSON: Final = st.recursive(
    st.one_of(NUMBERS, STRINGS, st.sampled_from(["null", "true", "false"])), written, max_leaves=8
)
LIKE_QUERIES: Final = st.tuples(KEYS, LIKE_JSON).map(lambda pair: f'{{"{pair[0]}": {pair[1]}}}')


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(LIKE_QUERIES)
    at = draw(st.integers(0, len(text)))
    put = draw(
        st.sampled_from(["", "{", "}", "[", ",", ":", '"', "'", "e+", "\ufeff", "\u00a0", "\r", "\x00", "//", "\\"])
    )
    return text[:at] + put + text[at + draw(st.integers(0, 2)) :]


TEXTS: Final = st.one_of(
    LIKE_QUERIES,
    LIKE_QUERIES,
    mutated(),
    st.text(max_size=12),
    st.integers(40, 4000).map(lambda depth: '{"a":' * depth + "1" + "}" * depth),
    st.integers(40, 4000).map(lambda depth: "[" * depth),
)


def finite(text: str) -> float:
    if math.isinf(float(text)):
        raise ValueError(text)
    return float(text)


def refuse(text: str) -> Any:
    raise ValueError(text)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("twice")
    return dict(pairs)


def strictly(text: str) -> Any:
    return json.loads(text, parse_float=finite, parse_constant=refuse, object_pairs_hook=once)


def assert_as_shown(window: MainWindow, text: str) -> None:
    """Pastes the text over the good query, and looks at what would be sent."""
    panel = window.tab.audience
    panel.editor.replace(GOOD)
    assert isinstance(panel.audience(), Query)
    panel.editor.selectAll()
    clip = QApplication.clipboard()
    clip.setText(text)
    panel.editor.paste()
    shown = panel.editor.letters.afresh()
    assert shown == panel.editor.text()
    draft = window.tab.draft()
    if draft.audience is None:
        if panel.json.reading() is None and "Ready" in window.footer.text():
            assert QSignalSpy(panel.changed).wait(5_000)  # the footer is told of a long text once the key is painted
        assert "Ready" not in window.footer.text() or window.tab.draft().audience is not None
        return
    said = strictly(shown)
    assert json.dumps(draft.request().to_wire()["query"]) == json.dumps(said)
    assert said not in ({}, [], None)
    assert panel.shows(draft.audience, draft.audience_text)


def examples(function: Any) -> Any:
    """Those that went wrong once."""
    for text in (
        '{"a":' * 3_400 + "1" + "}" * 3_400,
        '{"bonusPoints":{"$in":[1e+5,{"$gt":1}]}}',
        '{"bonusPoints":{"$lt":1e+400}}',
        '{"a": 1, "\\u0061": 2}',
        '{"a": ' + "9" * 4301 + "}",
        '{"a": ["' + "x" * 9000 + '", 1e+5]}',
        "",
        " \r\n",
    ):
        function = example(text=text)(function)
    return function


@pytest.fixture
def window(start: Start, server: Server) -> MainWindow:
    window = start().window
    body = push_with(gcm={"notification": {"title": "Great match!"}})
    window.tab.load(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=GOOD)
    window.tab.audience.by_query.click()
    return window


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
@examples
def test_what_would_be_sent_is_what_is_shown(window: MainWindow, text: str) -> None:
    assert_as_shown(window, text)


@pytest.mark.long
@pytest.mark.timeout(1200)
@settings(max_examples=how_many(5_000), deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
@examples
def test_what_would_be_sent_is_what_is_shown_long(window: MainWindow, text: str) -> None:
    assert_as_shown(window, text)
