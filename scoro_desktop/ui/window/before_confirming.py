"""The look at a message before any confirmation: what is asked about must be what stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.window.compose_tab import ComposeTab


def may_confirm(
    tab: ComposeTab,
    draft: Draft,
    current: CurrentAccount,
    doubt: Callable[[], object],
    jump: Callable[[FieldPath], object],
    *,
    but_a_long_query: bool = False,
) -> bool:
    """Tells whether a draft is what the screen shows and nothing forbids to send it; else goes to what does.

    `but_a_long_query`: the text of one is left to `look_later`.
    """
    if not tab.composer.shows(draft, but_a_long_query=but_a_long_query):
        doubt()
        return False
    first = next((each for each in current.problems(draft) if each.stops), None)
    if first is not None:
        jump(first.field)
        return False
    return True


def look_later(tab: ComposeTab, draft: Draft, doubt: Callable[[], object]) -> Callable[[], bool] | None:
    """Returns what tells whether all of a draft is what the screen shows, and has nobody chosen where it is not.

    None where that is known: the query is not a long one. Fetching and comparing the text of one takes as long as
    opening the confirmation, so that it has a turn of its own, and nothing can be confirmed before it.
    """
    if not draft.has_long_query:
        return None

    def look() -> bool:
        if tab.composer.shows(draft):
            return True
        doubt()
        return False

    return look
