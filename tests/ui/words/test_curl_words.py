"""Every code that reading a command gives has words, with nothing left to fill in."""

import pytest

from scoro_desktop.curl.reading import CURL_CODES, Finding, Shell
from scoro_desktop.ui.words import curl_words


@pytest.mark.parametrize(("code", "names"), CURL_CODES.items())
def test_a_finding_has_words(code: str, names: tuple[str, ...]) -> None:
    text = curl_words.finding(Finding(code, {name: f"<{name}>" for name in names}))
    assert "Something is wrong with" not in text
    assert "{" not in text
    assert [name for name in names if f"<{name}>" not in text] == []


def test_an_unknown_finding_still_says_something() -> None:
    assert "brand_new" in curl_words.finding(Finding("brand_new"))


def test_an_address_without_a_call_is_not_quoted_empty() -> None:
    assert "“" not in curl_words.finding(Finding("other_call", {"call": ""}))


def test_numbers_are_written_as_people_write_them() -> None:
    assert "(1,200)" in curl_words.finding(Finding("several_data", {"count": 1200}))


def test_every_shell_has_a_name_of_its_own() -> None:
    assert len({curl_words.shell_name(shell) for shell in Shell}) == len(Shell)
