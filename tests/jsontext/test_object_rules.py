import pytest

from scoro_desktop.jsontext.json_text import Judge, read_json
from scoro_desktop.jsontext.layout import on_one_line
from scoro_desktop.jsontext.object_rules import CODES, no_empty_key, object_without

without = object_without([("acc",), ("msg", "data", "gcm")])


@pytest.mark.parametrize(
    ("text", "judge", "code", "place"),
    [
        ('{"a": 1, "": 2}', no_empty_key, "empty_key", '""'),
        ("[1]", no_empty_key, "not_an_object", "[1]"),
        ('{"a": 1, "a": 2}', no_empty_key, "duplicate_key", '"a"'),
        ('{"acc": "x"}', without, "reserved_key", '"acc"'),
        ('{"msg": {"data": {"gcm": {}}}}', without, "reserved_key", '"gcm"'),
        ("5", without, "not_an_object", "5"),
    ],
)
def test_what_may_not_stand_there_is_told_at_its_place(text: str, judge: Judge, code: str, place: str) -> None:
    reading = read_json(text, judge)
    assert not reading.is_good
    (problem,) = reading.problems
    assert problem.code == code
    assert text[problem.offset : problem.offset + problem.length] == place
    if code in CODES:
        assert tuple(problem.params) == CODES[code]


@pytest.mark.parametrize("text", ["{}", '{"a": {"": 1}}', '{"acc ": 1}', '{"msg": {"data": 5}}', '{"msg": {"gcm": 1}}'])
def test_what_may_stand_there(text: str) -> None:
    assert read_json(text, without).is_good
    assert read_json(text, no_empty_key).is_good


def test_json_on_one_line_keeps_its_letters() -> None:
    assert on_one_line('{\n  "a":[1.50 ,\n"x\\ny" ],"b" : {}\n}') == '{"a": [1.50, "x\\ny"], "b": {}}'
    assert on_one_line('{"a":\n') == '{"a":\n'
