"""Keys as programs and letters write them: within quotes, behind the sign of a list, an address within its brackets."""

import re
from typing import Final

_QUOTES: Final = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
_ANGLED: Final = re.compile(r"[^<>]*<([^<>]+)>\s*")
_LIST_SIGN: Final = re.compile(r"(?:[\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7*\u2013\u2014-]|\d{1,3}[.)])\s+(?=\S)")
"""The sign of a point, or its number, before what stands in it."""


_VALUES: Final = re.compile(r"(?:.*\b(?:values|in|array)\s*)?[(\[{]+\s*[NE]?(['\"`].*?['\"`]?)\s*[)\]}]*;?", re.I)
"""A value as commands of a database and programs have it: `('79123456789')`, `VALUES ('XukL1FrVoL'`, `["a@b.com"]`."""
_LONGEST: Final = 500
"""Characters beyond which a text is no key with something around it: an address has 254 (RFC 5321). Ours."""
_VALUE_ENDS: Final = re.compile(r"(['\"`].*?['\"`])\s*[)\]}]+;?")


def less_brackets(text: str) -> str:
    """The text less the brackets of commands and programs around a value in quotes; the same where there are none."""
    found = len(text) <= _LONGEST and (_VALUES.fullmatch(text) or _VALUE_ENDS.fullmatch(text))
    return found[1] if found else text


def unquoted(text: str) -> str:
    """The text less the quotes around it, those of a sheet too: `="XukL1FrVoL"`, and `'XukL1FrVoL` for a text."""
    if text and (text[0] in _QUOTES or text[-1] in _QUOTES or text[0] == "="):
        return text.removeprefix("=").strip(_QUOTES).strip()
    return text


def address_in(text: str) -> str:
    """The e-mail in a text as mail programs write it: `Anna <anna@example.com>`, `mailto:`, `'anna@example.com'`."""
    if angled := _ANGLED.fullmatch(text):
        text = angled[1]
    return unquoted(unquoted(less_brackets(text.strip())).removeprefix("mailto:").strip())


def less_list_sign(text: str) -> str:
    """The text less the sign or the number that makes a point of a list of it; the same where there is none."""
    found = _LIST_SIGN.match(text)
    return text[found.end() :] if found else text
