"""The last question about a message that is to go out later: the usual one, with the time said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from scoro_desktop.sending.later.due import moment_of
from scoro_desktop.sending.later.frozen import Approved
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.words import later_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.scorocode.cost import Reach
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.due import DueClock
    from scoro_desktop.storage.planned_types import When
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.sending.approval import Approval
    from scoro_desktop.ui.sending.overlap_flow import OverlapFlow


class LaterConfirmDialog(ConfirmDialog):
    """Counts, asks and counts again as the other does; its button says when. Raises CannotTellError for no moment."""

    def __init__(
        self,
        draft: Draft,
        account: Account,
        warnings: Sequence[Problem],
        colours: Colours,
        parent: QWidget,
        reach_of: Callable[[int], Reach],
        when: When,
        clock: DueClock,
    ) -> None:
        self.when = when
        self.beside: OverlapFlow | None = None
        """The flow that finds out who was messaged lately, once it is under way."""
        super().__init__(draft, account, warnings, colours, parent, reach_of, looks=True)
        self._quiet.expect(moment_of(when))
        self.setWindowTitle(self.tr("Send this message later?"))
        self.said = wrapped(self, "heading")
        words = later_words.full_words(when, clock.now())
        if draft.has_rules:
            dates = self.tr("Relative dates of the audience are worked out anew then.")
            words = self.tr("{when}. {dates}").format(when=words, dates=dates)
        self.said.setText(words)
        self.said.setContentsMargins(24, 12, 24, 0)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.said)

    def approved_as(self, approval: Approval, unchecked: Sequence[str]) -> Approved:
        """All of what a person approved; for the moment in which `approved` is told."""
        beside = self.beside
        return Approved(
            approval.expected,
            self._reach,
            self._question.demand.asked,
            self.quiet.isChecked(),
            self._same.seen or 0,
            tuple(unchecked),
            approval.cost,
            leaves_out=beside is not None and beside.leaves_out,
            left_out=0 if beside is None else beside.left_out,
            seen_lately=() if beside is None else beside.seen,
        )

    def _update(self) -> None:
        super()._update()
        words = self.tr("{send} {on_day}", "Send to 263 devices + on 2 Dec at 09:00")
        self.send_button.setText(words.format(send=self.send_button.text(), on_day=later_words.on_day(self.when)))
