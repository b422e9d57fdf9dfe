"""A template as a copy of a message: what it holds, how it is found, and the names that it may get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.template import (
    LONGEST_NAME,
    Template,
    free_name,
    read_tags,
    variables_of,
)
from scoro_desktop.messages.variables import Variable
from scoro_desktop.wire import JsonObject

BODY: JsonObject = {
    "coll": "devices",
    "query": {"deviceType": "ios"},
    "msg": {"data": {"gcm": {"notification": {"title": "Ёлки в {{city}}"}, "odd": [None]}}},
    "own": 1,
}


def test_it_holds_the_message_as_it_is_sent_without_whom_it_was_for() -> None:
    template = Template.of("Trees", Request.from_wire(Channel.PUSH, {**BODY, "acc": "key", "sess": "s"}))
    assert template.message == {"msg": BODY["msg"], "own": 1}
    assert template.audience is None
    assert template.request().to_wire() == {"msg": BODY["msg"], "own": 1}
    assert template.request({"city": "Omsk"}).summary() == "Ёлки в Omsk"
    assert template.request().summary() == "Ёлки в {{city}}"


def test_it_asks_for_what_its_message_and_its_query_leave_open() -> None:
    message: JsonObject = {"msg": {"text": "{{b}} {{a}}"}}
    assert variables_of(message, {"x": {"$in": ["{{c}}", "{{a}}"]}, "{{no}}": 1}) == ["b", "a", "c"]
    template = Template("n", Channel.SMS, message).with_notes([Variable("a", "1"), Variable("gone")], ["b", "a"])
    assert template.variables == (Variable("b"), Variable("a", "1"))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , ,", ()),
        ("sale,  every   week ", ("sale", "every week")),
        ("Sale, SALE, ёлка, елка", ("Sale", "ёлка")),
    ],
)
def test_tags_are_parted_by_commas(text: str, tags: tuple[str, ...]) -> None:
    assert read_tags(text) == tags
    assert read_tags(", ".join(tags)) == tags


@given(st.text(min_size=1, max_size=LONGEST_NAME), st.integers(0, 12))
def test_a_free_name_is_free_and_not_too_long(name: str, how_many: int) -> None:
    taken: list[str] = []
    for _ in range(how_many):
        taken.append(free_name(name, taken))
    assert len(set(taken)) == how_many
    assert all(len(each) <= LONGEST_NAME for each in taken)
    assert taken[:1] == [name][:how_many]
