"""The encoding of a text file, found out by all of its bytes: what the first ones say is not what the last ones are."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, NamedTuple

from scoro_desktop.recipients.central_european import are_central_european
from scoro_desktop.recipients.source import LONGEST_LINE, NotWantedError, UnreadableFileError

CHUNK: Final = 1 << 20
_AT_ONCE: Final = 1 << 15
"""Bytes that are decoded in one step, in which no other thread runs: 0.1 ms. Ours."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ONE_BYTE: Final = ("cp1251", "koi8-r", "cp866", "cp1252")
"""In the order in which they are taken where nothing tells."""
_SELDOM: Final = ("mac-cyrillic", "iso8859-5", "koi8-u", "cp1250")
"""Encodings of Excel for the Mac and old servers: small letters of the first are those of Windows, capitals of DOS.
Ukrainian and Central European ones: where they have the letters of those above, it is one of those.
"""
_PLAINLY: Final = 3
"""Points by which a file must look more like words in one of these: chance gives as many to one row."""
_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_PAIRS: Final = (
    re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x81-\xfe][\x40-\x7e\x80-\xfe]"),
    re.compile(rb"[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\xa1-\xdf]"),
)
"""Characters of Chinese and Korean encodings (GB18030, Big5, EUC), and of Japanese ones (Shift JIS)."""
_FEW_PAIRS: Final = 16
"""Bytes of letters below which nothing is said of them."""
_LIKE_WORDS: Final = 0.8
"""Points a byte of what looks like words: Russian has 1.8, French and German 1; Chinese and Korean 0.6 at most."""
_HIGH: Final = bytes(range(128, 256))
_LATIN: Final = tuple(bytes([each]) for each in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_SHIFTED: Final = re.compile(rb"\+B[A-Za-z0-9+/]{4,}-?")
_SAMPLE: Final = 40_000
"""Bytes of words that are looked at, from wherever in the file they are."""
_FEW_NULS: Final = 40
"""One of so many bytes is NUL in a table in UTF-16, at least: its line breaks, delimiters and digits are."""
_FREQUENT: Final = "оеаинтсрвлкмд"
_RARE: Final = "ъщэфцхшжю"
_CONTROLS: Final = bytes((*range(9), *range(14, 27), *range(28, 32)))
_FEW_CONTROLS: Final = 3
"""Controls that a slip may have put into a text."""
_MARKED: Final = "scoro-marked"
_AS_HALVES: Final = codecs.lookup_error("surrogateescape")
_AS_THEY_ARE: Final = codecs.lookup_error("surrogatepass")
_marked: list[int] = [0]
"""Times that bytes were no text, in whatever was read."""


class Found(NamedTuple):
    """An encoding, and where the text begins: behind a mark, if there is one."""

    encoding: str
    start: int


def _mark(error: UnicodeError) -> tuple[str | bytes, int]:
    """Makes half a character of each byte that is no text, and counts that it did."""
    _marked[0] += 1
    is_wide = isinstance(error, UnicodeDecodeError) and error.encoding.startswith("utf-16")
    return (_AS_THEY_ARE if is_wide else _AS_HALVES)(error)


codecs.register_error(_MARKED, _mark)


def errors() -> str:
    """The name of the way to read bytes that are no text: each becomes half a character, so that its row is known."""
    return _MARKED


def marked() -> int:
    """Counts how often that came about in this process: nothing was marked where the number stays the same."""
    return _marked[0]


def mark_of(head: bytes) -> Found | None:
    """The encoding that a mark at the beginning names. Raises UnreadableFileError for UTF-32, which nothing writes."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableFileError("no_text")
    return next((Found(name, len(mark)) for mark, name in _MARKS if head.startswith(mark)), None)


def start_of(head: bytes, encoding: str) -> int:
    """Counts the bytes that the mark of an encoding takes at the beginning of a file."""
    return next((len(mark) for mark, name in _MARKS if name == encoding and head.startswith(mark)), 0)


def find_encoding(file: BinaryIO, wanted: Callable[[], bool]) -> Found:
    """Finds the encoding of a file that stands at its beginning. It is gone through to its end.

    Where nearly all of it is UTF-8 it is UTF-8, and the rows that are not will be named. Raises UnreadableFileError
    (`no_text`, `other_letters`) and NotWantedError.
    """
    head = file.read(CHUNK)
    if marked := mark_of(head):
        return marked
    if wide := _wide(head):
        return Found(wide, 0)
    good = bad = 0
    words: list[bytes] = []
    left = _SAMPLE
    sample = b""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for chunk in _small_ones(head, file):
        if not wanted():
            raise NotWantedError
        text = decoder.decode(chunk)
        if not text.isascii():
            strange = len(text) - len(text.encode("ascii", "ignore"))
            broken = strange - (
                len(text.encode("utf-8", "ignore").decode("utf-8")) - len(text.encode("ascii", "ignore"))
            )
            bad += broken
            good += strange - broken
            if broken and left > 0:
                sample += chunk
                for word in _WORD.findall(chunk):
                    words.append(word)
                    left -= len(word)
                    if left <= 0:
                        break
    text = decoder.decode(b"", final=True)
    bad += len(text)
    if _is_binary(head) or (not good and not bad and _is_utf_7(head)):
        raise UnreadableFileError("no_text")
    if good >= bad:
        return Found("utf-8", 0)
    found, points = _one_byte(words)
    if found == "cp1252" and are_central_european(words):
        found = "cp1250"
    if points < _LIKE_WORDS * sum(map(len, words)) and _is_in_pairs(sample, words):
        raise UnreadableFileError("other_letters")
    return Found(found, 0)


def _pieces(head: bytes) -> Iterator[bytes]:
    """The same bytes, some at a time."""
    return (head[start : start + _AT_ONCE] for start in range(0, len(head), _AT_ONCE))


def _small_ones(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    """The bytes that were read, and those behind them, some at a time."""
    yield from _pieces(head)
    while chunk := file.read(_AT_ONCE):
        yield chunk


def check_lines(file: BinaryIO, wanted: Callable[[], bool]) -> None:
    """Looks whether there are line breaks all the way: a line of a gigabyte would be read at once.

    Raises UnreadableFileError (`line_too_long`) and NotWantedError.
    """
    lines = 0
    while chunk := file.read(LONGEST_LINE):
        if not wanted():
            raise NotWantedError
        if len(chunk) == LONGEST_LINE and b"\n" not in chunk and b"\r" not in chunk:
            raise UnreadableFileError("line_too_long", row=lines + 1, limit=LONGEST_LINE)
        lines += chunk.count(b"\n") or chunk.count(b"\r")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark, by where its NULs are: most of a table's signs have one. Looked for before UTF-8 is,
    to which NUL is a letter like any other.
    """
    pieces = [*_pieces(head)]
    even, odd = (sum(piece[first::2].count(0) for piece in pieces) for first in (0, 1))
    for name, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many * _FEW_NULS >= len(head) and many > 4 * few:
            try:
                codecs.getincrementaldecoder(name)("strict").decode(head)
            except UnicodeDecodeError:
                continue
            return name
    return ""


def _is_utf_7(head: bytes) -> bool:
    """Tells whether signs of ASCII are Russian words in UTF-7, which some programs still offer."""
    for found in _SHIFTED.finditer(head):
        text = found[0].decode("utf-7", "ignore")
        if len(text) > 1 and all("\u0400" <= each <= "\u04ff" for each in text):
            return True
    return False


def _is_binary(head: bytes) -> bool:
    """Tells whether bytes are no text in any encoding: they hold controls that no text has."""
    controls = sum(len(piece) - len(piece.translate(None, _CONTROLS)) for piece in _pieces(head))
    return controls > max(_FEW_CONTROLS, len(head) // 100)


def _is_in_pairs(sample: bytes, words: list[bytes]) -> bool:
    """Tells whether nearly all letters are those of an encoding in which one takes two bytes.

    A word of an odd number of Russian letters ends in half of one there. Whether something looks like words is to be
    asked as well: a German umlaut with the letter behind it is such a pair, too.
    """
    letters = _high(sample)
    return letters >= _FEW_PAIRS and any(
        _high(each.sub(b"", sample)) * 100 <= letters and not _has_own_alphabet(words, each) for each in _PAIRS
    )


def _has_own_alphabet(words: list[bytes], pairs: re.Pattern[bytes]) -> bool:
    """Tells whether words are of an alphabet all the same: Polish ones have Latin letters around theirs, and in
    Ukrainian ones most are half-width signs of Japanese, which nobody writes alone.
    """
    text = b" ".join(words)
    found = pairs.findall(text)
    alone = sum(len(each) == 1 for each in found)
    latin = sum(map(pairs.sub(b"", text).count, _LATIN))
    return latin * 4 > _high(text) or alone * 2 > _high(text)


def _high(text: bytes) -> int:
    """Counts the bytes that are not ASCII."""
    return len(text) - len(text.translate(None, _HIGH))


def _one_byte(words: list[bytes]) -> tuple[str, float]:
    """Of the encodings with one byte a letter the one in which most words look like words, and its points."""
    all_of_them = (*_ONE_BYTE, *_SELDOM)
    scores = {each: sum(_likeness(word.decode(each, "replace")) for word in words) for each in all_of_them}
    found = max(all_of_them, key=lambda each: scores[each] - _PLAINLY * (each in _SELDOM))
    return found, scores[found]


def _likeness(word: str) -> float:
    """Weighs how much it looks like a word: letters of one alphabet, small ones but for the first, or all capitals;
    and in Russian, letters that words are full of.
    """
    cyrillic = sum("\u0400" <= each <= "\u04ff" for each in word)
    if not word.isalpha() or 0 < cyrillic < len(word):
        return -len(word)
    if not cyrillic:
        return len(word) if word[1:].islower() and any(map(str.isascii, word)) else 0
    small = word.lower()
    usual = sum(map(small.count, _FREQUENT)) - sum(map(small.count, _RARE))
    return (len(word) if word[1:].islower() or word.isupper() else 0) + usual
