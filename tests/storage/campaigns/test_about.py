"""Looking back for one person over all campaigns."""

import sqlite3

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import Judged, NewPerson
from tests.storage.campaigns.samples import email, erase, filled, new_campaign, phone, running, stop


def test_what_campaigns_did_with_somebody(connection: sqlite3.Connection) -> None:
    """By `_id`, phone, e-mail or what stood in the list; sent to, and left out; also where only the `_id` is left."""
    campaigns = Campaigns(connection)
    first = running(campaigns, 3, name="First")
    (request, *_) = campaigns.next_planned(first, 9)
    campaigns.begin_send(request.id)
    campaigns.settle_send(request.id, Sent(1))
    second = filled(campaigns, 3, name="Second")
    campaigns.judge_anew(second)
    campaigns.judge(
        second,
        [
            Judged(row.id, PersonState.LEFT_OUT, f"u{row.row:06}", phone(row.row - 1), Why.DO_NOT_SEND)
            for row in campaigns.rows(second)
        ],
    )
    third = campaigns.create(new_campaign(name="Third"))
    campaigns.add_rows(third, [NewPerson(1, "Иван ЁЛКИН", ("x",))])
    (row,) = campaigns.rows(third)
    campaigns.judge(third, [Judged(row.id, PersonState.LEFT_OUT, why=Why.NOT_FOUND)])
    expected = [("Second", "left_out", "do_not_send"), ("First", "sent", "")]
    for key in ("u000001", phone(0), phone(0).upper(), email(0), email(0).upper()):
        assert [(each.campaign, each.state, each.why) for each in campaigns.about(key)] == expected
    assert [each.campaign for each in campaigns.about("иван ёлкин")] == ["Third"]
    assert [each.at is None for each in campaigns.about("u000001")] == [True, False]
    assert campaigns.about("nobody") == campaigns.about("") == []
    assert [each.campaign for each in campaigns.about(phone(1), limit=1)] == ["Second"]
    stop(campaigns, first)
    erase(campaigns, first)
    assert [each.campaign for each in campaigns.about(phone(0))] == ["Second", "First"]  # the second knows the _id
