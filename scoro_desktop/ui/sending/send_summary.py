"""A summary of the send: message, audience and account; the part of the confirmation that scrolls."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from scoro_desktop.audience.query import Query
from scoro_desktop.invisible import escaped
from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import Account
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.audience.query_label import say_query
from scoro_desktop.ui.channels.message_parts import confirmed_parts
from scoro_desktop.ui.kit.long_text import MOST_SHOWN, LongText
from scoro_desktop.ui.words import wording

MOST_HEIGHT: Final = 260
"""In pixels: with it the whole dialog has room on a screen of 640."""

BAR: Final = 14
"""In pixels: room for the bar that scrolls, so that it lies over nothing."""


def wrapped(parent: QWidget, role: str = "") -> QLabel:
    """A label of plain text that takes the width it is given, whatever stands in it."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider than the screen
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    return label


class SendSummary(QScrollArea):
    """Audience, account, message and warnings; as high as it needs to be, up to a limit."""

    def __init__(
        self, draft: Draft, account: Account, warnings: Sequence[Problem], width: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._width = width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What will be sent"))
        self._page = QWidget(self.viewport())
        self.setWidget(self._page)  # before it is filled: Qt would measure all of it, and once more when it is shown
        self._page.setProperty("role", "page")
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, BAR, 0)
        self._rows.setSpacing(8)
        self._fill(account, warnings)

    def sizeHint(self) -> QSize:
        """The height of what is in it, up to the limit."""
        return QSize(self._width, min(self._page.heightForWidth(self._width), MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same: there is nothing in it that might go unseen without a bar to scroll it."""
        return QSize(0, self.sizeHint().height())

    def _fill(self, account: Account, warnings: Sequence[Problem]) -> None:
        draft = self._draft
        everyone = wording.everyone_of(draft.collection)
        if draft.is_test:
            self._add(self.tr("Test"), self.tr("It goes to the audience for tests, not to the one in the window."))
        self._add(self.tr("To"), everyone if draft.everyone else wording.matching_query(draft.collection))
        if isinstance(draft.audience, Query):
            say_query(self._add("", ""), draft.audience.value, len(draft.audience.text))
            self._rows.addWidget(self._query_view())
        if draft.locked is not None:
            self._add(self.tr("Always added"), "🔒 " + escaped(" ".join(account.locked_clause.split())))
        self._add(
            self.tr("Account"),
            self.tr("{account} · {address}").format(account=wording.account_name(account), address=account.address),
        )
        for label, text in confirmed_parts(draft.outgoing()):
            self._add(label, text)
        for problem in warnings:
            warning = wrapped(self._page, "warning")
            warning.setText("⚠ " + wording.problem(problem))
            self._rows.addWidget(warning)
        self._rows.addStretch()

    def _add(self, label: str, text: str) -> QLabel:
        name = wrapped(self._page, "muted")
        name.setText(label)
        name.setFixedWidth(120)
        policy = name.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Fixed)  # a layout leaves no room for what may have any width
        name.setSizePolicy(policy)
        value = wrapped(self._page)
        value.setText(text)
        value.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1)
        self._rows.addLayout(row)
        return value

    def _query_view(self) -> LongText:
        text = self._draft.audience_text
        beginning = escaped(text[: MOST_SHOWN + 1])  # turned directions, too, are seen so
        view = LongText(self.tr("The query"), beginning, lambda: escaped(text), self._page)
        view.box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        lines = min(text.count("\n") + 1, 5)
        view.box.setFixedHeight(view.box.fontMetrics().lineSpacing() * lines + 20)
        return view
