import unicodedata

import pytest

from scoro_desktop.messages.emoji import COUNTRIES, GROUPS, VS16, Finder, all_emoji, flag
from scoro_desktop.ui.emoji.emoji_words import emoji_words


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(emoji_words())


def test_each_emoji_is_there_once_and_known_to_this_python() -> None:
    texts = [each.text for each in all_emoji()]
    assert len(texts) == len(set(texts)) > 1200
    assert {each.group for each in all_emoji()} == set(GROUPS)
    assert all(unicodedata.name(each.text[0], "") for each in all_emoji())
    assert all(each.name for each in all_emoji())


def test_what_is_a_letter_by_itself_asks_for_colour_and_what_is_not_does_not() -> None:
    texts = {each.text for each in all_emoji()}
    assert {"\u2764" + VS16, "\u2600" + VS16, "\U0001f321" + VS16, "1" + VS16 + "\u20e3"} <= texts
    assert {"\u2705", "\u2b50", "\U0001f600", "\U0001f3e0"} <= texts
    assert not {"\u2764", "\U0001f600" + VS16} & texts


def test_flags_are_two_letters() -> None:
    assert flag("RU") == "\U0001f1f7\U0001f1fa"
    assert {flag(code) for code in COUNTRIES} <= {each.text for each in all_emoji()}


def test_every_word_of_ours_is_about_an_emoji_that_is_there() -> None:
    assert emoji_words().keys() <= {each.text for each in all_emoji()}
    assert len([words for words in emoji_words().values() if not words.isascii()]) > 300
    assert all(" " not in key and words.strip() == words and words for key, words in emoji_words().items())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("подарок", "🎁"),
        ("ПОДАР", "🎁"),
        ("ёлка", "🎄"),
        ("елка", "🎄"),
        ("день рождения", "🎂"),
        ("флаг росс", flag("RU")),
        ("heart", "❤️"),
        ("fire", "🔥"),
        ("FIRE", "🔥"),
        ("sale", "🔥"),
        ("japan", flag("JP")),
        ("🎁", "🎁"),
    ],
)
def test_it_is_found_by_words_of_both_languages(finder: Finder, text: str, found: str) -> None:
    assert found in [each.text for each in finder.find(text)]


def test_a_whole_word_comes_before_a_beginning(finder: Finder) -> None:
    names = [each.name for each in finder.find("cat")]
    whole = [("cat" in name.split()) for name in names]
    assert any(whole)
    assert whole == sorted(whole, reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "qqqq", "подарокк"])
def test_nothing_is_found(finder: Finder, text: str) -> None:
    assert finder.find(text) == []
