"""People who must not be written to any more after the check get nothing, whenever and however the campaign begins."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.sending.campaigns import refused_since
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import CHECKED, HOURS, REFUSALS
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal, Refusal
from scoro_desktop.storage.stores import Stores
from scoro_desktop.wire import JsonObject
from tests.sending.campaigns.rig import LOST, NO_ROUTE, Rig, persons_of, refusal
from tests.sending.campaigns.test_engine import found
from tests.storage.campaigns import samples
from tests.storage.campaigns.samples import email, phone


def refuse(rig: Rig, *new: NewRefusal, account: str = "acme") -> None:
    rig.wait_for(lambda stores: stores.do_not_send.add(account, new, by="Ann"))


def person(number: int) -> NewRefusal:
    return NewRefusal(KeyKind.ID, f"u{number:06}")


def checked(rig: Rig, people: int, size: int = 1, collection: str = "users") -> int:
    """A campaign that was approved, with the mark that the check leaves."""
    last = rig.wait_for(lambda stores: stores.do_not_send.last())
    return rig.approved(people, size, collection, mapping={"key": 0, REFUSALS: last})


@pytest.mark.parametrize("collection", ["users", "devices"])
@pytest.mark.parametrize("has_mark", [True, False])
def test_they_are_left_out_as_it_begins(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, collection: str, has_mark: bool
) -> None:
    monkeypatch.setattr(refused_since, "ROWS_AT_ONCE", 2)
    monkeypatch.setattr(refused_since, "OUT_AT_ONCE", 1)
    make = checked if has_mark else Rig.approved
    campaign = make(rig, 7, 3, collection=collection)
    refuse(rig, person(2), NewRefusal(KeyKind.PHONE, phone(3)), person(7), person(99))
    refuse(rig, person(1), account="other")
    told = rig.run(rig.engine(campaign))
    assert set(rig.script.reached) == {"u000001", "u000003", "u000005", "u000006"}
    assert max(rig.script.reached.values()) == 1
    assert [each for each in rig.states(campaign) if not each.startswith("sent")] == ["skipped do_not_send"] * 3
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"sent": 4, "skipped": 3})
    assert rig.campaign(campaign).total == 7, "what was approved stays what it was"


def test_they_are_left_out_as_it_goes_on(rig: Rig) -> None:
    campaign = checked(rig, 6)
    answers: Iterator[Sent | Failure] = iter([Sent(1), NO_ROUTE, NO_ROUTE, NO_ROUTE])
    rig.script.reply = lambda _body: next(answers)
    assert rig.run(rig.engine(campaign)).state is CampaignState.PAUSED
    tried = set(rig.script.reached)
    left = next(f"u{number:06}" for number in range(1, 7) if f"u{number:06}" not in tried)
    (not_sent, *_) = sorted(tried - {"u000001"})  # proven not to have left, so that it would be tried again
    rig.script.bodies.clear()
    refuse(rig, NewRefusal(KeyKind.ID, left), NewRefusal(KeyKind.ID, not_sent), person(1))
    rig.script.reply = lambda body: Sent(len(persons_of(body)))
    assert rig.run(rig.engine(campaign)).state is CampaignState.FINISHED
    assert not {left, not_sent, "u000001"} & set(rig.script.reached)
    counts = rig.campaign(campaign).counts
    assert counts == {"sent": 4, "skipped": 2}, "who got it before stays as it was"


def test_where_nobody_is_left_it_is_at_its_end(rig: Rig) -> None:
    campaign = checked(rig, 3, 3)
    refuse(rig, *map(person, (1, 2, 3)))
    told = rig.run(rig.engine(campaign))
    assert (told.state, told.counts, told.pause) == (CampaignState.FINISHED, {"skipped": 3}, "")
    assert rig.script.bodies == []
    assert rig.campaign(campaign).ended_at is not None


def taken_off_and_put_back(stores: Stores) -> Callable[[], None]:
    """A key that was taken off the list by mistake before the check, and that is put back after it."""
    stores.do_not_send.add("acme", [person(2)], by="Ann")
    removed: list[Refusal] = stores.do_not_send.remove("acme", [each.id for each in stores.do_not_send.all("acme")])
    return lambda: stores.do_not_send.put_back("acme", removed)


def added_after_the_clock_was_put_back(stores: Stores) -> Callable[[], None]:
    before = datetime.now(UTC) - timedelta(days=3)
    refusals = DoNotSend(stores._connection, lambda: before)

    def put() -> None:
        refusals.add("acme", [person(2)], by="Ann")

    return put


@pytest.mark.parametrize("comes", [taken_off_and_put_back, added_after_the_clock_was_put_back])
def test_no_clock_is_asked_who_came_since(rig: Rig, comes: Callable[[Stores], Callable[[], None]]) -> None:
    put = rig.wait_for(comes)
    campaign = checked(rig, 3)
    rig.wait_for(lambda _stores: put())
    rig.run(rig.engine(campaign))
    assert set(rig.script.reached) == {"u000001", "u000003"}


@pytest.mark.parametrize(
    ("failure", "pause"), [(NO_ROUTE, "no_connection"), (refusal("401"), "session_ended"), (refusal("500"), "error")]
)
def test_where_nobody_can_say_whose_an_e_mail_is_nothing_leaves(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, failure: Failure, pause: str
) -> None:
    monkeypatch.setattr("scoro_desktop.scorocode.recipients.Asking._wait", lambda *_given: None)
    campaign = checked(rig, 3)
    refuse(rig, NewRefusal(KeyKind.EMAIL, "ann@example.com"))
    rig.script.matching = lambda _body: failure
    told = rig.run(rig.engine(campaign))
    assert (told.state, told.pause, rig.script.bodies) == (CampaignState.PAUSED, pause, [])
    assert "example" not in str(rig.campaign(campaign).pause_detail)


def test_an_e_mail_is_that_of_the_check_however_the_base_writes_it(rig: Rig) -> None:
    """The server compares to the letter, and finds nobody by what stands on the list."""
    campaign = checked(rig, 3)
    refuse(rig, NewRefusal(KeyKind.EMAIL, email(1)))
    rig.script.matching = lambda _asked: found([])
    told = rig.run(rig.engine(campaign))
    assert told.counts == {"sent": 2, "skipped": 1}
    assert "u000002" not in rig.script.reached


def test_who_has_another_e_mail_since_the_check_or_was_checked_by_a_version_before_is_asked_for(rig: Rig) -> None:
    campaign = checked(rig, 3)
    refuse(rig, NewRefusal(KeyKind.EMAIL, "ann@example.com"))
    rig.script.matching = lambda _asked: found(["u000003"])
    assert rig.run(rig.engine(campaign)).counts == {"sent": 2, "skipped": 1}
    assert "u000003" not in rig.script.reached


GOT_IT = Sent(1)


def messaged(rig: Rig, *persons: int, application: str = "app", answer: Sent | Failure = GOT_IT) -> None:
    """Some of the people get another campaign."""

    def send(stores: Stores) -> None:
        campaigns = stores.campaigns
        other = samples.approved(campaigns, max(persons), 1, application_id=application)
        campaigns.go_on(other)
        for each in campaigns.next_planned(other, max(persons)):
            if int(persons_of(each.body)[0][1:]) in persons:
                campaigns.settle_send(campaigns.begin_send(each.id).id, answer)

    rig.wait_for(send)


def apart(rig: Rig, people: int, size: int = 1, *, hours: int = 24, checked: datetime | None = None) -> int:
    """A campaign that was approved, for people who got no other within so many hours."""
    last = rig.wait_for(lambda stores: stores.do_not_send.last())
    mapping: JsonObject = {"key": 0, HOURS: hours, REFUSALS: last}
    if checked is not None:
        mapping[CHECKED] = checked.isoformat()
    return rig.approved(people, size, mapping=mapping)


def test_who_got_another_campaign_since_the_check_is_left_out_as_it_begins(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refused_since, "ROWS_AT_ONCE", 2)
    monkeypatch.setattr(refused_since, "OUT_AT_ONCE", 1)
    messaged(rig, 1)  # before the check, which leaves out whom nobody took in again
    campaign = apart(rig, 7, 3, checked=datetime.now(UTC))
    messaged(rig, 2, 3)
    messaged(rig, 4, answer=LOST)
    messaged(rig, 5, answer=NO_ROUTE)  # who did not get it
    messaged(rig, 6, application="other")
    refuse(rig, person(3), person(7))
    told = rig.run(rig.engine(campaign))
    assert set(rig.script.reached) == {"u000001", "u000005", "u000006"}
    out = rig.wait_for(lambda stores: stores.campaigns.rows(campaign, states=(PersonState.SKIPPED,)))
    assert {each.person: each.why for each in out} == {
        "u000002": "messaged_lately", "u000003": "do_not_send", "u000004": "messaged_lately", "u000007": "do_not_send",
    }  # fmt: skip
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"sent": 3, "skipped": 4})
    assert rig.campaign(campaign).total == 7, "what was approved stays what it was"


def test_who_got_another_campaign_meanwhile_is_left_out_as_it_goes_on_and_its_own_count_for_nothing(rig: Rig) -> None:
    campaign = apart(rig, 4, checked=datetime.now(UTC))
    answers: Iterator[Sent | Failure] = iter([Sent(1), LOST])
    rig.script.reply = lambda _body: next(answers)
    assert rig.run(rig.engine(campaign)).state is CampaignState.PAUSED
    left = [each for each in (f"u{number:06}" for number in range(1, 5)) if each not in rig.script.reached]
    messaged(rig, int(left[0][1:]))
    rig.wait_for(lambda stores: list(stores.campaigns.sending_again(campaign)))  # a person wants it
    rig.script.bodies.clear()
    rig.script.reply = lambda body: Sent(len(persons_of(body)))
    told = rig.run(rig.engine(campaign))
    assert (told.state, told.counts) == (CampaignState.FINISHED, {"sent": 3, "skipped": 1})
    assert left[0] not in rig.script.reached


@pytest.mark.parametrize(
    ("hours", "checked"),
    [
        (0, None),
        (24, timedelta(0)),  # all were sent before the check
    ],
)
def test_nobody_is_left_out_where_no_hours_are_named_or_all_was_sent_before(
    rig: Rig, hours: int, checked: timedelta | None
) -> None:
    messaged(rig, 1, 2)
    campaign = apart(rig, 3, hours=hours, checked=None if checked is None else datetime.now(UTC) + checked)
    assert rig.run(rig.engine(campaign)).counts == {"sent": 3}


@pytest.mark.parametrize("ahead", [None, timedelta(days=3)])
def test_without_a_time_of_the_check_or_with_one_that_is_to_come_all_the_hours_count(
    rig: Rig, ahead: timedelta | None
) -> None:
    messaged(rig, 1, 2)
    campaign = apart(rig, 3, checked=None if ahead is None else datetime.now(UTC) + ahead)
    assert rig.run(rig.engine(campaign)).counts == {"sent": 1, "skipped": 2}
