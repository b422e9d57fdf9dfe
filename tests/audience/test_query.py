"""The text of a query becomes a query, or problems that say what and where."""

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoro_desktop.audience.operators import CODE, EXTENDED_JSON, FIELD, LOGICAL
from scoro_desktop.audience.query import ALL_CODES, QueryProblem, Severity, format_query, read_query
from scoro_desktop.wire import JsonObject, compact
from tests.examples import how_many, how_much

IDS = '{"_id": {"$in": [' + ", ".join(f'"abcdefgh{number:05}"' for number in range(50_000)) + "]}}"
DEEP = '{"a": ' * 50 + "1" + "}" * 50
TOO_DEEP = '{"a": ' * 51 + "1" + "}" * 51

# (text, code, the letters that are marked, some of the parameters)
ERRORS: list[tuple[str, str, str, JsonObject]] = [
    # a relative date
    ('{"a": {"$gt": {"$relativeDate": {"day": -30}}}}', "relative_member", '"day"', {"member": "day"}),
    ('{"a": {"$relativeDate": {"days": -30}}}', "relative_place", '"$relativeDate"', {}),
    ('{"a": {"$gt": {"$relativeDate": {"days": -99999999}}}}', "relative_too_far", "-99999999", {"unit": "days"}),
    ('{"a": {"$gt": {"$relativeDate": {"days": -1, "months": -1}}}}', "relative_two", '"months"', {"unit": "months"}),
    # no JSON
    ("", "empty", "", {}),
    (" \n\t ", "empty", " ", {}),
    ('{"a": 1 "b": 2}', "missing_comma", '"b"', {}),
    ('{"a": {"$in": [1 2]}}', "missing_comma", "2", {}),
    ('{"a" 1}', "missing_colon", "1", {"key": "a"}),
    ('{"a": }', "missing_value", '"a"', {}),
    ('{"a": , "b": 1}', "missing_value", '"a"', {}),
    ('{"a"}', "missing_value", '"a"', {}),
    ("{[1]}", "missing_key", "[", {}),
    ('{"a": 1,}', "trailing_comma", ",", {}),
    ('{"a": [1, 2,]}', "trailing_comma", ",", {}),
    ('{"a": [1,, 2]}', "stray_comma", ",", {}),
    ("{'a': 1}", "single_quotes", "'a'", {}),
    ('{"a": “b”}', "curly_quotes", "“b”", {}),
    ('{"a": «b»}', "curly_quotes", "«b»", {}),
    ("{age: 1}", "unquoted_key", "age", {"key": "age"}),
    ("{$and: []}", "unquoted_key", "$and", {"key": "$and"}),
    ('{"a": android}', "unquoted_text", "android", {"text": "android"}),
    ('{"a": Нижний Новгород, "b": 1}', "unquoted_text", "Нижний Новгород", {"text": "Нижний Новгород"}),
    ('{"a": it\'s}', "unquoted_text", "it's", {}),
    ('{"a": True}', "wrong_word", "True", {"right": "true"}),
    ('{"_id": ObjectId("abc")}', "shell_value", 'ObjectId("abc")', {}),
    ('{"a": /ab+c/i}', "shell_value", "/ab+c/i", {}),
    ('{"a": 01}', "bad_number", "01", {"text": "01"}),
    ('{"a": +7}', "bad_number", "+7", {}),
    ('{"a": .5}', "bad_number", ".5", {}),
    ('{"a": NaN}', "not_a_number", "NaN", {}),
    ('{"a": -Infinity}', "not_a_number", "-Infinity", {}),
    ('{"a": "b}', "unclosed_string", '"b', {}),
    ('{"a": [1, 2}', "unclosed_bracket", "[", {"bracket": "["}),
    ('{"a": 1', "unclosed_bracket", "{", {"bracket": "{"}),
    ('{"a": 1]}', "unexpected_bracket", "]", {"bracket": "]"}),
    ('{"a": 1}}', "unexpected_bracket", "}", {"bracket": "}"}),
    ('{"a": @}', "unexpected_character", "@", {"character": "@"}),
    ('{"a":\u00a01}', "invisible_character", "\u00a0", {"character": "U+00A0"}),
    ('\ufeff{"a": 1}', "invisible_character", "\ufeff", {"character": "U+FEFF"}),
    ('{"a": 1 /* b */}', "comment", "/* b */", {}),
    ('// b\n{"a": 1}', "comment", "// b", {}),
    ('{"a": 1} {"b": 2}', "text_after_end", '{"b": 2}', {}),
    ('{"a": 1}\u200b', "invisible_character", "\u200b", {"character": "U+200B"}),
    ('db.users.find({"a": 1})', "text_around", "db.users.find(", {}),
    (r'{"a": "\q"}', "bad_escape", r"\q", {}),
    (r'{"a": "\u12"}', "bad_escape", r"\u12", {}),
    ('{"a": "b\tc"}', "raw_control_character", "\t", {"character": "U+0009"}),
    # JSON that would not arrive as it was meant
    ('["a"]', "not_an_object", '["a"]', {}),
    ("5", "not_an_object", "5", {}),
    ('"a": 1, "b": 2', "not_an_object", '"a": 1, "b": 2', {}),
    ('{"a": 1,\n "b": 2, "a": 3}', "duplicate_key", '"a"', {"key": "a", "first_line": 1, "first_column": 2}),
    (r'{"a": 1, "\u0061": 3}', "duplicate_key", r'"\u0061"', {"key": "a"}),
    ('{"a": 1e999}', "number_overflow", "1e999", {}),
    ('{"a": -1e-999}', "number_underflow", "-1e-999", {}),
    ('{"a": ' + "9" * 5000 + "}", "integer_too_long", "9" * 5000, {"digits": 5000, "limit": 4300}),
    (r'{"a": "\ud800"}', "lone_surrogate", r"\ud800", {"character": "U+D800"}),
    ('{"\udfff": 1}', "lone_surrogate", "\udfff", {"character": "U+DFFF"}),
    (TOO_DEEP, "too_deep", "{", {"limit": 50}),
    # JSON that is no filter
    ('{"a": {"$exist": true}}', "unknown_operator", '"$exist"', {"suggestion": "$exists"}),
    ('{"a": {"$GT": 1}}', "unknown_operator", '"$GT"', {"suggestion": "$gt"}),
    ('{"$zzzzzz": 1}', "unknown_operator", '"$zzzzzz"', {"suggestion": ""}),
    ('{"a": {"$gt": 1, "lt": 2}}', "missing_dollar", '"lt"', {"suggestion": "$lt"}),
    ('{"a": {"$gt": 1, "b": 2}}', "mixed_keys", '"b"', {"key": "b"}),
    ('{"a": {"$date": "2026-01-01", "$gt": 2}}', "mixed_keys", '"$date"', {"key": "$date"}),
    ('{"a": {"$all": [{"$elemMatch": {"$gte": []}}, {"$gt": 1}]}}', "misplaced_operator", '"$gt"', {}),
    ('{"$gt": 1}', "misplaced_operator", '"$gt"', {"belongs": "field"}),
    ('{"a": {"$and": [{"b": 1}]}}', "misplaced_operator", '"$and"', {"belongs": "top"}),
    ('{"a": [{"$gt": 1}]}', "misplaced_operator", '"$gt"', {}),
    ('{"$set": {"a": 1}}', "update_operator", '"$set"', {"operator": "$set"}),
    ('{"a": {"$inc": 1}}', "update_operator", '"$inc"', {}),
    ('{"$match": {"a": 1}}', "aggregation_operator", '"$match"', {}),
    ('{"$where": "1"}', "code_operator", '"$where"', {}),
    ('{"$or": [{"$expr": {}}]}', "code_operator", '"$expr"', {}),
    ('{"a": {"$near": [1, 2]}}', "unavailable_operator", '"$near"', {}),
    ('{"a": {"$in": "b"}}', "wrong_operand", '"b"', {"operator": "$in", "expected": "list"}),
    ('{"a": {"$nin": {}}}', "wrong_operand", "{}", {"expected": "list"}),
    ('{"a": {"$all": null}}', "wrong_operand", "null", {"expected": "list"}),
    ('{"a": {"$exists": 1}}', "wrong_operand", "1", {"expected": "boolean"}),
    ('{"$and": []}', "wrong_operand", "[]", {"expected": "filters"}),
    ('{"$or": {"a": 1}}', "wrong_operand", '{"a": 1}', {"expected": "filters"}),
    ('{"$or": [{"a": 1}, 2]}', "wrong_operand", '[{"a": 1}, 2]', {"expected": "filters"}),
    ('{"$nor": "x"}', "wrong_operand", '"x"', {"expected": "filters"}),
    ('{"a": {"$regex": 5}}', "wrong_operand", "5", {"expected": "text"}),
    ('{"a": {"$size": -1}}', "wrong_operand", "-1", {"expected": "whole_number"}),
    ('{"a": {"$size": [1e300]}}', "wrong_operand", "[1e300]", {"expected": "whole_number"}),
    ('{"a": {"$size": 1.5}}', "wrong_operand", "1.5", {"expected": "whole_number"}),
    ('{"a": {"$size": true}}', "wrong_operand", "true", {"expected": "whole_number"}),
    ('{"a": {"$mod": [0, 1]}}', "wrong_operand", "[0, 1]", {"expected": "divisor_and_remainder"}),
    ('{"a": {"$mod": [4]}}', "wrong_operand", "[4]", {"expected": "divisor_and_remainder"}),
    ('{"a": {"$not": "b"}}', "wrong_operand", '"b"', {"expected": "conditions"}),
    ('{"a": {"$elemMatch": [1]}}', "wrong_operand", "[1]", {"expected": "object"}),
    ('{"a": {"$type": "strnig"}}', "wrong_operand", '"strnig"', {"expected": "type"}),
    ('{"a": {"$regex": "b", "$options": "iq"}}', "bad_options", '"iq"', {"options": "iq"}),
    ('{"a": {"$options": "i"}}', "options_without_regex", '"$options"', {}),
    ("{}", "selects_everyone", "{}", {}),
    ('{"$and": [{}]}', "selects_everyone", "{}", {}),
    ('{"$or": [{"a": 1}, {}]}', "selects_everyone", "{}", {}),
    ('{"$or": [{"a": 1}, {"$and": [{}, {}]}]}', "selects_everyone", "{}", {}),
    ('{"$nor": [{"a": {"$in": []}}]}', "selects_everyone", '{"$nor": [{"a": {"$in": []}}]}', {}),
    ('{"a": {"$nin": []}}', "selects_everyone", '{"a": {"$nin": []}}', {}),
    ('{"a": {"$not": {"$in": []}}}', "selects_everyone", '{"a": {"$not": {"$in": []}}}', {}),
    ('{"_id": {"$exists": true}}', "selects_everyone", '{"_id": {"$exists": true}}', {}),
    ('{"b": 1, "$or": [{"a": 1}, {}]}', "empty_condition", "{}", {}),
]
WARNINGS: list[tuple[str, str, str, JsonObject]] = [
    ('{"a": "b\u200b"}', "hidden_character", "\u200b", {"character": "U+200B ZERO WIDTH SPACE"}),
    ('{"a": "\u202eb"}', "turned_direction", "\u202e", {"text": r"\u202eb"}),
    ('{"a": "b "}', "blank_at_end", " ", {"text": "b "}),
    ("""{"a": {"$ne": "'ios'"}}""", "quotes_around", "'ios'", {"text": "'ios'"}),
    ('{"a": 0.12345678901234567890123}', "number_precision", "0.12345678901234567890123", {}),
    ('{"a": 9007199254740993}', "big_integer", "9007199254740993", {"number": "9007199254740993"}),
    ('{"a": {"gt": 5}}', "missing_dollar", '"gt"', {"suggestion": "$gt"}),
    ('{"or": [{"a": 1}]}', "missing_dollar", '"or"', {"suggestion": "$or"}),
    ('{"a": {"$not": {"$gt": 1}}}', "undocumented_operator", '"$not"', {"operator": "$not"}),
    ('{"a": {"$size": 2}}', "undocumented_operator", '"$size"', {}),
    ('{"a": {"$elemMatch": {"b": 1}}}', "undocumented_operator", '"$elemMatch"', {}),
    ('{"a": {"$type": ["string", 2]}}', "undocumented_operator", '"$type"', {}),
    ('{"a": {"$mod": [4, 0]}}', "undocumented_operator", '"$mod"', {}),
    ('{"$nor": [{"a": 1}]}', "undocumented_operator", '"$nor"', {}),
    ('{"a": {"$regex": ""}}', "empty_pattern", '""', {}),
    ('{"a": 1, "$and": [{}]}', "empty_condition", "{}", {}),
    ('{"a": {"$in": []}}', "selects_nobody", '{"a": {"$in": []}}', {}),
]
CLEAN: list[str] = [
    '{"userId": {"$exists": true}}',
    '{"deviceType": "android", "city": {"$in": ["Москва", "Тверь"]}}',
    '{"$and": [{"a": {"$gte": 1, "$lt": 5}}, {"$or": [{"b": null}, {"c": {"$ne": false}}]}]}',
    '{"name": {"$regex": "^A", "$options": "im"}}',
    '{"createdAt": {"$gt": {"$date": "2026-01-01T00:00:00Z"}}, "_id": {"$oid": "0123456789abcdef01234567"}}',
    '{"roles": {"$all": ["a", ["b"]]}, "address.city": "x", "tags": {}}',
    r'{"a": "\ud83d\ude00 \\ud800 😀"}',
    '{"a": 0.1, "b": 1e300, "c": 0e99, "d": -0.0, "e": 100000000000000000000}',
    '\r\n\t {"a": 1} \n',
    DEEP,
    '{"x": [[], []], "a": ' + '{"a": ' * 49 + "1" + "}" * 50,
]


def marked(text: str, problem: QueryProblem) -> str:
    return text[problem.offset : problem.offset + problem.length]


@pytest.mark.parametrize(("text", "code", "mark", "params"), ERRORS)
def test_an_error_is_named_marked_and_leaves_no_query(text: str, code: str, mark: str, params: JsonObject) -> None:
    reading = read_query(text)
    assert reading.query is None
    assert [each.code for each in reading.problems if each.stops] == [code]
    problem = next(each for each in reading.problems if each.stops)
    assert marked(text, problem) == mark
    assert params.items() <= dict(problem.params).items()


@pytest.mark.parametrize(("text", "code", "mark", "params"), WARNINGS)
def test_a_warning_leaves_the_query(text: str, code: str, mark: str, params: JsonObject) -> None:
    reading = read_query(text)
    assert reading.query is not None
    assert code in [each.code for each in reading.problems]
    problem = next(each for each in reading.problems if each.code == code)
    assert problem.severity is Severity.WARNING
    assert marked(text, problem) == mark
    assert params.items() <= dict(problem.params).items()


@pytest.mark.parametrize("text", CLEAN)
def test_a_good_query_is_what_json_says_and_keeps_its_text(text: str) -> None:
    reading = read_query(text)
    assert [each.code for each in reading.problems] == []
    assert reading.query is not None
    assert reading.query.text == text
    assert reading.query.value == json.loads(text)


def test_every_code_is_reachable_and_has_its_parameters() -> None:
    seen: dict[str, set[tuple[str, ...]]] = {}
    for text, *_ in [*ERRORS, *WARNINGS]:
        for problem in read_query(text).problems:
            seen.setdefault(problem.code, set()).add(tuple(problem.params))
    seen["broken_json"] = {()}  # the net under the net: strict JSON refuses, and the walk finds no place
    assert {code: {tuple(names)} for code, names in ALL_CODES.items()} == seen


def test_lines_and_columns_count_from_one_in_code_points() -> None:
    text = '{"😀": 1,\r\n  "город": {"$exist": true}}'
    (problem,) = read_query(text).problems
    assert (problem.line, problem.column) == (2, 13)
    assert marked(text, problem) == '"$exist"'


def test_all_mistakes_of_a_text_are_told_at_once() -> None:
    text = "{\n  'a': 1\n  b: True,\n  \"c\": [1, 2,],\n}"
    told = [(each.code, each.line, each.column) for each in read_query(text).problems]
    assert told == [
        ("single_quotes", 2, 3),
        ("missing_comma", 3, 3),
        ("unquoted_key", 3, 3),
        ("wrong_word", 3, 6),
        ("trailing_comma", 4, 13),
        ("trailing_comma", 4, 15),
    ]


def test_all_flaws_of_a_filter_are_told_at_once_in_the_order_of_the_text() -> None:
    text = '{"a": 1e999, "$set": 1, "b": {"$in": 5, "$foo": "\\ud800"}, "a": {"$size": 1}}'
    told = [each.code for each in read_query(text).problems]
    assert told == [
        *("number_overflow", "update_operator", "wrong_operand", "unknown_operator", "lone_surrogate"),
        *("duplicate_key", "undocumented_operator"),
    ]


def test_places_are_right_wherever_they_are_looked_up_first() -> None:
    text = '{"ключ": {"$foo": 1}, "я": 1, "я": 2, "б": {"$bar": "😀"}}'
    reading = read_query(text)
    assert [marked(text, each) for each in reading.problems] == ['"$foo"', '"я"', '"$bar"']


def test_of_many_errors_a_hundred_are_told() -> None:
    reading = read_query("{" + ", ".join(f'"f{number}": {{"$foo": 1}}' for number in range(150)) + "}")
    assert [each.line for each in reading.problems] == [1] * 100


def test_after_a_hundred_warnings_an_error_still_stops() -> None:
    numbers = ", ".join(str(9007199254740993 + 2 * each) for each in range(300))
    reading = read_query('{"a": [' + numbers + ', 1e999], "b": {"$foo": 1}}')
    assert reading.query is None
    assert {"number_overflow", "unknown_operator"} <= {each.code for each in reading.problems}
    assert len(reading.problems) < 210


def test_integers_of_any_size_reach_the_wire() -> None:
    number = "1" + "0" * 4000 + "7"
    reading = read_query('{"a": ' + number + "}")
    assert reading.query is not None
    assert compact(reading.query.value) == b'{"a":' + number.encode() + b"}"


def test_a_query_of_a_megabyte_is_read_soon() -> None:
    start = time.process_time()
    reading = read_query(IDS)
    assert reading.query is not None
    assert time.process_time() - start < 1.0, "some 0.02 s are usual"
    start = time.process_time()
    broken = read_query(IDS.replace('30000", ', '30000" '))
    assert [each.code for each in broken.problems] == ["missing_comma"]
    assert time.process_time() - start < 2.0, "some 0.2 s are usual"


@pytest.mark.parametrize(
    "text",
    [
        piece * how_much(length)
        for piece, length in (
            ("[", 100_000),
            ('{"a":', 100_000),
            ('"\\', 20_000),
            ("'\\", 20_000),
            ("/\\", 20_000),
            ("]", 9_999),
        )
    ],
)
def test_hostile_texts_end_soon_and_quietly(text: str) -> None:
    reading = read_query(text)
    assert reading.query is None
    assert reading.problems
    assert format_query(text) is None


pieces = st.sampled_from(
    [
        *"{}[]:,\"'\\ \n\t\r\x00\u00a0\ud800“é😀",
        *('"$in"', '"a"', '"$or"', '"$exists"', "true", "1", "-0.0", "1e999", "NaN", "{}", "[]", '{"a":1}', "$set"),
        *("\\ud800", "\\u00e9", "//", "/*"),
    ]
)


def mutated(text: str, place: float, gone: int, put: str) -> str:
    at = int(place * len(text))
    return text[:at] + put + text[at + gone :]


texts = st.one_of(
    st.text(max_size=60),
    st.lists(pieces, max_size=25).map("".join),
    st.builds(
        mutated,
        st.sampled_from([each for each, *_ in [*ERRORS, *WARNINGS] if len(each) < 200] + CLEAN),
        st.floats(0, 1),
        st.integers(0, 3),
        pieces | st.just(""),
    ),
)


@settings(max_examples=how_many(1500), deadline=None)
@given(text=texts)
@example(text="\ud800")
@example(text='{"a":"\\ud800\udc00"}')
@example(text="\x85\u2028")
def test_any_text_is_read_without_a_raise(text: str) -> None:
    reading = read_query(text)
    if reading.query is None:
        assert any(each.stops for each in reading.problems)
    else:
        assert not any(each.stops for each in reading.problems)
        assert repr(reading.query.value) == repr(json.loads(text))
        assert json.loads(compact(reading.query.value)) == reading.query.value
    lines = text.split("\n")
    for problem in reading.problems:
        assert tuple(problem.params) == ALL_CODES[problem.code]
        assert problem.code != "broken_json", "strict JSON refuses a text in which the walk finds nothing"
        assert problem.length >= 1
        assert problem.offset + problem.length <= max(1, len(text))
        before = text[: problem.offset]
        assert (problem.line, problem.column) == (before.count("\n") + 1, len(before.split("\n")[-1]) + 1)
        assert problem.line <= len(lines)
        json.dumps(dict(problem.params), ensure_ascii=False).encode()
    assert list(reading.problems) == sorted(reading.problems, key=lambda each: each.offset)


operators = st.sampled_from(
    [*sorted(FIELD | LOGICAL | CODE | EXTENDED_JSON), "$set", "$match", "$near", "$", "a", "gt", "_id"]
)
operands = st.recursive(
    st.sampled_from(
        ["1", "-1", "0", "1.5", "2.0", "1e999", "1e-999", "9" * 30, "9" * 5000, "true", "null", '""', '"a"', '"i"']
    )
    | st.sampled_from(["[]", "{}", "[{}]", "[4, 0]", "[1e999, 1]", '"string"', '{"b": 1}', r'"\ud800"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]")
        | st.lists(st.tuples(operators, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)


@settings(max_examples=how_many(1500), deadline=None)
@given(pairs=st.lists(st.tuples(operators, operands), max_size=3))
@example(pairs=[("a", '{"$size": 1e999}')])
def test_any_operator_may_meet_any_operand(pairs: list[tuple[str, str]]) -> None:
    text = "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"
    reading = read_query(text)
    assert reading.query is None or repr(reading.query.value) == repr(json.loads(text))
    assert (reading.query is None) == any(each.stops for each in reading.problems)
    for problem in reading.problems:
        assert tuple(problem.params) == ALL_CODES[problem.code]
        assert marked(text, problem)


@settings(max_examples=how_many(600), deadline=None)
@given(text=texts)
def test_a_laid_out_query_says_the_same(text: str) -> None:
    laid_out = format_query(text)
    try:
        json.loads(text, parse_constant=_refuse, parse_int=str, parse_float=str)
    except ValueError:
        assert laid_out is None
    else:
        assert laid_out is not None
        assert read_pairs(laid_out) == read_pairs(text)
        assert format_query(laid_out) == laid_out


def read_pairs(text: str) -> object:
    """All of a text: keys that stand twice, and numbers by their letters."""
    return json.loads(text, object_pairs_hook=list, parse_int=str, parse_float=str)


def _refuse(name: str) -> None:
    raise ValueError(name)


def test_layout() -> None:
    assert format_query('{"b":1.50,"a":[{},[ ],{"$in":[1E5,"\\u0041"]}],"b":1}') == (
        '{\n  "b": 1.50,\n  "a": [\n    {},\n    [],\n    {\n      "$in": [\n        1E5,\n'
        '        "\\u0041"\n      ]\n    }\n  ],\n  "b": 1\n}'
    )
    assert format_query('{"a":1,}') is None
    assert format_query("") is None
