"""Tests of what the page of a campaign that ran says of its time."""

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.database import open_database
from scoro_desktop.ui.campaigns import campaign_words, running_words
from tests.storage.campaigns.samples import filled

BEGAN = datetime(2026, 11, 29, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "took", "said"),
    [
        ("finished", timedelta(minutes=90), "Ended {when}, after 1 h 30 min"),
        ("finished", timedelta(0), "Ended {when}, after 0 s"),
        ("finished", timedelta(seconds=-1), "Ended {when}"),
        ("finished", timedelta(hours=-3), "Ended {when}"),
        ("finished", None, ""),
        ("stopped", timedelta(seconds=5), "Stopped {when}, after 5 s"),
        ("stopped", timedelta(seconds=-1), "Stopped {when}"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_how_long_it_took_is_not_said_where_the_clock_was_put_back(
    tmp_path: Path, state: str, took: timedelta | None, said: str
) -> None:
    with contextlib.closing(open_database(tmp_path / "scoro.db")) as connection:
        campaigns = Campaigns(connection)
        campaign = campaigns.get(filled(campaigns, 1))
    assert campaign is not None
    at = None if took is None else BEGAN + took
    ended = replace(campaign, state=CampaignState(state), began_at=BEGAN, ended_at=at)
    when = "" if at is None else campaign_words.when(at)
    assert running_words.ended(ended) == said.format(when=when)
