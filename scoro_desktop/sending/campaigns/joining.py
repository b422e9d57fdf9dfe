"""Rows joined to people: each is judged once, ready or left out, with the first reason that was found."""

import array
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.phones import ways_on_list
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.lookups import Document, LooksUp
from scoro_desktop.scorocode.recipients import AT_ONCE, DEVICES, USERS, Asking, any_of, both, text_of
from scoro_desktop.sending.campaigns.doubles import told
from scoro_desktop.sending.campaigns.keys import BadKey, Keys, Refusals, email_key, phone_key
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import SAID_NO, Campaign, CampaignPerson, Judged
from scoro_desktop.wire import JsonObject, JsonValue

Held: TypeAlias = Callable[[KeyKind, Collection[str]], Collection[str]]
"""Tells which of these keys are on the do-not-send list of the account."""
Lately: TypeAlias = Callable[[Collection[str]], Collection[str]]
"""Tells which of these people were messaged within the hours that the campaign names."""
Rows: TypeAlias = Callable[[Collection[int]], Collection[CampaignPerson]]
"""Gives rows of the campaign by their ids."""
_BUCKETS: Final = 1024


@dataclass(frozen=True)
class _Found:
    """A row with the one person that it means."""

    row: CampaignPerson
    person: str
    phone: str
    email: str

    @property
    def keys(self) -> tuple[tuple[KeyKind, str], ...]:
        """Everything that the do-not-send list may know this person by."""
        phones = [(KeyKind.PHONE, each) for each in ways_on_list(self.phone)]
        emails = [(KeyKind.EMAIL, self.email)] if self.email else []
        return (*phones, *emails, (KeyKind.ID, self.person))

    def ready(self) -> Judged:
        return Judged(self.row.id, PersonState.PLANNED, self.person, self.phone, email_key=self.email)

    def left_out(self, why: Why, detail: str = "") -> Judged:
        return Judged(self.row.id, PersonState.LEFT_OUT, self.person, self.phone, why, detail, self.email)


class Seen:
    """Keys that were met before, each with the id of its row: for a million of them, in 16 bytes each."""

    def __init__(self) -> None:
        self._keys = [array.array("Q") for _ in range(_BUCKETS)]
        self._rows = [array.array("Q") for _ in range(_BUCKETS)]

    def row(self, key: str) -> int | None:
        """The row that has a key; None where none has."""
        number = self._number(key)
        keys = self._keys[number % _BUCKETS]
        return self._rows[number % _BUCKETS][keys.index(number)] if number in keys else None

    def add(self, key: str, row: int) -> None:
        """Remembers a key that was not there."""
        number = self._number(key)
        self._keys[number % _BUCKETS].append(number)
        self._rows[number % _BUCKETS].append(row)

    @staticmethod
    def _number(key: str) -> int:
        """A number in the place of a key: that two of a million have the same comes once in 36 million campaigns."""
        import hashlib  # brings the system's cryptography along: 3 MB

        return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def join(
    rows: Iterable[CampaignPerson],
    client: LooksUp,
    campaign: Campaign,
    account: Account,
    wanted: Callable[[], bool],
    *,
    held: Held,
    lately: Lately,
    listed: Rows,
) -> Iterator[Judged]:
    """Judges rows of a campaign that were read; of two of one person or phone the first is ready. Blocks.

    Fifty keys at a time are asked for. Raises LookUpFailedError and NotWantedError, and what `held` and `lately` do:
    rows that were not judged then stay as they are. `detail` of the second row of a person or phone is that of
    `doubles.told`.
    """
    del account  # what it asks of people is in the campaign's clause
    joining = _Joining(Asking(client, wanted), campaign, held, lately, listed)
    rows = iter(rows)
    while part := list(itertools.islice(rows, AT_ONCE)):
        yield from joining.judge(part)


class _Joining:
    """One way through the rows."""

    def __init__(self, asking: Asking, campaign: Campaign, held: Held, lately: Lately, listed: Rows) -> None:
        self._asking = asking
        self._keys = Keys.of(campaign.mapping)
        self._refusals = Refusals.of(campaign.mapping)
        self._channel = CHANNELS[Channel(campaign.channel)]
        self._clause = campaign.chosen or None
        self._held = held
        self._lately = lately
        self._listed = listed
        self._key = campaign.mapping.get("key")
        self._persons = Seen()
        self._phones = Seen()

    def judge(self, rows: list[CampaignPerson]) -> Iterator[Judged]:
        """Judges some rows together."""
        keyed: dict[int, str] = {}
        asked: dict[JsonValue, None] = {}
        for row in rows:
            if self._refusals is not None and self._refusals.refuses(row.values):
                yield self._said_no(row)
                continue
            key = self._keys.read(row.key)
            if isinstance(key, BadKey):
                why = Why.BAD_KEY if key.code else Why.EMPTY_KEY
                yield Judged(row.id, PersonState.LEFT_OUT, why=why, detail=key.code)
                continue
            keyed[row.id] = key
            asked.update(dict.fromkeys(self._keys.asked(key, row.key)))
        people = self._people(list(asked)) if asked else {}
        found: list[_Found] = []
        for row in rows:
            if row.id not in keyed:
                continue
            those = people.get(keyed[row.id], ())
            if len(those) == 1:
                found.append(self._found(row, those[0]))
            else:
                why = Why.FOUND_TWICE if those else Why.NOT_FOUND
                phone = keyed[row.id] if self._keys.field == KeyKind.PHONE else ""
                yield Judged(row.id, PersonState.LEFT_OUT, phone_key=phone, why=why, detail=_several(those))
        yield from self._sifted(found)

    def _said_no(self, row: CampaignPerson) -> Judged:
        """A row that says no, with who that is: other rows of theirs are left out by it (`reading.said_no`)."""
        key = self._keys.read(row.key)
        known = {self._keys.field: key} if isinstance(key, str) else {}
        phone, email = known.get(KeyKind.PHONE, ""), known.get(KeyKind.EMAIL, "")
        person = known.get(KeyKind.ID, "")
        return Judged(row.id, PersonState.LEFT_OUT, person, phone, Why.DO_NOT_SEND, SAID_NO, email)

    def _people(self, values: list[JsonValue]) -> Mapping[str, list[Document]]:
        """Those whose key has one of these values, by key as keys are compared."""
        field = self._keys.field
        documents = self._asking.find(USERS, any_of(field, values), ("phone", "email", field.partition(".")[0]))
        people: dict[str, list[Document]] = {}
        for each in documents:
            key = self._keys.compared(text_of(each, field))
            if key and text_of(each, "_id"):
                people.setdefault(key, []).append(each)
        return people

    def _found(self, row: CampaignPerson, document: Document) -> _Found:
        phone, email = text_of(document, "phone"), text_of(document, "email")
        return _Found(
            row,
            text_of(document, "_id"),
            phone_key(phone, self._keys.country) if phone.strip() else "",
            email_key(email),
        )

    def _sifted(self, found: list[_Found]) -> Iterator[Judged]:
        """Judges those who were found, by what is known of all of them."""
        reachable = self._reachable(found)
        within = self._within(found) if self._clause else reachable
        refused = {
            (kind, key)
            for kind in (KeyKind.PHONE, KeyKind.EMAIL, KeyKind.ID)
            for key in self._held(kind, [key for each in found for of, key in each.keys if of is kind])
        }
        lately = set(self._lately([each.person for each in found])) if found else set()
        doubles: list[tuple[_Found, Why, int]] = []
        for each in found:
            if each.person not in reachable:
                yield each.left_out(Why.NO_ADDRESS)
            elif not refused.isdisjoint(each.keys):  # before what a person may set aside
                yield each.left_out(Why.DO_NOT_SEND)
            elif (first := self._persons.row(each.person)) is not None:
                doubles.append((each, Why.SAME_PERSON, first))
            elif self._channel.needs_phone and (first := self._phones.row(each.phone)) is not None:
                doubles.append((each, Why.SAME_PHONE, first))
            elif each.person in lately:
                yield each.left_out(Why.MESSAGED_LATELY)
            elif each.person not in within:
                yield each.left_out(Why.OUTSIDE_CLAUSE)
            else:
                self._persons.add(each.person, each.row.id)
                self._phones.add(each.phone, each.row.id)
                yield each.ready()
        if doubles:
            yield from self._told(doubles)

    def _told(self, doubles: Collection[tuple[_Found, Why, int]]) -> Iterator[Judged]:
        """Judges rows whose person or phone a row before them has, and tells which that is and what differs."""
        firsts = {each.id: each for each in self._listed({first for _, _, first in doubles})}
        for each, why, first in doubles:
            yield each.left_out(why, told(each.row, firsts.get(first), self._key))

    def _reachable(self, found: list[_Found]) -> set[str]:
        """Those who have a phone or a device, where the channel goes to one."""
        if self._channel.needs_phone:
            return {each.person for each in found if each.phone}
        if self._channel.collections[0] != DEVICES:
            return {each.person for each in found}
        return self._owners(any_of("userId", [each.person for each in found])) if found else set()

    def _within(self, found: list[_Found]) -> set[str]:
        """Those whom the campaign's clause lets through: it narrows every request."""
        if not found:
            return set()
        persons: list[JsonValue] = [each.person for each in found]
        if self._channel.collections[0] == DEVICES:
            return self._owners(both(any_of("userId", persons), self._clause))
        documents = self._asking.find(USERS, both(any_of("_id", persons), self._clause), ())
        return {text_of(each, "_id") for each in documents}

    def _owners(self, query: JsonObject) -> set[str]:
        return {text_of(each, "userId") for each in self._asking.find(DEVICES, query, ("userId",))}


def _several(people: Collection[Document]) -> str:
    return str(len(people)) if people else ""
