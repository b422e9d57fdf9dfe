"""The lines between the page and the footer: as high as they are, and scrolled where a window is too low for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from scoro_desktop.ui.kit.flush_column import Growing
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.page_scroll_area import HeadScrollArea, show_whole

if TYPE_CHECKING:
    from collections.abc import Sequence


class NoticeArea(HeadScrollArea):
    """Any number of notices below each other. One that comes is scrolled to; the footer below is never cut for them."""

    def __init__(self, notices: Sequence[QWidget], parent: QWidget | None = None) -> None:
        page = Growing()
        lines = page.fontMetrics().lineSpacing() * 2
        super().__init__(page, lines + 8, parent)
        self._came: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_last)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in notices:
            column.addWidget(each)
            for notice in (each, *each.findChildren(NoticeBar)):
                notice.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolls to a notice that comes, once it has its place."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self._came = watched
            self._soon.start()
        return super().eventFilter(watched, event)

    def _show_last(self) -> None:
        came, self._came = self._came, None
        if came is not None and isValid(came):
            show_whole(came, 0)
