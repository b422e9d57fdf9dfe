"""The earlier sends that a confirmation tells of: the same message, and the one that this one takes the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.sending.draft import narrowed
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.kit.unhurried import soon

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
    from scoro_desktop.wire import JsonObject


SHOWN_MS: Final = 25
"""The pause before a long query is written out to be counted and compared, on threads that hold the interpreter: the
confirmation is painted first. Ours."""


def begin(
    storage: AsyncStorage, dialog: ConfirmDialog, account: Account, draft: Draft, count: Callable[[], object]
) -> None:
    """Looks for all of it once a confirmation is open, and has its people counted."""

    def look() -> None:
        if dialog.isHidden():  # it was taken back meanwhile
            return
        if not draft.is_test:
            the_same(storage, dialog, account, draft)
        the_replaced(storage, dialog, account, draft)
        count()

    if draft.has_long_query:
        soon(dialog, look, SHOWN_MS)
    else:
        look()


def the_same(storage: AsyncStorage, dialog: ConfirmDialog, account: Account, draft: Draft) -> None:
    """Looks after all that is being recorded: a send that was confirmed a moment ago is among what is found."""
    channel, body, as_chosen = draft.channel.value, draft.request().to_wire(), chosen(draft)

    def look(stores: Stores) -> tuple[Send | None, bool]:
        outbox = Outbox(stores.history)
        same = outbox.sent_before(account, channel, body, as_chosen)
        return (same, True) if same is not None else (outbox.almost_sent(account, channel, body), False)

    def failed(error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error  # nothing can be confirmed then
        dialog.show_sent_before(error)

    storage.look(dialog, look, lambda found: dialog.show_sent_before(*found), failed)


def the_replaced(storage: AsyncStorage, dialog: ConfirmDialog, account: Account, draft: Draft) -> None:
    """Looks for the message that a corrected one takes the place of; nobody need wait for that."""
    channel, body = draft.channel.value, draft.request().to_wire()
    if not any(CHANNELS[draft.channel].names(body)):
        return

    def failed(error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        dialog.show_replaced(error)

    storage.read(
        dialog, lambda stores: Outbox(stores.history).replaced(account, channel, body), dialog.show_replaced, failed
    )


def chosen(draft: Draft) -> JsonObject | None:
    """The query with its relative dates as they stand; None where it has none."""
    return narrowed(draft.query(), draft.left_out) if draft.has_rules else None
