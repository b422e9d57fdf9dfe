"""Lists as they are copied from spreadsheets, consoles, code and letters, and what is read from them."""

import json
import re
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop.audience.conditions_values import is_many
from scoro_desktop.audience.pasted_json import Unread, UnreadListError
from scoro_desktop.audience.pasted_list import MOST_SIGNS, MOST_TAKEN_APART, read_many
from scoro_desktop.invisible import trimmed
from scoro_desktop.wire import JsonValue

ABC = ["a", "b", "c"]


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ("", []),
        (" \n\t", []),
        ("one", ["one"]),
        ("a\nb\r\nc\n", ABC),
        ("a\tb\nc\td", ["a", "b", "c", "d"]),
        ("a, b,c;d", ["a", "b", "c", "d"]),
        ("a,\nb,\n", ["a", "b"]),
        ("a;\nb;\nc", ABC),
        ("Smith, John\nDoe, Jane", ["Smith, John", "Doe, Jane"]),
        ("Smith, John; Doe, Jane", ["Smith, John", "Doe, Jane"]),
        ("1,5; 2,5; 3,5", ["1,5", "2,5", "3,5"]),
        ("\u00a0a\u00a0\n\u2028b", ["a", "b"]),
        ("a\x00b", ["a b"]),
        ("\ufeffa\n\u200bb\u200b\n\u2067c\u2069", ABC),
        ("a|b|c", ABC),
        ("a | b | c", ABC),
        ("a, b|c", ["a", "b|c"]),
        ("a\u3001b\uff0cc", ABC),
        ("a\x85b\x0cc", ABC),
        ("a,,b,", ["a", "b"]),
    ],
)
def test_plain_values(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@pytest.mark.parametrize(
    "pasted",
    [
        "'a', 'b', 'c'",
        "'a','b','c'",
        "'a',\n'b',\n'c'",
        "'a'\n'b'\n'c'",
        "'a', 'b',\n'c',",
        "'a'; 'b'; 'c'",
        "'a' 'b' 'c'",
        "'a'\t'b'\t'c'",
        "'a'|'b'|'c'",
        "`a`, `b`, `c`",
        "\u201ca\u201d, \u201cb\u201d, \u201cc\u201d",
        "\u201ea\u201c, \u201eb\u201c, \u201ec\u201c",
        "\u2018a\u2019, \u2018b\u2019, \u2018c\u2019",
        "\u2019a\u2019, \u2019b\u2019, \u2019c\u2019",
        "\u00aba\u00bb, \u00abb\u00bb, \u00abc\u00bb",
        "\u00aba\u00bb;\u00a0\u00abb\u00bb;\u00a0\u00abc\u00bb",
        "\uff02a\uff02\uff0c\uff02b\uff02\uff0c\uff02c\uff02",
        "\u2067'a'\u2069, 'b', 'c'",
    ],
)
def test_quotes_around_values_are_no_part_of_them(pasted: str) -> None:
    assert read_many(pasted) == ABC


@pytest.mark.parametrize(
    "pasted",
    [
        "['a','b','c']",
        '["a","b","c"]',
        '["a","b","c",]',
        "[\n    'a',\n    'b',\n    'c',\n]\n",
        "('a','b','c')",
        "('a', 'b', 'c');",
        'IN ("a","b","c")',
        "phone IN ('a','b','c')",
        "WHERE u.phone NOT IN ('a','b','c');",
        "not in (\n  'a', -- first\n  'b', -- second\n  'c'\n)",
        "{'a', 'b', 'c'}",
        "phones = ['a', 'b', 'c']",
        "const phones = [\n  'a', // Anna\n  'b',\n  'c', // the last\n];",
        "[\n  'a',  # Anna\n  # Bob has none\n  'b',\n  'c'  # the last\n]",
        "['a', /* two */ 'b', 'c']",
        "[u'a', u'b', u'c']",
        "[b'a', b'b', b'c']",
        "[('a',), ('b',), ('c',)]",
        "[['a'],['b'],['c']]",
        "('a'), ('b'), ('c')",
        "('a'),\n('b'),\n('c');",
        '[{"phone":"a"},{"phone":"b"},{"phone":"c"}]',
        '{"phone": {"$nin": ["a","b","c"]}}',
        'Arrays.asList("a", "b", "c")',
        'new String[]{"a", "b", "c"}',
        'List.of("a","b","c")',
        "ARRAY['a','b','c']",
        '[ObjectId("a"), ObjectId("b"), ObjectId("c")]',
        "array(['a' 'b' 'c'])",
        "[a, b, c]",
        "(a,b,c)",
        "['a','b','c'",
        "'a','b','c']",
        "in ('a', 'b', 'c'",
        "(\u201ca\u201d, \u201cb\u201d, \u201cc\u201d)",
        "# the list\n'a',\n'b',\n'c'",
    ],
)
def test_lists_of_code(pasted: str) -> None:
    assert read_many(pasted) == ABC


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ("[79161, 79162]", ["79161", "79162"]),
        ("[79161, # Anna\n79162  # Bob\n]", ["79161", "79162"]),
        ("[(1,), (2,)]", ["1", "2"]),
        ("phone in (79161)", ["79161"]),
        ("x = [5]", ["5"]),
        ('["a, b", 2, 1.5]', ["a, b", "2", "1.5"]),
        ('["a\\u0062", "c"]', ["ab", "c"]),
        ("['O\\'Neil', 'b']", ["O'Neil", "b"]),
        ("('O''Neil', 'b')", ["O'Neil", "b"]),
        ('@("a","b")', ["a", "b"]),
        ("$phones = @('79161', '79162')", ["79161", "79162"]),
        ('@[@"a", @"b", @"c, d"]', ["a", "b", "c, d"]),
        ("@(79161, 79162)", ["79161", "79162"]),
        ("[\"O'Neil\", 'b']", ["O'Neil", "b"]),
        ("['a\\nb', '\\u0434\\x41', 'c\\\\d']", ["a b", "\u0434A", "c\\d"]),
    ],
)
def test_values_of_code_are_read_as_their_language_writes_them(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ('"a, b", "c"', ["a, b", "c"]),
        ('"a, b",c', ["a, b", "c"]),
        ('"a;b";"c"', ["a;b", "c"]),
        ('"a|b"|c', ["a|b", "c"]),
        ('"O""Neil"', ['O"Neil']),
        ('"O""Neil", "b"', ['O"Neil', "b"]),
        ('"two\r\nlines"\r\nb\r\n', ["two lines", "b"]),
        ('"two\nlines"\tb\nc', ["two lines", "b", "c"]),
        ('"He said ""no"", twice"\nb', ['He said "no", twice', "b"]),
        ('"C:\\"\nb', ["C:\\", "b"]),
        ('"C:\\new"', ["C:\\new"]),
    ],
)
def test_a_spreadsheets_quoting(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ("O'Neil", ["O'Neil"]),
        ("O'Neil, D'Arc", ["O'Neil", "D'Arc"]),
        ("O'Neil\nd'Artagnan", ["O'Neil", "d'Artagnan"]),
        ("'O'Neil', 'b'", ["O'Neil", "b"]),
        ("'tis", ["'tis"]),
        ("'tis, dogs", ["'tis", "dogs"]),
        ("'tis\ndogs'\nb", ["'tis", "dogs'", "b"]),
        ("dogs'", ["dogs'"]),
        ('5" pipe\n7" pipe', ['5" pipe', '7" pipe']),
        ('"', ['"']),
        ("'", ["'"]),
        ("[not json", ["[not json"]),
        (
            "\u041e\u041e\u041e \u00ab\u0420\u043e\u0433\u0430\u00bb",
            ["\u041e\u041e\u041e \u00ab\u0420\u043e\u0433\u0430\u00bb"],
        ),
        ("(495) 123-45-67", ["(495) 123-45-67"]),
        ("(495) 123\n(499) 456 (home)", ["(495) 123", "(499) 456 (home)"]),
        ("(VIP)", ["(VIP)"]),
        ("Anna in (home)", ["Anna in (home)"]),
        ("Anna (VIP)\nBob (VIP)", ["Anna (VIP)", "Bob (VIP)"]),
        ("#sale\n#spring", ["#sale", "#spring"]),
        ("#sale, #spring", ["#sale", "#spring"]),
        ("http://a/b, http://c", ["http://a/b", "http://c"]),
        ("a = b", ["a = b"]),
        ("-5\n-6", ["-5", "-6"]),
        ("1.5\n2.5", ["1.5", "2.5"]),
        ("10:30\n11:30", ["10:30", "11:30"]),
        ("12. a\n15. b", ["12. a", "15. b"]),
        ("3. a\n1. b", ["3. a", "1. b"]),
        ("1. a\n1. b\n2. c", ["1. a", "1. b", "2. c"]),
        ("12. a\n12. b", ["12. a", "12. b"]),
        ('="', ['="']),
        ('="a" b', ['="a" b']),
        ('a="b"', ['a="b"']),
        ("=a", ["=a"]),
        ("{a}", ["{a}"]),
    ],
)
def test_signs_that_are_part_of_a_value_stay(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@pytest.mark.parametrize(
    "pasted",
    [
        "1. a\n2. b\n3. c",
        "1) a\n2) b\n3) c",
        "7. a\n8. b\n9. c",
        "1. a\n3. b\n4. c",
        "0) a\n10) b\n200) c",
        "1. a\n1. b\n1. c",
        "[0] => a\n[2] => b\n[3] => c",
        '="a"\n="b"\n="c"',
        '="a"\t="b"\t="c"',
        '="a","b",="c"',
        '"=""a"""\n"=""b"""\n"=""c"""',
        '{"x":"a"}\n{"x":"b"}\n\n{"x":"c"}',
        "0: 'a'\n1: 'b'\n2: 'c'",
        "[0] => a\n[1] => b\n[2] => c",
        "- a\n- b\n- c",
        "* a\n* b\n* c",
        "\u2022\ta\n\u2022\tb\n\u2022\tc",
        "- 'a'\n- 'b'\n- 'c'",
        "| a |\n|---|\n| b |\n| c |",
        "+---+\n| a |\n+---+\n| b |\n| c |\n+---+",
    ],
)
def test_what_marks_the_lines_of_a_list_is_no_part_of_its_values(pasted: str) -> None:
    assert read_many(pasted) == ABC


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ("a['", ["a['"]),
        ("['a['", ["a["]),
        ("x['y", ["x['y"]),
        ("a[', b", ["a['", "b"]),
        ("a[b', c]", ["a[b'", "c]"]),
        ("a['b', 'c']", ["b", "c"]),
        ("['a', 'b', 'c", ["a", "b", "'c"]),
        ("[(a) b, c (d)]", ["(a) b", "c (d)"]),
        ("((a) b, c (d))", ["(a) b", "c (d)"]),
        ("[a (b), (c) d]", ["a (b)", "(c) d"]),
        ("[(a) (b), {c}d, e]", ["(a) (b)", "{c}d", "e"]),
        ("[(a b, c) d]", ["(a b", "c) d"]),
        ("[f(x), g(y)]", ["f(x)", "g(y)"]),
        ("[f(a, b), c]", ["f(a", "b)", "c"]),
        ("[x[0], x[1]]", ["x[0]", "x[1]"]),
        ("[(a) 'b', c]", ["(a) 'b'", "c"]),
        ("[(a), (b)]", ["a", "b"]),
        ("[[a], [b]]", ["a", "b"]),
        ("[(a, b), (c, d)]", ["a", "b", "c", "d"]),
        ("[('a', b), (c, 'd')]", ["a", "b", "c", "d"]),
        ("[(a) , ( b )]", ["a", "b"]),
        ("[[(a)], [(b) c]]", ["a", "(b) c"]),
    ],
)
def test_brackets_of_a_value_stay_and_those_of_the_list_go(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@given(st.text())
def test_every_value_that_was_pasted_fits_on_a_line(text: str) -> None:
    values: list[JsonValue] = []
    with suppress(UnreadListError):
        values = [*read_many(text)]
    assert not values or is_many(values)


_LISTS = st.text("ab'\"`\u201c\u201d\u00ab\u00bb,;|\n\t ()[]{}#/-*\\=1.", max_size=40)


@given(_LISTS)
@example("a['")
@example("[(a) b, c (d)]")
def test_no_letter_gets_lost(text: str) -> None:
    try:
        found = "".join(read_many(text))
    except UnreadListError:
        assert isinstance(json.loads(text), dict | list)
        return
    assert set(found) <= set(text) | {" "}
    if not any(sign in text for sign in ("#", "//", "--", "/*", "\\", "=", "1")) and not re.search(r"\w[\[({]", text):
        assert [each for each in found if each in "ab"] == [each for each in text if each in "ab"]


_WORD = st.text(st.characters(categories=("L", "Nd")), min_size=1).filter(lambda text: trimmed(text) == text)


@given(st.lists(st.lists(_WORD, min_size=1, max_size=3).map(" ".join), min_size=2))
def test_a_column_of_plain_values_is_read_as_it_is(values: list[str]) -> None:
    assert read_many("\n".join(values)) == values


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Cn"))), min_size=1))
def test_json_gives_what_it_says(values: list[str]) -> None:
    wanted = [trimmed(each) for each in values if trimmed(each)]
    assert read_many(json.dumps(values)) == wanted


@pytest.mark.parametrize(
    ("pasted", "value"), [('="123"', "123"), ('="0123"\n', "0123"), ('"=""0123"""', "0123"), ('="a ""b"""', 'a "b"')]
)
def test_what_a_spreadsheet_is_to_take_for_text(pasted: str, value: str) -> None:
    assert read_many(pasted) == [value]


@pytest.mark.parametrize(
    "pasted",
    [
        '[{"id":1,"n":2}]',
        '{"a":1}',
        '{"a":"b","c":["d"]}',
        "{}",
        "[{}]",
        '[{"a":[1,2]}]',
        '["x",{"a":1,"b":2}]',
        '[{"a":{"b":1}}]',
        '{"a":1,"b":2}\n{"a":3,"b":4}',
        ' {"a": null}\n',
    ],
)
def test_json_that_holds_no_list_of_values_is_refused(pasted: str) -> None:
    with pytest.raises(UnreadListError) as raised:
        read_many(pasted)
    assert raised.value.reason is Unread.NO_LIST


PIECES = [
    *"a1#/-*,;|\t\n\r \u200b\u00a0\\'\"`\u201c\u201d\u201e\u00ab\u00bb\u2039\u300c()[]{}=+.$:@",
    *(
        "# ",
        "//",
        "-- ",
        "/*",
        "*/",
        "/* */",
        "a(",
        "f('",
        "in ",
        "in (",
        "('",
        "['",
        "'x,",
        '"x,',
        "'a' ",
        "a,",
        "x (",
    ),
    *("'',", "''',", "\\'", "'\\", "\u00aba,", "\u300ca,", "\u201ea\n", "not ", "new ", "u'", '="', "1. a\n", "- a\n"),
    *(
        "| a |\n",
        "|\n",
        "| ",
        "# '\n",
        "/*'*/",
        ",]",
        "; )",
        "'a'#'\n",
        "\r\n",
        '"a"]',
        "{}",
        '{"a":1}\n',
        "[1],",
        "\\n",
    ),
]
BEFORE = ["", "(", "['x', a", '["x", "', '"a"', "x = [", "in ('", "'", "\u00ab", "|"]
BEHIND = ["", "x", "\n1, 2)", "\nx|\n|x", "'", "]"]


@pytest.mark.timeout(60)  # what doubles or grows with the third power of the text hangs at the first of these
@pytest.mark.parametrize("before", BEFORE)
def test_a_text_of_one_piece_comes_to_an_end(before: str) -> None:
    for at, piece in enumerate(PIECES, BEFORE.index(before)):
        with suppress(UnreadListError):
            read_many(before + (piece * 1_500)[:1_500] + BEHIND[at % len(BEHIND)])


@pytest.mark.parametrize(
    ("pasted", "values"),
    [
        ("(" + "# " * 16 + "\n1, 2)", ["1", "2"]),
        (
            "(# comment with # many # hash # signs # and # more # of # them # to # the # end # of # it\n1, 2, 3)",
            list("123"),
        ),
        ("(-- a // b # c -- 'd'\n'a', 'b')", ["a", "b"]),
        ("(" + "/* */" * 3_000 + "'a')", ["a"]),
        ('"a"' + " " * 20_000 + "x", ['"a"' + " " * 20_000 + "x"]),
        ('["x", a' + "]" * 40_000, ["x", "a"]),
        ("['x', " + "[" * 40_000 + "a", ["x", "a"]),
        ("|" + " " * 20_000 + "x|\n|b|", ["x", "b"]),
        ("'a', 'b'" + " )" * 20_000, ["a", "b"]),
    ],
)
def test_what_took_for_ever_is_read(pasted: str, values: list[str]) -> None:
    assert read_many(pasted) == values


@pytest.mark.parametrize(
    "text",
    [
        "'a'," * (MOST_TAKEN_APART // 3) + "b,",
        "'a' " * (MOST_TAKEN_APART // 2 + 1),
        "(" + "b," * (MOST_TAKEN_APART + 1) + "(c))",
        "['a'" + "b" * 200_000 + ", 'c']",
        "a" * (MOST_SIGNS + 1),
        "\u200b" * (MOST_SIGNS + 1),
    ],
)
def test_a_text_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(UnreadListError) as raised:
        read_many(text)
    assert raised.value.reason is Unread.TOO_LONG


@pytest.mark.parametrize("text", ["+79161234567\n" * 50_000, json.dumps(["+79161234567"] * 50_000)])
def test_a_long_column_and_a_long_json_list_are_read(text: str) -> None:
    assert read_many(text) == ["+79161234567"] * 50_000


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("'x," * 9_000, 9_000),
        ('"x,' * 9_000, 9_000),
        ('"a",' * 30_000, 30_000),
        ("'a' " * 9_000, 9_000),
        ('""' * 14_000, 1),
        ("[" * 60_000, 1),
        ("(" * 60_000 + "'", 1),
        ("in " * 60_000 + "(a)", 1),
        ("a\n" * 30_000, 30_000),
        ("," * 200_000, 0),
        (";|\t, " * 100_000, 0),
        ("a," * 200_000, 200_000),
        ("a,b;" * 100_000, 100_000),
        ("a;b,c;" * 50_000, 150_000),
        ("(" + "1, " * 100_000 + "2)", 100_001),
        ("a, b\n" * 100_000, 100_000),
        ("a\n|;,\n" * 50_000, 50_000),
    ],
)
def test_a_long_text_is_read_in_the_time_that_a_test_has(text: str, number: int) -> None:
    assert len(read_many(text)) == number
