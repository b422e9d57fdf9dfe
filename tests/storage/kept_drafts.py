"""Drafts, kept and on the disk when that returns."""

from scoro_desktop.storage.draft_states import Holding
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.wire import JsonObject


def save(drafts: Drafts, tab: str, state: JsonObject, holding: Holding | None = None) -> None:
    """Keeps what stands in a tab and waits for it. Raises what went wrong: StorageFailed, ValueError."""
    failed: list[Exception] = []
    drafts.keep(tab, state, lambda error: None if error is None else failed.append(error), holding)
    drafts.flush()
    if failed:
        raise failed[0]
