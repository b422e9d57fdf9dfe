"""A campaign that was prepared, and is not wanted any more, taken out of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.storage.campaigns.types import NotPossible
from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


def discard(storage: AsyncStorage, campaign_id: int) -> None:
    """Removes it. Where the disk refuses, or it was approved meanwhile, it stays in the list."""

    def failed(error: Exception) -> None:
        if not isinstance(error, NotPossible):
            tolerate(error)

    storage.write(storage, lambda stores: stores.campaigns.discard(campaign_id), failed=failed)
