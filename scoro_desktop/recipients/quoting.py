"""Keys as programs and letters write them: within quotes, behind the sign of a list, an address within its brackets."""

import re
from typing import Final

_QUOTES: Final = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
_ANGLED: Final = re.compile(r"[^<>]*<([^<>]+)>\s*")
_LIST_SIGN: Final = re.compile(r"(?:[\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7*\u2013\u2014-]|\d{1,3}[.)])\s+(?=\S)")
"""The sign of a point, or its number, before what stands in it."""


def unquoted(text: str) -> str:
    """The text less the quotes around it, those of a sheet too: `="XukL1FrVoL"`, and `'XukL1FrVoL` for a text."""
    if text and (text[0] in _QUOTES or text[-1] in _QUOTES or text[0] == "="):
        return text.removeprefix("=").strip(_QUOTES).strip()
    return text


def address_in(text: str) -> str:
    """The e-mail in a text as mail programs write it: `Anna <anna@example.com>`, `mailto:`, `'anna@example.com'`."""
    if angled := _ANGLED.fullmatch(text):
        text = angled[1]
    return unquoted(unquoted(text.strip()).removeprefix("mailto:").strip())


def less_list_sign(text: str) -> str:
    """The text less the sign or the number that makes a point of a list of it; the same where there is none."""
    found = _LIST_SIGN.match(text)
    return text[found.end() :] if found else text
