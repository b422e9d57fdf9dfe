"""The text that an account adds to each SMS, as how to opt out: where it is joined, and where it stands already."""

from typing import Final

_HANGS: Final = frozenset(".,:;!?)]}…»")
"""Signs that follow a word without a blank."""


def with_suffix(text: str, suffix: str) -> str:
    """The text as it is sent: the suffix at its end, once, a blank between them unless one stands there already.

    Blanks around the suffix do not count, line breaks before it are kept. A text of nothing but blanks is left alone.
    """
    if not text.strip() or not suffix.strip() or own_length(text, suffix) < len(text):
        return text
    return text + joined_by(text, suffix)


def joined_by(text: str, suffix: str) -> str:
    """Returns the characters that `with_suffix` puts behind a text that does not end with the suffix yet."""
    breaks = len(suffix) - len(suffix.lstrip())
    between, words = suffix[:breaks], suffix.strip()
    if text[-1:].isspace() and not between.strip(" "):
        between = ""
    elif not between and words[:1] not in _HANGS:
        between = " "
    return between + words


def own_length(text: str, suffix: str) -> int:
    """Counts a text's own characters, before the suffix that it ends with and the blanks between them.

    All of them where it does not end with it. Ending within a word is not ending with it: "nonstop" has no "stop".
    """
    words = suffix.strip()
    trimmed = text.rstrip()
    if not words or not trimmed.endswith(words):
        return len(text)
    own = trimmed[: len(trimmed) - len(words)]
    if own[-1:].isalnum() and words[0].isalnum():
        return len(text)
    return len(own.rstrip())
