"""Characters as people count them, by the newest of Unicode's own tests."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages import characters

CASES = Path(__file__).with_name("GraphemeBreakTest.txt")


def unicode_cases() -> Iterator[list[str]]:
    """The texts of Unicode's test, each in the pieces that it says."""
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pieces = line.replace("×", " ").split("÷")
            yield ["".join(chr(int(code, 16)) for code in each.split()) for each in pieces if each.strip()]


def pieces(text: str) -> list[str]:
    starts = [0, *characters.ends(text)]
    return [text[start:end] for start, end in itertools.pairwise(starts)]


def test_unicodes_own_cases() -> None:
    cases = list(unicode_cases())
    assert len(cases) == 853
    assert [each for each in cases if pieces("".join(each)) != each] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("क 👋", 3),
        ("สวัสดี 🎉🎊", 7),
        ("❤️‍🔥🇷🇺", 2),
        ("क्षि", 1),
        ("🇷🇺🇺", 2),
        ("👩🏽‍🚀👩🏽‍🚀", 2),
        ("e\u0301\u0323", 1),
        ("각", 1),
        ("1️⃣", 1),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿!", 2),
        ("", 0),
        ("abc", 3),
        ("Распродажа «всё»", 16),
        ("a\r\nb", 3),
        ("©\u200d©", 1),
        ("\u200da", 2),
    ],
)
def test_how_many_people_count(text: str, number: int) -> None:
    assert characters.count(text) == number


@given(st.text(st.characters(max_codepoint=0x2100) | st.sampled_from("👋🇷🇺\u200d\ufe0f\r\n\u2028"), max_size=12))
def test_the_short_way_says_the_same_as_the_table(text: str) -> None:
    assert characters.ends(text) == [match.end() for match in characters._character().finditer(text)]


def test_the_table_is_loaded_only_for_a_text_that_needs_it() -> None:
    code = (
        "import sys; from scoro_desktop.messages import characters;"
        "characters.ends('Распродажа — 50 %, «всё» for 5 €\\n'); assert 'regex' not in sys.modules;"
        "characters.ends('👋'); assert 'regex' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
