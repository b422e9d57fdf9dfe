"""Tests of how the progress of a campaign comes from its threads to the window."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.sending.campaigns.progress import Progress
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.ui.runtime.campaign_news import CampaignNews

FIRST = Progress(1, CampaignState.RUNNING, {}, 0, 1, 9, 0.0, None)


def sent(count: int) -> Progress:
    return replace(FIRST, counts={PersonState.SENT: count}, done=count)


@pytest.fixture
def told() -> list[Progress]:
    return []


@pytest.fixture
def news(qtbot: QtBot, told: list[Progress]) -> CampaignNews:
    news = CampaignNews()
    news.told.connect(told.append)
    return news


def on_a_thread(act: Callable[[], object]) -> None:
    thread = threading.Thread(target=act)
    thread.start()
    thread.join()


def test_of_many_numbers_the_first_is_told_and_then_the_newest(
    qtbot: QtBot, news: CampaignNews, told: list[Progress]
) -> None:
    on_a_thread(lambda: news.hear(sent(1)))
    qtbot.waitUntil(lambda: bool(told))
    news._pause.setInterval(0)  # over at once
    on_a_thread(lambda: [*map(news.hear, map(sent, range(2, 500)))])
    qtbot.waitUntil(lambda: len(told) > 1)
    assert [each.counts[PersonState.SENT] for each in told] == [1, 499]


def test_what_is_not_told_yet_is_known(qtbot: QtBot, news: CampaignNews, told: list[Progress]) -> None:
    assert news.newest(1) is None
    news.hear(sent(1))
    qtbot.waitUntil(lambda: bool(told))
    news.hear(sent(2))
    assert news.newest(1) == sent(2)
    assert told == [sent(1)]


@pytest.mark.parametrize(
    "other",
    [
        replace(sent(2), state=CampaignState.PAUSED, pause="by_person"),
        replace(sent(2), state=CampaignState.STOPPED, open=0),
        replace(FIRST, campaign_id=2),
    ],
)
def test_another_state_is_told_at_once(qtbot: QtBot, news: CampaignNews, told: list[Progress], other: Progress) -> None:
    news._pause.setInterval(1_000_000)
    news.hear(sent(1))
    qtbot.waitUntil(lambda: bool(told))
    news.hear(sent(2))
    news.hear(other)
    qtbot.waitUntil(lambda: told[-1] == other)
    assert told == [sent(1), other]


def test_the_answers_of_one_that_stands_still_are_told_at_once(
    qtbot: QtBot, news: CampaignNews, told: list[Progress]
) -> None:
    news._pause.setInterval(1_000_000)
    stopped = replace(sent(1), state=CampaignState.STOPPED)
    for answers in range(4):
        news.hear(replace(stopped, done=answers, open=3 - answers))
        qtbot.waitUntil(lambda answers=answers: [each.done for each in told] == [*range(answers + 1)])  # type: ignore[misc]


def test_nothing_is_told_after_the_end(news: CampaignNews, told: list[Progress]) -> None:
    on_a_thread(lambda: news.hear(sent(1)))
    news.close()
    QCoreApplication.processEvents()
    assert told == []
