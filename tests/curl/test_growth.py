"""The cost of reading grows no faster than the text, whatever it repeats: counted in calls, not timed."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from scoro_desktop.curl.reading import LENGTH_MAX, MOST_FINDINGS, Finding, read_curl
from scoro_desktop.curl.script import Command, Word
from scoro_desktop.curl.start import first_curl
from tests.curl.test_reading import SHORT_SMS, URL, codes, read
from tests.examples import NEW, how_much

PIECES = [
    "a=b ",
    "'",
    '"',
    "\\",
    "^",
    "`",
    "$(",
    "${",
    "${a",
    "$x",
    "$x = ",
    "$x=",
    "%a",
    "%A%",
    "!",
    "~",
    "#",
    "# ",
    "&",
    "|",
    "<<E\n",
    "<<-E\n\t",
    "<<E <<F ",
    "cat <<E\n",
    "<<< ",
    ">",
    "2>",
    ";",
    "(",
    "@(",
    "@{",
    "{",
    "}",
    "[",
    '{"a":',
    '"a",',
    "curl ",
    "\ncurl\n",
    "curl\\x\n",
    "- curl\n",
    "curl -d x\n",
    "| curl ",
    "irm ",
    "Curl -d\n",
    "sudo ",
    "timeout 5 ",
    "-d ",
    "-d @- ",
    "-d @x ",
    "-H ",
    "-H 'x: y' ",
    "-Hx:y ",
    "--x ",
    "-x ",
    "--% ",
    "--url http://a b ",
    "@",
    "—d ",
    "&quot;",
    "''",
    '""',
    '\\"',
    "'\\''",
    "\\\n",
    "^\n",
    "`\n",
    "\\ ",
    "\\\n#\n",
    "\\\n\n",
    "\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\u2028",
    "@'\n",
    '@"\n',
    "\n'@\n",
    "('x')",
    '@("x")',
    "$'\\x41",
    "\\x41",
    "\\u0041",
    "\\0101",
    "`u{41}",
    "$([char]65)",
    "\ud83d\ude00",
    "“",
    "‘",
    "’",
    "x’y",
    "“{",
    "“x ",
    "> ",
    "> -d x\n",
    "```\n",
    "```sh\n",
    "1 ",
    "1\n",
    "\x1b[0m",
    "$ ",
    "\n$ ",
    "a@b:~$ ",
    "PS C:",
]
BEFORE = ["", "curl -d ", "irm -Body '", 'curl.exe ^"', f"curl {URL} -d @- <<E\n{SHORT_SMS}\nE\n", "{"]


def calls_in(work: Callable[[], object]) -> int:
    """Counts the calls of Python's and of C's functions that the work takes."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_the_count_finds_what_grows_with_the_square() -> None:
    def square(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                len("")

    assert calls_in(lambda: square(40)) > 12 * calls_in(lambda: square(10))


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_about_four_times_the_calls(piece: str) -> None:
    place = PIECES.index(piece)
    for before in BEFORE if NEW else ("", BEFORE[1 + place % (len(BEFORE) - 1)]):
        short, long = (before + (piece * size)[:size] for size in (200, 800))
        once = calls_in(lambda text=short: read_curl(text))  # type: ignore[misc]
        assert calls_in(lambda text=long: read_curl(text)) < 5 * once + 1700, before  # type: ignore[misc]


class Words(list[Word]):
    """Words that count how many of them are copied when a part is taken."""

    copied = 0

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        if isinstance(key, slice):
            Words.copied += len(found)
            return Words(found)
        return found


def test_what_stands_before_the_program_is_taken_off_at_once() -> None:
    assigned = Word()
    assigned.add("a=b", 0)
    Words.copied = 0
    assert first_curl([Command(words=Words([assigned] * 1000))]) is None
    assert Words.copied < 5000


@pytest.mark.timeout(60)  # a pattern that looks through the rest of the text at every place is not counted: it hangs
@pytest.mark.parametrize("piece", ["${", "${a", "“{", "PS ", "a/", "<<'"])
def test_a_long_text_of_one_piece_comes_to_an_end(piece: str) -> None:
    read('curl -d "' + (piece * how_much(50_000))[: how_much(50_000)])


def test_a_text_that_is_too_long_is_not_read_and_it_is_said() -> None:
    text = f"curl {URL} -d '{SHORT_SMS.replace('hi', 'x' * LENGTH_MAX)}'"
    reading = read(text)
    assert reading.problems == (Finding("too_long", {"limit": LENGTH_MAX}),)
    assert calls_in(lambda: read_curl(text)) < 50
    assert read(text.replace("x" * 1000, "", 1)).request is not None


def test_only_so_much_is_said_of_one_text() -> None:
    reading = read(f"curl {URL} -d '{SHORT_SMS}' " + " ".join(f"$x{number}" for number in range(how_much(5000))))
    assert len(reading.notes) == MOST_FINDINGS
    (named,) = read(f"curl {URL} -d '{SHORT_SMS}' " + " ".join(f"-H 'x{n}: y'" for n in range(how_much(5000)))).notes
    assert str(named.params["names"]).endswith("x19, …")


def test_what_a_program_reads_is_there_once() -> None:
    """Otherwise some lines would fill the memory: each `-d @-` would be all of it again."""
    reading = read(f"curl {URL} {'-d @- ' * 3} <<E\n{SHORT_SMS}\nE")
    assert codes(reading.problems) == ["several_data"]
    reading = read(f"curl {URL} {'--json @- ' * 3} <<E\n{SHORT_SMS}\nE")
    assert reading.request is not None


def test_a_text_that_names_no_command_is_read_by_no_shell() -> None:
    text = "a=b " * (LENGTH_MAX // 4)
    assert calls_in(lambda: read_curl(text)) < 2_000
    assert codes(read_curl(text).problems) == ["no_command"]
