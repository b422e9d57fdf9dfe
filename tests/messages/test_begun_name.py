"""A name that is being typed between two braces, wherever the cursor stands in it."""

import pytest

from scoro_desktop.messages.begun_name import BegunName, begun_name


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("|", None),
        ("{|", None),
        ("{{|", BegunName("")),
        ("Hi {{na|", BegunName("na")),
        ("Hi {{na| me", BegunName("na")),
        ("{{|Hi {{name}}", BegunName("")),
        ("{{first na|", BegunName("first na")),
        ("{{na|me}}", BegunName("na", "me", is_closed=True)),
        ("{{na|me|friend}} {{x}}", BegunName("na", "me", is_closed=True)),
        ("{{{na|", BegunName("na")),
        ("{{name}}|", None),
        ("{{name}} {{x|", BegunName("x")),
        ("{{a}b|", None),
        ("{{a{b|", None),
        ("{{" + "a" * 60 + "|", BegunName("a" * 60)),
        ("{{" + "a" * 61 + "|", None),
        ("{{na|" + "b" * 59 + "}}", BegunName("na")),
    ],
)
def test_where_the_cursor_stands(line: str, found: BegunName | None) -> None:
    """It stands where the first bar is."""
    before, _, after = line.partition("|")
    assert begun_name(before, after) == found


def test_a_fallback_is_no_name() -> None:
    assert begun_name("{{name|fri", "end}}") is None
    assert begun_name("{{name|", "}}") is None
