"""Step one of a campaign: the list of its people, how it is read, and what fills the message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns.fields_box import FieldsBox
from scoro_desktop.ui.campaigns.first_rows import FirstRows, FirstRowsModel
from scoro_desktop.ui.campaigns.key_box import KeyBox
from scoro_desktop.ui.campaigns.refusal_column import RefusalColumn
from scoro_desktop.ui.campaigns.source_bar import SourceBar
from scoro_desktop.ui.campaigns.source_choice import SourceChoice
from scoro_desktop.ui.kit.late_note import LateNote
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelSpinBox
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.reveal import measured, painted_next
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.templates.message_card import MessageCard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoro_desktop.ui.campaigns.apart import Apart
    from scoro_desktop.ui.kit.appearance import Colours

LEFT: Final = 380
"""In pixels: the form at the left; the table has the rest."""
MOST_HOURS: Final = 24 * 30
"""Ours: what was sent longer ago keeps nobody from the next campaign."""
SAID_AFTER_MS: Final = 300
"""Most files are looked at sooner, and then it is not said. Ours."""


class RecipientsView(QWidget):
    """The widgets, laid out; what they do is the campaign's (`one_campaign.py`). `pieces` makes them."""

    check_wanted = Signal()

    def __init__(self, countries: Sequence[tuple[str, str]], colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countries = countries
        self._colours = colours

    def pieces(self) -> Iterator[None]:
        """Makes what is in it, a few widgets a piece. Nothing else may be asked of it before."""
        self._stack = Stack(self)
        self.choice = SourceChoice()
        self.choice.setProperty("role", "page")
        self._choosing = PageScrollArea(self.choice, self._stack)
        self._stack.addWidget(self._choosing)
        self._list = QWidget(self._stack)
        self._stack.addWidget(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        yield
        self.source = SourceBar(self._list)
        yield
        yield from self._form()
        self._make_rest()
        yield
        self._lay_out()
        self.show_choice()
        yield

    def _form(self) -> Iterator[None]:
        """Builds the page at the left. It is put in its place before it is filled: there it has its style."""
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self._scroll = PageScrollArea(self._page, self._list)
        self._scroll.setMinimumWidth(LEFT)
        self._scroll.setMaximumWidth(LEFT)
        self._found_by = QLabel(self.tr("Found by"), self._page)
        self._found_by.setProperty("role", "label")
        self.card = MessageCard(self._page)
        yield
        self.fields = FieldsBox(self._page)
        yield
        self.key = KeyBox(self._countries, self._page)
        yield
        self.refusals = RefusalColumn(self._page)
        yield
        self.never = QPushButton(self.tr("Do-not-send list…"), self._page)
        self.never.setProperty("role", "link")
        self.never.setToolTip(self.tr("Shows who is never sent to by campaigns of this account"))
        self.hours = NoWheelSpinBox(self._page)
        self.hours.setRange(0, MOST_HOURS)
        self.hours.setSpecialValueText(self.tr("do not check"))
        self.hours.setSuffix(" " + self.tr("hours"))
        self.hours.setAccessibleName(self.tr("Leave out whoever got a campaign in the last hours"))
        self.hours_note = wrapped(self._page, "help")
        self.hours_note.hide()

    def _make_rest(self) -> None:
        self.rows = FirstRowsModel(self._colours, self)
        self.table = FirstRows(self.rows, self._list)
        self.notes = wrapped(self._list, "warning")
        self.notes.hide()
        self.problem = wrapped(self._list, "problem")
        self.problem.hide()
        self.of_audience = wrapped(self._list, "help")
        self.of_audience.setText(
            self.tr(
                "“Check everyone” reads the people of this audience from the app, with the fields that the message "
                "needs. A person with several devices is one row."
            )
        )
        self.looking = LateNote(self.tr("Looking at the list…"), SAID_AFTER_MS, self._list)
        self.why_not = QLabel(self._list)
        self.why_not.setProperty("role", "muted")
        self.why_not.setTextFormat(Qt.TextFormat.PlainText)
        self.check = QPushButton(self.tr("Check everyone"), self._list)
        self.check.setProperty("role", "primary")
        self.check.setToolTip(self.tr("Looks everyone up. Nothing is sent."))
        self.check.clicked.connect(self.check_wanted)

    def show_choice(self) -> None:
        """Shows where people can come from."""
        self._stack.setCurrentWidget(self._choosing)

    def show_list(self) -> None:
        """Shows the list that was chosen."""
        self._stack.setCurrentWidget(self._list)

    def show_kind(self, *, is_audience: bool, is_known: bool) -> None:
        """Shows a file with how it is read, once that is known, or an audience, of which there is nothing to see."""
        painted_next(self)
        is_list = is_known and not is_audience
        self._found_by.setVisible(is_list)
        self.key.setVisible(is_list)
        self.source.show_fields(shown=is_list)
        self.table.setVisible(is_list and self.problem.isHidden())
        self.of_audience.setVisible(is_audience)
        if is_audience:
            self.show_notes(())

    def measured(self) -> Iterator[None]:
        """Has what is shown beside a list find its style and its size before one is shown, a widget a piece."""
        yield from measured(self._list)

    def start(self) -> QWidget:
        """Returns where work begins."""
        if self.is_choosing():
            return self.choice.accounts if self.choice.file.isHidden() else self.choice.file
        return self.check if self.check.isEnabled() else self.key.column

    def is_choosing(self) -> bool:
        """Tells whether no list is shown yet."""
        return self._stack.currentWidget() is self._choosing

    def show_notes(self, words: Sequence[str]) -> None:
        """Says what to know of the list."""
        self.notes.setText("\n".join(words))
        self.notes.setVisible(bool(words))

    def show_hours(self, apart: Apart) -> None:
        """Shows within how many hours nobody gets two campaigns, and where that is not what somebody would expect."""
        with QSignalBlocker(self.hours):
            self.hours.setValue(apart.hours)
        words = ""
        if apart.is_lowered:
            words = self.tr("Fewer than the account’s rule of %Ln hour(s)", "", apart.of_account)
        elif apart.is_raised:
            words = self.tr("Raised to the account’s rule: the message was kept with %Ln hour(s)", "", apart.wanted)
        self.hours_note.setProperty("role", "warning" if apart.is_lowered else "help")
        restyle(self.hours_note)
        self.hours_note.setText(words)
        self.hours_note.setVisible(bool(words))

    def show_problem(self, words: str) -> None:
        """Says why the list cannot be read as it is meant to be; the ways to change that stay."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.table.setVisible(not words)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self.rows.set_colours(colours)

    def _lay_out(self) -> None:
        left = QVBoxLayout(self._page)
        left.setContentsMargins(16, 8, 16, 12)
        left.setSpacing(8)
        left.addWidget(self._found_by)
        left.addWidget(self.key)
        left.addWidget(self.refusals)
        for heading, part in (
            (self.tr("Message"), self.card),
            (self.tr("Fields"), self.fields),
            (self.tr("Leave out whoever got a campaign in the last"), self.hours),
        ):
            label = wrapped(self._page, "label")
            label.setText(heading)
            left.addWidget(label)
            left.addWidget(part)
            if part is self.hours:
                left.addWidget(self.hours_note)
            left.addSpacing(8)
        left.addWidget(self.never, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        right = QVBoxLayout()
        right.setContentsMargins(16, 8, 16, 12)
        right.setSpacing(8)
        for each in (self.source, self.looking, self.problem, self.notes, self.of_audience):
            right.addWidget(each)
        right.addWidget(self.table, 1)
        right.addStretch()
        line = QFrame(self._list)
        line.setProperty("role", "upright")
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._scroll)
        halves.addWidget(line)
        halves.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.setSpacing(12)
        foot.addWidget(self.why_not, 1)
        foot.addWidget(self.check)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(halves, 1)
        column.addLayout(foot)
