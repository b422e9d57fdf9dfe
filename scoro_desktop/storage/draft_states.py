"""The state of a tab as text and as a row, apart from the drafts with names, which a start does without."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scoro_desktop import late, wire
from scoro_desktop.storage.database import UNREADABLE, Place, StorageFailed, connect, read_rows, storable, transaction

if TYPE_CHECKING:  # the names and words of drafts load much, and the start of the app reads none
    import sqlite3
    from collections.abc import Iterable

    from scoro_desktop.storage.saved_drafts import Content, SavedDraft
    from scoro_desktop.wire import JsonObject


def state_text(state: JsonObject) -> str:
    """A tab's state as it is stored. Raises ValueError for NaN and infinities."""
    # Escaped to ASCII, unlike what goes over the wire: half an emoji, which a request refuses, is kept as typed.
    return json.dumps(state, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def read_state(text: str) -> JsonObject | None:
    """A tab's state as it was stored, None if it cannot be read."""
    try:
        state = wire.read(text)
    except ValueError:
        return None
    return state if isinstance(state, dict) else None


@late.dataclass(frozen=True)
class Holding:
    """The draft with a name that a tab holds, and by what it is known in a list: see `Content`."""

    draft: SavedDraft
    summary: str
    words: str


@late.dataclass(frozen=True)
class Tab:
    """The content of a tab as it is kept: its state, and the draft with a name that it holds."""

    state: JsonObject
    holding: Holding | None
    draft_id: int | None = None


def read_tab(place: Place, name: str) -> Tab | None:
    """Reads what the disk has of a tab. Raises StorageFailed, with the code `UNREADABLE` for what was not kept so."""
    with contextlib.closing(connect(place.path, place)) as connection:
        for text, draft_id in read_rows(connection, "SELECT state, draft_id FROM drafts WHERE name = ?", (name,)):
            state = read_state(text)
            if state is None:
                raise StorageFailed(UNREADABLE, f"the draft of {name}")
            if draft_id is None:
                return Tab(state, None)
            from scoro_desktop.storage.saved_drafts import SavedDrafts

            draft = SavedDrafts(connection).get(draft_id)
            if draft is None:
                return Tab(state, None)
            return Tab(state, Holding(draft, draft.summary, draft.words), draft.id)
    return None


def put_aside(place: Place, name: str, content: Content) -> Exception | None:
    """Writes what a tab had before as a draft without a name; returns what kept that from the disk."""
    from scoro_desktop.storage.saved_drafts import SavedDrafts

    try:
        with contextlib.closing(connect(place.path, place)) as connection:
            SavedDrafts(connection).put_aside(name, content)
    except Exception as error:  # noqa: BLE001 (as for `write_tab`)
        return error
    return None


def write_tab(place: Place, name: str, tab: Tab, plans: Iterable[int]) -> Exception | None:
    """Writes one state in the place of plans; returns what kept it from the disk. A connection costs a thousandth of a
    second, and none is left behind this way.
    """

    try:
        values = {"name": name, "state": state_text(tab.state), "draft_id": tab.draft_id}
        with contextlib.closing(connect(place.path, place)) as connection, transaction(connection):
            if tab.holding is not None:
                _write_named(connection, tab.holding, values["state"])
            # A draft that was removed meanwhile is nobody's.
            connection.execute(
                """
                INSERT INTO drafts (name, state, draft_id)
                VALUES (:name, :state, (SELECT id FROM saved_drafts WHERE id = :draft_id))
                ON CONFLICT (name) DO UPDATE SET state = excluded.state, draft_id = excluded.draft_id
                """,
                values,
            )
            if plans:
                from scoro_desktop.storage.planned import Planned

                Planned(connection).take_out(plans)
    except Exception as error:  # noqa: BLE001 (whatever it was, it is told to the one who asked)
        return error
    return None


def _write_named(connection: sqlite3.Connection, holding: Holding, state: object) -> None:
    """Saved again as it was, as every tab is when the window closes, a draft has not changed."""
    from scoro_desktop.storage.search import indexed

    connection.execute(
        """
        UPDATE saved_drafts SET state = :state, summary = :summary, words = :words, changed_at = :now
        WHERE id = :id AND state != :state
        """,
        {
            "id": holding.draft.id,
            "state": state,
            "summary": storable(holding.summary),
            "words": indexed(holding.words),
            "now": datetime.now(UTC).isoformat(),
        },
    )
