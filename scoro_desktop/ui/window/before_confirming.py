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
) -> bool:
    """Tells whether a draft is what the screen shows and nothing forbids to send it; else goes to what does."""
    if not tab.composer.shows(draft):
        doubt()
        return False
    first = next((each for each in current.problems(draft) if each.stops), None)
    if first is not None:
        jump(first.field)
        return False
    return True
