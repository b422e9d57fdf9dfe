"""The text of a query in pieces: those of JSON, and those that people write for JSON."""

import enum
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from scoro_desktop import late


class Kind(enum.Enum):
    """The kind of a piece of text. The first four are JSON, the rest only resembles it."""

    PUNCTUATION = "punctuation"  # { } [ ] , :
    STRING = "string"  # in double quotes; maybe with bad escapes
    NUMBER = "number"  # maybe misspelled
    WORD = "word"  # true, false, null, or words without quotes, as many as stand side by side
    UNCLOSED = "unclosed"  # a string that runs to the end of its line
    SINGLE_QUOTED = "single_quoted"
    CURLY_QUOTED = "curly_quoted"
    SHELL_VALUE = "shell_value"
    COMMENT = "comment"
    OTHER = "other"


class Token(NamedTuple):
    """A piece of the text: what it is, where it starts (in code points), and its letters."""

    kind: Kind
    offset: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.offset + len(self.text)


# Where a closing sign may fail to come, the search for it is bounded, so that the whole stays linear.
_TOKEN: Final = late.pattern(
    r"""
      (?P<punctuation> [{}\[\],:] )
    | (?P<string> "[^"\\\n]*(?:\\[^\n][^"\\\n]*)*" )
    | (?P<unclosed> "[^"\\\n]*(?:\\[^\n][^"\\\n]*)*\\? )
    | (?P<number> -?Infinity\b | [-+]?\.?[0-9][\w.+\-]* )
    | (?P<shell_value> (?:new[ ]+)?[A-Za-z]\w*\([^()\n]*\) | /(?![*/])(?:[^/\\\n]|\\.){1,100}/[a-z]* )
    | (?P<word> (?:true|false|null|True|False|None|NaN|Infinity)(?=[\s,{}\[\]:]|\Z)
        | (?:[^\W\d]|\$) [^\s,{}\[\]:"/\#]* (?:[ \t]+ [^\s,{}\[\]:"/\#]+)* )
    | (?P<single_quoted> '(?:[^'\\\n]|\\.){0,100}' )
    | (?P<curly_quoted> [\u2018-\u201f\u00ab][^\u2018-\u201f\u00ab\u00bb"\n]*
        (?:\u00ab[^\u2018-\u201f\u00ab\u00bb"\n]*){0,3} [\u2018-\u201f\u00bb"] )
    | (?P<comment> //[^\n]* | /\*(?:[^*]|\*(?!/))*(?:\*/|\Z) | \#[^\n]* )
    | (?P<other> [^ \t\r\n] )
    """,
    re.VERBOSE,
)


_KINDS: Final = {kind.value: kind for kind in Kind}


def token_from(text: str, offset: int) -> Token | None:
    """The first piece from an offset on, which must not lie within one; None behind the last."""
    match = _TOKEN.search(text, offset)
    return None if match is None else Token(_KINDS[match.lastgroup or ""], match.start(), match.group())


def tokens(text: str) -> Iterator[Token]:
    """Every piece of the text in order; what lies between two of them is JSON's white space."""
    for match in _TOKEN.finditer(text):
        yield Token(_KINDS[match.lastgroup or ""], match.start(), match.group())
