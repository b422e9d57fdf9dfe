"""Step one of a campaign: the list of its people, how it is read, and what fills the message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns.fields_box import FieldsBox
from scoro_desktop.ui.campaigns.first_rows import FirstRows, FirstRowsModel
from scoro_desktop.ui.campaigns.key_box import KeyBox
from scoro_desktop.ui.campaigns.refusal_column import RefusalColumn
from scoro_desktop.ui.campaigns.source_bar import SourceBar
from scoro_desktop.ui.campaigns.source_choice import SourceChoice
from scoro_desktop.ui.kit.late_note import LateNote
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelSpinBox
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.templates.message_card import MessageCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.ui.kit.appearance import Colours

LEFT: Final = 380
"""In pixels: the form at the left; the table has the rest."""
MOST_HOURS: Final = 24 * 30
"""Ours: what was sent longer ago keeps nobody from the next campaign."""
SAID_AFTER_MS: Final = 300
"""Most files are looked at sooner, and then it is not said. Ours."""


class RecipientsView(QWidget):
    """The widgets, laid out; what they do is the campaign's (`one_campaign.py`)."""

    check_wanted = Signal()

    def __init__(self, countries: Sequence[tuple[str, str]], colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = SourceChoice(self)
        self.source = SourceBar(self)
        self.card = MessageCard(self)
        self.fields = FieldsBox(self)
        self.key = KeyBox(countries, self)
        self.refusals = RefusalColumn(self)
        self.never = QPushButton(self.tr("Do-not-send list…"), self)
        self.never.setProperty("role", "link")
        self.never.setToolTip(self.tr("Shows who is never sent to by campaigns of this account"))
        self.hours = NoWheelSpinBox(self)
        self.hours.setRange(0, MOST_HOURS)
        self.hours.setSpecialValueText(self.tr("nobody for that"))
        self.hours.setSuffix(" " + self.tr("hours"))
        self.hours.setAccessibleName(self.tr("Leave out whoever got a campaign in the last hours"))
        self.rows = FirstRowsModel(colours, self)
        self.table = FirstRows(self.rows, self)
        self.notes = wrapped(self, "warning")
        self.notes.hide()
        self.problem = wrapped(self, "problem")
        self.problem.hide()
        self.of_audience = wrapped(self, "help")
        self.of_audience.setText(
            self.tr(
                "“Check everyone” reads the people of this audience from the app, with the fields that the message "
                "needs. A person with several devices is one row."
            )
        )
        self._found_by = QLabel(self.tr("Found by"), self)
        self._found_by.setProperty("role", "label")
        self.looking = LateNote(self.tr("Looking at the list…"), SAID_AFTER_MS, self)
        self.why_not = QLabel(self)
        self.why_not.setProperty("role", "muted")
        self.why_not.setTextFormat(Qt.TextFormat.PlainText)
        self.check = QPushButton(self.tr("Check everyone"), self)
        self.check.setProperty("role", "primary")
        self.check.setToolTip(self.tr("Looks everyone up. Nothing is sent."))
        self.check.clicked.connect(self.check_wanted)
        self._list = QWidget(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.show_choice()

    def show_choice(self) -> None:
        """Shows where people can come from."""
        self._stack.setCurrentWidget(self.choice)

    def show_list(self) -> None:
        """Shows the list that was chosen."""
        self._stack.setCurrentWidget(self._list)

    def show_kind(self, *, is_audience: bool, is_known: bool) -> None:
        """Shows a file with how it is read, once that is known, or an audience, of which there is nothing to see."""
        is_list = is_known and not is_audience
        self._found_by.setVisible(is_list)
        self.key.setVisible(is_list)
        self.source.show_fields(shown=is_list)
        self.table.setVisible(is_list and self.problem.isHidden())
        self.of_audience.setVisible(is_audience)
        if is_audience:
            self.show_notes(())

    def start(self) -> QWidget:
        """Returns where work begins."""
        if self.is_choosing():
            return self.choice.accounts if self.choice.file.isHidden() else self.choice.file
        return self.check if self.check.isEnabled() else self.key.column

    def is_choosing(self) -> bool:
        """Tells whether no list is shown yet."""
        return self._stack.currentWidget() is self.choice

    def show_notes(self, words: Sequence[str]) -> None:
        """Says what to know of the list."""
        self.notes.setText("\n".join(words))
        self.notes.setVisible(bool(words))

    def show_problem(self, words: str) -> None:
        """Says why the list cannot be read as it is meant to be; the ways to change that stay."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.table.setVisible(not words)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self.rows.set_colours(colours)

    def _lay_out(self) -> None:
        form = QWidget()
        form.setProperty("role", "page")
        left = QVBoxLayout(form)
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
            label = wrapped(form, "label")
            label.setText(heading)
            left.addWidget(label)
            left.addWidget(part)
            left.addSpacing(8)
        left.addWidget(self.never, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        scroll = PageScrollArea(form, self)
        scroll.setMinimumWidth(LEFT)
        scroll.setMaximumWidth(LEFT)
        right = QVBoxLayout()
        right.setContentsMargins(16, 8, 16, 12)
        right.setSpacing(8)
        for each in (self.source, self.looking, self.problem, self.notes, self.of_audience):
            right.addWidget(each)
        right.addWidget(self.table, 1)
        right.addStretch()
        line = QFrame(self)
        line.setProperty("role", "upright")
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(scroll)
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
        self._stack.addWidget(self.choice)
        self._stack.addWidget(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
