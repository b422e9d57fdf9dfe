"""The words in which two texts differ: bold, and nothing in them is taken for markup."""

import pytest

from scoro_desktop.ui.history.marked import MOST_WORDS, as_markup, marked


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Sale on Friday", "Sale on Sunday", ("Sale on <b>Friday</b>", "Sale on <b>Sunday</b>")),
        ("50% off", "50% off today", ("50% off", "50% off<b> today</b>")),
        ("Скидки до 50%", "Скидки до 70%", ("Скидки до <b>50</b>%", "Скидки до <b>70</b>%")),
        ("a < b", "a > b", ("a <b>&lt;</b> b", "a <b>&gt;</b> b")),
        ("<b>x</b>", "<b>y</b>", ("&lt;b&gt;<b>x</b>&lt;/b&gt;", "&lt;b&gt;<b>y</b>&lt;/b&gt;")),
        ("", "new", ("", "<b>new</b>")),
    ],
)
def test_what_only_one_of_them_has_is_bold(left: str, right: str, expected: tuple[str, str]) -> None:
    assert marked(left, right) == expected


def test_long_ones_are_bold_as_a_whole_and_lines_stay_lines() -> None:
    long = "word " * MOST_WORDS
    assert marked(long, "word") == (f"<b>{long}</b>", "<b>word</b>")
    assert as_markup("a\n  b") == "<span style='white-space:pre-wrap'>a\n  b</span>"
