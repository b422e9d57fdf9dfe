"""A campaign, from the choice of its list to its end, and the list of campaigns."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from looking import View, nothing, seen, settle, until
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.sandbox.sample import world
from scoro_desktop.ui.campaigns.pause_shown import show_pause
from scoro_desktop.ui.campaigns.person_dialog import PersonDialog
from scoro_desktop.ui.campaigns.request_dialog import RequestDialog
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.window.main_window import MainWindow

TEXTS = {
    "en": "{{Name}}, your discount is {{Off}} % until Sunday. Code {{Code}}",
    "ru": "{{Name}}, ваша скидка {{Off}} % до воскресенья. Код {{Code}}",
}
PEOPLE = 60
PAUSES = {
    "unknown": "read_timeout",
    "session_ended": "",
    "refused_thrice": "403",
    "account_changed": "",
}
"""The reasons why it stands still, with what that rests on."""


def listed(folder: Path) -> Path:
    """A list as Excel saves it in Russia: one phone is none, one row stands in it twice."""
    phones = [str(each["phone"]) for each in world().users if str(each.get("phone", "")).startswith("+7")]
    rows = [f"{phone};Anna {n};{10 + n % 3};K{n:03}" for n, phone in enumerate(phones[:PEOPLE])]
    path = folder / "clients.csv"
    path.write_text("\r\n".join(["Phone;Name;Off;Code", *rows, "912;Boris;10;K999", rows[4]]), encoding="utf-8")
    return path


def campaigns(window: MainWindow, language: str) -> Iterator[View]:
    """One campaign through its three steps."""
    window.turn_to(MainPage.CAMPAIGNS)
    settle()
    yield "campaigns-empty", window, nothing
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(1)
    window.messages.open(request(Channel.SMS, {"text": TEXTS[language]}), everyone=False, query_text="{}")
    window.commands["message.campaign"].trigger()
    settle(600)
    view = window.campaigns.page.one
    yield "campaign-source", window, nothing
    with tempfile.TemporaryDirectory() as folder:
        until(lambda: window.campaigns.one.takes_files, "a campaign that takes a list")
        window.campaigns.one.take_file(listed(Path(folder)))
        choice = view.recipients
        until(lambda: not choice.is_choosing() and choice.check.isEnabled(), "a list that can be checked")
        yield "campaign-recipients", window, nothing
        view.recipients.check.click()
        until(lambda: view.check.is_checked, "a list that was checked")
        settle()
        yield "campaign-check", window, nothing
        yield from _running(window, view, language)
    view.back.click()
    settle(600)
    yield "campaigns", window, nothing
    window.commands["history.person"].trigger()
    person = seen(PersonDialog)
    yield "person-got-empty", person, nothing
    person.who.setText(
        next(str(each["phone"]) for each in world().users if str(each.get("phone", "")).startswith("+7"))
    )
    settle(900)
    yield "person-got", person, person.close
    window.turn_to(MainPage.COMPOSE)


def _running(window: MainWindow, view: CampaignView, language: str) -> Iterator[View]:
    view.check.demand.typed.setText("".join(filter(str.isdigit, view.check.demand.typed.accessibleName())))
    view.check.later.click()
    yield "campaign-later", seen(LaterDialog), seen(LaterDialog).reject
    view.check.start.click()
    until(lambda: view.running.bar.value() > 0 and view.running.pause.isVisible(), "a campaign that runs")
    yield "campaign-running", window, nothing
    view.running.pause.click()
    until(lambda: view.running.go_on.isVisible() or view.running.repeat.isVisible(), "a campaign that stands still")
    settle()
    yield "campaign-paused", window, nothing
    for code, detail in PAUSES.items():
        show_pause(view.running, code, detail)
        settle()
        yield f"campaign-pause-{code.replace('_', '-')}", window, nothing
    show_pause(view.running, "by_person", "")
    view.running.new_text.offer(request(Channel.SMS, {"text": TEXTS[language]}), 31)
    settle()
    yield "campaign-new-text", window, view.running.new_text.clear
    if view.running.go_on.isVisible():
        view.running.go_on.click()
    until(view.running.repeat.isVisible, "a campaign that has ended")
    settle()
    yield "campaign-ended", window, nothing
    view.running.which.setCurrentIndex(1)
    settle(600)
    yield "campaign-requests", window, nothing
    view.running.requests.body.click()
    settle(600)
    yield "campaign-request", seen(RequestDialog), seen(RequestDialog).close
