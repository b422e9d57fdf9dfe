"""The people of an audience as rows, with fields of theirs as columns: from the first `_id` to the last."""

import itertools
from collections.abc import Callable, Iterator, Sequence

from scoro_desktop.scorocode.lookups import Document, LooksUp
from scoro_desktop.scorocode.recipients import AT_ONCE, USERS, Asking, any_of, text_of
from scoro_desktop.sending.campaigns.joining import Seen
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import NewPerson
from scoro_desktop.wire import JsonObject


class AudienceReading:
    """One way through an audience. `fields`: dotted paths of users' fields, one a column; of a device, its own where
    its user has none of that name.

    `count`: what the server counts, known once it was asked (None before); `read`: documents that came. Where they
    differ, somebody came or went meanwhile, or the server gives fewer than it counts.
    """

    def __init__(
        self,
        client: LooksUp,
        collection: str,
        query: JsonObject,
        fields: Sequence[str],
        wanted: Callable[[], bool],
    ) -> None:
        self._asking = Asking(client, wanted)
        self._collection = collection
        self._query = query
        self._fields = tuple(fields)
        self._names = tuple(dict.fromkeys(each.partition(".")[0] for each in fields))
        self._seen = Seen()
        self.count: int | None = None
        self.read = 0

    def rows(self) -> Iterator[NewPerson]:
        """Yields a row for each person, whose key is the `_id`; a device that belongs to nobody is left out. Blocks.

        A person with two devices is one row. Raises LookUpFailedError and NotWantedError.
        """
        self.count = self._asking.count(self._collection, self._query)
        fields = self._names if self._collection == USERS else ("userId", *self._names)
        for page in self._asking.pages(self._collection, self._query, fields):
            self.read += len(page)
            yield from self._users(page) if self._collection == USERS else self._owners(page)

    def _users(self, page: Sequence[Document]) -> Iterator[NewPerson]:
        for each in page:
            person = text_of(each, "_id")
            yield NewPerson(0, person, self._values(each, {}), person)

    def _owners(self, page: Sequence[Document]) -> Iterator[NewPerson]:
        owned: dict[str, Document] = {}
        for each in page:
            owner = text_of(each, "userId")
            if not owner:
                values = self._values({}, each)
                yield NewPerson(0, "", values, state=PersonState.LEFT_OUT, why=Why.NOT_FOUND, detail="no_user")
            elif owner not in owned and self._seen.row(owner) is None:
                owned[owner] = each
                self._seen.add(owner, 0)
        owners = iter(owned)
        while part := list(itertools.islice(owners, AT_ONCE)):
            found = self._asking.find(USERS, any_of("_id", [*part]), self._names) if self._names else []
            users = {text_of(each, "_id"): each for each in found}
            for owner in part:
                yield NewPerson(0, owner, self._values(users.get(owner, {}), owned[owner]), owner)

    def _values(self, user: Document, device: Document) -> tuple[str, ...]:
        return tuple(text_of(user, field) or text_of(device, field) for field in self._fields)
