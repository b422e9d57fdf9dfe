"""The state of the page in front, as the footer, the list of problems and the fields show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.window import busy_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.main_window import MainWindow

translate = QCoreApplication.translate

NOT_BEGUN: Final = frozenset({"nothing_to_send", "empty_text", "no_audience"})
"""Problems of a message of any channel at first: what is still missing from it."""


def show(window: MainWindow, dispatch: Dispatch, tab: ComposeTab | None) -> None:
    """Shows what is wrong with the message in front, what it is, and what Send would do."""
    loading = tab is not None and window.current.loading
    busy = busy_words.under_way(dispatch, loading=loading) if loading or dispatch.under_way else ""
    if tab is None:
        page = window.tabs.in_front()
        window.problems.show_problems(())
        window.footer.show_busy(busy or ("" if page is None else page.status()))
        return
    draft, problems = tab.composer.draft(), tab.composition.problems()  # so: a draft reads what is not read yet
    if not (busy or tab.composition.touched) and _only_not_begun(problems):
        window.problems.show_problems(())
        tab.show_problems(problems)
        tab.show_request(draft)
        window.footer.show_busy(translate("MainWindow", "Write a message, then choose who gets it."))
        return
    tab.show_problems(problems)
    window.problems.show_problems(problems)
    tab.show_request(draft)
    if busy:
        window.footer.show_busy(busy)
    else:
        window.footer.show_state(problems, window.current.account, draft, tab.composition.count, tab.getting)


def _only_not_begun(problems: Sequence[Problem]) -> bool:
    """Tells whether no more is wrong than that nothing was written and nobody chosen."""
    return all(each.code in NOT_BEGUN for each in problems)
