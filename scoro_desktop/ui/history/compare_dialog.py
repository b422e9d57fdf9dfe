"""Two sends side by side: text, audience, counts, when, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.audience.query_label import LONG
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.channels.message_parts import message_parts
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.history.marked import as_markup, marked
from scoro_desktop.ui.history.send_dates import shown_query
from scoro_desktop.ui.history.time_text import time_text
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.words import cost_words, later_words, line_words, outcome_words, wording

if TYPE_CHECKING:
    from scoro_desktop.storage.history import Send

_SIZE: Final = QSize(820, 560)
_LEAST: Final = 280
"""Pixels that it is high where little is to be compared. Ours."""
_MOST_SHOWN: Final = 2_000
"""Characters of a value; the whole stands in the details of the send."""


class CompareDialog(QDialog):
    """Shows the older one at the left. What differs has a sign, and the words that only one of them has are bold."""

    def __init__(self, one: Send, other: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two sends compared"))
        older, newer = sorted((one, other), key=lambda send: send.id)
        scroll = QScrollArea(self)
        self._page = page = QWidget(scroll.viewport())
        scroll.setWidget(page)  # before it is filled: in another place each label would be given its style again
        scroll.setWidgetResizable(True)  # before it, too: all of it is measured for this
        page.setProperty("role", "page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._alike: list[QLabel] = []
        self.rows: list[tuple[str, str, str, bool]] = []
        """The name, the value of the older, that of the newer, and whether they differ."""
        left, right = self._facts(older), self._facts(newer)
        for name in dict.fromkeys((*left, *right)):
            self._add(name, left.get(name, ""), right.get(name, ""))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.only = QCheckBox(self.tr("Only what differs"), self)
        self.only.toggled.connect(self._show_alike)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)
        line = QFrame(self)
        line.setProperty("role", "line")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.addWidget(self.only)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(line)
        column.addLayout(buttons)
        for each in (line, self.only, close, *page.findChildren(QLabel)):
            each.ensurePolished()  # by the style sheet they are higher
        around = column.totalSizeHint().height() - scroll.sizeHint().height()
        height = self._grid.totalHeightForWidth(_SIZE.width()) + around
        begin_with(self, _SIZE.width(), min(max(height, _LEAST), _SIZE.height()))

    def _facts(self, send: Send) -> dict[str, str]:
        account = self.tr("{account} · {environment}").format(
            account=wording.name_in_history(send.account_id, send.account_name),
            environment=line_words.environment_word(send.environment),
        )
        unknown = self.tr("not known")
        facts = {
            self.tr("When"): time_text(send.created_at),
            self.tr("Outcome"): outcome_words.line_word(send),
            self.tr("Count or error"): outcome_words.result_words(send),
            self.tr("Counted before"): unknown if send.expected is None else line_words.number_text(send.expected),
            self.tr("Channel"): channel_name(send.channel),
            self.tr("Account"): account,
            **dict(message_parts(send)),
            self.tr("Audience"): self._audience(send),
        }
        if send.cost is not None:
            facts[self.tr("Cost")] = cost_words.line(send.cost)
        if send.planned_for is not None:
            facts[self.tr("Planned for")] = later_words.planned_note(send.planned_for)
        if send.note:
            facts[self.tr("Note")] = send.note
        return facts

    def _audience(self, send: Send) -> str:
        if send.campaign_id is not None:  # whom it went to is in the campaign, and no query of its row
            return line_words.audience_words(send)
        query = shown_query(send)
        if query is None:
            return self.tr("Everyone in {collection}").format(collection=send.collection)
        words = query_lines(query) if len(send.query_text) <= LONG else [send.query_text[:_MOST_SHOWN]]
        return "\n".join([wording.matching_query(send.collection), *words])

    def _add(self, name: str, left: str, right: str) -> None:
        differs = left != right
        self.rows.append((name, left, right, differs))
        row = len(self.rows)
        heading = self.tr("≠ {name}").format(name=name) if differs else name
        left, right = (text[:_MOST_SHOWN] or "—" for text in (left, right))
        words = marked(left, right) if differs else (left, right)
        for column, (text, role) in enumerate(
            ((heading, "label" if differs else "muted"), (words[0], ""), (words[1], ""))
        ):
            is_marked = differs and column > 0
            label = QLabel(as_markup(text) if is_marked else text, self._page)
            label.setTextFormat(Qt.TextFormat.RichText if is_marked else Qt.TextFormat.PlainText)
            label.setWordWrap(column > 0)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            if column:
                value = (left, right)[column - 1]
                label.setAccessibleName(self.tr("{name}: {value}").format(name=heading, value=value))
            if role:
                label.setProperty("role", role)
            self._grid.addWidget(label, row, column)
            if not differs:
                self._alike.append(label)

    def _show_alike(self, only_different: bool) -> None:
        for label in self._alike:
            label.setHidden(only_different)
