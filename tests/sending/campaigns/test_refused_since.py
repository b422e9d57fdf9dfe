"""Who came onto the do-not-send list after the check gets nothing, whenever and however the campaign begins."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.sending.campaigns import refused_since
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.campaigns.types import REFUSALS
from scoro_desktop.storage.do_not_send import DoNotSend, NewRefusal, Refusal
from scoro_desktop.storage.stores import Stores
from tests.sending.campaigns.rig import NO_ROUTE, Rig, persons_of, refusal
from tests.storage.campaigns.samples import phone


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


@pytest.mark.parametrize(("failure", "pause"), [(NO_ROUTE, "no_connection"), (refusal("401"), "error")])
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
