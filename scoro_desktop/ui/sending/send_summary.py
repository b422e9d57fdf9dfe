"""The facts of a send in its confirmation: what it replaces, its cost, whom it goes to and through what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.audience.query import Query
from scoro_desktop.invisible import escaped
from scoro_desktop.ui.audience.query_label import say_query
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.plain_text import held_together
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import overlap_words, wording
from scoro_desktop.ui.words.relative_words import explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.sending.cost_line import CostLine

BAR: Final = 14
"""In pixels: room for the bar that scrolls, so that it lies over nothing."""
LEAST_HEIGHT: Final = 64
GAP: Final = 8


class SendSummary(Stack):
    """The facts, one below the other; or in their place the query as JSON, once that is asked for.

    So neither scrolls within the other.
    """

    def __init__(
        self, draft: Draft, account: Account, warnings: Sequence[Problem], cost: CostLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._left_out: tuple[QLabel, QLabel] | None = None
        self._overlap: tuple[QLabel, QLabel] | None = None
        self._quota: QLabel | None = None
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("What will be sent"))
        self._page = QWidget(area.viewport())
        area.setWidget(self._page)  # before it is filled: Qt would measure all of it, and once more when it is shown
        self._page.setProperty("role", "page")
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, BAR, 0)
        self._rows.setSpacing(4)
        self.replaced = wrapped(self._page)
        self.replaced.hide()
        self._rows.addWidget(self.replaced)
        self._rows.addWidget(cost)
        self.show_json = QPushButton(self.tr("Show the query as JSON"), self._page)
        self._fill(account, warnings)
        self.addWidget(area)

    def sizeHint(self) -> QSize:
        """Takes what room there is."""
        return QSize(300, 3 * LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Enough to see that there is something."""
        return QSize(0, LEAST_HEIGHT)

    def show_left_out(self, draft: Draft, words: str) -> None:
        """Shows who is left out of the audience; the JSON is from now on the query as it leaves. Empty: nobody is."""
        self._draft = draft
        if self._left_out is None:
            self._left_out = self._insert(self.show_json, self.tr("Left out of the audience"))
        for label in self._left_out:
            label.setVisible(bool(words))
        self._left_out[1].setText(held_together(words))
        if self.count() > 1:  # it was looked at as JSON
            self._fold()
            self.removeWidget(self._json)
            self._json.deleteLater()
        self.show_json.setVisible(bool(words) or isinstance(draft.audience, Query))

    def show_overlap(self, lines: Sequence[str]) -> None:
        """Shows how far the audience overlaps with the last sends; no lines: there is nothing to say."""
        if self._overlap is None:
            after = self.show_json if self._left_out is None else self._left_out[1]
            self._overlap = self._insert(after, overlap_words.heading())
        for label in self._overlap:
            label.setVisible(bool(lines))
        self._overlap[1].setText("\n".join(lines))

    def show_quota(self, words: str, *, is_too_much: bool) -> None:
        """Shows how much of the pushes that are left it uses."""
        if self._quota is None:
            self._quota = wrapped(self._page, "warning" if is_too_much else "")
            self._rows.insertWidget(0, self._quota)
        self._quota.setProperty("role", "warning" if is_too_much else "")
        restyle(self._quota)
        self._quota.setText(("⚠ " if is_too_much else "") + words)
        self._quota.show()

    def show_replaced(self, words: str) -> None:
        """Says which earlier message it takes the place of."""
        self.replaced.setText(words)
        self.replaced.show()

    def _fill(self, account: Account, warnings: Sequence[Problem]) -> None:
        draft = self._draft
        for problem in warnings:
            self._add_text("⚠ " + wording.problem(problem), "warning")
        if draft.is_test:
            self._add(self.tr("Trial"), self.tr("It goes to the audience for trials, not to the one in the window."))
        everyone = wording.everyone_of(draft.collection)
        whom = self._add(self.tr("To"), everyone if draft.everyone else wording.matching_query(draft.collection))
        if isinstance(draft.audience, Query):
            say_query(whom, draft.audience.value, len(draft.audience.text), before=whom.text())
        else:
            self.show_json.hide()
        self.show_json.setProperty("role", "link")
        self.show_json.setAutoDefault(False)
        self.show_json.clicked.connect(self._unfold)
        self._rows.addWidget(self.show_json, 0, Qt.AlignmentFlag.AlignLeft)
        if draft.instant is not None:
            self._add(self.tr("Relative dates"), explained(draft.query(), draft.instant))
        if draft.locked is not None:
            added = self._add(self.tr("Always added"), "")
            say_query(added, draft.locked, len(account.locked_clause), mark="🔒 ")
        self._add(
            self.tr("Account"),
            self.tr("{account} · {address}").format(account=wording.account_name(account), address=account.address),
        )
        self._rows.addStretch()

    def _add(self, label: str, text: str) -> QLabel:
        self._rows.addSpacing(GAP)
        self._add_text(label, "muted")
        return self._add_text(text)

    def _add_text(self, text: str, role: str = "") -> QLabel:
        label = wrapped(self._page, role)
        label.setText(text)
        self._rows.addWidget(label)
        return label

    def _insert(self, after: QWidget, title: str) -> tuple[QLabel, QLabel]:
        """Puts a fact below a widget."""
        at = self._rows.indexOf(after) + 1
        labels = wrapped(self._page, "muted"), wrapped(self._page)
        labels[0].setText(title)
        labels[0].setContentsMargins(0, GAP, 0, 0)
        for offset, label in enumerate(labels):
            self._rows.insertWidget(at + offset, label)
        return labels

    def _unfold(self) -> None:
        """Shows the query as it was typed, in the place of the facts."""
        if self.count() == 1:
            self._json = self._made_json()
            self.addWidget(self._json)
        self.setCurrentIndex(1)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard would be lost with the button

    def _fold(self) -> None:
        self.setCurrentIndex(0)
        self.show_json.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_json(self) -> QWidget:
        from scoro_desktop.ui.kit.long_text import MOST_SHOWN, LongText

        text = self._draft.audience_text
        if self._draft.left_out is not None or self._draft.locked is not None:
            text = wire.pretty(self._draft.outgoing_query())
        beginning = escaped(text[: MOST_SHOWN + 1])  # turned directions, too, are seen so
        page = QWidget(self)
        view = LongText(self.tr("The query"), beginning, lambda: escaped(text), page)
        view.box.setFont(fixed_font())
        self._back = QPushButton(self.tr("Hide the JSON"), page)
        self._back.setProperty("role", "link")
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self._fold)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(view, 1)
        return page
