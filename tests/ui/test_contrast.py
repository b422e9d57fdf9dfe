"""Every scheme can be read: 4.5 to 1 at least between words and what they stand on (WCAG 2.2, 1.4.3)."""

import itertools

import pytest

from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours

pytestmark = pytest.mark.looks

WORDS = ("text", "muted", "accent", "good", "caution", "danger")
CODE = ("code_key", "code_operator", "code_text", "code_number", "code_date")
LEAST = 4.5


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_words_can_be_read_on_what_they_stand_on(scheme: Colours) -> None:
    pairs = [
        *itertools.product(WORDS, ("window", "surface")),
        *itertools.product(CODE, ("window", "surface")),  # an editor, and one that can only be read
        *itertools.product(("text", "muted"), ("hover", "selection")),
        *itertools.product(("good", "caution", "danger"), ("hover", "selection")),  # an outcome in a selected row
        ("on_accent", "accent"),
    ]
    faint = {pair: contrast(getattr(scheme, pair[0]), getattr(scheme, pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_the_white_word_of_an_environment_can_be_read_on_its_colour(scheme: Colours) -> None:
    assert min(contrast("#FFFFFF", each) for each in (scheme.sandbox, scheme.test, scheme.production)) >= LEAST
