"""Sending later: the time, the confirmation for it, what is planned, and what is asked about."""

from __future__ import annotations

import dataclasses
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from looking import View, nothing, seen, settle, until
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.planned_types import Ask, AskCode, NewPlan, When
from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.later.plans_dialog import PlansDialog
from scoro_desktop.ui.sending.later_confirm import LaterConfirmDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.window.main_window import MainWindow
    from scoro_desktop.wire import JsonObject

TEXTS = {"en": ("Half price until Sunday", "At our shops"), "ru": ("Скидки до воскресенья", "Во всех магазинах")}
QUERY = '{"deviceType": "android"}'
_MORE: Final = (
    ("Shop live", Environment.PRODUCTION, "Europe/Moscow", 1),
    ("Магазин", Environment.TEST, "America/Argentina/Buenos_Aires", 3),
    ("Shop live", Environment.PRODUCTION, "Asia/Yekaterinburg", 3),
)
"""Plans beside the one that is made in the window: the account, its environment, the zone, and days later."""


def later(window: MainWindow, language: str) -> Iterator[View]:
    """A message is planned, listed, moved, and asked about once its time has passed."""
    window.tabs.setCurrentIndex(0)
    window.commands["later.show"].trigger()
    settle()
    yield "plans-empty", seen(PlansDialog), seen(PlansDialog).close
    title, body = TEXTS[language]
    text: JsonObject = {"title": title, "body": body}
    window.messages.open(
        request(Channel.PUSH, {"data": {"gcm": {"notification": text}}}), everyone=False, query_text=QUERY
    )
    until(lambda: window.tab.live_count.count.value is not None, "the count")
    dialog = window.later.plan()
    if dialog is None:
        return
    yield "later", dialog, nothing
    clock = dialog.time.clock
    clock.setDateTime(clock.dateTime().addDays(-9))
    yield "later-past", dialog, nothing
    clock.setDateTime(clock.dateTime().addDays(9))
    dialog.take.click()
    settle()
    confirm = seen(LaterConfirmDialog)
    until(lambda: confirm.count is not None, "the count")
    yield "later-confirm", confirm, nothing
    kept: list[Plan] = []
    window._services.later.kept.connect(kept.append)
    confirm.send_button.click()
    until(lambda: bool(kept), "the plan")
    yield "later-planned", window, window.notice.hide
    more: list[Plan] = []
    for number, (name, environment, zone, days) in enumerate(_MORE):
        when = When(datetime.combine(kept[0].when.clock.date() + timedelta(days=days), time(10 + number)), zone)
        new = NewPlan(when, "push", "shop", name, environment, TEXTS[language][0], 12_431, {})
        window._services.later.plan(new, more.append)
    until(lambda: len(more) == len(_MORE), "more plans")
    asked_of = [each for each in window._services.later.plans if each.account_id == "shop"][:1]
    window._services.later.ask(Ask(AskCode.MOVED, {"was": 12_431, "now": 11_204}), asked_of)
    settle()
    window.commands["later.show"].trigger()
    settle()
    plans = seen(PlansDialog)
    yield "plans", plans, nothing
    asked = dataclasses.replace(kept[0], ask=Ask(AskCode.LATE))
    window.later._around.bar.ask([asked, kept[0]])
    plans.close()
    yield "later-asked", window, lambda: window.later._around.bar.ask([])
    window.commands["history.calendar"].trigger()
    settle(600)
    yield "calendar", window, seen(CalendarView).rows.click
    for each in (*more, kept[0]):
        window.later.cancel(each)
    window.commands["page.compose"].trigger()
    settle()
    yield "later-off", window, window.notice.hide
