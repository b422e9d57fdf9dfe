"""Keys of people out of a list of any kind: each a phone, an e-mail or the id of a user, as keys are compared.

Lists of people who want nothing more come as a column of phones, as addresses from a mail, as ids from the base, and as
all of them mixed. A key says by itself what it is; what is none of them is told, with the number of its row.
"""

import enum
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.phones import Flaw, normalised
from scoro_desktop.recipients.quoting import address_in, less_brackets, less_list_sign, unquoted
from scoro_desktop.recipients.source import Row


class NoKey(enum.StrEnum):
    """The reason why a text is no key, beside those for a phone (`Flaw`)."""

    NOTHING = "nothing"  # neither a phone, nor an e-mail, nor the id of a user
    BAD_EMAIL = "bad_email"


@dataclass(frozen=True)
class ListKey:
    """A key. `written`: the text that it was."""

    kind: KeyKind
    key: str = field(repr=False)
    written: str = field(repr=False)
    row: int = 0


@dataclass(frozen=True)
class UnreadableKey:
    """A text that is no key, and why: a code of `NoKey` or `Flaw`."""

    code: str
    written: str = field(repr=False)
    row: int = 0


_EMAIL: Final = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\".]{2,}")
_SEPARATORS: Final = re.compile(r"[,;\t|]")
_ID: Final = re.compile(r"[A-Za-z0-9]{10,24}")
"""Ids of Scorocode are ten letters and digits (reference: "Messages", the documented requests). Longer ones: ours."""
_NO_WORD: Final = re.compile(r"(?=.*[A-Za-z])(?=.*[0-9])|(?=.*[a-z][A-Z])")
"""Ten letters that are no word: with a digit among them, or a capital after a small one."""


def list_key(text: str, country: str = "", row: int = 0) -> ListKey | UnreadableKey:
    """The key that a text is. `country`: that of phones written as at home (`phones.normalised`)."""
    written = text.strip() if text.isascii() and text.isprintable() else _visible(text)
    found = _key(written, country, row)
    if isinstance(found, UnreadableKey) and (bare := less_list_sign(written)) != written:
        within = _key(bare, country, row)
        return replace(within, written=written) if isinstance(within, ListKey) else found
    return found


def _key(written: str, country: str, row: int) -> ListKey | UnreadableKey:
    if "@" in written:
        return _email(written, row)
    bare = unquoted(less_brackets(written))
    if _ID.fullmatch(bare) and _NO_WORD.match(bare):
        return ListKey(KeyKind.ID, bare, written, row)
    phone = normalised(bare, country)
    if isinstance(phone, str):
        return ListKey(KeyKind.PHONE, phone, written, row)
    # Letters, and hardly a digit: somebody's name, say.
    is_phone = phone.flaw is not Flaw.LETTERS and sum(map(str.isdigit, written)) > 2
    return UnreadableKey(phone.flaw if is_phone else NoKey.NOTHING, written, row)


def _visible(text: str) -> str:
    """The text less what cannot be seen."""
    return "".join(each for each in text if unicodedata.category(each) not in {"Cf", "Cc"} or each == "\t").strip()


def email_key(text: str) -> str:
    """The e-mail as e-mails are compared: without blanks around it and without capitals."""
    return unicodedata.normalize("NFC", text.strip()).casefold()


def keys_of(rows: Iterable[Row], at: int | None, country: str) -> Iterator[ListKey | UnreadableKey]:
    """The keys of rows: those in the column `at`, else the first cell of each that has something in it."""
    for row in rows:
        cells = row.cells if at is None else row.cells[at : at + 1]
        text = next((cell for cell in cells if cell.strip()), "")
        if text:
            yield list_key(text, country, row.number)


def keys_of_text(text: str, country: str) -> Iterator[ListKey | UnreadableKey]:
    """The keys of what was pasted or typed: one a line, or several with commas, semicolons or tabs between them."""
    for number, line in enumerate(text.splitlines(), 1):
        whole = list_key(line, country, number)
        if isinstance(whole, ListKey):
            yield whole
        else:
            parts = [part for part in _SEPARATORS.split(line) if part.strip()]
            yield from (list_key(part, country, number) for part in parts)


def below_each_other(text: str, country: str) -> str:
    """Puts the keys of a single line below each other: "a@b.com, c@d.com" is two people, and no table with one row.

    Any other text stays as it is, and so does a line with keys of several kinds, which is a row.
    """
    lines = text.strip().splitlines()
    if len(lines) != 1:
        return text
    for parts in (_SEPARATORS.split(lines[0]), lines[0].split()):
        keys = [list_key(each, country) for each in parts if each.strip()]
        kinds = {each.kind if isinstance(each, ListKey) else None for each in keys}
        if len(keys) > 1 and len(kinds) == 1 and None not in kinds:
            return "\n".join(each.written for each in keys)
    return text


def _email(written: str, row: int) -> ListKey | UnreadableKey:
    address = address_in(written)
    if not _EMAIL.fullmatch(address):
        return UnreadableKey(NoKey.BAD_EMAIL, written, row)
    return ListKey(KeyKind.EMAIL, email_key(address), written, row)


SHOWN: Final = 200
"""Of what cannot be read, so many are told one by one: whoever has more has chosen the wrong column. Ours."""


@dataclass(frozen=True)
class Collected:
    """A list read: its keys, each once; how many stood there `twice`; what cannot be read, the first of it."""

    keys: tuple[ListKey, ...] = field(default=(), repr=False)
    twice: int = 0
    unreadable: tuple[UnreadableKey, ...] = field(default=(), repr=False)
    unreadable_count: int = 0


def collect(found: Iterable[ListKey | UnreadableKey]) -> Collected:
    """Sorts what was found in a list."""
    keys: dict[tuple[KeyKind, str], ListKey] = {}
    unreadable: list[UnreadableKey] = []
    twice = not_read = 0
    for each in found:
        if isinstance(each, ListKey):
            twice += (each.kind, each.key) in keys
            keys.setdefault((each.kind, each.key), each)
        else:
            not_read += 1
            if len(unreadable) < SHOWN:
                unreadable.append(each)
    return Collected(tuple(keys.values()), twice, tuple(unreadable), not_read)
