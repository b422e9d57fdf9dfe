"""The words in which two texts differ, in bold: each text as markup, with whatever looks like markup in it escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scoro_desktop.ui.kit.plain_text import escaped_markup

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORDS: Final = 600
"""The most words of a text that are held against those of another: some 20 ms. Longer ones are bold as a whole."""


def marked(left: str, right: str) -> tuple[str, str]:
    """Two texts as markup in which what only one of them has is bold."""
    one, other = _WORD.findall(left), _WORD.findall(right)
    if max(len(one), len(other)) > MOST_WORDS or not one or not other:
        return _bold(left), _bold(right)
    from difflib import SequenceMatcher

    parts: tuple[list[str], list[str]] = ([], [])
    for kind, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        is_same = kind == "equal"
        for side, words in zip(parts, (one[i:j], other[k:m]), strict=True):
            side.append(_text(words) if is_same else _bold(_joined(words)))
    return "".join(parts[0]), "".join(parts[1])


def as_markup(text: str) -> str:
    """A text as markup that shows it to the letter, its breaks of lines and blanks as well."""
    return f"<span style='white-space:pre-wrap'>{text}</span>"


def _joined(words: Sequence[str]) -> str:
    return "".join(words)


def _text(words: Sequence[str]) -> str:
    return escaped_markup(_joined(words))


def _bold(text: str) -> str:
    return f"<b>{escaped_markup(text)}</b>" if text else ""
