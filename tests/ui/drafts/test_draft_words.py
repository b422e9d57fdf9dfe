import pytest

from scoro_desktop.ui.drafts.draft_words import beginning


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Weekend sale for those who wait", 16, "Weekend sale for"),
        ("Weekend sale for those who wait", 17, "Weekend sale for"),
        ("Weekend sale for those who wait", 15, "Weekend sale"),
        ("Weekend sale", 40, "Weekend sale"),
        ("Weekend", 7, "Weekend"),
        ("Unbreakable", 5, "Unbre"),
        ("", 5, ""),
    ],
)
def test_a_name_is_proposed_in_whole_words(text: str, most: int, expected: str) -> None:
    assert beginning(text, most) == expected
