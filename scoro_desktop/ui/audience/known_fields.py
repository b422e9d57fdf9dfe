"""Fields of a collection and some of their values, asked of the server as needed, held against a query."""

import time
from collections.abc import Callable
from dataclasses import field
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop import late
from scoro_desktop.audience.field_check import FieldFinding, check_fields, names_to_look_up
from scoro_desktop.audience.field_use import FieldUse, fields_used
from scoro_desktop.audience.known_values import KnownValue, Values, known_values, values_of_sample
from scoro_desktop.audience.schema import Field, FieldType, documented_fields, fields_of_sample, joined, without
from scoro_desktop.audience.type_check import TypeFinding, check_types, is_plain_and_known
from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.wire import JsonObject


class FieldClient(Protocol):
    """The part of `scorocode.client.Client` that counting and looking up need."""

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        """A call that changes nothing."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """Counts the documents that match."""

    def close(self) -> None:
        """Lets its connections go."""


MakeClient = Callable[[], FieldClient]
ASK_AGAIN_S: Final = 60.0
"""The seconds before the app asks again for what the server would not tell, for want of a right to read."""
AT_ONCE: Final = 4
"""The most unknown fields looked up in a row: with the count that is asked meanwhile, well under 20 a second."""


@late.dataclass(frozen=True)
class Told:
    """The server's word on a collection: its fields, and values in a sample of its documents."""

    fields: tuple[Field, ...] = ()
    values: Values = field(default_factory=dict)


class KnownFields(QObject):
    """Keeps what is known for one account at a time. `changed`: more is known, or of another collection.

    A sample tells fields and values; with the masterKey the schema tells fields too, else the documented ones are
    added. A field that none of them knows is looked up by counting the documents that have it.
    """

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._looks = LatestTask(background, 400, self)
        self._account: Account | None = None
        self._make_client: MakeClient | None = None
        self._fields: dict[str, tuple[Field, ...]] = {}
        self._values: dict[str, Values] = {}
        self._values_of: dict[tuple[str, str], tuple[KnownValue, ...]] = {}  # of these, those of one field
        self._exists: dict[tuple[str, str], bool] = {}
        self._uses: tuple[JsonObject, tuple[FieldUse, ...]] = ({}, ())
        self._typed: tuple[JsonObject, dict[str, FieldType], list[TypeFinding]] = ({}, {}, [])
        self._types: tuple[tuple[Field, ...], dict[str, FieldType]] = ((), {})
        self._asked_at: dict[tuple[str, str], float] = {}
        self._failed_at: dict[str, float] = {}

    def use(self, account: Account | None, make_client: MakeClient | None) -> None:
        """Takes an account; what was known of another is forgotten."""
        self._make_client = make_client
        if account != self._account:
            self._account = account
            self._fields.clear()
            self._values.clear()
            self._values_of.clear()
            self._exists.clear()
            self._asked_at.clear()
            self._failed_at.clear()
            self._looks.forget()
            self.changed.emit()

    def fields(self, collection: str) -> tuple[Field, ...]:
        """The fields of a collection as far as they are known; the first call that can asks the server for more."""
        known = self._fields.get(collection)
        failed = self._failed_at.get(collection)
        if known is None or (failed is not None and time.monotonic() - failed >= ASK_AGAIN_S):
            known = documented_fields(collection)
            if self._account is not None and self._make_client is not None:
                self._fields[collection] = known
                self._failed_at.pop(collection, None)
                self._ask_for_fields(collection, self._account, self._make_client)
        return known

    def known(self, collection: str) -> tuple[Field, ...]:
        """The fields of a collection as far as they are known; asks for nothing."""
        return self._fields.get(collection) or documented_fields(collection)

    def values(self, collection: str, name: str) -> tuple[KnownValue, ...]:
        """Returns the known values of a field, by its dotted path; `fields` is what asks for them."""
        found = self._values_of.get((collection, name))
        if found is None:
            found = self._values_of[collection, name] = known_values(name, self._values.get(collection, {}))
        return found

    def findings(self, collection: str, query: JsonObject) -> tuple[FieldFinding, ...]:
        """Lists the findings on the fields of a query; unknown fields are looked up meanwhile."""
        known, types = self._types
        if self._fields.get(collection) is not known or collection in self._failed_at:  # with each letter it is
            types = self._types_of(self.fields(collection))
        if is_plain_and_known(query, types):
            return ()
        uses = self._used(query)
        names = names_to_look_up(uses, types)
        clashes = self._clashes(query, types)
        if not names and not clashes:
            return ()
        now = time.monotonic()
        unknown = [
            name
            for name in names
            if (collection, name) not in self._exists
            and now - self._asked_at.get((collection, name), -ASK_AGAIN_S) >= ASK_AGAIN_S
        ]
        if unknown:
            self._look_up(collection, unknown[:AT_ONCE])
        absent = {name for name in names if self._exists.get((collection, name)) is False}
        return tuple(check_fields(uses, absent, clashes))

    def unchecked(self, collection: str, query: JsonObject) -> tuple[str, ...]:
        """Fields of a query that would reach more people if they were misspelt, and of which nothing is known yet."""
        uses = [use for use in self._used(query) if use.widens]
        names = names_to_look_up(uses, self._types_of(self.fields(collection)))
        return tuple(name for name in names if (collection, name) not in self._exists)

    def _used(self, query: JsonObject) -> tuple[FieldUse, ...]:
        """The fields of a query, looked for once: in 1 MB that takes a millisecond, and a change asks several times."""
        if self._uses[0] is not query:
            self._uses = (query, fields_used(query))
        return self._uses[1]

    def _clashes(self, query: JsonObject, types: dict[str, FieldType]) -> list[TypeFinding]:
        """Finds what clashes with the types of fields, looking once, as `_used` does."""
        if self._typed[0] is not query or self._typed[1] is not types:
            self._typed = (query, types, check_types(query, types))
        return self._typed[2]

    def _types_of(self, fields: tuple[Field, ...]) -> dict[str, FieldType]:
        """The type of each field by its name, put together once for the same fields."""
        if self._types[0] is not fields:
            self._types = (fields, {each.name: each.type for each in fields})
        return self._types[1]

    def _ask_for_fields(self, collection: str, account: Account, make_client: MakeClient) -> None:
        by_schema = account.access_kind is AccessKind.MASTER

        def job() -> Told:
            client = make_client()
            try:
                return ask(client, collection, by_schema=by_schema)
            finally:
                client.close()

        def done(told: Told) -> None:
            if isValid(self) and account == self._account:
                if (
                    not told.fields
                ):  # no right to read, or nobody there: asked again when it is next wanted, after a while
                    self._failed_at[collection] = time.monotonic()
                self._fields[collection] = joined(told.fields, documented_fields(collection))
                self._values[collection] = told.values
                self._values_of.clear()
                self.changed.emit()

        self._background.submit(job, done)

    def _look_up(self, collection: str, names: list[str]) -> None:
        account, make_client = self._account, self._make_client
        if make_client is None:
            return

        def job() -> dict[str, bool]:
            client = make_client()
            try:
                return {name: found for name in names if (found := exists(client, collection, name)) is not None}
            finally:
                client.close()

        def done(found: dict[str, bool]) -> None:
            self._asked_at.update(dict.fromkeys(((collection, name) for name in names), time.monotonic()))
            if account == self._account and found:
                self._exists.update({(collection, name): value for name, value in found.items()})
                self.changed.emit()

        self._looks.ask(job, done, lambda _error: None)


def ask(client: FieldClient, collection: str, *, by_schema: bool) -> Told:
    """The fields of a collection by the schema and a sample, and the sample's values; what is secret of neither.

    Nothing where the server tells neither. Blocks.
    """
    from scoro_desktop.scorocode import lookups  # on the thread that asks, and not before somebody does

    known = lookups.schema(client) if by_schema else {}
    listed = () if isinstance(known, Failure) else known.get(collection, ())
    sample = lookups.find(client, collection, {})
    if isinstance(sample, Failure):
        return Told(listed)
    secret = {each.name for each in (*listed, *documented_fields(collection)) if each.is_secret}
    documents = [without(each, secret) for each in sample]
    return Told(joined(listed, fields_of_sample(documents)), values_of_sample(documents))


def exists(client: FieldClient, collection: str, name: str) -> bool | None:
    """Tells whether any document has a field; None where that could not be had. Blocks."""
    count = client.count(collection, {name: {"$exists": True}})
    return None if isinstance(count, Failure) else count > 0
