"""The tree says where things stand, and where it cannot it says so of the whole text, never of something else."""

import pytest

from scoro_desktop.audience.query import read_query
from scoro_desktop.jsontext import json_text
from scoro_desktop.jsontext.tree import Path, Span, Tree


def letters(text: str, span: Span) -> str:
    return text[span.offset : span.offset + span.length]


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        ('{"bonusPoints":{"$in":[1e+5,{"$gt":1}]}}', ("bonusPoints", "$in", 1, "$gt"), '"$gt"', "1"),
        ('{"a":[1E+5,-2e+05,"e+5"]}', ("a", 1), "-2e+05", "-2e+05"),
        ('{"e+5": 1e+5, "e05": 2}', ("e+5",), '"e+5"', "1e+5"),
        (r'{"\u0061": 1, "😀": {"é": [null]}}', ("😀", "é", 0), "null", "null"),
        ('{"\ud800": 1, "\ufffd": 2}', ("\ud800",), '"\ud800"', "1"),
        ('{"\ud800": 1, "\ufffd": 2}', ("\ufffd",), '"\ufffd"', "2"),
        (r'{"\ud83d\ude00": 1, "": 2}', ("😀",), r'"\ud83d\ude00"', "1"),
        ('{"": {"": 2}}', ("", ""), '""', "2"),
        (" \r\n[]\t", (), "[]", "[]"),
    ],
)
def test_a_path_leads_to_its_letters(text: str, path: Path, key: str, value: str) -> None:
    tree = Tree(text)
    assert (letters(text, tree.key(path)), letters(text, tree.value(path))) == (key, value)


@pytest.mark.parametrize("path", [("b",), ("a", 0), ("a", "c"), (0,), ("a", 5, "x")])
def test_where_the_tree_has_no_such_place_the_whole_text_is_meant(path: Path) -> None:
    text = ' {"a": {"d": 1}}\n'
    assert letters(text, Tree(text).value(path)) == letters(text, Tree(text).key(path)) == text.strip()


def test_a_text_that_the_grammar_does_not_know_stands_as_a_whole() -> None:
    tree = Tree("{'a': [1}")
    assert tree.value(("a",)) == Span(0, 9)
    assert not list(tree.duplicate_keys())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1, "a": 2}', "broken_json"),
        ('{"a": 1e400}', "number_overflow"),
        ('{"a": {"$set": 1}}', "update_operator"),
        ("[]", "not_an_object"),
    ],
)
def test_a_tree_that_knows_nothing_lets_nothing_through(monkeypatch: pytest.MonkeyPatch, text: str, code: str) -> None:
    monkeypatch.setattr(json_text, "Tree", lambda _text: Tree("["))
    reading = read_query(text)
    assert (reading.query, [each.code for each in reading.problems]) == (None, [code])
