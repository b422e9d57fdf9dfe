"""Step two of a campaign: what became of each row, how it will read, what it costs, and the way to start it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.campaigns.facts_box import FactsBox
from scoro_desktop.ui.campaigns.people_model import PeopleModel
from scoro_desktop.ui.campaigns.people_table import PeopleTable
from scoro_desktop.ui.campaigns.row_preview import RowPreview
from scoro_desktop.ui.campaigns.sums_list import SumsList
from scoro_desktop.ui.kit.appearance import scaled
from scoro_desktop.ui.kit.eliding_label import ElidingLabel
from scoro_desktop.ui.kit.flow_layout import FlowLayout
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea
from scoro_desktop.ui.kit.plain_cell import make_gradients
from scoro_desktop.ui.kit.reveal import painted_next
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.sending.demand_question import DemandQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

LEFT: Final = (276, 316)
"""The width of the sums and the facts in pixels, in a narrow window and a wide one."""
PHONE: Final = (276, 328)
"""The same of the phone; the table has the rest."""
LEAST_TABLE: Final = 340
DEMAND: Final = 520
"""In pixels: the words stand beside the field that they are about."""
WIDE: Final = 1160
"""In pixels."""


class CheckView(QWidget):
    """The widgets, laid out; what they do is the campaign's (`one_campaign.py`).

    `stop_wanted`: the checking is to end. `start_wanted`, `later_wanted`, `export_wanted`, `leave_out_wanted` and
    `take_in_wanted`: the button of that was pressed.
    """

    stop_wanted = Signal()
    start_wanted = Signal()
    later_wanted = Signal()
    export_wanted = Signal()
    leave_out_wanted = Signal()
    take_in_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, storage: AsyncStorage, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._storage = storage
        self._colours = colours
        self._is_whole = False

    def pieces(self) -> Iterator[None]:
        """Makes what is in it, a few widgets a piece. Nothing else may be asked of it before."""
        self._stack = Stack(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._make_busy()
        yield
        self.checked = QWidget(self._stack)
        self._stack.addWidget(self.checked)
        form = QWidget()
        form.setProperty("role", "page")
        self._left = PageScrollArea(form, self.checked)
        self.sums = SumsList(form)
        yield
        self.facts = FactsBox(form)
        yield
        self.model = PeopleModel(self._storage, self._colours, self)
        self.table = PeopleTable(self.model, self.tr("Rows of the list"), self.checked)
        yield
        make_gradients()
        yield
        self._make_acts()
        yield
        self.preview = RowPreview(self._colours, self.checked)
        yield
        self.demand = DemandQuestion(self.checked)
        self.quiet = QWidget(self.checked)  # its question comes with the account
        self.later = self._button(self.tr("Later…"), self.later_wanted)
        self.later.setToolTip(self.tr("Asks when it is to start, and plans it"))
        self.start = self._button("", self.start_wanted)
        self.start.setProperty("role", "primary")
        self.why_not = wrapped(self.checked, "muted")
        yield
        self._lay_out(form)
        self._is_whole = True
        self._share(self.width())

    def _make_busy(self) -> None:
        self.busy = QWidget(self._stack)
        self._stack.addWidget(self.busy)
        self.doing = QLabel(self.busy)
        self.doing.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self.busy)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Checking"))
        self.stop = QPushButton(self.tr("Stop checking"), self.busy)
        self.stop.setToolTip(self.tr("Ends the check. Nothing was sent; the list stays as it is."))
        self.stop.clicked.connect(self.stop_wanted)
        self.failed = wrapped(self.busy, "problem")
        self.again = QPushButton(self.tr("Check again"), self.busy)
        self.again.clicked.connect(self.again_wanted)
        inner = QVBoxLayout(self.busy)
        inner.setContentsMargins(24, 16, 24, 24)
        inner.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.addWidget(self.stop)
        buttons.addWidget(self.again)
        buttons.addStretch()
        inner.addWidget(self.doing)
        inner.addWidget(self.bar)
        inner.addWidget(self.failed)
        inner.addLayout(buttons)
        inner.addStretch()

    def _make_acts(self) -> None:
        """Holds what is done with the rows, above their table."""
        self.heading = ElidingLabel(self.checked)
        self.heading.setProperty("role", "label")
        self.leave_out = self._button(self.tr("Exclude"), self.leave_out_wanted)
        self.leave_out.setToolTip(self.tr("The selected rows get nothing. The file stays as it is."))
        self.take_in = self._button(self.tr("Include"), self.take_in_wanted)
        self.export = self._button(self.tr("Export…"), self.export_wanted)
        self.export.setToolTip(self.tr("Saves these rows as CSV or JSON, with the reason for each"))

    def show_busy(self, words: str, done: int = 0, whole: int = 0) -> None:
        """Shows that rows are read or checked, and how far that is; `whole` 0: nobody knows."""
        self._stack.setCurrentWidget(self.busy)
        self.bar.show()
        self.stop.show()
        self.again.hide()
        self.failed.hide()
        self.bar.setRange(0, whole)
        self.bar.setValue(min(done, whole))
        self.doing.setText(words)

    def show_failed(self, title: str, words: str) -> None:
        """Says why the check ended before its end, and offers another."""
        self._stack.setCurrentWidget(self.busy)
        self.bar.hide()
        self.stop.hide()
        self.again.show()
        self.doing.setText(title)
        self.failed.setText(words)
        self.failed.setVisible(bool(words))

    def show_checked(self) -> None:
        """Shows what came of it."""
        painted_next(self)
        self._stack.setCurrentWidget(self.checked)

    def first(self) -> QWidget:
        """Returns where work begins."""
        if self.is_checked:
            return self.demand.typed if self.demand.typed.isVisible() else self.sums
        return self.again if self.stop.isHidden() else self.stop

    @property
    def is_checked(self) -> bool:
        """Tells whether the result is shown."""
        return self._stack.currentWidget() is self.checked

    def show_quiet(self, question: QWidget) -> None:
        """Puts the question of the quiet hours into its place."""
        self._foot.replaceWidget(self.quiet, question)
        self.quiet.deleteLater()
        self.quiet = question

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self.model.set_colours(colours)
        self.preview.set_colours(colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the table its room."""
        super().resizeEvent(event)
        if self._is_whole:  # a picture of the window may come before
            self._share(self.width())

    def _share(self, width: int) -> None:
        is_wide = width >= WIDE
        # Large letters are given what the table can spare.
        spare = width - PHONE[is_wide] - LEAST_TABLE
        self._left.setFixedWidth(max(LEFT[is_wide], min(scaled(LEFT[is_wide]), spare)))
        self.preview.setFixedWidth(PHONE[is_wide])

    def _button(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self.checked)
        button.clicked.connect(signal)
        return button

    def _lay_out(self, form: QWidget) -> None:
        left = QVBoxLayout(form)
        left.setContentsMargins(16, 8, 12, 12)
        left.setSpacing(8)
        for each in (self.sums, self.facts):
            left.addWidget(each)
        left.addStretch()
        tools = FlowLayout(8)
        for button in (self.leave_out, self.take_in, self.export):
            tools.addWidget(button)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, 8, 12, 12)
        middle.setSpacing(8)
        middle.addWidget(self.heading)
        middle.addLayout(tools)
        middle.addWidget(self.table, 1)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._left)
        halves.addWidget(self._upright())
        halves.addLayout(middle, 1)
        halves.addWidget(self._upright())
        halves.addWidget(self.preview)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.demand.setMinimumWidth(DEMAND)
        buttons.addWidget(self.demand)
        buttons.addWidget(self.later)
        buttons.addWidget(self.start)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(16, 8, 16, 12)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.quiet)
        self._foot.addWidget(self.why_not)
        self._foot.addLayout(buttons)
        line = QFrame(self.checked)
        line.setProperty("role", "line")
        column = QVBoxLayout(self.checked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(halves, 1)
        column.addWidget(line)
        column.addLayout(self._foot)

    def _upright(self) -> QFrame:
        line = QFrame(self.checked)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setProperty("role", "upright")
        return line
