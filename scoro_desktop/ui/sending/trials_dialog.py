"""The question before several trials to the same people: one count and one answer for all of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.ui.kit.one_line import without_breaks
from scoro_desktop.ui.sending.approval import Approval
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.cost_line import CostLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.kit.appearance import Colours

CUT = 300
"""Characters of a text that are shown here: an SMS is seldom longer. Ours."""


class TrialsDialog(ConfirmDialog):
    """The confirmation of the first of several messages, with the others below it.

    `approved_too(Draft, Approval)`: another of them is to be sent (`approve_more`).
    """

    approved_too = Signal(object, object)

    def __init__(
        self,
        draft: Draft,
        account: Account,
        warnings: Sequence[Problem],
        colours: Colours,
        parent: QWidget | None = None,
        reach_of: Callable[[int], Reach] = Reach,
        *,
        more: Sequence[tuple[str, Draft]],
        look: Callable[[], bool] | None = None,
    ) -> None:
        """`more`: the others, each with what it is called."""
        super().__init__(draft, account, warnings, colours, parent, reach_of, look=look)
        self.setWindowTitle(self.tr("Send %Ln trial(s)?", "", 1 + len(more)))
        self._more = [(each, CostLine(each, account, reach_of, self)) for _, each in more]
        self.listed = QFrame(self)
        self.listed.setProperty("role", "card")
        column = QVBoxLayout(self.listed)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._label(self.tr("The same recipients get these as well, one after the other:"), "label"))
        for (name, each), (_, cost) in zip(more, self._more, strict=True):
            message = each.outgoing().message
            text = "" if message is None else " · ".join(filter(None, dict.fromkeys(message.shown_texts())))
            shown = without_breaks(text if len(text) <= CUT else text[: CUT - 1] + "…")
            column.addWidget(self._label(f"{name}: {shown}"))
            column.addWidget(cost)
        self._asked.insertWidget(0, self.listed)
        self.resize(self.size().expandedTo(self.sizeHint()))
        self.counted.connect(self._show_costs)

    def _label(self, text: str, role: str = "") -> QLabel:
        label = QLabel(text, self.listed)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _show_costs(self) -> None:
        for _, cost in self._more:
            cost.show_count(self._count, self._reach)

    def approve_more(self, approval: Approval) -> None:
        """Lets the others go as well, once the first was."""
        for draft, line in self._more:
            cost = line.cost(approval.expected, self._reach)
            same = dataclasses.replace(draft, left_out=self.draft.left_out, instant=self.draft.instant)
            self.approved_too.emit(same, Approval(approval.expected, cost))
