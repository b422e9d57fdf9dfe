"""A query and the conditions that show it are one thing, both ways."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop.audience.conditions import (
    Condition,
    Group,
    Item,
    Raw,
    from_query,
    item_from_query,
    item_to_query,
    normal,
    to_query,
)
from scoro_desktop.audience.conditions_operators import PATTERNS, TAKES, Operator, Takes, fits, operators_for
from scoro_desktop.audience.conditions_relative import PERIODS, ahead, back, start_of, whole
from scoro_desktop.audience.operators import FIELD, LOGICAL
from scoro_desktop.audience.relative_dates import KEY, MOST, Instant, work_out
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.sandbox.matcher import compile_query
from scoro_desktop.wire import JsonObject, JsonValue

A_DATE = "2026-03-01T09:30:00+03:00"

# (query, its conditions)
SHOWN: list[tuple[JsonObject, Group]] = [
    ({}, Group()),
    ({"city": "Казань"}, Group("all", (Condition("city", Operator.IS, "Казань"),))),
    ({"city": {"$eq": "Казань"}}, Group("all", (Condition("city", Operator.IS, "Казань", spelled_out=True),))),
    (
        {"a": 1, "b": {"$gt": 1, "$lt": 5}},
        Group(
            "all",
            (
                Condition("a", Operator.IS, 1),
                Condition("b", Operator.MORE, 1),
                Condition("b", Operator.LESS, 5),
            ),
        ),
    ),
    ({"age": {"$gte": 18, "$lte": 30}}, Group("all", (Condition("age", Operator.BETWEEN, [18, 30]),))),
    (
        {"age": {"$gte": 18, "$lte": "30"}},
        Group("all", (Condition("age", Operator.AT_LEAST, 18), Condition("age", Operator.AT_MOST, "30"))),
    ),
    (
        {"age": {"$gt": 18, "$mod": [2, 0]}, "$comment": 1},
        Group("all", (Condition("age", Operator.MORE, 18), Raw({"age": {"$mod": [2, 0]}}), Raw({"$comment": 1}))),
    ),
    (
        {"name": {"$regex": "^a\\.b", "$options": "i"}},
        Group("all", (Condition("name", Operator.STARTS, "a.b", any_case=True),)),
    ),
    ({"name": {"$regex": "\\$\\\\$"}}, Group("all", (Condition("name", Operator.ENDS, "$\\"),))),
    ({"name": {"$regex": "\\$"}}, Group("all", (Condition("name", Operator.CONTAINS, "$"),))),
    ({"name": {"$regex": "a.b"}}, Group("all", (Raw({"name": {"$regex": "a.b"}}),))),
    ({"name": {"$regex": ""}}, Group("all", (Raw({"name": {"$regex": ""}}),))),
    ({"name": {"$regex": "^ab$"}}, Group("all", (Raw({"name": {"$regex": "^ab$"}}),))),
    (
        {"name": {"$regex": "a", "$options": "im"}},
        Group("all", (Raw({"name": {"$regex": "a", "$options": "im"}}),)),
    ),
    (  # the options belong to a pattern that stands elsewhere: apart, each would say something else
        {"name": {"$options": "i", "$regex": "a"}},
        Group("all", (Raw({"name": {"$options": "i", "$regex": "a"}}),)),
    ),
    ({"phone": None}, Group("all", (Condition("phone", Operator.NO_VALUE),))),
    ({"phone": {"$eq": None}}, Group("all", (Condition("phone", Operator.NO_VALUE, spelled_out=True),))),
    ({"phone": {"$ne": None}}, Group("all", (Condition("phone", Operator.HAS_VALUE),))),
    ({"phone": {"$exists": True}}, Group("all", (Condition("phone", Operator.EXISTS),))),
    ({"phone": {"$exists": 1}}, Group("all", (Raw({"phone": {"$exists": 1}}),))),
    ({"tags": {"$size": 2}}, Group("all", (Condition("tags", Operator.ITEMS, 2),))),
    ({"tags": {"$size": 2.0}}, Group("all", (Raw({"tags": {"$size": 2.0}}),))),
    ({"born": {"$lt": {"$date": A_DATE}}}, Group("all", (Condition("born", Operator.LESS, {"$date": A_DATE}),))),
    ({"born": {"$date": A_DATE}}, Group("all", (Condition("born", Operator.IS, {"$date": A_DATE}),))),
    (
        {"seen": {"$gte": {KEY: {"days": -30}}}},
        Group("all", (Condition("seen", Operator.IN_LAST, {KEY: {"days": -30}}),)),
    ),
    (
        {"seen": {"$lt": {KEY: {"months": -1}}}},
        Group("all", (Condition("seen", Operator.LONGER_AGO, {KEY: {"months": -1}}),)),
    ),
    (
        {"seen": {"$lt": {KEY: {"startOf": "day"}}}},
        Group("all", (Condition("seen", Operator.EARLIER, {KEY: {"startOf": "day"}}),)),
    ),
    (  # keys in the person's own order
        {"seen": {"$gte": {KEY: {"months": -1, "startOf": "month"}}}},
        Group("all", (Condition("seen", Operator.SINCE, {KEY: {"months": -1, "startOf": "month"}}),)),
    ),
    (
        {"seen": {"$gte": {KEY: {"startOf": "month"}}, "$lt": {KEY: {"startOf": "month", "months": 1}}}},
        Group(
            "all",
            (
                Condition(
                    "seen",
                    Operator.DURING,
                    [{KEY: {"startOf": "month"}}, {KEY: {"startOf": "month", "months": 1}}],
                ),
            ),
        ),
    ),
    (
        {"ends": {"$gte": {KEY: {"days": 0}}, "$lt": {KEY: {"days": 7}}}},
        Group("all", (Condition("ends", Operator.IN_NEXT, [{KEY: {"days": 0}}, {KEY: {"days": 7}}]),)),
    ),
    (  # two ends, and no period
        {"seen": {"$gte": {KEY: {"days": -30}}, "$lt": {KEY: {"days": -7}}}},
        Group(
            "all",
            (
                Condition("seen", Operator.IN_LAST, {KEY: {"days": -30}}),
                Condition("seen", Operator.LONGER_AGO, {KEY: {"days": -7}}),
            ),
        ),
    ),
    ({"seen": {"$gt": {KEY: {"days": -30}}}}, Group("all", (Raw({"seen": {"$gt": {KEY: {"days": -30}}}}),))),
    (
        {"seen": {"$gte": {KEY: {"startOf": "day", "days": -30}}}},
        Group("all", (Raw({"seen": {"$gte": {KEY: {"startOf": "day", "days": -30}}}}),)),
    ),
    ({"seen": {"$gte": {KEY: {"days": "30"}}}}, Group("all", (Raw({"seen": {"$gte": {KEY: {"days": "30"}}}}),))),
    ({"born": {"$date": "soon"}}, Group("all", (Raw({"born": {"$date": "soon"}}),))),
    ({"_id": {"$oid": "5a"}}, Group("all", (Raw({"_id": {"$oid": "5a"}}),))),
    ({"_id": {"$in": ["a", "b"]}}, Group("all", (Condition("_id", Operator.ONE_OF, ["a", "b"]),))),
    ({"_id": {"$in": ["a", 1]}}, Group("all", (Raw({"_id": {"$in": ["a", 1]}}),))),
    ({"_id": {"$in": []}}, Group("all", (Raw({"_id": {"$in": []}}),))),
    ({"_id": {"$in": ["a\nb"]}}, Group("all", (Raw({"_id": {"$in": ["a\nb"]}}),))),
    ({"city": ""}, Group("all", (Raw({"city": ""}),))),
    ({"": 1}, Group("all", (Raw({"": 1}),))),
    ({"a": {}}, Group("all", (Raw({"a": {}}),))),
    ({"$or": [{"a": 1}]}, Group("any", (Condition("a", Operator.IS, 1),))),
    ({"$and": [{"a": 1}]}, Group("all", (Condition("a", Operator.IS, 1),), listed=True)),
    ({"$and": []}, Group("all", (Raw({"$and": []}),))),
    ({"$or": [{"a": 1}, 2]}, Group("all", (Raw({"$or": [{"a": 1}, 2]}),))),
    ({"$or": [{"a": 1}, {}]}, Group("any", (Condition("a", Operator.IS, 1), Raw({})))),
    (
        {"$or": [{"a": 1, "b": 2}, {"$and": [{"c": 3}]}], "d": 4},
        Group(
            "all",
            (
                Group(
                    "any",
                    (
                        Group("all", (Condition("a", Operator.IS, 1), Condition("b", Operator.IS, 2))),
                        Group("all", (Condition("c", Operator.IS, 3),), listed=True),
                    ),
                ),
                Condition("d", Operator.IS, 4),
            ),
        ),
    ),
]

# (conditions as an editor can hold them, the query that they make)
WRITTEN: list[tuple[Group, JsonObject]] = [
    (  # equality has no place in an object of operators
        Group("all", (Condition("a", Operator.IS, 1), Condition("a", Operator.LESS, 5))),
        {"$and": [{"a": 1}, {"a": {"$lt": 5}}]},
    ),
    (  # the order of the conditions is kept rather than brought together by field
        Group(
            "all",
            (Condition("a", Operator.MORE, 1), Condition("b", Operator.IS, 2), Condition("a", Operator.LESS, 5)),
        ),
        {"$and": [{"a": {"$gt": 1}}, {"b": 2}, {"a": {"$lt": 5}}]},
    ),
    (
        Group("all", (Condition("a", Operator.IS_NOT, 1), Condition("a", Operator.IS_NOT, 2))),
        {"$and": [{"a": {"$ne": 1}}, {"a": {"$ne": 2}}]},
    ),
    (
        Group("all", (Condition("a", Operator.AT_LEAST, 1), Condition("a", Operator.AT_MOST, 5))),
        {"a": {"$gte": 1, "$lte": 5}},
    ),
    (
        Group("any", (Condition("a", Operator.AT_LEAST, 1), Condition("a", Operator.AT_MOST, 5))),
        {"$or": [{"a": {"$gte": 1}}, {"a": {"$lte": 5}}]},
    ),
    (
        Group(
            "all", (Condition("a", Operator.SINCE, start_of(("week", 0))), Raw({"a": {"$lt": start_of(("week", 1))}}))
        ),
        {"a": {"$gte": {KEY: {"startOf": "week"}}, "$lt": {KEY: {"startOf": "week", "weeks": 1}}}},
    ),
    (
        Group("all", (Raw({"a": {"$gte": {KEY: {"days": 0}}}}), Raw({"a": {"$lt": {KEY: {"hours": 5}}}}))),
        {"a": {"$gte": {KEY: {"days": 0}}, "$lt": {KEY: {"hours": 5}}}},
    ),
    (  # a group alone in a group
        Group("all", (Group("any", (Condition("a", Operator.IS, 1), Condition("b", Operator.IS, 2))),)),
        {"$or": [{"a": 1}, {"b": 2}]},
    ),
    (
        Group("all", (Group("all", (Condition("a", Operator.IS, 1), Condition("b", Operator.IS, 2))),)),
        {"a": 1, "b": 2},
    ),
    (  # a group of one condition, beside another
        Group("all", (Group("all", (Condition("a", Operator.IS, 1),)), Condition("b", Operator.IS, 2))),
        {"a": 1, "b": 2},
    ),
    (
        Group(
            "all",
            (
                Group("any", (Condition("a", Operator.IS, 1), Condition("b", Operator.IS, 2))),
                Group("any", (Condition("c", Operator.IS, 3), Condition("d", Operator.IS, 4))),
            ),
        ),
        {"$and": [{"$or": [{"a": 1}, {"b": 2}]}, {"$or": [{"c": 3}, {"d": 4}]}]},
    ),
    (
        Group(
            "all",
            (
                Condition("a", Operator.IS, 1),
                Group("all", (Condition("b", Operator.IS, 2), Condition("c", Operator.IS, 3))),
            ),
        ),
        {"a": 1, "$and": [{"b": 2}, {"c": 3}]},
    ),
    (  # options that came without a pattern never become those of another
        Group("all", (Condition("a", Operator.CONTAINS, "x"), Raw({"a": {"$options": "i"}}))),
        {"$and": [{"a": {"$regex": "x"}}, {"a": {"$options": "i"}}]},
    ),
    (
        Group("all", (Raw({"a": {"$regex": "x."}}), Condition("a", Operator.CONTAINS, "y", any_case=True))),
        {"$and": [{"a": {"$regex": "x."}}, {"a": {"$regex": "y", "$options": "i"}}]},
    ),
    (
        Group("all", (Raw({"a": {"$not": {"$gt": 1}}}), Condition("a", Operator.IS_NOT, 3))),
        {"a": {"$not": {"$gt": 1}, "$ne": 3}},
    ),
    (Group("all", (Raw({}), Condition("a", Operator.IS, 1))), {"$and": [{}, {"a": 1}]}),
]


def exactly(value: JsonValue) -> str:
    """A value as text: the order of keys, true against 1 and 1 against 1.0 make a difference."""
    return json.dumps(value)


@pytest.mark.parametrize(("query", "group"), SHOWN, ids=[json.dumps(query)[:60] for query, _ in SHOWN])
def test_what_a_query_shows_as(query: JsonObject, group: Group) -> None:
    assert from_query(query) == group
    assert exactly(to_query(group)) == exactly(query)


@pytest.mark.parametrize(("group", "query"), WRITTEN, ids=[json.dumps(query)[:60] for _, query in WRITTEN])
def test_what_conditions_are_written_as(group: Group, query: JsonObject) -> None:
    assert exactly(to_query(group)) == exactly(query)
    assert from_query(query) == normal(group)


RULES = st.one_of(
    st.builds(back, st.integers(1, 3), st.sampled_from([*MOST])),
    st.builds(start_of, st.sampled_from([*PERIODS, ("day", 2), ("month", -30)])),
    st.sampled_from([{KEY: {"days": 0}}, {KEY: {"weeks": 2}}, {KEY: {"weeks": -1, "startOf": "day"}}, {KEY: {}}]),
)
SCALARS = st.one_of(
    RULES,
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-2, 2),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.0, -0.0, 1.0, A_DATE, "", "^a", "a$", "a.b", "\\", "\\$", "i", "x\ny"]),
    st.text(max_size=4),
)
FIELDS = st.sampled_from(["a", "b", "address.city", "_id", "", "$", "$date"])
KEYS = st.one_of(
    FIELDS,
    st.sampled_from(sorted(FIELD | LOGICAL)),
    st.sampled_from(["$gte", "$lte", "$regex", "$options", "$and", "$or", "$where", "$oid"]),
    st.text(max_size=3),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=25,
)
QUERIES: st.SearchStrategy[JsonObject] = st.dictionaries(KEYS, JSON, max_size=5)


@given(QUERIES)
@example({"a": {"$gte": 1, "$lte": 2, "$gt": 0}})
@example({"a": {"$regex": "b", "$gt": 1, "$options": "i"}})
@example({"$and": [{"$and": [{"$and": [{}]}]}]})
@example({"$and": [{"$or": [{"a": 1, "$or": [{"b": 1}]}]}], "$or": [{"c": {"$date": {"$numberLong": "1"}}}]})
def test_a_query_comes_back_as_it_was(query: JsonObject) -> None:
    assert exactly(to_query(from_query(query))) == exactly(query)


@given(QUERIES)
def test_what_a_query_shows_as_is_in_its_normal_form(query: JsonObject) -> None:
    assert normal(from_query(query)) == from_query(query)


@given(QUERIES)
def test_no_condition_is_shown_that_an_editor_could_not_make(query: JsonObject) -> None:
    for item in all_items(from_query(query)):
        if isinstance(item, Condition):
            assert item.field
            assert not item.field.startswith("$")
            assert fits(item.operator, item.value)
        if isinstance(item, Group):
            assert item.items or not query


def all_items(group: Group) -> list[Item]:
    result: list[Item] = [group]
    for item in group.items:
        result += all_items(item) if isinstance(item, Group) else [item]
    return result


NUMBERS = st.one_of(st.integers(-3, 3), st.sampled_from([0.5, 1.0]))
TEXTS = st.sampled_from(["a", "ab", "A.b", "^", "$\\", "Ёж", A_DATE])
VALUES: dict[Takes, st.SearchStrategy[Any]] = {
    Takes.NOTHING: st.none(),
    Takes.SINGLE: st.one_of(NUMBERS, TEXTS, st.booleans(), st.just({"$date": A_DATE})),
    Takes.TEXT: TEXTS,
    Takes.RANGE: st.one_of(st.lists(NUMBERS, min_size=2, max_size=2), st.lists(TEXTS, min_size=2, max_size=2)),
    Takes.MANY: st.one_of(st.lists(NUMBERS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4)),
    Takes.COUNT: st.integers(0, 3),
    Takes.SPAN: st.builds(
        lambda make, *span: make(*span), st.sampled_from([back, ahead]), st.integers(1, 3), st.sampled_from([*MOST])
    ),
    Takes.PERIOD: st.builds(
        lambda make, period: make(period), st.sampled_from([start_of, whole]), st.sampled_from(PERIODS)
    ),
}


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    operator = draw(st.sampled_from(Operator))
    return Condition(
        draw(st.sampled_from(["a", "b", "c.d"])),
        operator,
        draw(VALUES[TAKES[operator]].filter(lambda value: fits(operator, value))),
        any_case=operator in PATTERNS and draw(st.booleans()),
        spelled_out=operator in {Operator.IS, Operator.NO_VALUE} and draw(st.booleans()),
    )


RAWS = st.sampled_from(
    [
        Raw({"a": {"$mod": [2, 0]}}),
        Raw({"a": {"$regex": "b."}}),
        Raw({"a": {"$options": "i"}}),
        Raw({"a": {"$regex": "b", "$options": "m"}}),
        Raw({"a": {"$options": "i", "$gt": 1, "$regex": "b"}}),
        Raw({"a": {"$lte": []}}),
        Raw({"b": {"$type": "string"}}),
        Raw({"b": [1, 2]}),
        Raw({"$nor": [{"a": 1}]}),
        Raw({"a": {"$gte": {KEY: {"days": 0}}}}),
        Raw({"a": {"$lt": {KEY: {"days": 3}}}}),
        Raw({"a": {"$lt": {KEY: {"startOf": "month", "months": 2}}}}),
        Raw({"$and": []}),
        Raw({"b": {"c": 1, "$gt": 2}}),
    ]
)
ITEMS: st.SearchStrategy[Item] = st.recursive(
    st.one_of(conditions(), conditions(), RAWS),
    lambda inner: st.builds(
        Group,
        st.sampled_from(["all", "any"]),
        st.lists(inner, min_size=1, max_size=4).map(tuple),
        listed=st.booleans(),
    ),
    max_leaves=10,
)
GROUPS = st.builds(
    Group, st.sampled_from(["all", "any"]), st.lists(ITEMS, min_size=1, max_size=5).map(tuple), listed=st.booleans()
)


@given(QUERIES)
def test_each_part_of_a_query_can_be_kept_by_itself(query: JsonObject) -> None:
    for item in all_items(from_query(query))[1:]:
        again = item_from_query(json.loads(json.dumps(item_to_query(item))))
        assert again == item
        assert exactly(item_to_query(again)) == exactly(item_to_query(item))


@given(GROUPS)
def test_conditions_come_back_in_their_normal_form(group: Group) -> None:
    assert from_query(to_query(group)) == normal(group)
    assert normal(normal(group)) == normal(group)


@given(GROUPS)
def test_the_normal_form_has_the_same_conditions_in_the_same_order(group: Group) -> None:
    def leaves(of: Group) -> list[tuple[object, ...]]:
        result: list[tuple[object, ...]] = []
        for item in all_items(of):
            if isinstance(item, Condition) and item.operator is Operator.BETWEEN:
                assert isinstance(item.value, list)
                result.append((item.field, Operator.AT_LEAST, exactly(item.value[0])))
                result.append((item.field, Operator.AT_MOST, exactly(item.value[1])))
            elif isinstance(item, Condition):
                result.append((item.field, item.operator, exactly(item.value), item.any_case, item.spelled_out))
            elif isinstance(item, Raw):
                result.append((exactly(item.value),))
        return [each[:3] for each in result]

    assert leaves(normal(group)) == leaves(group)


NOW = Instant(datetime(2026, 3, 29, 12, tzinfo=UTC), "Europe/Berlin")
DOCUMENTS: list[dict[str, Any]] = [
    {"a": a, "b": b, "c": {"d": d}}
    for a in (None, 1, "ab", [1, "a"], True)
    for b in (0.5, -2, "A.b$\\")
    for d in ([], [1, 2, 3], "^a")
] + [{}, {"a": []}, {"b": A_DATE}, {"a": NOW.at}, *({"a": NOW.at + timedelta(days)} for days in (-400, -1, 2, 40))]
UNDERSTOOD = st.recursive(
    conditions(),
    lambda inner: st.builds(Group, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=8,
)


@given(st.builds(Group, st.sampled_from(["all", "any"]), st.lists(UNDERSTOOD, min_size=1, max_size=4).map(tuple)))
def test_a_query_selects_whom_its_conditions_say(group: Group) -> None:
    """Each condition is asked by itself, and the answers are joined here."""

    def selects(item: Item, document: dict[str, Any]) -> bool:
        if not isinstance(item, Group):
            return compile_query(work_out(to_query(Group("all", (item,))), NOW))(document)
        answers = [selects(each, document) for each in item.items]
        return all(answers) if item.kind == "all" else any(answers)

    whole = compile_query(work_out(to_query(group), NOW))
    for document in DOCUMENTS:
        assert whole(document) == selects(group, document)


@pytest.mark.parametrize(
    ("operator", "text", "found", "not_found"),
    [
        (Operator.CONTAINS, "a.b", ["xa.bx", "a.b"], ["axb", "A.B"]),
        (Operator.STARTS, "(", ["(a", "("], ["a("]),
        (Operator.ENDS, "\\", ["a\\", "\\"], ["\\a"]),
        (Operator.ENDS, "$", ["a$"], ["$a", "a"]),
    ],
)
def test_texts_are_found_to_the_letter(operator: Operator, text: str, found: list[str], not_found: list[str]) -> None:
    query = compile_query(to_query(Group("all", (Condition("t", operator, text),))))
    assert [query({"t": each}) for each in found + not_found] == [True] * len(found) + [False] * len(not_found)


def test_small_letters_and_capitals_can_be_the_same() -> None:
    query = to_query(Group("all", (Condition("city", Operator.STARTS, "каз", any_case=True),)))
    assert query == {"city": {"$regex": "^каз", "$options": "i"}}
    assert compile_query(query)({"city": "Казань"})


def test_fifty_thousand_ids_are_handed_on_without_a_copy() -> None:
    ids: JsonValue = [f"id{number:08}" for number in range(50_000)]
    group = from_query({"_id": {"$in": ids}, "a": 1})
    assert isinstance(group.items[0], Condition)
    assert group.items[0].value is ids
    inner = to_query(group)["_id"]
    assert isinstance(inner, dict)
    assert inner["$in"] is ids


def test_a_field_of_an_unknown_type_can_have_any_operator() -> None:
    assert set(operators_for(FieldType.UNKNOWN)) == set(Operator)
    assert all(Operator.HAS_VALUE in operators_for(kind) for kind in FieldType)
    assert Operator.CONTAINS not in operators_for(FieldType.NUMBER)
