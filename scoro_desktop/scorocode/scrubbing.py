"""Takes secrets out of text that is kept or shown: answers that echo the request, error texts, technical details."""

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from scoro_desktop.scorocode import known_secrets
from scoro_desktop.scorocode.joining import joined, joined_text, packed, packed_text
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.scorocode.unescaping import View, lowered, views

MASK: Final = "•••"
ANSWER_MAX: Final = 64 * 1024
"""The most characters of an answer that are kept. Ours: enough for any documented answer and a gateway's error page."""
MESSAGE_MAX: Final = 4096
"""The most characters of an error message or a technical text that are kept. Ours."""
CODE_MAX: Final = 100
_LOOKED_THROUGH: Final = 2
"""The passes through what is kept of a text. Ours: masks are shorter than what they stand for."""
_SHORTEST_PART: Final = 4
"""A beginning of a secret at the very end of a text (an answer that was cut off) counts from this length on."""
_SHORTEST_END: Final = 6
"""The end of a secret at the very beginning counts from this length on: many a text begins with a short word."""
_SHORTEST_ENCODED: Final = 8
"""The same of a secret in base64 or hex: so many signs hold four bytes at least."""
_A_WORD: Final = 6
"""A secret shorter than this is masked only where it stands by itself: it would blank out half of every text."""
_PART: Final = 8
_ENCODED_PART: Final = 12
"""A part of a secret, or of one in base64 or hex, by which it is found where it was cut off within a text. Ours: no
text has as many signs of it in a row by chance.
"""
_MOST_PARTS: Final = 32
_CUT: Final = re.compile("\\.{3}|…")
_MOST_CUTS: Final = 20
"""Places within a text that say that something was cut off there; more of them are not looked at. Ours."""

remember = known_secrets.remember
"""Says that these are secrets: from here on every `Scrubber` masks them."""


class Scrubber:
    """Replaces some secrets, and all that were seen in this run (`known_secrets`), with a mask, however each is
    written: in any case, escaped for JSON, Python, a URL or HTML, once or several times over, in base64 or hex;
    broken into lines, grouped, mixed with characters that take no place, or cut off.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = frozenset(secret for secret in secrets if secret)

    def __repr__(self) -> str:
        return "Scrubber(hidden)"

    def text(self, text: str) -> str:
        """The text without the secrets, and without lone surrogates, which no file or database takes."""
        text = text.encode("utf-8", "replace").decode("utf-8")
        secrets = self._secrets | known_secrets.all_known()
        spans: list[tuple[int, int]] = []
        for view in views(text) if secrets else ():
            whole, letters = joined(view), packed(view)
            cuts = [_cuts(view), _cuts(whole)]
            for secret in secrets:
                needles = _needles(secret)
                spans += _plain(view, cuts[0], needles.plain)
                if whole is not view or needles.joined != needles.plain[:1]:
                    spans += _plain(whole, cuts[1], needles.joined)
            encoded = itertools.chain(_parts(letters, _index(secrets)), _ends(letters, map(_needles, secrets)))
            spans += (view.span(*_with_bits(view.text, *span)) for span in encoded)
        parts, end = [], 0
        for first, last in sorted(spans):
            if first >= end:
                parts += [text[end:first], MASK]
            end = max(end, last)
        return "".join((*parts, text[end:]))

    def beginning(self, text: str, most: int) -> str:
        """The first characters of the text, scrubbed before it is cut; of a very long one no more is looked through."""
        return self.text(text[: most * _LOOKED_THROUGH])[:most]

    def end(self, text: str, most: int) -> str:
        """The last characters of the text, scrubbed before it is cut; of a very long one no more is looked through."""
        return self.text(text[-most * _LOOKED_THROUGH :])[-most:]

    def sent(self, sent: Sent) -> Sent:
        """The same, its text scrubbed first and cut to what is kept second."""
        return dataclasses.replace(sent, answer=self.beginning(sent.answer, ANSWER_MAX))

    def failure(self, failure: Failure) -> Failure:
        """The same, its texts scrubbed first and cut to what is kept second."""
        return dataclasses.replace(
            failure,
            answer=self.beginning(failure.answer, ANSWER_MAX),
            error_code=self.beginning(failure.error_code, CODE_MAX),
            error_message=self.beginning(failure.error_message, MESSAGE_MAX),
            detail=self.beginning(failure.detail, MESSAGE_MAX),
        )


def _plain(view: View, cuts: list[int], needles: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Returns the places of a secret, as itself, in the text that the view is of."""
    for needle in needles:
        for at in _places(view.text, needle):
            if len(needle) >= _A_WORD or _stands_alone(view.text, at, len(needle)):
                yield view.span(at, at + len(needle))
    needle = needles[0] if needles else ""
    for end in cuts:
        at = _begun_before(view.text, end, needle, _SHORTEST_PART)
        if at < end:
            yield view.span(at, len(view.text) if end == cuts[0] else end)
    if first := _ended_at_start(view.text, needle, _SHORTEST_END):
        yield view.span(0, first)


def _parts(letters: View, index: "dict[str, list[_Part]]") -> Iterator[tuple[int, int]]:
    """Returns the places of secrets in base64, in hex or grouped, and of long parts of them."""
    text = letters.text
    done: dict[str, int] = {}
    for first in range(len(text) - _A_WORD + 1):
        for part in index.get(text[first : first + _A_WORD], ()):
            if first >= done.get(part.text, 0) and text.startswith(part.text, first):
                span = _grown(text, first, part)
                done[part.text] = span[1]
                yield letters.span(*span)


def _ends(letters: View, all_needles: "Iterable[_Needles]") -> Iterator[tuple[int, int]]:
    """The same of shorter parts with which the text ends or begins."""
    text = letters.text
    for needle in (each for needles in all_needles for each in needles.encoded):
        if (at := _begun_before(text, len(text), needle, _SHORTEST_ENCODED)) < len(text):
            yield letters.span(at, len(text))
        if first := _ended_at_start(text, needle, _SHORTEST_ENCODED):
            yield letters.span(0, first)


def _with_bits(text: str, first: int, last: int) -> tuple[int, int]:
    """A span with the signs beside it: in base64 they hold some bits of its first and last byte."""
    before, after = text[max(0, first - 1) : first], text[last : last + 1]
    return first - before.isalnum(), last + after.isalnum()


def _cuts(view: View) -> list[int]:
    """The places where something may have been cut off: the end of the text first, and where it says so."""
    return [view.whole_end(), *itertools.islice((match.start() for match in _CUT.finditer(view.text)), _MOST_CUTS)]


def _begun_before(text: str, end: int, needle: str, shortest: int) -> int:
    """The place at which a beginning of the needle stands that goes up to an end; the end where there is none."""
    begin = needle[:shortest]
    if len(needle) > len(begin):
        for at in _places(text, begin, max(0, end - len(needle) + 1), end):
            if needle.startswith(text[at:end]):
                return at
    return end


def _ended_at_start(text: str, needle: str, shortest: int) -> int:
    """The length of an end of the needle with which the text begins; 0 where it does not."""
    close = needle[-shortest:]
    if len(needle) > len(close):
        for at in _places(text, close, 0, len(needle) - 1):
            if needle.endswith(text[: at + shortest]):
                return at + shortest
    return 0


def _places(text: str, needle: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    while (at := text.find(needle, start, end)) >= 0:
        yield at
        start = at + len(needle)


def _stands_alone(text: str, at: int, length: int) -> bool:
    beside = text[max(0, at - 1) : at] + text[at + length : at + length + 1]
    return not any(character.isalnum() or character == "_" for character in beside)


@dataclasses.dataclass(frozen=True, repr=False)
class _Part:
    """A piece of a needle, and where in it it stands."""

    text: str
    needle: str
    at: int


def _grown(text: str, at: int, part: _Part) -> tuple[int, int]:
    """The span in the text of a part, with what stands beside it both there and in the needle."""
    first, last = at, at + len(part.text)
    before, after = part.at, part.at + len(part.text)
    while first and before and text[first - 1] == part.needle[before - 1]:
        first, before = first - 1, before - 1
    while last < len(text) and after < len(part.needle) and text[last] == part.needle[after]:
        last, after = last + 1, after + 1
    return first, last


@dataclasses.dataclass(frozen=True, repr=False)
class _Needles:
    """The forms in which a secret is looked for, in small letters: itself (first), as a form writes it; the same with
    its lines put together; encoded; and parts of that.
    """

    plain: tuple[str, ...]
    joined: tuple[str, ...]
    encoded: tuple[str, ...]
    parts: tuple[_Part, ...]


@lru_cache(maxsize=known_secrets.MOST)
def _needles(secret: str) -> _Needles:
    plain = lowered(secret)
    in_one = joined_text(plain)
    encoded = _encodings(secret.encode("utf-8", "replace"))
    parts = [part for needle in encoded for part in _parts_of(needle, _ENCODED_PART)]
    letters = packed_text(plain)
    parts += (part for part in _parts_of(letters, _PART) if _is_random(part.text))
    return _Needles(
        tuple(dict.fromkeys((plain, plain.replace(" ", "+")))),
        (in_one,) if len(in_one) >= _A_WORD else (),
        encoded,
        tuple({part.text: part for part in reversed(parts)}.values()),
    )


@lru_cache(maxsize=4)
def _index(secrets: frozenset[str]) -> dict[str, list[_Part]]:
    """The parts of the secrets by the signs that they begin with: a text is gone through once for all of them."""
    index: dict[str, list[_Part]] = {}
    for part in (each for secret in secrets for each in _needles(secret).parts):
        index.setdefault(part.text[:_A_WORD], []).append(part)
    return index


def _encodings(data: bytes) -> tuple[str, ...]:
    """The letters and digits of the bytes in base64, in hex, and of lists of their numbers."""
    import binascii

    if len(data) < _A_WORD:
        return ()
    found = [data.hex(), "".join(f"0x{byte:02x}" for byte in data), "".join(map(str, data))]
    for before in range(3):  # base64 of a longer text has it at any of three places within a group
        written = binascii.b2a_base64(bytes(before) + data, newline=False).decode("ascii")
        found.append(packed_text(written[(before * 8 + 5) // 6 : (before + len(data)) * 8 // 6].lower()))
    return tuple(dict.fromkeys(each for each in found if len(each) >= _A_WORD))


def _parts_of(needle: str, length: int) -> Iterator[_Part]:
    """Cuts a needle into parts of one length at least, not too many. Whatever holds two of them in a row holds one."""
    length = max(length, -(-len(needle) // _MOST_PARTS))
    if len(needle) < 2 * length:
        yield _Part(needle, needle, 0)
        return
    for at in range(0, len(needle) - length + 1, length):
        yield _Part(needle[at : at + length], needle, at)


def _is_random(text: str) -> bool:
    """Tells whether letters and digits are mixed so that no text has them in this order by chance."""
    return len(text) >= _PART and any(map(str.isdigit, text)) and any(map(str.isalpha, text))
