"""Every key that a message may have, as the models name them, has its place in the form, and comes back from there."""

import typing
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox

from scoro_desktop.messages.channels.push.android import Gcm
from scoro_desktop.messages.channels.push.apple import Apns
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.section import Section
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.wire import JsonObject, JsonValue
from tests.examples import how_many
from tests.journey.sight import words_in
from tests.messages.contract import exact
from tests.ui.compose.messages import HARD_TEXTS, push_with
from tests.ui.compose.test_form_wire import through_push

Path = tuple[str, ...]

CHOSEN: Final[dict[str, list[JsonValue]]] = {
    "protocol": ["http", "xmpp"],
    "color": ["#112233"],
    "body_loc_args": ['["a", "b"]'],
    "title_loc_args": ['["a"]'],
    "id": ["123e4567-e89b-12d3-a456-426655440000"],
    "expiration": ["2027-01-02T03:04:05+03:00", "2027-01-02T03:04:05Z"],
    "priority": [10, 5, 1],
    "content-available": [1],
    "mutable-content": [1],
    "critical": [1],
    "volume": [0, 0.5, 1],
    "relevance-score": [0, 0.25, 1],
    "badge": [0, 3],
    "interruption-level": ["passive", "active", "time-sensitive", "critical"],
    "data": [{"k": "v"}, {"n": 1, "yes": True, "j": {"a": [1]}}],
}
"""Values that are right for a key; for any other key: a text, or a list of texts."""


def leaves(kind: type[Section], path: Path = ()) -> Iterator[tuple[Path, list[JsonValue]]]:
    """Each key of a section and of those within it, with values that are right for it."""
    for field in kind.wire_fields():
        here = (*path, field.key)
        for each in field.types:
            origin = typing.get_origin(each) or each
            if isinstance(origin, type) and issubclass(origin, Section):
                yield from leaves(origin, here)
            elif field.key in CHOSEN:
                yield here, CHOSEN[field.key]
                break
            else:
                yield here, [["one", "two"]] if origin is tuple else ["some text", "два\u00a0слова"]


AS_BODY: Final = ("apns", "aps", "alert")
"""A plain text stands in the field of the body."""

LEAVES: Final[list[tuple[Path, list[JsonValue]]]] = [
    *leaves(Gcm, ("gcm",)),
    *leaves(Apns, ("apns",)),
]


def with_leaf(data: JsonObject, path: Path, value: JsonValue) -> None:
    """Puts a value where its path leads. Of `alert` as a text and `alert.title` the later one stands."""
    *way, last = path
    for key in way:
        inner = data.get(key)
        if not isinstance(inner, dict):
            inner = data[key] = {}
        data = inner
    data[last] = value


@pytest.fixture(scope="module", autouse=True)
def form(qapp: QApplication) -> Iterator[PushForm]:
    made = PushForm()
    for section in made.findChildren(SectionForm):
        section.more.setChecked(True)
    lists = [box.view().window() for box in made.findChildren(QComboBox)]  # Qt makes them when first needed
    yield made
    del lists
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def emptied(form: PushForm) -> Iterator[None]:
    yield
    form.load(Request(Channel.PUSH))


def test_the_models_have_the_keys_of_the_platforms() -> None:
    paths = {path for path, _ in LEAVES}
    assert len(paths) == len(LEAVES) == 44
    assert ("gcm", "notification", "android_channel_id") in paths
    assert ("apns", "aps", "alert", "subtitle-loc-args") in paths
    assert ("apns", "aps", "sound", "volume") in paths


@pytest.mark.parametrize(("path", "value"), [(path, value) for path, values in LEAVES for value in values], ids=str)
def test_each_key_has_its_place(form: PushForm, path: Path, value: JsonValue) -> None:
    data: JsonObject = {}
    with_leaf(data, path, value)
    expected, got = through_push(form, push_with(**data))
    assert exact(got) == exact(expected)
    field = form.owner(("msg", "data", *path, "body")) if path == AS_BODY else form.owner(("msg", "data", *path))
    assert field is not None
    assert exact(field.value()) == exact(value)
    assert "Also sent" not in words_in(form)
    others = [each for each in form.fields() if each is not field and each.value() is not None]
    assert [each.value() for each in others if exact(each.value()) == exact(value)] == [], "another field has it, too"


_odd = st.sampled_from([None, True, False, 0, 1, -1, 1.0, 0.5, 2**70, "", " ", [], {}, ["a", 1], {"a": 1}])
_values = {path: st.sampled_from(values) | st.sampled_from(HARD_TEXTS[:-1]) | _odd for path, values in LEAVES}


@settings(max_examples=how_many(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=st.lists(st.sampled_from(sorted(_values)), max_size=len(LEAVES)).flatmap(
        lambda paths: st.tuples(*(st.tuples(st.just(path), _values[path]) for path in paths))
    )
)
def test_any_of_them_together_come_back(form: PushForm, chosen: tuple[tuple[Path, Any], ...]) -> None:
    data: JsonObject = {}
    for path, value in chosen:
        with_leaf(data, path, value)
    expected, got = through_push(form, push_with(**data))
    assert exact(got) == exact(expected)
