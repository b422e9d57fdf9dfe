"""Tests that a half-typed row is kept and comes back as it was: its field, comparison and value, and as unfinished."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.conditions import Condition
from scoro_desktop.audience.conditions_operators import TAKES, Operator, Takes
from scoro_desktop.audience.schema import FieldType, read_collections
from scoro_desktop.sandbox import schema
from scoro_desktop.storage.draft_states import read_state, state_text
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.draft import Draft
from scoro_desktop.ui.audience.builder.value_kinds import ValueKind
from scoro_desktop.wire import JsonObject, JsonValue
from tests.audience.test_conditions import QUERIES, conditions, exactly
from tests.examples import how_many
from tests.ui.audience.builder.by_hand import (
    choose,
    dates_of,
    group_at,
    lines_of,
    list_of,
    paste,
    row_at,
    type_field,
    type_value,
)

TYPED = st.text(max_size=8) | st.sampled_from(["12", "1e5", "12a", "-", " ", "1e999", "NaN", "\ud83d", "a\nb"])


def on_disk(state: JsonObject) -> JsonObject:
    read = read_state(state_text(state))
    assert read is not None
    return read


def again(qtbot: QtBot, builder: ConditionsBuilder) -> ConditionsBuilder:
    """Another builder, over another start of the app: its fields are not known at first."""
    state = builder.state()
    other = ConditionsBuilder()
    qtbot.addWidget(other)
    other.resize(400, 600)
    other.show()
    other.restore(on_disk(state))
    assert exactly(other.state()) == exactly(state)
    assert words(other) == words(builder)
    other.set_fields(read_collections({"collections": schema.collections()})["users"])
    assert words(other) == words(builder)
    return other


def words(builder: ConditionsBuilder) -> list[str]:
    return [each.words for each in builder.problems()]


@given(
    st.none() | conditions(),
    st.sampled_from(FieldType),
    st.sampled_from(Operator),
    st.lists(st.tuples(TYPED, st.integers(0, 1)), max_size=3),
    st.none() | st.sampled_from(ValueKind),
)
def test_a_row_comes_back_as_it_was_left(
    condition: Condition | None,
    field_type: FieldType,
    operator: Operator,
    typed: Iterable[tuple[str, int]],
    kind: ValueKind | None,
) -> None:
    draft = Draft(condition, field_type)
    draft.operator = operator
    for text, place in typed:
        if TAKES[operator] is Takes.MANY:
            draft.put_many([text])
        elif TAKES[operator] is Takes.COUNT:
            draft.put_count(text)
        elif TAKES[operator] is Takes.SPAN:
            draft.relative = draft.relative.with_span(text or place, "weeks")
        elif TAKES[operator] is Takes.PERIOD:
            draft.relative = draft.relative.with_period(("month", -place))
        else:
            draft.put(text, place)
    if kind is not None:
        draft.set_kind(kind)
    other = Draft.restored(on_disk(draft.state()), field_type)
    assert exactly(other.state()) == exactly(draft.state())
    assert (other.field, other.operator, other.flaw()) == (draft.field, draft.operator, draft.flaw())
    assert exactly(other.value()) == exactly(draft.value())
    assert repr(other.condition()) == repr(draft.condition())
    assert other.any_case == draft.any_case


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([*Operator, *ValueKind]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("field", "operator", "values", "kind", "count", "condition", "group", "items", "parts", "x"),
                    *("relative", "kept", "amount", "unit", "period", "$relativeDate"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JUNK)
@example({"group": {"kind": "any", "items": [{"condition": {"field": "age", "operator": "nearly", "values": [1]}}]}})
@example({"group": {"items": [{"group": {"items": [{"parts": [{}, 1]}]}}, {"parts": []}, 7]}})
def test_what_is_not_of_its_shape_is_never_taken_for_less(builder: ConditionsBuilder, junk: JsonValue) -> None:
    """For each item that stood there something stands there again: what is left out would reach more people."""
    state: JsonObject = junk if isinstance(junk, dict) else {"group": {"items": [junk]}}
    builder.restore(state)
    group = state.get("group")
    items = group.get("items") if isinstance(group, dict) else None
    assert len(builder.root.widgets()) == (len(items) if isinstance(items, list) else 0)
    builder.query()
    on_disk(builder.state())


@settings(max_examples=how_many(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUERIES)
def test_whatever_stands_beside_what_is_not_finished_comes_back(builder: ConditionsBuilder, query: JsonObject) -> None:
    builder.load(query)
    finished = builder.query()
    builder.root.append_condition()
    state = builder.state()
    builder.load({})
    builder.restore(on_disk(state))
    assert builder.query() is None
    assert exactly(builder.state()) == exactly(state)
    builder.root.widgets()[-1].removed.emit()
    assert exactly(builder.query()) == exactly(finished)


def test_a_text_a_number_and_a_range_that_are_typed_by_half(qtbot: QtBot, builder: ConditionsBuilder) -> None:
    for place, (field, operator) in enumerate(
        [("firstName", "starts with"), ("age", "is more than"), ("age", "is between")]
    ):
        builder.root.append_condition()
        type_field(qtbot, row_at(builder, place), field)
        choose(qtbot, row_at(builder, place).operator, operator)
    type_value(qtbot, row_at(builder, 0), "An")
    row_at(builder, 0).value.match_case.click()
    type_value(qtbot, row_at(builder, 1), "12x")
    type_value(qtbot, row_at(builder, 2), "18", 1)
    other = again(qtbot, builder)
    assert [row_at(other, place).field.name() for place in range(3)] == ["firstName", "age", "age"]
    assert [row_at(other, place).operator.currentText() for place in range(3)] == [
        "starts with",
        "is more than",
        "is between",
    ]
    assert [[line.text() for line in lines_of(row_at(other, place))] for place in range(3)] == [
        ["An"],
        ["12x"],
        ["", "18"],
    ]
    assert row_at(other, 0).value.match_case.isChecked()
    # It is gone on with as if nothing had been.
    type_value(qtbot, row_at(other, 1), "12")
    type_value(qtbot, row_at(other, 2), "16")
    assert other.query() == {
        "firstName": {"$regex": "^An"},
        "age": {"$gt": 12, "$gte": 16, "$lte": 18},
    }


def test_a_list_a_date_and_a_group_that_are_not_finished(qtbot: QtBot, builder: ConditionsBuilder) -> None:
    builder.load({"createdAt": {"$gte": "2026-03-01T09:30:00+03:00"}, "age": {"$mod": [2, 0]}})
    builder.root.append_condition()
    type_field(qtbot, row_at(builder, 2), "age")
    choose(qtbot, row_at(builder, 2).operator, "is one of")
    paste(list_of(row_at(builder, 2)), "1\n2\nthree")
    builder.root.add_group.click()
    type_field(qtbot, row_at(group_at(builder, 3), 0), "nobodyKnows")
    other = again(qtbot, builder)
    assert len(dates_of(row_at(other, 0))) == 1
    assert list_of(row_at(other, 2)).toPlainText() == "1\n2\nthree"
    assert group_at(other, 3).kind.currentData() == "any"
    assert row_at(group_at(other, 3), 0).field.name() == "nobodyKnows"


def test_a_long_list_is_kept_without_a_copy_and_costs_nothing_while_typing(
    qtbot: QtBot, builder: ConditionsBuilder
) -> None:
    """A bound in seconds would be one of the machine: set against what writing the same list once takes."""
    ids: list[JsonValue] = [f"user-{number:08}" for number in range(50_000)]
    builder.load({"_id": {"$in": ids}})
    builder.root.append_condition()
    state = builder.state()
    held = state["group"]["items"][0]["condition"]["values"]  # type: ignore[index, call-overload]
    assert held is ids
    began = time.thread_time()
    state_text(state)
    written = time.thread_time() - began
    took = []
    for _ in range(20):
        began = time.thread_time()
        builder.state()
        took.append(time.thread_time() - began)
    assert min(took) < written / 10
    other = again(qtbot, builder)
    assert row_at(other, 0).value.tab_stops()


@pytest.mark.parametrize("operator", [Operator.EXISTS, Operator.HAS_VALUE])
def test_a_comparison_that_takes_nothing_is_finished_once_it_has_a_field(operator: Operator) -> None:
    draft = Draft()
    draft.operator = operator
    other = Draft.restored(on_disk(draft.state()), FieldType.UNKNOWN)
    assert other.condition() is None
    other.name_field("phone", FieldType.STRING)
    assert other.condition() == Condition("phone", operator)
