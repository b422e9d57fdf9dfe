"""Any message that is opened in a form and left alone leaves it as it came."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS, exact, json_values
from tests.ui.compose.messages import HARD_TEXTS, hard_bodies, push_with

Forms = tuple[PushForm, SmsForm]


@pytest.fixture(scope="module", autouse=True)
def forms(qapp: QApplication) -> Iterator[Forms]:
    """Built once: a form is slow to build, and has to be good for any number of messages one after the other."""
    made = (PushForm(), SmsForm())
    for section in made[0].findChildren(SectionForm):
        section.more.setChecked(True)
    lists = [box.view().window() for box in made[0].findChildren(QComboBox)]  # Qt makes them when first needed
    yield made
    del lists
    for form in made:
        form.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def emptied(forms: Forms) -> Iterator[None]:
    """Leaves the forms empty: a row of a table brings windows of its own, for the lists of its boxes."""
    yield
    forms[0].load(Request(Channel.PUSH))
    forms[1].load(Request(Channel.SMS))


def short(text: str) -> str:
    return ascii(text)[:16]


def without_audience(body: JsonObject) -> JsonObject:
    """A body less the collection and the query that the tab keeps, where they are what they should be."""
    return {
        key: value
        for key, value in body.items()
        if not (key == "coll" and type(value) is str) and not (key == "query" and type(value) is dict)
    }


def as_opened(body: JsonObject) -> JsonObject:
    """Returns what a form makes of a push by design: where neither section is there, and could be, both are, empty."""
    message = body.setdefault("msg", {})
    data = message.setdefault("data", {}) if isinstance(message, dict) else None
    if isinstance(data, dict) and not data.keys() & {"gcm", "apns"}:
        data |= {"gcm": {}, "apns": {}}
    return body


def through_push(form: PushForm, body: JsonObject) -> tuple[JsonObject, JsonObject]:
    """The body as it should come back, and as it does."""
    request = Request.from_wire(Channel.PUSH, body)
    form.load(request)
    return as_opened(without_audience(Request.from_wire(Channel.PUSH, body).to_wire())), form.request().to_wire()


@settings(max_examples=how_many(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=hard_bodies)
@example(body=EXAMPLE_PUSH)
@example(body={})
@example(body={"msg": None})
@example(body={"msg": {"data": {}}})
@example(body={"msg": {"data": None}})
@example(body={"msg": {"data": {"gcm": None}}})
@example(body={"msg": {"data": {"gcm": 5, "apns": {"aps": {"badge": 1}}}}})
@example(body={"msg": {"data": {"gcm": {}, "apns": {}}}})
@example(body={"msg": {"data": {"gcm": {"notification": {}, "data": {}}, "apns": {"aps": {"alert": {}}}}}})
@example(body={"msg": {"data": {"gcm": {"notification": None, "data": None}, "apns": {"aps": None}}}})
@example(body={"msg": {"data": {"gcm": {"notification": {"title": None, "body": ""}}}}})
@example(body={"msg": {"data": {"apns": {"aps": {"alert": "plain text"}}}}})
@example(body={"msg": {"data": {"apns": {"aps": {"alert": ""}}}}})
@example(body={"msg": {"data": {"apns": {"aps": {"alert": {"body": "b"}, "sound": {"name": "x", "critical": 1}}}}}})
@example(body={"msg": {"data": {"apns": {"\0custom": 1, "aps": {"badge": True}, "": "", "collapse-id": "x"}}}})
@example(body={"msg": {"data": {"apns": {"priority": 10.0, "aps": {"content-available": True, "badge": 5.0}}}}})
@example(body={"msg": {"data": {"apns": {"aps": {"relevance-score": 1, "badge": 2**70, "loc-args": [""]}}}}})
@example(body={"coll": 5, "query": [], "debug": False, "msg": {"text": ""}, "more": {"a": [None]}})
@example(body={"coll": None, "query": None, "debug": 1, "msg": []})
def test_a_push_comes_back_as_it_was(forms: Forms, body: JsonObject) -> None:
    expected, got = through_push(forms[0], body)
    assert exact(got) == exact(expected)


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=hard_bodies | st.fixed_dictionaries({"msg": st.fixed_dictionaries({"text": st.sampled_from(HARD_TEXTS)})}))
@example(body=EXAMPLE_SMS)
@example(body={"msg": {"text": None}, "debug": None})
@example(body={"coll": [], "query": "", "msg": {"text": 5}})
def test_an_sms_comes_back_as_it_was(forms: Forms, body: JsonObject) -> None:
    form = forms[1]
    form.load(Request.from_wire(Channel.SMS, body))
    expected = without_audience(Request.from_wire(Channel.SMS, body).to_wire())
    expected.setdefault("msg", {})
    assert exact(form.request().to_wire()) == exact(expected)


PLACES: list[Callable[[Any], JsonObject]] = [
    lambda value: push_with(gcm={"notification": {"title": value}}),
    lambda value: push_with(gcm={"notification": {"body": value}}),
    lambda value: push_with(gcm={"protocol": value}),
    lambda value: push_with(gcm={"data": {"key": value}}),
    lambda value: push_with(apns={"aps": {"alert": value}}),
    lambda value: push_with(apns={"aps": {"alert": {"body": value}}}),
    lambda value: push_with(apns={"aps": {"alert": {"title-loc-args": [value]}}}),
    lambda value: push_with(apns={"aps": {"badge": value}}),
    lambda value: push_with(apns={"aps": {"interruption-level": value}}),
    lambda value: push_with(apns={"expiration": value, "priority": value}),
    lambda value: push_with(apns={"acme": value}),
    lambda value: {"msg": {"text": value, **push_with(gcm={})["msg"]}},  # type: ignore[dict-item]
]


@pytest.mark.parametrize("text", HARD_TEXTS, ids=short)
def test_a_text_that_an_editor_would_change_is_carried_along(forms: Forms, text: str) -> None:
    for place in PLACES:
        expected, got = through_push(forms[0], place(text))
        assert exact(got) == exact(expected)


@pytest.mark.parametrize("key", [*HARD_TEXTS, "aps ", "Alert", "badge", "title"], ids=short)
def test_a_key_of_the_apps_own_is_kept_to_the_letter(forms: Forms, key: str) -> None:
    for body in (push_with(gcm={"data": {key: "x", "y": 1}}), push_with(apns={key: [1], "aps": {"badge": 0}})):
        expected, got = through_push(forms[0], body)
        assert exact(got) == exact(expected)


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=json_values, place=st.sampled_from(PLACES))
def test_any_value_in_any_place_comes_back(forms: Forms, value: Any, place: Callable[[Any], JsonObject]) -> None:
    expected, got = through_push(forms[0], place(value))
    assert exact(got) == exact(expected)
