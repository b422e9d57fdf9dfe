"""A text as a shell sees it: commands of words, where each character of a word knows its place in the text."""

import bisect
import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from scoro_desktop.invisible import name

SMART_SINGLE: Final = "\u2018\u2019\u201a\u201b"
SMART_DOUBLE: Final = "\u201c\u201d\u201e\u201f"
ODD_BLANKS: Final = "\x0b\x0c\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""Characters that web pages, documents and chats make of a blank."""
UNSEEN: Final = "\u00ad\u180e\ufeff" + "".join(
    chr(point)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))
    for point in range(first, last + 1)
)
"""Characters that they put beside words: nobody sees that they are there."""
BLANKS: Final = " \t" + ODD_BLANKS + UNSEEN
"""Characters that are no part of a word, as long as they stand outside of quotes."""
CONTINUED: Final = (
    rf"(?:[{BLANKS}]*(?:\r?\n|[\u2028\u2029\x85])"
    rf"(?:(?:[{BLANKS}]*(?:#[^\n]*|\r)?\n)+(?=[{BLANKS}]*(?:[-\u2010-\u2015'\"{SMART_SINGLE}{SMART_DOUBLE}]|https?://)))?)"
)
"""The gap that may stand between the sign that a line goes on and the next line: blanks left by copying, and lines
without a word (empty ones or comments) where an option, a quote or an address follows. A shell would end the command
there.
"""
VARIABLE_MAX: Final = 200
"""Characters of a variable in braces that are looked through for its end: a text of opened braces would take hours."""
_CURL: Final = re.compile(r"(?i)(?:^|[\\/])(?:curl(?:\.exe)?|irm|iwr|invoke-restmethod|invoke-webrequest)$")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True)
class Finding:
    """Something to be said about the text: a code of `curl_codes.CURL_CODES`, and where it stands.

    `offset` counts code points from 0, and is None where no one place is meant; `length` is what to mark there.
    """

    code: str
    params: Mapping[str, str | int | float] = dataclasses.field(default_factory=dict)
    offset: int | None = None
    length: int = 0


def hidden(character: str, place: int | None) -> Finding:
    """Says of a character outside of quotes, where it is read as a blank or left out, which one it is."""
    code = "odd_blank" if character in ODD_BLANKS else "unseen"
    return Finding(code, {"character": name(character)}, place, 1)


class Word:
    """A word as the program is given it, put together from pieces of the text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._length = 0
        self.quoted = False
        """True if any of it stood in quotes."""

    def __repr__(self) -> str:
        return "Word(hidden)"  # it may hold a key

    def add(self, part: str, place: int) -> None:
        """Append what stands in the text at `place`, or what an escape there stands for."""
        if part:
            self._parts.append(part)
            self._starts.append(self._length)
            self._places.append(place)
            self._length += len(part)

    def __len__(self) -> int:
        return self._length

    def extend(self, other: "Word") -> None:
        """Append another word."""
        for part, place in zip(other._parts, other._places, strict=True):
            self.add(part, place)

    @property
    def text(self) -> str:
        """The whole word."""
        return "".join(self._parts)

    @property
    def place(self) -> int | None:
        """Returns the offset of its first character in the text; None for an empty word."""
        return self._places[0] if self._places else None

    def place_of(self, index: int) -> int | None:
        """Returns the offset of one of its characters in the text; past the end: just after the last."""
        if not self._places:
            return None
        part = bisect.bisect_right(self._starts, index) - 1
        return self._places[part] + min(index - self._starts[part], len(self._parts[part]))

    def cut(self, start: int, end: int | None = None) -> "Word":
        """The part of the word from one index to before another."""
        word = Word()
        word.quoted = self.quoted
        end = self._length if end is None else end
        at = max(bisect.bisect_right(self._starts, start) - 1, 0)
        while at < len(self._parts) and self._starts[at] < end:
            first = max(start - self._starts[at], 0)
            word.add(self._parts[at][first : end - self._starts[at]], self._places[at] + first)
            at += 1
        return word


@dataclass
class Command:
    """One command.

    `stdin`: what it is given to read, if that stands in the text; `file_stdin`: the name of the file that it reads.
    """

    words: list[Word] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    stdin: Word | None = None
    file_stdin: str | None = None
    piped: bool = False
    """True if it reads what the command before it prints."""

    @property
    def name(self) -> str:
        """The program, without its folder and ".exe", in lower case; empty where there is none."""
        if not self.words:
            return ""
        name = self.words[0].text.replace("\\", "/").rpartition("/")[2].lower()
        return name.removesuffix(".exe")


class Commands(list[Command]):
    """The commands of a text. `is_full`: no more are read, since curl has come, and enough after it.

    What stands far behind it is never looked at, and a text of nothing but commands would take hours.
    """

    MOST_BEHIND: Final = 50

    def __init__(self) -> None:
        super().__init__()
        self._most: int | None = None

    def append(self, command: Command) -> None:
        """Takes the next one."""
        super().append(command)
        if self._most is None and any(_CURL.search(word.text, 0, 200) for word in command.words[:12]):
            self._most = len(self) + self.MOST_BEHIND

    @property
    def is_full(self) -> bool:
        """Tells whether there are enough."""
        return self._most is not None and len(self) >= self._most


class Variables:
    """Texts that a script gives names to. All that is taken out is together no longer than the script itself.

    A few lines that double a text each would otherwise fill the memory.
    """

    def __init__(self, script: str) -> None:
        self._texts: dict[str, Word] = {}
        self._left = len(script)

    def keep(self, name: str, text: Word) -> None:
        """Gives a name to a text."""
        self._texts[name] = text

    def take(self, name: str) -> Word | None:
        """The text of that name, if there is one."""
        text = self._texts.get(name)
        if text is None or len(text) > self._left:
            return None
        self._left -= len(text)
        return text


def joined(words: Iterable[Word], separator: str = "") -> Word:
    """Words as one."""
    whole = Word()
    for at, word in enumerate(words):
        if at and separator:
            whole.add(separator, word.place or 0)
        whole.extend(word)
    return whole


def surrogates_joined(word: Word) -> Word:
    r"""The word with each pair of surrogates (as `\ud83d\ude00` in some shells) as the one character it stands for."""
    text = word.text
    if not _PAIR.search(text):
        return word
    whole = Word()
    whole.quoted = word.quoted
    done = 0
    for pair in _PAIR.finditer(text):
        whole.extend(word.cut(done, pair.start()))
        whole.add(pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), word.place_of(pair.start()) or 0)
        done = pair.end()
    whole.extend(word.cut(done))
    return whole
