"""Lines between the page and the footer that are hidden while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.kit.notice_area import NoticeArea
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.later.later_bar import LaterBar
from scoro_desktop.ui.sending.outcome_notice import OutcomeNotice
from scoro_desktop.ui.window.disk_presenter import DiskPresenter
from scoro_desktop.ui.window.error_presenter import ErrorPresenter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.built_window import BuiltWindow


def build(window: BuiltWindow, services: Services, place: QWidget, column: QVBoxLayout) -> None:
    """Makes them in `place`, each an attribute of the window, and puts them above what `column` has already."""
    window.trouble_bar = NoticeBar(place)
    window.outcome = OutcomeNotice(services.dispatch, place)
    window.disk = DiskPresenter(services, window)
    window.trouble = ErrorPresenter(
        window.trouble_bar,
        services.data_dir,
        lambda: services.dispatch.under_way,
        lambda: window.current.keys,
        window,
    )
    window.later_bar = LaterBar(place)
    notices = (window.disk, window.trouble_bar, window.later_bar, window.notice, window.outcome)
    column.insertWidget(0, NoticeArea(notices, place))
