"""The letters of a document, and lines that are too long for Qt.

Qt lays a line out anew with every key: one of 1 MB takes it 300 ms and more, wrapped or not. A long line therefore
lies in the document as several blocks. The separator of a block that only goes on with the line before carries a mark
in its character format: what Qt takes away, undoes and redoes, it does with the separator, and so with the mark.
"""

import bisect
import contextlib
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from scoro_desktop import late
from scoro_desktop.ui.kit.plain_text import json_for_editor, text_of, utf16_length

PIECE: Final = 400
"""Code points of a long line that go into one block, about. A key has its whole block painted: of 1,000, which fill the
editor, that takes 15 ms, of these 5."""

LONGEST: Final = 4_000
"""Code points that a line may have in one block."""
TOO_LONG: Final = 2 * LONGEST
"""UTF-16 units from which on a block is to be `cut`."""

_MARK: Final = int(QTextFormat.Property.UserProperty) + 1
_SEAM: Final = late.pattern(r'[\]}"],')
_OUTSIDE_BMP: Final = late.pattern("[\U00010000-\U0010ffff]")


def continues(block: QTextBlock) -> bool:
    """Tells whether a block goes on with the line of the block before."""
    return block.charFormat().hasProperty(_MARK)


@contextlib.contextmanager
def one_edit(cursor: QTextCursor, *, joins: bool = False) -> Iterator[None]:
    """Makes one step for undo of what is done inside, or, if it `joins`, a part of the step before.

    It ends whatever raises: a document in the middle of an edit would tell of no later one.
    """
    if joins:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


class Excerpt:
    """Some of the text, as whole blocks, and where its offsets lie in the document."""

    def __init__(self, text: str, starts: list[tuple[int, int]]) -> None:
        self.text = text
        self._starts = starts  # of each block: its offset in the text and its position

    def position(self, offset: int) -> int:
        """The position in the document of an offset in the excerpt."""
        start, position = self._starts[bisect.bisect_right([each for each, _ in self._starts], offset) - 1]
        return position + utf16_length(self.text[start:offset])


class Letters:
    """The letters of a document, and how offsets in it (code points) relate to Qt's positions.

    The text is put together when it is asked for and kept until the next edit: 1 MB takes some 10 ms. Whether there was
    one is told by the document's revision, so that no text outlives the edit of which nothing was heard.
    """

    def __init__(self, document: QTextDocument, text_in: Callable[[QTextDocument], str] = text_of) -> None:
        """`text_in` gives the text of a document, a character for each of its positions, with `\\n` between blocks."""
        self._document = document
        self._text_in = text_in
        self._revision = document.revision()  # up to which the seams are known
        self._text: str | None = None
        self._has_seams = False  # whether there ever was a separator that is no line end
        self._seams: list[int] = []  # the positions of those separators
        self._breaks: list[int] = []  # where they would stand if they took no place
        self._has_pairs = False
        document.contentsChange.connect(self._changed)

    def text(self) -> str:
        """The whole text, its lines joined by `\\n`."""
        if self._revision != self._document.revision():
            self._text = None
            self._seams = list(self._seams_between(0, self._document.characterCount()))
            self._revision = self._document.revision()
        if self._text is None:
            raw = self._text_in(self._document)
            self._has_pairs = not raw.isascii() and _OUTSIDE_BMP.search(raw) is not None
            self._text, self._breaks = raw, []
            if self._seams:
                self._text = _without_seams(raw, self._seams)
                self._breaks = [position - number for number, position in enumerate(self._seams)]
        return self._text

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Puts a text in the place of the selection, as one step that can be undone; long lines in several blocks."""
        text = json_for_editor(text).replace("\r\n", "\n").replace("\r", "\n")
        self.insert_as_it_is(cursor, text.replace("\u2029", "\n").replace("\u2028", "\n"))

    def insert_as_it_is(self, cursor: QTextCursor, text: str) -> None:
        """The same for a text in which `\\n` is all that breaks lines."""
        lines = text.split("\n")
        with one_edit(cursor):  # a short one too: it would be one step with the letters typed before it
            if max(map(len, lines)) <= LONGEST:
                cursor.insertText(text, QTextCharFormat())
            else:
                self._insert(cursor, lines)

    def cut(self, block: QTextBlock) -> None:
        """Spreads a block that has grown too long over several, as a part of the edit that made it so."""
        self._has_seams = True
        text = block.text()
        cursor = QTextCursor(block)
        with one_edit(cursor, joins=True):
            at = block.position()
            for piece in list(_pieces(text))[:-1]:
                at += utf16_length(piece)
                cursor.setPosition(at)
                cursor.insertBlock(QTextBlockFormat(), _marked())
                at += 1

    def afresh(self) -> str:
        """The whole text, looked up in the document: what is kept has no part in it.

        Going through 50,000 blocks takes 300 ms. Each has its format from the list of the document, so that none needs
        to be looked at where no format there carries the mark.
        """
        raw = self._text_in(self._document)
        if not any(each.hasProperty(_MARK) for each in self._document.allFormats()):
            return raw
        return _without_seams(raw, list(self._seams_between(0, self._document.characterCount())))

    def is_blank(self) -> bool:
        """Tells whether there is nothing but spaces and line ends."""
        if self._text is not None and self._revision == self._document.revision():
            return not self._text or self._text.isspace()
        block = self._document.begin()
        while block.isValid():
            if block.text().strip():
                return False
            block = block.next()
        return True

    def position(self, offset: int) -> int:
        """The position in the document of an offset in the text."""
        text = self.text()
        return self.position_of(utf16_length(text[:offset]) if self._has_pairs else min(offset, len(text)))

    def position_of(self, units: int) -> int:
        """The position in the document of one in the text, both in UTF-16 units."""
        self.text()
        return units + bisect.bisect_right(self._breaks, units)

    def offset(self, position: int) -> int:
        """The offset in the text of a position in the document."""
        text = self.text()
        units = position - bisect.bisect_left(self._seams, position)
        if not self._has_pairs:
            return units
        return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))

    def around(self, position: int, before: int, behind: int) -> tuple[Excerpt, int]:
        """At least so many positions before and behind one, if there are so many; and the offset of it in there."""
        block = self._document.findBlock(max(0, position - before))
        pieces: list[str] = []
        starts: list[tuple[int, int]] = []
        size = offset = 0
        while block.isValid() and block.position() <= position + behind:
            if pieces and not continues(block):
                pieces.append("\n")
                size += 1
            text = block.text()
            starts.append((size, block.position()))
            if block.position() <= position:
                inside = text.encode("utf-16-le", "surrogatepass")[: 2 * (position - block.position())]
                offset = size + len(inside.decode("utf-16-le", "surrogatepass"))
            pieces.append(text)
            size += len(text)
            block = block.next()
        return Excerpt("".join(pieces), starts), offset

    def line_of(self, block: QTextBlock) -> int:
        """The number of the line, from 1, that a block belongs to."""
        return block.blockNumber() + 1 - bisect.bisect_left(self._seams, block.position())

    def has_pieces(self) -> bool:
        """Tells whether a line may lie in several blocks."""
        return self._has_seams or self._revision != self._document.revision()

    def lines(self) -> int:
        """Counts the lines."""
        return self._document.blockCount() - len(self._seams)

    def _insert(self, cursor: QTextCursor, lines: list[str]) -> None:
        """Spreads lines of which some are long over several blocks each."""
        plain = QTextCharFormat()
        self._has_seams = True
        cursor.removeSelectedText()
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock(QTextBlockFormat(), plain)
            for piece_number, piece in enumerate(_pieces(line)):
                if piece_number:
                    cursor.insertBlock(QTextBlockFormat(), _marked())
                cursor.insertText(piece, plain)

    def _changed(self, position: int, removed: int, added: int) -> None:
        self._text = None
        if self._has_seams:
            self._move_seams(position, removed, added)
        self._revision = self._document.revision()

    def _move_seams(self, position: int, removed: int, added: int) -> None:
        before = bisect.bisect_left(self._seams, position)
        behind = bisect.bisect_left(self._seams, position + removed)
        moved = [each + added - removed for each in self._seams[behind:]]
        self._seams[before:] = [*self._seams_between(position, position + added), *moved]

    def _seams_between(self, start: int, end: int) -> Iterator[int]:
        block = self._document.findBlock(start).next()
        while block.isValid() and block.position() <= end:
            if continues(block):
                yield block.position() - 1
            block = block.next()


def _without_seams(raw: str, seams: list[int]) -> str:
    """The text less the separators that are no line ends; Qt's positions count UTF-16 units."""
    if not seams:
        return raw
    units = raw.encode("utf-16-le", "surrogatepass")
    starts = [0, *(each + 1 for each in seams)]
    ends = [*seams, len(units) // 2]
    pieces = [units[2 * start : 2 * end] for start, end in zip(starts, ends, strict=True)]
    return b"".join(pieces).decode("utf-16-le", "surrogatepass")


def _marked() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(_MARK, True)
    return form


def _pieces(line: str) -> Iterator[str]:
    """A line in pieces, each at least one; cut behind a comma between two values if there is one near."""
    start = 0
    while len(line) - start > LONGEST:
        end = start + PIECE
        seams = [match.end() for match in _SEAM.finditer(line, end - PIECE // 2, end)]
        end = seams[-1] if seams else end
        yield line[start:end]
        start = end
    yield line[start:]
