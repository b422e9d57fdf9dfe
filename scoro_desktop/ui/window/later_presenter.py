"""Sending later, in the window: when is asked, what is planned is listed, and what was not sent is asked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.storage.planned_types import Agreed, Plan, When
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.window.plan_editor import PlanEditor
from scoro_desktop.ui.window.plan_reach import PlanReach
from scoro_desktop.ui.words import disk_words, later_words, wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.frozen import Frozen
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.later.later_bar import LaterBar
    from scoro_desktop.ui.later.later_dialog import LaterDialog
    from scoro_desktop.ui.later.plans_dialog import PlansDialog
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sending.later_flow import LaterFlow, Through
    from scoro_desktop.ui.sending.send_flow import SendFlow
    from scoro_desktop.ui.window.message_presenter import MessagePresenter
    from scoro_desktop.ui.window.window_memory import WindowMemory


class Around(NamedTuple):
    """The parts of the window that are spoken to. `doubt`: has no audience stand; `jump`: goes to a problem;
    `open_campaign`: shows the one of an id.
    """

    flow: SendFlow
    messages: MessagePresenter
    notice: NoticeBar
    bar: LaterBar
    doubt: Callable[[], object]
    jump: Callable[[FieldPath], object]
    open_campaign: Callable[[int], object]
    memory: WindowMemory


class LaterPresenter(QObject):
    """Between Compose, what is planned and the runner of it."""

    def __init__(self, services: Services, current: CurrentAccount, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._current = current
        self._around = around
        self._flow: LaterFlow | None = None
        self._list: PlansDialog | None = None
        self._reach = PlanReach(services, around.notice, self)
        self._editor = PlanEditor(
            services,
            around.messages,
            around.memory,
            around.notice,
            self._show_plan,
            self._leave_list,
            parent,
        )
        self._told = (0, "")  # the plan that the notice tells of, and its words
        bar = around.bar
        bar.send_now.connect(self.send_now)
        bar.move_wanted.connect(self.change_time)
        bar.cancel.connect(self.cancel)
        bar.all_wanted.connect(self.show)

    def begin(self) -> None:
        """Reads what is planned, and listens; once the window is whole."""
        from scoro_desktop.ui.later.plan_teller import PlanTeller

        runner = self._services.later
        PlanTeller(self._services, self._window)
        runner.changed.connect(self._changed)
        runner.asked.connect(self._changed)
        runner.kept.connect(self._planned)
        runner.refused.connect(self._refused)
        runner.failed.connect(self._failed)
        runner.begin()
        self._changed()
        self._editor.begin()

    @property
    def flow(self) -> LaterFlow:
        """Returns what leads to a confirmation, made for the first."""
        if self._flow is None:
            from scoro_desktop.ui.sending.later_flow import LaterFlow

            self._flow = LaterFlow(self._services, self._around.flow, self._window)
        return self._flow

    def plan(self) -> LaterDialog | None:
        """Asks when the message in front is to be sent, or goes to what is missing."""
        from scoro_desktop.ui.window.before_confirming import may_confirm

        tab = self._around.messages.seen
        if tab is None:
            return None
        draft = tab.draft()
        through = self._through_current()
        if not may_confirm(tab, draft, self._current, self._around.doubt, self._around.jump) or through is None:
            return None
        unchecked = tab.known_fields.unchecked(draft.collection, draft.query())
        dialog = self._time_dialog(through.account, self._editor.time_of(tab.channel))

        def chosen(when: When) -> None:
            around, now = self._around, tab.draft()  # something may have gone wrong meanwhile
            may = may_confirm(tab, now, self._current, around.doubt, around.jump)
            if may and (now is draft or tab.composer.shows(draft)):
                reach_of, template = tab.costs.reach_of, tab.made_of
                self.flow.plan(draft, through, when, unchecked=unchecked, reach_of=reach_of, template=template)

        dialog.chosen.connect(chosen)
        dialog.open()
        return dialog

    def show(self) -> PlansDialog:
        """Opens what is planned."""
        from scoro_desktop.ui.later.plans_dialog import PlansDialog

        if self._list is None:
            self._list = PlansDialog(self._services.later, self._services.appearance.colours, self._window)
            self._list.edit.connect(self.edit)
            self._list.move_wanted.connect(self.change_time)
            self._list.send_now.connect(self.send_now)
            self._list.cancel.connect(self.cancel)
            self._list.destroyed.connect(self._forget_list)
        self._list.show()
        self._list.raise_()
        self._list.activateWindow()
        return self._list

    def cancel(self, plan: Plan) -> None:
        """Takes a plan away, and offers the way back."""
        runner = self._services.later

        def cancelled(gone: Plan) -> None:
            words = self.tr("“{title}” was removed from the plan and will not be sent.").format(
                title=later_words.subject(gone)
            )
            self._around.notice.offer(words, self.tr("Undo"), lambda: runner.put_back(gone))

        runner.cancel(plan.id, cancelled)

    def edit(self, plan: Plan) -> None:
        """Puts a planned message into its form; from then on it is not planned any more. A campaign is opened."""
        if self._opens_campaign(plan):
            return
        self._reach.thaw(plan, partial(self._editor.edit, plan))

    def change_time(self, plan: Plan) -> None:
        """Asks for another time; what was asked about and another time does not answer is confirmed anew."""
        from scoro_desktop.sending.later.frozen import agreed
        from scoro_desktop.storage.planned import OF_A_CAMPAIGN, OF_THE_TIME

        is_of_time = plan.ask is None or plan.ask.code in OF_THE_TIME
        is_agreed = plan.ask is not None and plan.campaign_id is not None and plan.ask.code in OF_A_CAMPAIGN
        if not is_of_time and not is_agreed and self._opens_campaign(plan):
            return
        account = self._reach.account_of(plan)
        words = self.tr("Change the time") if is_of_time else ""
        if is_agreed and plan.ask is not None:
            words = later_words.agree_words(plan.ask)
        dialog = self._time_dialog(account, plan.when, words=words, moves=is_of_time or is_agreed)

        def chosen(when: When) -> None:
            if is_of_time or is_agreed:
                answer = partial(agreed, in_quiet_hours=dialog.is_agreed)
                self._services.later.move(plan.id, when, Agreed(plan.ask, answer))
            else:
                self._reach.with_account(plan, partial(self._plan_anew, plan, when))

        dialog.chosen.connect(chosen)
        dialog.open()

    def send_now(self, plan: Plan) -> None:
        """Opens the confirmation of a plan, to be sent now; a campaign, which is started on its page."""
        if self._opens_campaign(plan):
            return
        self._reach.with_account(plan, partial(self._confirm_now, plan))

    def _confirm_now(self, plan: Plan, frozen: Frozen, draft: Draft, through: Through) -> None:
        unchecked = frozen.approved.unchecked
        if self.flow.send_now(plan, draft, through, unchecked=unchecked) is None:
            self._say_problem(draft, through)

    def _plan_anew(self, plan: Plan, when: When, frozen: Frozen, draft: Draft, through: Through) -> None:
        unchecked = frozen.approved.unchecked
        if self.flow.plan(draft, through, when, unchecked=unchecked, instead=plan.id) is None:
            self._say_problem(draft, through)

    def _opens_campaign(self, plan: Plan) -> bool:
        """Opens the page of a planned campaign, where it can be started or stopped; tells whether it is one."""
        if plan.campaign_id is None:
            return False
        self._leave_list()
        self._around.open_campaign(plan.campaign_id)
        return True

    def _say_problem(self, draft: Draft, through: Through) -> None:
        from scoro_desktop.sending import checks

        problems = checks.before_sending(draft, through.account, through.keys)
        first = next((each for each in problems if each.stops), None)
        if first is not None:
            words = self.tr("It cannot be sent as it is: {problem} “Edit” puts it into the form.")
            self._around.notice.say(words.format(problem=wording.problem(first)))

    def _through_current(self) -> Through | None:
        from scoro_desktop.ui.sending.later_flow import Through

        account, keys, make_client = self._current.account, self._current.keys, self._current.client()
        if account is None or keys is None or make_client is None:
            return None
        return Through(account, keys, make_client, account == self._services.sandbox_account)

    def _time_dialog(
        self, account: Account | None, when: When | None, words: str = "", *, moves: bool = False
    ) -> LaterDialog:
        from scoro_desktop.ui.later.later_dialog import LaterDialog

        clock = self._services.later.clock
        return LaterDialog(clock, account, self._window, when=when, words=words, asks_quiet=moves)

    def _planned(self, plan: Plan) -> None:
        if (channel := known(plan.channel)) is not None:
            self._editor.forget_time(channel)
        words = self.tr("“{title}” is planned: {when}.").format(
            title=later_words.subject(plan), when=later_words.full_words(plan.when, self._services.later.clock.now())
        )
        self._around.notice.offer(words, self.tr("Show the plan"), lambda: self.show().select(plan.id))
        self._told = (plan.id, words)
        announce(self._around.notice, words)

    def _changed(self) -> None:
        plan_id, words = self._told
        if words and all(each.id != plan_id or each.ask is not None for each in self._services.later.plans):
            self._told = (0, "")
            if self._around.notice.holds(words):  # it is not planned any more
                self._around.notice.hide()
        self._around.bar.ask(self._services.later.waiting)

    def _failed(self, error: Exception) -> None:
        self._around.notice.say(disk_words.reason(error))

    def _refused(self, _plan_id: int, code: str) -> None:
        words = self.tr("It was sent or cancelled already.")
        if code == "past":
            words = self.tr("This time has passed, so nothing was changed. Choose a later one.")
        elif code == "no_keys":
            words = self.tr("The keyring did not give the keys, so nothing was planned. Start the campaign by hand.")
        elif code == "account_changed":
            words = self.tr("The account has changed since the check, so nothing was planned.")
        self._around.notice.say(words)

    def _show_plan(self, plan_id: int) -> None:
        self.show().select(plan_id)

    def _leave_list(self) -> None:
        if self._list is not None:
            self._list.close()

    def _forget_list(self) -> None:
        self._list = None
