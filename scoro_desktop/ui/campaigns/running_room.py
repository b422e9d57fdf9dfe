"""The room of a campaign that runs: its state above its lists, or in a low window one of both at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.ui.kit.disclosure import FoldButton
from scoro_desktop.ui.kit.flush_column import Growing
from scoro_desktop.ui.kit.page_scroll_area import HeadScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

WIDE: Final = 600
"""Pixels in which the two tables of the requests stand beside each other."""


def height_of(layout: QLayout, width: int) -> int:
    """Returns the pixels that a layout needs in such a width, whether it is seen or not."""
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()


class Least(Protocol):
    """Counts pixels that lists of such a width need, with their heading or without."""

    def __call__(self, width: int, *, has_heading: bool) -> int:
        """Returns them."""


class Lists(NamedTuple):
    """The lists below the state. `sums`: which of the people are seen; `heading`: those, once more, above them.

    `least`: pixels that lists of such a width need. `says_twice`: the heading says nothing that the sums do not.
    """

    whole: QWidget
    sums: QWidget
    heading: QWidget
    least: Least
    says_twice: Callable[[], bool]


class RunningRoom(QObject):
    """Gives `area`, in which `state` is, and the lists their room. Where there is none for both, `fold` leads from one
    to the other and back. What can be done, which stands above the lists, is always seen.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.state = Growing()
        self.area = HeadScrollArea(self.state, view.fontMetrics().lineSpacing() * 3, view)
        self.fold = FoldButton(self.tr("People and requests"), view)
        self.fold.hide()
        self.is_low = False

    def begin(self, top: QLayout, numbers: Sequence[QWidget], lists: Lists) -> None:
        """Takes what is laid out. `top`: all above the lists; `numbers`: what stands in it beside `fold`."""
        self._top, self._numbers, self._lists = top, numbers, lists
        self.shows_requests = False
        self.fold.unfolded.connect(self.share)
        self.state.grew.connect(self.share)
        self._view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shares another height."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show} and watched is self._view:
            self.share()
        return super().eventFilter(watched, event)

    def turned(self, *, to_requests: bool) -> None:
        """Has the lists stay in sight where another of them needs more room."""
        self.shows_requests, was_open = to_requests, self.fold.isChecked()
        self.fold.setChecked(True)
        self.share()
        if not self.is_low:
            self.fold.setChecked(was_open)

    def show_state(self) -> None:
        """Brings back what stands in the place of the lists: there is something new in it."""
        self.fold.setChecked(False)

    def share(self) -> None:
        """Shows both where they have room, else the one that is wanted."""
        view, inner = self._view, self.state.layout()
        if inner is None or not view.width():
            return
        top = self._top
        margins = top.contentsMargins()
        width = view.width() - margins.left() - margins.right()
        needed = margins.top() + margins.bottom() + height_of(inner, width)
        for number in range(top.count()):
            if (item := top.itemAt(number)) is not None and item.widget() is not self.area:
                needed += item.sizeHint().height() + top.spacing()
        lists, left = self._lists, view.height() - needed
        beside = view.width() - lists.sums.minimumWidth()
        is_tight = lists.least(beside, has_heading=True) > left and lists.says_twice()
        self.is_low = lists.least(beside, has_heading=not is_tight) > left
        opened = self.is_low and self.fold.isChecked()
        before = QApplication.focusWidget()
        self.fold.setVisible(self.is_low)
        for each in (self.area, *self._numbers):
            each.setHidden(opened)
        lists.heading.setHidden(is_tight)
        lists.whole.setVisible(opened or not self.is_low)
        lists.sums.setHidden(self.is_low and self.shows_requests and beside < WIDE)
        if before is not None and view.isAncestorOf(before) and not before.isVisibleTo(view):
            self.fold.setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to the next one, which may be Stop
