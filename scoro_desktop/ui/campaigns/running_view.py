"""Step three of a campaign: how far it is, why it stands still, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.campaigns.new_text import NewText
from scoro_desktop.ui.campaigns.people_model import PeopleModel
from scoro_desktop.ui.campaigns.people_table import PeopleTable
from scoro_desktop.ui.campaigns.requests_place import RequestsPlace
from scoro_desktop.ui.campaigns.running_room import WIDE, Lists, RunningRoom
from scoro_desktop.ui.campaigns.sums_list import SumsList
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.appearance import scaled
from scoro_desktop.ui.kit.flow_layout import FlowLayout
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.tab_order import chain
from scoro_desktop.ui.kit.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoro_desktop.ui.campaigns.requests_view import RequestsView
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

LEFT: Final = 316
"""In pixels: the sums; the table has the rest."""


class _Rest(QWidget):
    """The lists: in a low window they give way, so that why a campaign stands still is read whole.

    A height that hangs on the width is the least that Qt gives, and as much would be taken from the words above.
    """

    def hasHeightForWidth(self) -> bool:
        """Never, though a row of buttons in it breaks where it is narrow."""
        return False


class RunningView(QWidget):
    """The widgets, laid out; what they do is the campaign's (`one_campaign.py`).

    `requests_made`: the requests are there, which are made once they are looked at.
    """

    pause_wanted = Signal()
    go_on_wanted = Signal()
    few_wanted = Signal()
    stop_wanted = Signal()
    text_wanted = Signal()
    export_wanted = Signal()
    again_wanted = Signal()
    delete_wanted = Signal()
    repeat_wanted = Signal()
    requests_made = Signal()
    account_wanted = Signal()

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._storage = storage
        self._colours = colours

    def pieces(self) -> Iterator[None]:
        """Makes what is in it, a few widgets a piece. Nothing else may be asked of it before."""
        self.room = RunningRoom(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "count")
        self.of_all = QLabel(self)
        self.of_all.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the campaign"))
        self.speed = wrapped(self, "muted")
        yield
        self.new_text = NewText(self)
        self.new_text.changed.connect(self._text_offered)
        yield
        self._make_notice()
        yield
        self._make_acts()
        yield
        page = QWidget()
        page.setProperty("role", "page")
        scroll = PageScrollArea(page, self)
        scroll.setFixedWidth(scaled(LEFT))
        self.sums = SumsList(page)
        self.again = self._button(self.tr("Send again to those in doubt…"), self.again_wanted, page)
        self.again.setToolTip(self.tr("Nobody knows whether they have it: some may get it twice"))
        self.delete = self._button("", self.delete_wanted, page)
        yield
        self.export = self._button(self.tr("Export…"), self.export_wanted)
        self.export.setToolTip(self.tr("Saves your list as CSV or JSON with Status and Time added"))
        self.model = PeopleModel(self._storage, self._colours, self)
        self.rows = Stack(self)
        self.table = PeopleTable(self.model, self.tr("People of the campaign"), self.rows)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "label")
        self.which = QTabBar(self)
        self.which.setAccessibleName(self.tr("People or requests"))
        self.which.setDrawBase(False)
        self.which.setExpanding(False)
        self.which.setUsesScrollButtons(False)
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # both words are whole
        self.which.addTab(self.tr("People"))
        self.which.addTab(self.tr("Requests"))
        self.rows.addWidget(self.table)
        self._place = RequestsPlace(self._storage, self._colours, self.rows, lambda: self.shows_requests)
        self._place.made.connect(self.requests_made)
        self.which.currentChanged.connect(self._turn)
        yield
        self._lay_out(page, scroll)

    def _make_notice(self) -> None:
        self.notice = QFrame(self)
        self.notice.setProperty("role", "card")
        self.why = QLabel(self.notice)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setProperty("role", "label")
        self.what_to_do = wrapped(self.notice)
        self.detail = wrapped(self.notice, "muted")
        self.account = self._button("", self.account_wanted, self.notice)
        self.account.hide()

    def _make_acts(self) -> None:
        self.go_on = self._button(self.tr("Go on"), self.go_on_wanted)
        self.go_on.setProperty("role", "primary")
        self.few = self._button(self.tr("Go on; pause after 10 more in doubt"), self.few_wanted)
        self.few.setToolTip(self.tr("Pauses again once ten more requests got no clear answer"))
        self.pause = self._button(self.tr("Pause"), self.pause_wanted)
        self.pause.setToolTip(self.tr("Requests under way end; no further one leaves until you go on"))
        self.text = self._button(self.tr("Change the text for the rest…"), self.text_wanted)
        self.repeat = self._button(self.tr("Again, with another list"), self.repeat_wanted)
        self.repeat.setToolTip(self.tr("Begins a campaign with this message, these columns and this pace"))
        self.stop = self._button(self.tr("Stop…"), self.stop_wanted)
        self.stop.setProperty("role", "danger")

    @property
    def shows_requests(self) -> bool:
        """Tells whether the requests are seen in the place of the people."""
        return self.which.currentIndex() == 1

    @property
    def requests(self) -> RequestsView:
        """The requests; what is missing of them is made now."""
        return self._place.view

    @property
    def has_requests(self) -> bool:
        """Tells whether the requests are made: they are once they are looked at, a little later."""
        return self._place.is_made

    def _turn(self, at: int) -> None:
        self.room.turned(to_requests=at == 1)
        if at == 1:
            self._place.show()
        else:
            self.rows.setCurrentWidget(self.table)

    def show_pause(self, title: str, words: str, detail: str = "", *, is_wrong: bool = True, button: str = "") -> None:
        """Says why it stands still, and what to do; empty for none. `button`: that of the account."""
        self.account.setText(button)
        self.account.setVisible(bool(button))
        self.notice.setVisible(bool(title) and self.new_text.message is None)
        self.why.setText(title)
        role = "warning" if is_wrong else "label"
        if self.why.property("role") != role:
            self.why.setProperty("role", role)
            restyle(self.why)
        self.what_to_do.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        if title and title != self._said:
            self.room.show_state()
            announce(self, f"{title}. {words}")
        self._said = title

    def show_progress(self, done: int, whole: int, speed: str) -> None:
        """Shows how far it is."""
        self.bar.setRange(0, max(whole, 1))
        self.bar.setValue(min(done, whole))
        self.speed.setText(speed)
        self.speed.setVisible(bool(speed))

    def _text_offered(self) -> None:
        """Waits with going on while it is open which text goes; the reason of the pause leaves it the room."""
        is_offered = self.new_text.message is not None
        self.room.show_state()
        self.notice.setVisible(bool(self.why.text()) and not is_offered)
        for button in (self.go_on, self.few):
            button.setEnabled(not is_offered)
        self.text.setEnabled(not self.new_text.is_busy)

    def first(self) -> QWidget:
        """Returns where work begins."""
        acts = (self.pause, self.account, self.go_on, self.repeat)
        return next((each for each in acts if not each.isHidden() and each.isEnabled()), self.table)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._colours = colours
        self.model.set_colours(colours)
        self._place.set_colours(colours)

    def _button(self, words: str, signal: object, parent: QWidget | None = None) -> QPushButton:
        button = QPushButton(words, parent or self)
        button.clicked.connect(signal)
        return button

    def _lay_out(self, page: QWidget, scroll: QWidget) -> None:
        inner = QVBoxLayout(self.notice)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(4)
        for each in (self.why, self.what_to_do, self.detail):
            inner.addWidget(each)
        inner.addWidget(self.account, 0, Qt.AlignmentFlag.AlignLeft)
        self.notice.hide()
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.count)
        numbers.addWidget(self.of_all, 1, Qt.AlignmentFlag.AlignBottom)
        numbers.addWidget(self.room.fold, 0, Qt.AlignmentFlag.AlignBottom)
        state = QVBoxLayout(self.room.state)
        state.setContentsMargins(0, 0, 0, 0)
        state.setSpacing(8)
        for part in (self.bar, self.speed, self.notice, self.new_text):
            state.addWidget(part)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.go_on, self.few, self.pause, self.text):
            acts.addWidget(button)
        acts.addStretch()
        acts.addWidget(self.repeat)
        acts.addWidget(self.stop)
        top = QVBoxLayout()
        top.setContentsMargins(16, 4, 16, 8)
        top.setSpacing(8)
        top.addLayout(numbers)
        top.addWidget(self.room.area)
        top.addLayout(acts)
        line = QFrame(self)
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        lists = self._halves(page, scroll)
        column.addWidget(lists, 1)
        column.addStretch()  # for where they are folded away
        self.room.begin(
            top, (self.count, self.of_all), Lists(lists, scroll, self.heading, self._least, self.export.isEnabled)
        )

    def _least(self, width: int, *, has_heading: bool) -> int:
        """Counts the pixels of the lists in such a width: their tools, a heading and rows of each table."""
        margins = self._right.contentsMargins()
        width -= margins.left() + margins.right()
        tools = [
            each.sizeHint() for each in (self.which, self.heading, self.export) if has_heading or each != self.heading
        ]
        breaks = sum(each.width() + self._tools.spacing() for each in tools) - self._tools.spacing() > width
        lines = max(each.height() for each in tools) * (2 if breaks else 1)
        around = margins.top() + margins.bottom() + lines + self._right.spacing()
        rows = self.table.verticalHeader().defaultSectionSize() * (2 if has_heading else 1)
        bars = (self.table.horizontalHeader(), self.table.horizontalScrollBar())
        table = rows + sum(each.sizeHint().height() for each in bars)
        if not self.shows_requests:
            return around + table
        one = self.export.sizeHint().height() + self._right.spacing() + table  # that is chosen, below its button
        return around + one + (table + self._right.spacing() if width < WIDE else 0)

    def _halves(self, page: QWidget, scroll: QWidget) -> QWidget:
        left = QVBoxLayout(page)
        left.setContentsMargins(16, 8, 12, 12)
        left.setSpacing(12)
        left.addWidget(self.sums)
        left.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        self._tools = tools = FlowLayout(8)
        for each in (self.which, self.heading, self.export):
            tools.addWidget(each)
        self._right = right = QVBoxLayout()
        right.setContentsMargins(12, 8, 16, 12)
        right.setSpacing(8)
        right.addLayout(tools)
        right.addWidget(self.rows, 1)
        for part in (scroll, self.rows):
            part.setMinimumHeight(1)
        upright = QFrame(self)
        upright.setProperty("role", "upright")
        rest = _Rest(self)
        rest.setMinimumHeight(1)
        halves = QHBoxLayout(rest)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(scroll)
        halves.addWidget(upright)
        halves.addLayout(right, 1)
        chain((self.delete, self.which, self.export, self.table))
        return rest
