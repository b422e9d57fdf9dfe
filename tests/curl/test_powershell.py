"""The signs of PowerShell itself: the rest of a line as it stands, and escapes behind a backtick."""

import pytest

from scoro_desktop.curl.powershell import read_powershell
from scoro_desktop.curl.reading import read_curl
from tests.curl.test_reading import SHORT_SMS, URL


def words(text: str) -> list[list[str]]:
    return [[word.text for word in command.words] for command in read_powershell(text, 0)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r'curl.exe --% -d "{\"a\":1}" http://h', [["curl.exe", "-d", '{"a":1}', "http://h"]]),
        (r'curl.exe --% -d "a | b', [["curl.exe", "-d", "a "], ["b"]]),
        ("curl.exe --% -s\ncurl.exe -v", [["curl.exe", "-s"], ["curl.exe", "-v"]]),
        ('irm "a`u{1F600}b`n`"c`""', [["irm", 'a\U0001f600b\n"c"']]),
        ('irm "a`u{110000}"', [["irm", "au{110000}"]]),
        ("irm `$x", [["irm", "$x"]]),
    ],
)
def test_a_line_is_read_as_powershell_reads_it(text: str, read: list[list[str]]) -> None:
    assert words(text) == read


def test_a_command_behind_the_sign_of_the_rest_is_a_request() -> None:
    escaped = SHORT_SMS.replace('"', r"\"")
    reading = read_curl(f'curl.exe --% {URL} -d "{escaped}"')
    assert (reading.problems, reading.body) == ((), read_curl(SHORT_SMS).body)
