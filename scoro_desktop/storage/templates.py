"""Templates: messages with names, kept until they are deleted."""

import dataclasses
import functools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scoro_desktop import wire
from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.messages.template import Template, TemplateAudience, as_kept, free_name
from scoro_desktop.messages.variables import from_json, is_variable, to_json
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.names import Imported, NamedTable, moment, names_unique, read_tags_text, tags_text
from scoro_desktop.storage.salvage import made_of, rows_of
from scoro_desktop.wire import JsonValue


@dataclass(frozen=True)
class StoredTemplate:
    """A template on the disk. Times are UTC, aware; `used_at` is None until a message was made of it."""

    id: int
    template: Template
    changed_at: datetime
    used_at: datetime | None = None


class Templates(NamedTable):
    """The table of templates. Every method raises StorageFailed when the disk or the database fails."""

    TABLE = "templates"

    def all(self) -> list[StoredTemplate]:
        """Every template of a known channel that can be read, what was used or changed last first."""
        found = list(_known(rows_of(self._connection, "templates", _COLUMNS)))
        return sorted(
            found, key=lambda each: (max(each.changed_at, each.used_at or each.changed_at), each.id), reverse=True
        )

    def of_unknown_channels(self) -> list[tuple[str, str]]:
        """(name, code of the channel) of templates that this version has no form for; no other method gives them."""
        rows = sorted(rows_of(self._connection, "templates", "name, channel"))
        return [(name, code) for name, code in rows if known(code) is None]

    def get(self, template_id: int) -> StoredTemplate | None:
        """One of them; None where it was deleted."""
        return next(_known(read_rows(self._connection, _SELECT + " WHERE id = ?", (template_id,))), None)

    def named(self, name: str) -> StoredTemplate | None:
        """The template of a name, if there is one."""
        found = read_rows(self._connection, _SELECT + " WHERE name = ?", (storable(name),))
        return next(_known(found), None)

    def add(self, template: Template) -> StoredTemplate:
        """Keeps a template. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            return self._insert(StoredTemplate(0, as_kept(template), self._now()))

    def update(self, template_id: int, template: Template) -> None:
        """Puts another template in the place of one. Raises NameTakenError where another has its name."""
        with names_unique(), transaction(self._connection):
            self._write(template_id, template, self._now())

    def duplicate(self, stored: StoredTemplate) -> StoredTemplate:
        """A second one with the same content, as "name (2)"."""
        names = [name for (name,) in read_rows(self._connection, "SELECT name FROM templates")]
        return self.add(dataclasses.replace(stored.template, name=free_name(stored.template.name, names)))

    def restore(self, before: StoredTemplate) -> None:
        """Takes a change back: the template is again what it was, its times too. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            self._write(before.id, before.template, before.changed_at)

    def remove(self, template_ids: Sequence[int]) -> None:
        """Forgets them, all or none. Nothing happens for one that is not there."""
        with transaction(self._connection):
            self._delete(template_ids)

    def put_back(self, removed: Sequence[StoredTemplate]) -> list[StoredTemplate]:
        """Brings back what was removed, all or none, under new ids: the old ones may be others' since.

        Raises NameTakenError if a name was taken meanwhile.
        """
        with names_unique(), transaction(self._connection):
            return [self._insert(each) for each in removed]

    def take_in(self, new: Sequence[Template], instead: Sequence[tuple[int, Template]]) -> Imported[StoredTemplate]:
        """Adds `new`, and puts each of `instead` in the place of the one with its id: all of it or nothing.

        Raises NameTakenError.
        """
        before = tuple(each for each in self.all() if each.id in {template_id for template_id, _ in instead})
        with names_unique(), transaction(self._connection):
            for template_id, template in instead:
                self._write(template_id, template, self._now())
            added = tuple(self._insert(StoredTemplate(0, each, self._now())).id for each in new)
        return Imported(added, before)

    def take_back(self, imported: Imported[StoredTemplate]) -> None:
        """Undoes an import: all of it or nothing. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            self._delete(imported.added)
            for each in imported.replaced:
                self._write(each.id, each.template, each.changed_at)

    def _insert(self, stored: StoredTemplate) -> StoredTemplate:
        used_at = None if stored.used_at is None else stored.used_at.isoformat()
        cursor = self._connection.execute(
            "INSERT INTO templates"
            " (name, channel, tags, variables, collection, query_text, message, campaign, changed_at, used_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_row(stored.template), stored.changed_at.isoformat(), used_at),
        )
        return dataclasses.replace(stored, id=cursor.lastrowid or 0)

    def _write(self, template_id: int, template: Template, at: datetime) -> None:
        self._connection.execute(
            "UPDATE templates SET name = ?, channel = ?, tags = ?, variables = ?, collection = ?, query_text = ?,"
            " message = ?, campaign = ?, changed_at = ? WHERE id = ?",
            (*_row(template), at.isoformat(), template_id),
        )


_COLUMNS: Final = "id, name, channel, tags, variables, collection, query_text, message, changed_at, used_at, campaign"
_SELECT: Final = f"SELECT {_COLUMNS} FROM templates"  # noqa: S608


def _row(given: Template) -> tuple[object, ...]:
    template = as_kept(given)
    audience = template.audience
    return (
        storable(template.name),
        template.channel.value,
        tags_text(template.tags),
        _json([*map(to_json, template.variables)]),
        None if audience is None else audience.collection,
        None if audience is None else storable(audience.query_text),
        _json(template.message),
        None if template.campaign is None else _json(template.campaign.to_json()),
    )


def _json(value: JsonValue) -> str:
    """ExceptionHook to ASCII: half an emoji, which a request refuses, is kept as it was typed."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def _known(rows: Iterable[tuple[object, ...]]) -> Iterator[StoredTemplate]:
    for row in rows:
        if (channel := known(str(row[2]))) is not None:
            yield from made_of([row], functools.partial(_stored, channel=channel))


def _stored(row: tuple[object, ...], channel: Channel) -> StoredTemplate:
    template_id, name, _, tags, variables, collection, query_text, message, changed_at, used_at, campaign = row
    body = wire.read(str(message))
    read_variables = wire.read(str(variables))
    template = Template(
        name=str(name),
        channel=channel,
        message=body if isinstance(body, dict) else {},
        tags=read_tags_text(tags),
        audience=None if collection is None else TemplateAudience(str(collection), str(query_text)),
        variables=tuple(
            map(from_json, filter(is_variable, read_variables if isinstance(read_variables, list) else ()))
        ),
        campaign=None if campaign is None else CampaignPlan.from_json(wire.read(str(campaign))),
    )
    return StoredTemplate(
        int(str(template_id)),
        template,
        datetime.fromisoformat(str(changed_at)),
        moment(used_at),
    )
