"""The fields under "More" are made when they are first wanted, and nobody can tell."""

import pytest

from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.beside_fields import show_beside
from scoro_desktop.ui.compose.text_fields import IdField
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person, Start
from tests.ui.compose.messages import push_with

IN_FRONT: JsonObject = {
    "gcm": {"notification": {"title": "Hi"}},
    "apns": {"aps": {"alert": {"title": "Hi"}}},
}
"""A push in which nothing stands in what is folded away."""


TAG: JsonObject = {**IN_FRONT, "gcm": {"notification": {"title": "Hi", "tag": "match"}}}
BEFORE: JsonObject = {"gcm": {"notification": {"title": "Before"}}, "apns": {"aps": {"alert": {"title": "Before"}}}}


def push(data: JsonObject) -> Request:
    return Request.from_wire(Channel.PUSH, push_with(**data))


def made(form: PushForm) -> tuple[int, int]:
    """Counts the fields that there are, of Android and of iPhones."""
    return len(form.android.fields()), len(form.iphone.fields())


def test_at_first_there_are_the_fields_in_front_alone(push_form: PushForm) -> None:
    assert made(push_form) == (2, 2)
    push_form.load(push(IN_FRONT))
    assert made(push_form) == (2, 2)
    assert push_form.request() == push(IN_FRONT)


def test_opening_makes_them(push_form: PushForm) -> None:
    push_form.details.setChecked(True)
    assert made(push_form) == (4, 6)
    assert push_form.iphone.field("aps", "badge").isVisibleTo(push_form)
    push_form.android.more.setChecked(True)
    assert made(push_form) == (14, 6)
    assert push_form.android.field("notification", "icon").isVisibleTo(push_form)
    push_form.iphone.more.setChecked(True)
    assert made(push_form) == (14, 29)


HOLDING: list[JsonObject] = [
    {**IN_FRONT, "gcm": {"notification": {"title": "Hi", "icon": "ball"}}},
    {**IN_FRONT, "gcm": {"notification": {"title": "Hi"}, "data": {"a": "1"}}},
    {**IN_FRONT, "apns": {"aps": {"alert": {"title": "Hi", "loc-key": "K"}}}},
    {**IN_FRONT, "apns": {"aps": {"alert": {"title": "Hi"}}, "own": [1, None]}},
    {**IN_FRONT, "apns": {"aps": {"alert": {"title": 5}, "unknown": {}}}},
]


@pytest.mark.parametrize("data", HOLDING)
def test_a_message_that_has_something_for_them_makes_them(push_form: PushForm, data: JsonObject) -> None:
    push_form.load(push(data))
    assert push_form.request() == push(data)
    again = PushForm()
    again.restore(push_form.state())
    assert again.request() == push(data)
    again.deleteLater()


def test_a_problem_of_one_is_shown_beside_it(push_form: PushForm) -> None:
    path = ("msg", "data", "gcm", "notification", "tag")
    show_beside(push_form, [Problem("text_too_long", path, {"limit": 1, "length": 2})])
    field = push_form.owner(path)
    assert isinstance(field, IdField)
    assert field.has_problem
    assert "1 problem" in push_form.android.more.text()


def test_the_tab_key_goes_through_them(push_form: PushForm) -> None:
    push_form.android.more.setChecked(True)
    first = push_form.android.field("notification", "tag").edit()
    assert push_form.android.more.nextInFocusChain() is first


def test_what_is_typed_in_one_is_undone_and_kept(window: MainWindow, person: Person, start: Start) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    person.fill(form.first(), "Hi")
    person.click(form.android.more)
    icon = form.android.field("notification", "icon")
    person.fill(icon.edit(), "match")
    window.commands["edit.undo"].trigger()
    assert icon.value() is None
    window.commands["edit.redo"].trigger()
    assert icon.value() == "match"
    again = start().window.tab.form
    assert isinstance(again, PushForm)
    assert again.android.values.value(("notification", "icon")) == "match"


def test_a_message_that_makes_them_is_taken_back_whole(window: MainWindow, person: Person) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    person.fill(form.first(), "Before")
    window.messages.open(push(TAG), everyone=False, query_text="")
    assert form.android.values.value(("notification", "tag")) == "match"
    window.commands["edit.undo"].trigger()
    assert as_read(form.request().to_wire()) == push(BEFORE).to_wire()
    window.commands["edit.redo"].trigger()
    assert form.request() == push(TAG)


def test_the_name_of_a_message_fills_two_of_them_and_goes_with_its_words(window: MainWindow, person: Person) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    person.fill(form.first(), "Hi")
    name = form.android.values.value(("notification", "tag"))
    assert isinstance(name, str)
    assert form.iphone.values.value(("collapseId",)) == name
    assert made(form) == (3, 3), "a letter waits for no other field"
    form.replaceable.box.click()
    assert form.android.values.value(("notification", "tag")) is None
    window.commands["edit.undo"].trigger()
    assert form.android.values.value(("notification", "tag")) == name
    assert form.replaceable.box.isChecked()
    window.commands["edit.undo"].trigger()
    assert window.tab.is_blank()
    assert form.replaceable.box.isChecked()
    window.commands["edit.redo"].trigger()
    assert form.android.values.value(("notification", "tag")) == form.iphone.values.value(("collapseId",)) == name


def test_a_problem_of_another_place_makes_none(push_form: PushForm) -> None:
    """As that no section is on, which is said as soon as somebody writes."""
    before = len(push_form.fields())
    assert push_form.owner(("msg", "data")) is None
    assert len(push_form.fields()) == before
    assert push_form.owner(("debug",)) is not None
    assert len(push_form.fields()) > before
