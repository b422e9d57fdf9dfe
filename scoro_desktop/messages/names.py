"""Names that people give to what they keep, as they are kept: one line, with nothing in it that nobody can see."""

from typing import Final

from scoro_desktop import late
from scoro_desktop.invisible import Kind, find

_NO_LINE: Final = late.pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Controls, breaks of lines among them, and halves of pairs: no line holds them."""


def as_name(text: str) -> str:
    """The name that a text is kept as: a blank for each break, tab and run of blanks; no marks of direction.

    A name that turns the direction of what stands beside it, or that looks like another's, would mislead. Empty where
    nothing is left.
    """
    while (seen := _without_hidden(text)) != text:  # a joiner is a matter of spelling only beside what it joins
        text = seen
    return " ".join(as_line(seen).split())


def _without_hidden(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for hidden in find(text):
        pieces += [text[end : hidden.offset], " " if hidden.kind is Kind.BLANK else ""]
        end = hidden.offset + 1
    return "".join([*pieces, text[end:]])


def as_line(text: str) -> str:
    """The text in one line, to the letter but for what no line holds, which becomes a blank."""
    return _NO_LINE.sub(" ", text)
