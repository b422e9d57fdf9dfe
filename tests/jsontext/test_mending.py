import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.query import read_query
from scoro_desktop.jsontext.mending import Mend, mend
from scoro_desktop.jsontext.wrapped_json import json_within


def applied(change: Mend, text: str) -> str:
    """The text with the change made."""
    return text[: change.offset] + change.text + text[change.offset + change.length :]


def mended(text: str) -> str:
    """The text after the first fix for its first error, as the button beside it does."""
    problem = next(each for each in read_query(text).problems if each.stops)
    change = mend(text, problem)
    assert change is not None, problem.code
    return applied(change, text)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ('{"a": 1', '{"a": 1}'),
        ('{"a": 1,\n', '{"a": 1}\n'),
        ('{"a": {"$in": [1, 2', '{"a": {"$in": [1, 2]}}'),
        ('{"a": {"$in": [1, 2}}', '{"a": {"$in": [1, 2]}}'),
        ('{"$or": [{"a": 1}, {"b": 2]}', '{"$or": [{"a": 1}, {"b": 2}]}'),
        ('{"a": {"$in": [{"b": 2}}}', '{"a": {"$in": [{"b": 2}]}}'),
        ('{"$or": [{"a": [1, 2}, {"b": 3}]}', '{"$or": [{"a": [1, 2]}, {"b": 3}]}'),
        ('{"a": {"b": [[1, 2}, "c": 3}', '{"a": {"b": [[1, 2]]}, "c": 3}'),
        ('{"a": 1}}', '{"a": 1}'),
        ('{"a": 1,}', '{"a": 1}'),
        ('{"a": [1, 2,]}', '{"a": [1, 2]}'),
        ('{"a": 1,, "b": 2}', '{"a": 1, "b": 2}'),
        ('{"a": 1 "b": 2}', '{"a": 1, "b": 2}'),
        ('{"a": 1\n "b": 2}', '{"a": 1,\n "b": 2}'),
        ('{"a" 1}', '{"a": 1}'),
        ("{'a': 1}", '{"a": 1}'),
        ('{"a": \'it\\\'s "x"\'}', '{"a": "it\'s \\"x\\""}'),
        ("{\u201ca\u201d: 1}", '{"a": 1}'),
        ('{"a": \u00abПермь\u00bb}', '{"a": "Пермь"}'),
        ("{a: 1}", '{"a": 1}'),
        ('{"a": Пермь}', '{"a": "Пермь"}'),
        ('{"😀": "👍", b: 1}', '{"😀": "👍", "b": 1}'),
        ('{"a": True}', '{"a": true}'),
        ('{"a": None}', '{"a": null}'),
        ('{"a": .5}', '{"a": 0.5}'),
        ('{"a": +5.}', '{"a": 5.0}'),
        ('{"a": "b}', '{"a": "b"}'),
        ('{"a": "b,\n "c": 1}', '{"a": "b",\n "c": 1}'),
        ('{"a": "\\d"}', '{"a": "\\\\d"}'),
        ('{"a": "b\tc"}', '{"a": "b\\tc"}'),
        ('{"a":\u00a01}', '{"a": 1}'),
        ('{"a": 1}\u200b', '{"a": 1} '),
        ('```json\n{"a": 1}\n```', '{"a": 1}'),
        ('`{"a": 1}`', '{"a": 1}'),
        ('> {"a": 1}', '{"a": 1}'),
        ('db.users.find({"a": 1})', '{"a": 1}'),
        ('db.users.countDocuments( {"a": 1} );', '{"a": 1}'),
        ('const query = {"a": 1};', '{"a": 1}'),
        ('"query": {"a": 1},', '{"a": 1}'),
        ('query: {"a": 1}', '{"a": 1}'),
        ('{"a": 1};', '{"a": 1}'),
        ('"address": {"a": 1}', '{"address": {"a": 1}}'),
        ('{"a": 1} // all', '{"a": 1} '),
        ('"a": 1', '{"a": 1}'),
        ('{"a": {"$exist": true}}', '{"a": {"$exists": true}}'),
        ('{"a": {"$gt": 1, "lt": 5}}', '{"a": {"$gt": 1, "$lt": 5}}'),
    ],
)
def test_each_fix_gives_a_query(broken: str, right: str) -> None:
    assert read_query(broken).query is None
    after = mended(broken)
    assert after.replace(" ", "") == right.replace(" ", "")
    query = read_query(after).query
    assert query is not None
    assert query.value == json.loads(right)


@pytest.mark.parametrize("text", ["{}", '{"$or": [{}]}', '{"a": 1, "a": 2}', '{"a": NaN}', '[{"a": 1}]', '{"a": }'])
def test_what_is_not_evident_is_left_to_the_person(text: str) -> None:
    assert [mend(text, each) for each in read_query(text).problems] == [None] * len(read_query(text).problems)


@given(st.text(alphabet="{}[]\",:$a1 \n\\.'-Tru", max_size=14))
def test_a_fix_changes_only_what_it_says(text: str) -> None:
    for problem in read_query(text).problems:
        change = mend(text, problem)
        if change is not None:
            after = applied(change, text)
            assert after != text
            assert after[: change.offset] == text[: change.offset]
            assert after.endswith(text[change.offset + change.length :])


@given(
    st.dictionaries(
        st.sampled_from("abc"),
        st.recursive(st.integers(0, 9) | st.text("ab", max_size=2), lambda inner: st.lists(inner, max_size=3)),
        min_size=1,
    ),
    st.data(),
)
def test_a_text_cut_off_anywhere_can_be_closed_bracket_by_bracket(
    value: dict[str, object], data: st.DataObject
) -> None:
    text = json.dumps(value)
    for _ in range(data.draw(st.integers(1, 4))):
        text = text.removesuffix("}").removesuffix("]").rstrip()
    for _ in range(10):
        errors = [each for each in read_query(text).problems if each.code == "unclosed_bracket"]
        change = mend(text, errors[0]) if errors else None
        if change is None:
            break
        text = applied(change, text)
    assert not [each for each in read_query(text).problems if each.code == "unclosed_bracket"]


@pytest.mark.parametrize(
    "text",
    [
        'db.users.find({"a": 1}, {"name": 1})',
        'db.users.find({"a": 1}).limit(10)',
        'find({"a": 1}) and {"b": 2}',
        '{"a": 1} {"b": 2}',
        'not {"a": 1}',
        '```json\n{"a": 1}\n{"b": 2}\n```',
        "`{'a': 1}`",
        '{"a": 1}',
        ' {"a": 1}\n',
    ],
)
def test_what_could_have_meant_fewer_people_is_not_taken_away(text: str) -> None:
    assert json_within(text) is None
    assert all(each.code != "text_around" for each in read_query(text).problems)


def test_what_stands_around_is_one_problem_and_marked() -> None:
    text = '```json\n{"a": 1}\n```'
    (problem,) = read_query(text).problems
    assert (problem.code, text[problem.offset : problem.offset + problem.length]) == ("text_around", "```json")
    (problem,) = read_query('{"a": 1} ;').problems
    assert (problem.code, problem.offset, problem.length) == ("text_around", 9, 1)
