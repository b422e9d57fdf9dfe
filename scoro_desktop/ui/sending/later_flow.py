"""From a chosen time to the plan on the disk, and from a plan to its confirmation now, with the usual questions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from scoro_desktop.audience.relative_dates import CannotWorkOutError
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.sending import checks
from scoro_desktop.sending.later.due import CannotTellError, Timing, moment_of, timing
from scoro_desktop.sending.later.frozen import Frozen, parts_of
from scoro_desktop.sending.later.key_mark import mark_of
from scoro_desktop.storage.planned_types import AlreadyDecided, NewPlan
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.later_confirm import LaterConfirmDialog
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.account import Account, Keys
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.frozen import Approved, TemplateMark
    from scoro_desktop.storage.planned_types import Plan, When
    from scoro_desktop.ui.runtime.current_account import ApiClient
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sending.approval import Approval
    from scoro_desktop.ui.sending.send_flow import SendFlow


@dataclasses.dataclass(frozen=True)
class Through:
    """The way that a message goes: an account with its keys, and a client made of them off the GUI thread.

    `is_built_in`: the sandbox's, whose keys are others with each start.
    """

    account: Account
    keys: Keys
    make_client: Callable[[], ApiClient]
    is_built_in: bool = False


class LaterFlow(QObject):
    """Leads one message at a time to a plan, or one plan to its confirmation."""

    def __init__(self, services: Services, flow: SendFlow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._flow = flow

    def plan(
        self,
        draft: Draft,
        through: Through,
        when: When,
        *,
        unchecked: Sequence[str] = (),
        reach_of: Callable[[int], Reach] = Reach,
        template: TemplateMark | None = None,
        instead: int | None = None,
    ) -> LaterConfirmDialog | None:
        """Opens the confirmation for a time; None where something forbids to send. `instead`: the plan it replaces."""
        frozen, warnings = self._as_of_now(draft, through)
        if frozen is None or not self._is_to_come(when):
            return None
        clock = self._services.later.clock
        colours = self._services.appearance.colours
        dialog = LaterConfirmDialog(frozen, through.account, warnings, colours, self._window, reach_of, when, clock)

        def approved(approval: Approval) -> None:
            if self._is_to_come(when):
                self._keep(draft, through, when, dialog.approved_as(approval, unchecked), template, instead)

        dialog.approved.connect(approved)
        then = moment_of(when)
        dialog.beside = self._flow.ask(dialog, through.account, through.make_client, unchecked, then=then)
        return dialog

    def send_now(
        self,
        plan: Plan,
        draft: Draft,
        through: Through,
        *,
        unchecked: Sequence[str] = (),
        reach_of: Callable[[int], Reach] = Reach,
    ) -> ConfirmDialog | None:
        """Opens the usual confirmation of a plan, to go out now; None where something forbids to send."""
        frozen, warnings = self._as_of_now(draft, through)
        if frozen is None:
            return None
        dialog = ConfirmDialog(
            frozen,
            through.account,
            warnings,
            self._services.appearance.colours,
            self._window,
            reach_of,
            looks=True,
        )
        runner = self._services.later

        def approved(approval: Approval) -> None:
            self._flow.send(
                dialog.draft,
                through.account,
                through.make_client,
                approval,
                plan=plan,
                told=lambda send: runner.has_fired(plan, send.id),
                failed=self._not_recorded,
            )

        dialog.approved.connect(approved)
        self._flow.ask(dialog, through.account, through.make_client, unchecked)
        return dialog

    def _as_of_now(self, draft: Draft, through: Through) -> tuple[Draft | None, list[Problem]]:
        """The draft with its relative dates as of now, which is what is counted, and its warnings."""
        problems = checks.before_sending(draft, through.account, through.keys)
        if checks.stops(problems):
            return None, problems
        try:
            return draft.at(here.instant()), problems
        except CannotWorkOutError:
            self._say(self.tr("The relative dates of the audience cannot be worked out."))
            return None, problems

    def _is_to_come(self, when: When) -> bool:
        """Tells whether a time is to come; says so where it is not."""
        try:
            if timing(when, self._services.later.clock.now()) is Timing.WAITS:
                return True
        except CannotTellError:
            pass
        self._say(self.tr("The time has passed meanwhile. Choose a later one."))
        return False

    def _keep(
        self,
        draft: Draft,
        through: Through,
        when: When,
        approved: Approved,
        template: TemplateMark | None,
        instead: int | None,
    ) -> None:
        account, doubts = through.account, self._services.later.doubts

        def freeze() -> NewPlan:
            keys = "" if through.is_built_in else mark_of(through.keys)
            return NewPlan(
                when=when,
                channel=draft.channel.value,
                account_id=account.id,
                account_name=account.name,
                environment=account.environment,
                summary=draft.outgoing().summary(),
                expected=approved.expected,
                content=Frozen(draft, approved, parts_of(account), keys, template).to_json(),
            )

        def frozen(new: NewPlan) -> None:
            self._services.later.plan(new, failed=self._not_kept, instead=instead, since=doubts)

        self._services.background.submit(freeze, frozen, self._not_frozen)

    def _not_recorded(self, error: Exception) -> None:
        if isinstance(error, AlreadyDecided):
            self._say(self.tr("It was sent or cancelled already."))
        else:
            self._services.dispatch.not_recorded.emit(error)

    def _not_frozen(self, error: Exception) -> None:
        self._say(self.tr("It cannot be saved as it is."))
        raise error

    def _not_kept(self, error: Exception) -> None:
        self._say(disk_words.reason(error))

    def _say(self, why: str) -> None:
        box = PlainBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Nothing was sent"))
        box.setText(self.tr("Nothing was planned or sent."))
        box.setInformativeText(why)
        box.open()
