"""Planned messages, put into their forms to be edited and planned anew."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.ui.words import disk_words, later_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.frozen import Frozen
    from scoro_desktop.storage.planned_types import Plan, When
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.plan_edit import Edited
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.message_presenter import MessagePresenter
    from scoro_desktop.ui.window.window_memory import WindowMemory


class PlanEditor(QObject):
    """Leads a message from the plan into its form, and tells what came of it.

    `show_plan`: shows the plan of an id in the list; `leave_list`: closes that.
    """

    def __init__(
        self,
        services: Services,
        messages: MessagePresenter,
        memory: WindowMemory,
        notice: NoticeBar,
        show_plan: Callable[[int], None],
        leave_list: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._memory = memory
        self._notice = notice
        self._show_plan = show_plan
        self._leave_list = leave_list
        self._told: tuple[Edited, str] | None = None  # what the notice tells of, and its words
        memory.retired.connect(self._give_back)

    def begin(self) -> None:
        """Listens, and tells of what ended while there was no window that could."""
        self._services.plan_edits.ended.connect(self._take)
        self._take()

    def edit(self, plan: Plan, frozen: Frozen) -> None:
        """Puts a planned message into its form; from then on it is not planned any more."""
        draft, channel = frozen.draft, known(plan.channel)
        if draft is None or channel is None:
            return
        self._services.plan_edits.begin(plan, lambda now: self._into_form(now, frozen, draft), self)

    def time_of(self, channel: Channel) -> When | None:
        """Returns the time that a message was planned for which is edited now in the form of a channel."""
        return self._services.plan_edits.times.get(channel)

    def forget_time(self, channel: Channel) -> None:
        """Has what stands in the form of a channel be planned: its time is no proposal any more."""
        self._services.plan_edits.times.pop(channel, None)

    def _into_form(self, plan: Plan, frozen: Frozen, draft: Draft) -> bool:
        """Shows a plan's message in its form; it is taken off the plan in the moment in which the disk has that."""
        if self._memory.is_retired:  # the window that takes its place would write over the draft
            return False
        messages = self._messages
        request = dataclasses.replace(draft.message, collection=draft.collection)
        notes = VariableNotes(as_they_stand=draft.as_they_stand)
        messages.open(request, everyone=draft.everyone, query_text=draft.audience_text, notes=notes)
        messages.tab.made_of = frozen.template
        self._memory.write_in_place_of(plan, messages.tab, self._services.plan_edits.written(plan))
        return True

    def _take(self) -> None:
        if self._memory.is_retired:
            return  # the window that takes its place tells of it
        for edited in self._services.plan_edits.take():
            self._tell(edited)

    def _tell(self, edited: Edited) -> None:
        plan, error = edited
        runner, title = self._services.later, later_words.subject(plan)
        if error is not None:
            when = later_words.full_words(plan.when, runner.clock.now())
            words = self.tr(
                "“{title}” is in the form, but is still planned ({when}): it could not be saved as a draft. {reason}"
            ).format(title=title, when=when, reason=disk_words.reason(error))
            label, act = self.tr("Show the plan"), partial(self._show_plan, plan.id)
        else:
            if (channel := known(plan.channel)) is not None:
                self._services.plan_edits.times[channel] = plan.when
            self._leave_list()
            words = self.tr("“{title}” is in the form and no longer planned. “Later…” plans it again.").format(
                title=title
            )
            label, act = self.tr("Put it back on the plan"), partial(self._put_back, plan)
        self._told = (edited, words)
        self._notice.offer(words, label, act)
        if error is None:
            elsewhere = self.tr("It was planned through {then}. From here it goes out through {now}.")
            self._messages.say_from_elsewhere(plan, elsewhere)

    def _put_back(self, plan: Plan) -> None:
        self._told = None
        self._services.later.put_back(plan)

    def _give_back(self) -> None:
        """Has the window that takes the place of this one tell of it as well: its notice says nothing yet."""
        if self._told is not None and self._told[1] in self._notice.text():
            self._services.plan_edits.give_back(self._told[0])
