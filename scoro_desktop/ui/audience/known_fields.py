"""Which fields a collection has, asked of the server as they are needed, and what that says of a query."""

import time
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.audience.field_check import FieldFinding, check_fields, names_to_look_up
from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.audience.schema import Field, documented_fields, fields_of_sample, joined
from scoro_desktop.scorocode import lookups
from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.background import Background, Latest
from scoro_desktop.wire import JsonObject


class FieldClient(lookups.LooksUp, Protocol):
    """What is asked of `scorocode.client.Client`."""

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        """How many documents match."""

    def close(self) -> None:
        """Lets its connections go."""


MakeClient = Callable[[], FieldClient]
ASK_AGAIN_S: Final = 60.0
"""What the server would not tell, for want of a right to read, is not asked for again sooner, in seconds."""
AT_ONCE: Final = 4
"""How many unknown fields are looked up in a row: with the count that is asked meanwhile, well under 20 a second."""


class KnownFields(QObject):
    """Keeps what is known for one account at a time. `changed`: more is known, or of another collection.

    With the masterKey the schema tells the fields; else the documented ones and those of a sample do. A field that
    neither knows is looked up by counting the documents that have it.
    """

    changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._looks = Latest(background, 400, self)
        self._account: Account | None = None
        self._make_client: MakeClient | None = None
        self._fields: dict[str, tuple[Field, ...]] = {}
        self._exists: dict[tuple[str, str], bool] = {}
        self._asked_at: dict[tuple[str, str], float] = {}
        self._failed_at: dict[str, float] = {}

    def use(self, account: Account | None, make_client: MakeClient | None) -> None:
        """Takes an account; what was known of another is forgotten."""
        self._make_client = make_client
        if account != self._account:
            self._account = account
            self._fields.clear()
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

    def findings(self, collection: str, query: JsonObject) -> tuple[FieldFinding, ...]:
        """What is to be said of the fields of a query; fields that nothing is known of are looked up meanwhile."""
        fields = self.fields(collection)
        uses = fields_used(query)
        names = names_to_look_up(uses, fields)
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
        return tuple(check_fields(uses, fields, absent))

    def unchecked(self, collection: str, query: JsonObject) -> tuple[str, ...]:
        """Fields of a query that would reach more people if they were misspelt, and of which nothing is known yet."""
        uses = [use for use in fields_used(query) if use.widens]
        names = names_to_look_up(uses, self.fields(collection))
        return tuple(name for name in names if (collection, name) not in self._exists)

    def _ask_for_fields(self, collection: str, account: Account, make_client: MakeClient) -> None:
        by_schema = account.access_kind is AccessKind.MASTER

        def job() -> tuple[Field, ...]:
            client = make_client()
            try:
                return ask_for_fields(client, collection, by_schema=by_schema)
            finally:
                client.close()

        def done(found: tuple[Field, ...]) -> None:
            if isValid(self) and account == self._account:
                if not found:  # no right to read, or nobody there: asked again when it is next wanted, after a while
                    self._failed_at[collection] = time.monotonic()
                self._fields[collection] = joined(found, documented_fields(collection))
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


def ask_for_fields(client: FieldClient, collection: str, *, by_schema: bool) -> tuple[Field, ...]:
    """The fields of a collection by the schema, else by a sample; none where the server tells neither. Blocks."""
    if by_schema:
        known = lookups.schema(client)
        if not isinstance(known, Failure) and collection in known:
            return known[collection]
    sample = lookups.find(client, collection, {})
    return () if isinstance(sample, Failure) else fields_of_sample(sample)


def exists(client: FieldClient, collection: str, name: str) -> bool | None:
    """Whether any document has a field; None where that could not be had. Blocks."""
    count = client.count(collection, {name: {"$exists": True}})
    return None if isinstance(count, Failure) else count > 0
