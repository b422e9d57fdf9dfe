"""From a text to the lines that a phone shows: nothing is lost unsaid, and no character is cut in two."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.phone.cut_text import ELLIPSIS, READ, CutText, count_characters, lay_out, reads_from_right
from tests.examples import how_many
from tests.ui.compose.messages import HARD_TEXTS

WIDE = 100_000
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ACCENTED = "e\u0301\u0323"
FLAG = "\U0001f1f5\U0001f1f9"


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """There are no fonts without an application."""


def font() -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(14)
    return font


def width_of(text: str) -> float:
    return QFontMetricsF(font()).horizontalAdvance(text)


def shown(cut: CutText) -> list[str]:
    return [line.text for line in cut.lines]


def whole(text: str, lines: int) -> str:
    """A text as it is set: halves of surrogate pairs replaced, line breaks one character, no blanks at its end."""
    read = text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    for each in "\n\v\f\r\x85\u2028\u2029":
        read = read.replace(each, " " if lines == 1 else "\u2028")
    return "".join(" " if unicodedata.category(each) == "Cc" else each for each in read).rstrip()


def ink(text: str) -> str:
    """The part of a text that can be seen."""
    return "".join(text.replace("\ufeff", "\u2060").replace("\ufffe", "\ufffd").split())


texts = (
    st.sampled_from(HARD_TEXTS) | st.text(st.characters(), max_size=80) | st.text("aש م\u0301\U0001f600\n", max_size=80)
)


@settings(max_examples=how_many(150), deadline=None)
@given(texts, st.integers(1, 5), st.floats(5, 400), st.none() | st.integers(1, 60))
def test_what_is_seen_and_what_is_cut_make_up_the_text(
    text: str, lines: int, width: float, characters: int | None
) -> None:
    seen = lay_out(text, font(), width=width, lines=lines, characters=characters)
    assert len(seen.lines) <= lines
    if seen.cut is None:
        assert seen.hidden == 0
        assert ink(seen.text) == ink(whole(text, lines))
    else:
        assert seen.text.endswith(ELLIPSIS)
        assert ink(seen.text.removesuffix(ELLIPSIS)) == ink(whole(text, lines)[: seen.cut])
        assert seen.hidden == max(1, count_characters(whole(text, lines)[seen.cut :].strip()))


@settings(max_examples=how_many(60), deadline=None)
@given(st.text("abc def שלום", min_size=1, max_size=200), st.floats(40, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_place(text: str, width: float, lines: int) -> None:
    seen = lay_out(text, font(), width=width, lines=lines)
    assert all(width_of(line) <= width + 1 for line in shown(seen))


def test_a_text_that_fits_is_whole() -> None:
    assert lay_out("Great match!", font(), width=WIDE, lines=1) == lay_out(
        "Great match! \n", font(), width=WIDE, lines=4
    )
    seen = lay_out("Great match!", font(), width=WIDE, lines=1)
    assert (shown(seen), seen.cut, seen.hidden) == (["Great match!"], None, 0)


def test_a_line_is_cut_where_its_place_ends() -> None:
    room = width_of("m" * 9 + ELLIPSIS) + 0.5
    seen = lay_out("m" * 20, font(), width=room, lines=1)
    assert (shown(seen), seen.cut, seen.hidden) == (["m" * 9 + ELLIPSIS], 9, 11)


def test_a_text_is_cut_after_so_many_characters_though_there_is_room() -> None:
    seen = lay_out("x" * 100, font(), width=WIDE, lines=1, characters=50)
    assert (seen.cut, seen.hidden) == (50, 50)
    seen = lay_out(ACCENTED * 100, font(), width=WIDE, lines=1, characters=50)
    assert (seen.cut, seen.hidden) == (50 * len(ACCENTED), 50)
    assert lay_out("x" * 50, font(), width=WIDE, lines=1, characters=50).cut is None


def test_words_go_to_the_next_line() -> None:
    seen = lay_out("one two three four", font(), width=width_of("one two t"), lines=2)
    assert shown(seen)[0] == "one two"
    assert shown(seen)[1].startswith("three")
    assert lay_out("one two three", font(), width=width_of("one two t"), lines=2).cut is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v"])
def test_a_line_break_breaks_the_line_or_is_a_blank_in_a_place_of_one(end: str) -> None:
    assert shown(lay_out(f"one{end}two", font(), width=WIDE, lines=4)) == ["one", "two"]
    assert shown(lay_out(f"one{end}two", font(), width=WIDE, lines=1)) == ["one two"]


def test_lines_that_find_no_place_are_cut() -> None:
    seen = lay_out("one\ntwo\nthree\nfour", font(), width=WIDE, lines=2)
    assert (shown(seen), seen.cut, seen.hidden) == (["one", "two…"], 7, len("three four"))


@pytest.mark.parametrize(
    "character",
    ["\U0001f600", ACCENTED, FAMILY, FLAG, "ש\u05bc\u05c1", "❤️\u200d🔥", "क्षि", "👋🏽", "🇷🇺", "วั", "👩🏽\u200d🚀"],
)
def test_a_character_is_never_cut_in_two(character: str) -> None:
    assert count_characters(character) == 1
    for room in range(20, 110, 7):
        seen = lay_out(character * 30, font(), width=room, lines=2)
        for line in shown(seen):
            assert ink(line).removesuffix(ELLIPSIS).replace(character, "") == ""
        assert seen.cut is not None
        assert seen.hidden == 30 - seen.cut // len(character)


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        *(("مباراة", True), ("משחק", True), ("2026 משחק", True), ("«שלום»", True), ("\U0001f600 שלום", True)),
        *(("Match משחק", False), ("123", False), ("", False), ("\U0001f600", False), ("Матч", False)),
    ],
)
def test_the_first_letter_says_from_which_side_a_text_is_read(text: str, from_right: bool) -> None:
    assert reads_from_right(text) is from_right


@pytest.mark.parametrize(
    ("text", "characters"), [("क 👋", 3), ("สวัสดี 🎉🎊", 7), ("❤️\u200d🔥🇷🇺", 2), ("🎉🎊" * 30, 60), ("क्षि👋" * 9, 18)]
)
def test_scripts_and_emoji_that_qt_cuts_in_two(text: str, characters: int) -> None:
    assert count_characters(text) == characters
    for room in range(15, 90, 5):
        for lines in (1, 3):
            seen = lay_out(text, font(), width=room, lines=lines)
            assert "\ufffd" not in seen.text
            whole_ones = ink(seen.text.removesuffix(ELLIPSIS))
            assert text.replace(" ", "").startswith(whole_ones)
            left = text[seen.cut :].strip() if seen.cut is not None else ""
            assert seen.hidden == (0 if seen.cut is None else count_characters(left))
            assert (
                seen.cut is None
                or count_characters(text[: seen.cut]) + count_characters(text[seen.cut :]) == characters
            )


def test_each_paragraph_has_a_side_of_its_own() -> None:
    seen = lay_out("שלום\nhello\nمرحبا hello hello hello", font(), width=width_of("hello hello"), lines=6)
    sides = [line.from_right for line in seen.lines]
    assert sides[:3] == [True, False, True]
    assert all(sides[2:])
    assert len(sides) > 3


def test_a_huge_text_is_counted_but_not_laid_out() -> None:
    text = "x y " * 250_000
    seen = lay_out(text, font(), width=300, lines=13, characters=450)
    assert seen.cut is not None
    assert seen.cut <= 450
    assert seen.cut + seen.hidden <= len(text.rstrip()) <= seen.cut + seen.hidden + 1
    assert sum(len(line) for line in shown(lay_out(text, font(), width=WIDE, lines=10**6))) <= READ + 1
