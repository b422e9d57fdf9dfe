"""Takes secrets out of text that is kept or shown: answers that echo the request, error texts, technical details."""

import dataclasses
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from scoro_desktop.scorocode import known_secrets
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.scorocode.unescaping import View, lowered, views

MASK: Final = "•••"
ANSWER_MAX: Final = 64 * 1024
"""How many characters of an answer are kept. Ours: enough for any documented answer and for a gateway's error page."""
MESSAGE_MAX: Final = 4096
"""How many characters of an error message or a technical text are kept. Ours."""
CODE_MAX: Final = 100
_SHORTEST_PART: Final = 4
"""A beginning of a secret at the very end of a text (an answer that was cut off) counts from this length on."""
_A_WORD: Final = 6
"""A secret shorter than this is masked only where it stands by itself: it would blank out half of every text."""

remember = known_secrets.remember
"""Says that these are secrets: from here on every `Scrubber` masks them."""


class Scrubber:
    """Replaces some secrets, and all that were seen in this run (`known_secrets`), with a mask, however each is
    written: in any case, escaped for JSON, Python, a URL or HTML, once or several times over, in base64 or hex.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = frozenset(secret for secret in secrets if secret)

    def __repr__(self) -> str:
        return "Scrubber(hidden)"

    def text(self, text: str) -> str:
        """The text without the secrets, and without lone surrogates, which no file or database takes."""
        text = text.encode("utf-8", "replace").decode("utf-8")
        secrets = self._secrets | known_secrets.all_known()
        spans = [span for view in views(text) for secret in secrets for span in _spans(view, secret)]
        parts, end = [], 0
        for first, last in sorted(spans):
            if first >= end:
                parts += [text[end:first], MASK]
            end = max(end, last)
        return "".join((*parts, text[end:]))

    def sent(self, sent: Sent) -> Sent:
        """The same, its text scrubbed first and cut to what is kept second."""
        return dataclasses.replace(sent, answer=self.text(sent.answer)[:ANSWER_MAX])

    def failure(self, failure: Failure) -> Failure:
        """The same, its texts scrubbed first and cut to what is kept second."""
        return dataclasses.replace(
            failure,
            answer=self.text(failure.answer)[:ANSWER_MAX],
            error_code=self.text(failure.error_code)[:CODE_MAX],
            error_message=self.text(failure.error_message)[:MESSAGE_MAX],
            detail=self.text(failure.detail)[:MESSAGE_MAX],
        )


def _spans(view: View, secret: str) -> Iterator[tuple[int, int]]:
    """Returns the places of a secret in the text that the view is of."""
    needles = _needles(secret)
    for needle in needles.plain:
        for at in _places(view.text, needle):
            if len(needle) >= _A_WORD or _stands_alone(view.text, at, len(needle)):
                yield view.span(at, at + len(needle))
    for needle in needles.encoded:
        for at in _places(view.text, needle):
            before, after = view.text[max(0, at - 1) : at], view.text[at + len(needle) : at + len(needle) + 1]
            # in base64 the signs beside it hold some bits of its first and last byte
            yield view.span(at - before.isalnum(), at + len(needle) + after.isalnum())
    tail = view.whole_end()
    begin = needles.plain[0][:_SHORTEST_PART]
    for at in _places(view.text, begin, max(0, tail - len(needles.plain[0]) + 1)) if len(secret) > len(begin) else ():
        if needles.plain[0].startswith(view.text[at:tail]):
            yield view.span(at, len(view.text))
            break


def _places(text: str, needle: str, start: int = 0) -> Iterator[int]:
    while (at := text.find(needle, start)) >= 0:
        yield at
        start = at + len(needle)


def _stands_alone(text: str, at: int, length: int) -> bool:
    beside = text[max(0, at - 1) : at] + text[at + length : at + length + 1]
    return not any(character.isalnum() or character == "_" for character in beside)


@dataclasses.dataclass(frozen=True, repr=False)
class _Needles:
    """The forms in which a secret is looked for, in small letters: itself (first), as a form writes it, encoded."""

    plain: tuple[str, ...]
    encoded: tuple[str, ...]


@lru_cache(maxsize=known_secrets.MOST)
def _needles(secret: str) -> _Needles:
    import binascii

    plain = lowered(secret)
    data = secret.encode("utf-8", "replace")
    encoded: list[str] = []
    if len(data) >= _A_WORD:
        encoded.append(data.hex())
        for before in range(3):  # base64 of a longer text has it at any of three places within a group
            written = binascii.b2a_base64(bytes(before) + data, newline=False).decode("ascii")
            surely = written[(before * 8 + 5) // 6 : (before + len(data)) * 8 // 6].lower()
            encoded += [surely, surely.replace("+", "-").replace("/", "_")]
    return _Needles(tuple(dict.fromkeys((plain, plain.replace(" ", "+")))), tuple(dict.fromkeys(encoded)))
