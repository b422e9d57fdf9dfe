"""Drafts that were given a name, and those that were put aside when something else took their place."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from scoro_desktop import late
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.draft_states import read_state, state_text
from scoro_desktop.storage.names import (
    NamedTable,
    free_name,
    kept_name,
    moment,
    name_key,
    names_unique,
    read_tags_text,
    tags_text,
)
from scoro_desktop.storage.salvage import made_of, rows_of
from scoro_desktop.storage.search import indexed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoro_desktop.wire import JsonObject

MOST_PUT_ASIDE: Final = 50
"""The most drafts without a name that are kept of each channel; the oldest make room."""


@late.dataclass(frozen=True)
class Content:
    """The content of a tab: its whole state; one line of its message for a list; the text that it is found by."""

    state: JsonObject
    summary: str
    words: str

    def row(self) -> tuple[str, str, str]:
        """(summary, words, state) as they are stored. Raises ValueError for NaN and infinities."""
        return storable(self.summary), indexed(self.words), state_text(self.state)


@late.dataclass(frozen=True)
class SavedDraft:
    """A draft in a list. `channel`: its code. `name`: None for one that was put aside. Times are UTC, aware."""

    id: int
    channel: str
    name: str | None
    created_at: datetime
    changed_at: datetime
    summary: str
    words: str
    tags: tuple[str, ...] = ()
    used_at: datetime | None = None

    def text(self) -> str:
        """Everything that it is found by, as `indexed` gives it."""
        return f"{indexed(' '.join((self.name or '', *self.tags)))} {self.words}"


@late.dataclass(frozen=True)
class NamedContent:
    """A draft to be kept, as a file brings it. `channel`: its code."""

    channel: str
    name: str
    content: Content
    tags: tuple[str, ...] = ()


@late.dataclass(frozen=True)
class RemovedDraft:
    """A draft that was removed, whole, to be put back."""

    draft: SavedDraft
    state: str


class SavedDrafts(NamedTable):
    """The table of drafts. Every method raises StorageFailed when the disk or the database fails."""

    TABLE = "saved_drafts"

    def named(self) -> list[SavedDraft]:
        """Those with a name, by name."""
        found = [each for each in self._lines() if each.name is not None]
        return sorted(found, key=lambda each: (name_key(each.name or ""), each.channel))

    def put_aside_ones(self) -> list[SavedDraft]:
        """Those without a name, the newest first."""
        found = [each for each in self._lines() if each.name is None]
        return sorted(found, key=lambda each: each.id, reverse=True)

    def get(self, draft_id: int) -> SavedDraft | None:
        """One of them, None if there is none of this id."""
        rows = read_rows(self._connection, f"SELECT {_LINE} FROM saved_drafts WHERE id = ?", (draft_id,))  # noqa: S608
        return next(made_of(rows, _line), None)

    def state(self, draft_id: int) -> JsonObject | None:
        """Returns the state of a draft; None if there is none of this id, or if it cannot be read."""
        for (text,) in read_rows(self._connection, "SELECT state FROM saved_drafts WHERE id = ?", (draft_id,)):
            return read_state(text)
        return None

    def add(self, channel: str, name: str, content: Content) -> SavedDraft:
        """Keeps what stands in a tab under a name. Raises NameTakenError, ValueError as `Content.row` and `_check`."""
        _check(channel)
        now = datetime.now(UTC)
        summary, words, state = content.row()
        with names_unique(), transaction(self._connection):
            draft_id = self._insert(channel, name, (now, now), (summary, words, state))
        return SavedDraft(draft_id, channel, kept_name(name), now, now, summary, words)

    def rename(self, draft_id: int, name: str) -> None:
        """Gives it another name, or one that was put aside its first. Raises NameTakenError."""
        with names_unique(), transaction(self._connection):
            self._connection.execute(
                "UPDATE saved_drafts SET name = ?, name_key = ? WHERE id = ?",
                (kept_name(name), name_key(kept_name(name)), draft_id),
            )

    def duplicate(self, draft: SavedDraft) -> SavedDraft:
        """A second draft that holds the same, as "name (2)"; it is another message, and takes no other's place."""
        now = datetime.now(UTC)
        name = self.free_name(draft.channel, draft.name or draft.summary)
        with transaction(self._connection):
            texts = read_rows(self._connection, "SELECT state FROM saved_drafts WHERE id = ?", (draft.id,))
            from scoro_desktop.messages.made_up_names import with_other_names

            state = with_other_names(str(texts[0][0])) if texts else ""
            cursor = self._connection.execute(
                """
                INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, tags, state)
                SELECT channel, ?, ?, ?, ?, summary, words, tags, ? FROM saved_drafts WHERE id = ?
                """,
                (name, name_key(kept_name(name)), now.isoformat(), now.isoformat(), state, draft.id),
            )
        return dataclasses.replace(
            draft, id=cursor.lastrowid or 0, name=name, created_at=now, changed_at=now, used_at=None
        )

    def remove_all(self, draft_ids: Sequence[int]) -> list[RemovedDraft]:
        """Forgets them, all or none, as `remove` does."""
        with transaction(self._connection):
            removed = list(filter(None, map(self._whole, draft_ids)))
            self._delete(draft_ids)
        return removed

    def put_back_all(self, removed: Sequence[RemovedDraft]) -> list[SavedDraft]:
        """Brings them back, all or none, as `put_back` does."""
        with transaction(self._connection):
            return [self._bring(each) for each in removed]

    def take_in(self, new: Sequence[NamedContent]) -> list[int]:
        """Adds them, all or none, and returns their ids; none takes the place of one that a tab may have open.

        Raises NameTakenError, ValueError as `Content.row` and for a channel that is not known.
        """
        for each in new:
            _check(each.channel)
        now = self._now()
        with names_unique(), transaction(self._connection):
            return [
                self._insert(each.channel, each.name, (now, now), each.content.row(), tags=each.tags) for each in new
            ]

    def put_aside(self, channel: str, content: Content) -> None:
        """Keeps what something else takes the place of: the same once, of each channel the newest only.

        Raises ValueError as `Content.row`.
        """
        _check(channel)
        now = datetime.now(UTC)
        row = content.row()
        with transaction(self._connection):
            self._connection.execute(
                "DELETE FROM saved_drafts WHERE channel = ? AND name IS NULL AND state = ?", (channel, row[2])
            )
            self._insert(channel, None, (now, now), row)
            self._connection.execute(
                """
                DELETE FROM saved_drafts WHERE id IN (
                    SELECT id FROM saved_drafts WHERE channel = ? AND name IS NULL ORDER BY id DESC LIMIT -1 OFFSET ?
                )
                """,
                (channel, MOST_PUT_ASIDE),
            )

    def free_name(self, channel: str, name: str) -> str:
        """The name, or "name (2)" and so on where it is taken."""
        rows = read_rows(
            self._connection,
            "SELECT name_key FROM saved_drafts WHERE channel = ? AND name_key IS NOT NULL",
            (channel,),
        )
        return free_name(kept_name(name), {key for (key,) in rows})

    def _whole(self, draft_id: int) -> RemovedDraft | None:
        draft = self.get(draft_id)
        texts = read_rows(self._connection, "SELECT state FROM saved_drafts WHERE id = ?", (draft_id,))
        return None if draft is None else RemovedDraft(draft, str(texts[0][0]))

    def _bring(self, removed: RemovedDraft) -> SavedDraft:
        draft = removed.draft
        self._insert(
            draft.channel,
            None if draft.name is None else self.free_name(draft.channel, draft.name),
            (draft.created_at, draft.changed_at),
            (draft.summary, draft.words, removed.state),
            draft.id,
            tags=draft.tags,
            used_at=draft.used_at,
        )
        return self.get(draft.id) or draft

    def _insert(
        self,
        channel: str,
        name: str | None,
        times: tuple[datetime, datetime],
        row: tuple[str, str, str],
        draft_id: int | None = None,
        *,
        tags: Iterable[str] = (),
        used_at: datetime | None = None,
    ) -> int:
        cursor = self._connection.execute(
            """
            INSERT INTO saved_drafts
            (id, channel, name, name_key, created_at, changed_at, summary, words, state, tags, used_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                draft_id,
                channel,
                None if name is None else kept_name(name),
                None if name is None else name_key(kept_name(name)),
                *(each.isoformat() for each in times),
                *row,
                tags_text(tags),
                None if used_at is None else used_at.isoformat(),
            ),
        )
        return cursor.lastrowid or 0

    def _lines(self) -> list[SavedDraft]:
        return list(made_of(rows_of(self._connection, "saved_drafts", _LINE), _line))


# The states, which may be long, are left where they are.
_LINE: Final = "id, channel, name, created_at, changed_at, summary, words, tags, used_at"


def _line(row: tuple[Any, ...]) -> SavedDraft:
    draft_id, channel, name, created_at, changed_at, summary, words, tags, used_at = row
    return SavedDraft(
        draft_id,
        channel,
        name,
        datetime.fromisoformat(created_at),
        datetime.fromisoformat(changed_at),
        summary,
        words,
        read_tags_text(tags),
        moment(used_at),
    )


def _check(code: str) -> None:
    """Raises ValueError for a code that is no channel's: nobody could open such a draft."""
    if known(code) is None:
        raise ValueError("a draft is of a channel that is known")
