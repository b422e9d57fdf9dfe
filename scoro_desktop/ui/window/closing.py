"""The questions before the window is closed, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.main_window import MainWindow


def may_close(window: MainWindow, services: Services) -> bool:
    """Asks while a send is held or under way, while campaigns run, and where something is planned.

    A window whose parts are not there yet is not made whole for it.
    """
    is_built = window.is_complete
    if is_built and window.staying.hides():
        return False
    dispatch = services.dispatch
    if (dispatch.holds or dispatch.under_way) and not window.flow.may_close(window.close):
        return False
    runner = services.campaigns
    runs = services.starts.under_way or runner.beginning or runner.at_work
    if runs and not window.campaigns.may_close(window.close):
        return False
    return not is_built or window.staying.may_close()
