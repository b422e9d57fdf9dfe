"""The columns of a table: how titles are compared, which clash, and what columns seem to hold."""

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from scoro_desktop import invisible
from scoro_desktop.recipients.source import Row


class KeyKind(enum.StrEnum):
    """The field by which rows are joined to people; its value is the field's name (reference: "System fields")."""

    PHONE = "phone"
    EMAIL = "email"
    ID = "_id"
    USERNAME = "username"


class Column(NamedTuple):
    """A column of the table: its place from 0, and its title in one line, empty where it has none."""

    at: int
    title: str

    @property
    def letter(self) -> str:
        """The letters that sheets call it by: A, B, ... Z, AA."""
        return letter_of(self.at)

    @property
    def name(self) -> str:
        """By what it is called: its title, else its letter."""
        return self.title or self.letter


@dataclass(frozen=True)
class Guesses:
    """A guess at columns. `key`: the place of the one that names people, and by what; None where none does.

    `status`: the places of those that may say who is not to be written to, as "unsubscribed".
    """

    key: int | None = None
    kind: KeyKind = KeyKind.PHONE
    status: tuple[int, ...] = ()


_DROPPED: Final = re.compile(r"[\s_\-\u2010-\u2015.:]+")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER: Final = re.compile(r"[+(]?[\d\s()+./\-\u2010-\u2015\xa0]{4,}")
_DATE: Final = re.compile(r"\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?([ T]\d{1,2}:\d{2}.*)?")
_ID: Final = re.compile(r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]{10,24}")
"""Ids of Scorocode are ten letters and digits (reference: "Messages", the documented requests)."""
_PHONE_DIGITS: Final = range(7, 16)

_TITLES: Final = {
    KeyKind.PHONE: (
        "phone phones tel telephone mobile cell cellphone msisdn sms phonenumber mobilephone телефон телефоны тел моб "
        "мобильный мобильныйтелефон номер номертелефона сотовый контактныйтелефон"
    ),
    KeyKind.EMAIL: "email mail emailaddress почта элпочта электроннаяпочта имейл емейл емайл",
    KeyKind.ID: "id userid uid ид идентификатор idпользователя",
    KeyKind.USERNAME: "username user login nick nickname логин ник имяпользователя пользователь",
}
_KEYS: Final = {title: kind for kind, titles in _TITLES.items() for title in titles.split()}
_OTHER_TITLES: Final = (
    "name names firstname lastname fullname surname birthday birthdate city country region address language lang date "
    "gender sex age sum amount code promocode coupon discount bonus points balance link url comment note order company "
    "имя фамилия отчество фио город страна регион адрес язык дата деньрождения датарождения пол возраст сумма код "
    "промокод купон скидка бонус бонусы баллы баланс ссылка комментарий примечание заказ компания клиент группа"
)
_OTHERS: Final = frozenset(_OTHER_TITLES.split())
_STATUS: Final = re.compile(
    "status|^state$|unsub|subscrib|optout|optin|consent|donot|dnd|bounce|block|blacklist|stop|"
    "статус|отпис|подпис(?!ь)|соглас|запрет|несл|неотправ|нешл|незвон|стоп|черн"
)


def normal_title(title: str) -> str:
    """The title as titles are compared: without case, blanks, `_`, `-`, and with `ё` as `е`."""
    text = unicodedata.normalize("NFKC", title)
    text = "".join(each for each in text if not _is_hidden(each))
    return _DROPPED.sub("", text).casefold().replace("ё", "е")


def as_title(cell: str) -> str:
    """A cell of the header as a title: in one line, without what cannot be seen at its ends."""
    return invisible.trimmed(" ".join(cell.split()))


def columns_of(titles: Iterable[str]) -> tuple[Column, ...]:
    """The columns of a header."""
    return tuple(Column(at, as_title(title)) for at, title in enumerate(titles))


def clashes(columns: Iterable[Column]) -> tuple[tuple[Column, Column], ...]:
    """Pairs of columns whose titles are one when compared: the first that has it, and each later one."""
    seen: dict[str, Column] = {}
    found = []
    for each in columns:
        name = normal_title(each.title)
        if name and seen.setdefault(name, each) is not each:
            found.append((seen[name], each))
    return tuple(found)


def find(columns: Iterable[Column], name: str) -> Column | None:
    """The column that a name means: by its title, as titles are compared; one without a title by its letter."""
    wanted = normal_title(name)
    if not wanted:
        return None
    every = tuple(columns)
    by_title = next((each for each in every if normal_title(each.title) == wanted), None)
    return by_title or next((each for each in every if not each.title and each.letter == name.strip().upper()), None)


def letter_of(index: int) -> str:
    """The letters that sheets call a column by."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def guess_header(rows: Sequence[Row]) -> int | None:
    """Guesses in which of the first rows of a sheet the titles stand; None: there are none.

    A row that holds a phone or an address of somebody is a person. Where nothing tells, there is no header, for else
    the first person would be eaten.
    """
    filled = [row for row in rows if any(map(str.strip, row.cells))]
    if not filled:
        return None
    counts = Counter(map(_count, filled))
    usual = max(counts, key=lambda each: each * counts[each])
    first = next((row for row in filled if _count(row) * 2 > usual), filled[0])
    cells = [each.strip() for each in first.cells]
    if any(map(_is_data, filter(None, cells))):
        return next((row.number for row in reversed(filled) if row.number < first.number and _names_a_key(row)), None)
    if any(normal_title(each) in _KEYS or normal_title(each) in _OTHERS for each in cells if each):
        return first.number
    below = [row for row in filled if row.number > first.number]
    told = any(
        sum(_is_data(row.cells[at].strip()) for row in below if at < len(row.cells)) * 2 > len(below)
        for at, each in enumerate(cells)
        if each
    )
    return first.number if below and told else None


def _names_a_key(row: Row) -> bool:
    """Tells whether a row has the title of a key column: few of its columns may have a title at all."""
    return any(normal_title(each.strip()) in _KEYS for each in row.cells)


def guess(columns: Sequence[Column], rows: Sequence[Row]) -> Guesses:
    """Guesses the key column by titles and by what stands below them, and the columns that may say "no"."""
    status = tuple(each.at for each in columns if each.title and _STATUS.search(normal_title(each.title)))
    ranked = []
    for column in columns:
        if column.at in status:
            continue
        titled = _KEYS.get(normal_title(column.title))
        held = _held([row.cells[column.at].strip() for row in rows if column.at < len(row.cells)])
        kind = titled if titled and (held in {titled, None} or titled is not KeyKind.PHONE) else held
        if kind:
            order = tuple(KeyKind).index(kind)
            ranked.append((-(2 * (titled == kind) + (held == kind)), order, column.at, kind))
    if not ranked:
        return Guesses(status=status)
    _, _, index, kind = min(ranked)
    return Guesses(index, kind, status)


def _held(cells: Sequence[str]) -> KeyKind | None:
    """The kind of key that most cells look like."""
    filled = [each for each in cells if each]
    for kind, looks in ((KeyKind.EMAIL, _EMAIL), (KeyKind.ID, _ID)):
        if sum(looks.fullmatch(each) is not None for each in filled) * 2 > len(filled):
            return kind
    return KeyKind.PHONE if sum(map(_is_phone, filled)) * 2 > len(filled) else None


def _is_phone(cell: str) -> bool:
    return bool(_NUMBER.match(cell)) and sum(map(str.isdigit, cell)) in _PHONE_DIGITS and not _DATE.fullmatch(cell)


def _is_data(cell: str) -> bool:
    """Tells whether a cell is no title: an address, a number, a date, an id."""
    return bool(
        _EMAIL.fullmatch(cell)
        or _NUMBER.fullmatch(cell)
        or _DATE.fullmatch(cell)
        or _ID.fullmatch(cell)
        or re.fullmatch(r"[+-]?\d+([.,]\d+)?%?", cell)
    )


def _count(row: Row) -> int:
    return sum(map(bool, map(str.strip, row.cells)))


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc"}
