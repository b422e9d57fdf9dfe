"""Lists and audiences come into the ledger whole or not at all; what went out before is known again."""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.source import NotWantedError, UnreadableFileError
from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.recipients import LookUpFailedError
from scoro_desktop.sending.campaigns import excluded, preparing
from scoro_desktop.sending.campaigns.audience import AudienceReading
from scoro_desktop.sending.campaigns.joining import join
from scoro_desktop.sending.campaigns.needs import Checked
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import CampaignPerson, Judged
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.wire import JsonValue
from tests.sending.campaigns.rig import Rig
from tests.storage.campaigns import samples

PEOPLE = "Имя;Телефон\nАнна;8 912 000-00-01\nБорис;8 912 000-00-02\n"
ACCOUNT = Account("acme", "Acme", Environment.TEST, "https://api.example/api/v1/", "app", AccessKind.MASTER)


def nothing(*_told: object) -> None: ...


def always() -> bool:
    return True


def read(rig: Rig, text: str, message: str = "Привет, {{имя|друг}}") -> int:
    found = look(text)
    new = samples.new_campaign(
        message={"msg": {"text": message}}, mapping={"key": 1, "fields": {"имя": 0}}, columns=("Имя", "Телефон")
    )
    people = preparing.List(text, found.source, 1)
    return preparing.read_list(rig.wait_for, new, people, told=nothing, wanted=always)


def sent(rig: Rig, campaign_id: int) -> None:
    """Checks and approves a campaign, everybody in it found."""
    checked = checked_of(rig, campaign_id)
    campaign = rig.campaign(campaign_id)
    preparing.approve(rig.wait_for, campaign, ACCOUNT, checked.sums.ready, told=nothing, wanted=always)


def checked_of(rig: Rig, campaign_id: int) -> Checked:
    def found(rows: Iterable[CampaignPerson], _wanted: Callable[[], bool]) -> Iterator[Judged]:
        for row in rows:
            yield Judged(row.id, PersonState.PLANNED, f"u{row.row}", row.key)

    _, checked = preparing.check_all(
        rig.wait_for,
        campaign_id,
        ACCOUNT,
        found,
        told=nothing,
        wanted=always,
    )
    return checked


def test_the_same_list_and_the_same_text_are_known_again(rig: Rig) -> None:
    first = read(rig, PEOPLE)
    assert checked_of(rig, first).before == ()
    sent(rig, first)
    same_people = read(rig, PEOPLE.replace(";", "\t"), "Здравствуйте, {{имя}}")
    same_text = read(rig, PEOPLE + "Вера;8 912 000-00-03\n")
    both = read(rig, PEOPLE)
    neither = read(rig, PEOPLE + "Глеб;8 912 000-00-04\n", "Пока, {{имя}}")
    found = [
        [(each.campaign_id, each.same_list, each.same_text) for each in checked_of(rig, campaign_id).before]
        for campaign_id in (same_people, same_text, both, neither)
    ]
    assert found == [[(first, True, False)], [(first, False, True)], [(first, True, True)], []]


def test_the_sum_of_a_list_goes_with_its_values(rig: Rig) -> None:
    first = read(rig, PEOPLE)
    digest = rig.campaign(first).mapping["digest"]
    assert isinstance(digest, str)
    sent(rig, first)
    rig.ledger(lambda campaigns: samples.stop(campaigns, first))
    rig.ledger(lambda campaigns: samples.erase(campaigns, first))
    again = read(rig, PEOPLE)
    assert [(each.same_list, each.same_text) for each in checked_of(rig, again).before] == [(False, True)]


def test_a_list_that_breaks_off_leaves_nothing(rig: Rig, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE + "Вера;8 912 000-00-03\n" * 2_000 + '"Глеб;8 912 000-00-04\n', "utf-8")
    found = look(file)
    people, new = preparing.List(file, found.source, 1), samples.new_campaign(columns=("Имя", "Телефон"))
    assert [each.name for each in found.columns] == [*new.columns]
    with pytest.raises(UnreadableFileError, match="quote_open"):
        preparing.read_list(rig.wait_for, new, people, told=nothing, wanted=always)
    with pytest.raises(NotWantedError):
        preparing.read_list(rig.wait_for, new, people, told=nothing, wanted=lambda: False)
    assert rig.ledger(lambda campaigns: campaigns.newest()) == []


def test_an_audience_with_its_fields_is_a_list_too(rig: Rig) -> None:
    sandbox = Sandbox(people=60)
    sandbox.start()
    account = Account(
        "acme", "Acme", Environment.SANDBOX, sandbox.address, sandbox.application_id, AccessKind.MASTER,
        requests_per_second=1000,
    )  # fmt: skip
    client = Client(account, Keys(sandbox.client_key, sandbox.master_key))
    new = samples.new_campaign(
        message={"msg": {"text": "{{firstName|друг}}, {{address.city}}"}},
        columns=("firstName", "address.city"),
        source={"kind": "audience"},
        mapping={"kind": "_id", "fields": {"firstName": 0, "address.city": 1}},
        environment=account.environment,
    )
    russian = [each for each in crowd.population(60).users if each["language"] == "ru"]
    sums = []
    for user in (russian[0], russian[1], russian[0]):  # nothing but who they are tells two audiences apart
        plain = AudienceReading(client, "users", {"_id": user["_id"]}, (), always)
        bare = samples.new_campaign(columns=(), mapping={"kind": "_id"})
        campaign_id = preparing.read_audience(rig.wait_for, bare, plain, told=nothing)
        sums.append(rig.campaign(campaign_id).mapping["digest"])
        rig.ledger(functools.partial(Campaigns.discard, campaign_id=campaign_id))
    assert sums[0] == sums[2] != sums[1]
    reading = AudienceReading(client, "users", {"language": "ru"}, ("firstName", "address.city"), always)
    told: list[tuple[str, int, int]] = []
    campaign_id = preparing.read_audience(rig.wait_for, new, reading, told=lambda *each: told.append(each))
    assert told[-1] == ("read", len(russian), len(russian))
    campaign = rig.campaign(campaign_id)
    _, checked = preparing.check_all(
        rig.wait_for,
        campaign_id,
        account,
        lambda rows, wanted: join(
            rows,
            client,
            campaign,
            account,
            wanted,
            held=lambda *_: set(),
            lately=lambda _persons: set(),
            listed=lambda _ids: (),
        ),
        told=nothing,
        wanted=always,
    )
    assert checked.sums.rows == len(russian)
    assert checked.counted is None
    mapping = {**campaign.mapping, "count": len(russian) + 1}  # one more was there before it was read
    rig.ledger(lambda campaigns: campaigns.change(campaign_id, mapping=mapping))
    _, checked = preparing.recheck(rig.wait_for, campaign_id, account, told=nothing, wanted=always)
    assert checked.counted == (len(russian) + 1, len(russian))
    ready = rig.ledger(lambda campaigns: campaigns.rows(campaign_id, states=(PersonState.PLANNED,)))
    phones = {each["phone"] for each in russian if "phone" in each}
    assert (len(ready), checked.sums.left_out["no_address"]) == (
        len(phones),
        sum("phone" not in each for each in russian),
    )
    weak = Client(account, Keys(sandbox.client_key, sandbox.message_key))
    refused = AudienceReading(weak, "users", {}, (), always)
    with pytest.raises(LookUpFailedError):
        preparing.read_audience(rig.wait_for, new, refused, told=nothing)
    for each in (client, weak):
        each.close()
    sandbox.close()
    assert [each.id for each in rig.ledger(lambda campaigns: campaigns.newest())] == [campaign_id]


@pytest.fixture
def client() -> Iterator[Client]:
    """One of a sandbox of its own."""
    sandbox = Sandbox(people=60)
    sandbox.start()
    account = Account(
        "acme", "Acme", Environment.SANDBOX, sandbox.address, sandbox.application_id, AccessKind.MASTER,
        requests_per_second=1000,
    )  # fmt: skip
    made = Client(account, Keys(sandbox.client_key, sandbox.master_key))
    yield made
    made.close()
    sandbox.close()


def read_of(rig: Rig, lines: Sequence[str], **mapping: JsonValue) -> int:
    """A list of phones in a campaign that says who wants nothing where `no` names a column."""
    text = "\n".join(("Телефон;Заказ;Рассылка", *lines)) + "\n"
    found = look(text)
    new = samples.new_campaign(
        message={"msg": {"text": "{{заказ}}"}},
        mapping={"key": 0, "kind": "phone", "country": "RU", "fields": {"заказ": 1}, **mapping},
        columns=("Телефон", "Заказ", "Рассылка"),
    )
    people = preparing.List(text, found.source, 0)
    return preparing.read_list(rig.wait_for, new, people, told=nothing, wanted=always)


def looked_up(rig: Rig, client: Client, campaign_id: int) -> Checked:
    """Everyone in it is looked up, as the app does it."""
    campaign = rig.campaign(campaign_id)

    def held(kind: KeyKind, keys: Collection[str]) -> set[str]:
        return rig.wait_for(lambda stores: stores.do_not_send.holds("acme", kind, keys))

    def listed(ids: Collection[int]) -> list[CampaignPerson]:
        return rig.ledger(lambda campaigns: campaigns.people(ids))

    def joined(rows: Iterable[CampaignPerson], wanted: Callable[[], bool]) -> Iterator[Judged]:
        return join(rows, client, campaign, ACCOUNT, wanted, held=held, lately=lambda _: (), listed=listed)

    return preparing.check_all(rig.wait_for, campaign_id, ACCOUNT, joined, told=nothing, wanted=always)[1]


def whys(rig: Rig, campaign_id: int) -> list[str]:
    rows = rig.ledger(lambda campaigns: campaigns.rows(campaign_id))
    return [each.why or each.state for each in rows]


def test_who_says_no_in_one_row_gets_it_by_no_other(rig: Rig, client: Client) -> None:
    """Orders as a shop exports them: the last row of a person alone says that they want nothing more."""
    anna, boris, vera = (crowd.population(60).users[each] for each in (1, 2, 4))
    phone = str(anna["phone"])[2:]
    lines = [
        f"8{phone};1;да",
        f"{boris['phone']};2;да",
        f"+7 {phone[:3]} {phone[3:]};3;нет",
        f"+7{phone};4;да",
        f"{vera['phone']};5;нет",
    ]
    campaign_id = read_of(rig, lines, no=[2, "нет"])
    checked = looked_up(rig, client, campaign_id)
    assert (checked.sums.ready, checked.sums.left_out) == (1, {"do_not_send": 4})
    rows = rig.ledger(lambda campaigns: campaigns.rows(campaign_id))
    assert [each.person for each in rows if each.state is PersonState.PLANNED] == [boris["_id"]]
    assert {each.detail for each in rows if each.state is PersonState.LEFT_OUT} == {"list"}
    rig.ledger(lambda campaigns: campaigns.take_in(campaign_id, [each.id for each in rows]))
    assert rig.ledger(lambda campaigns: campaigns.sums(campaign_id)).ready == 1


def test_who_was_excluded_is_looked_up_as_well_and_comes_back_by_no_other_row(rig: Rig, client: Client) -> None:
    anna, boris, vera = (str(crowd.population(60).users[each]["phone"]) for each in (1, 2, 4))
    lines = [f"{anna};1;", f"{boris};2;", f"8{anna[2:]};3;", f"{vera};4;", "+79999999999;5;"]
    first = read_of(rig, lines)
    looked_up(rig, client, first)
    assert whys(rig, first) == ["planned", "planned", "same_person", "planned", "not_found"]
    rows = rig.ledger(lambda campaigns: campaigns.rows(first))
    excluding = [rows[0].id, rows[3].id]
    rig.ledger(lambda campaigns: campaigns.leave_out(first, excluding))
    looked_up(rig, client, first)
    assert whys(rig, first) == ["by_hand", "planned", "same_person", "by_hand", "not_found"]
    # The same where the list is read anew; one of them is on the do-not-send list by then.
    refusal = NewRefusal(KeyKind.PHONE, vera[1:])
    rig.wait_for(lambda stores: stores.do_not_send.add("acme", [refusal], by="olga"))
    second = read_of(rig, lines)
    excluded.exclude_again(rig.wait_for, first, second)
    looked_up(rig, client, second)
    assert whys(rig, second) == ["by_hand", "planned", "same_person", "do_not_send", "not_found"]
    rows = rig.ledger(lambda campaigns: campaigns.rows(second))
    rig.ledger(lambda campaigns: campaigns.take_in(second, [rows[0].id, rows[2].id]))
    assert whys(rig, second) == ["planned", "planned", "same_person", "do_not_send", "not_found"]
    again = rig.ledger(lambda campaigns: campaigns.rows(second))[0]
    assert (again.person, again.phone_key, again.email_key) == (rows[0].person, anna[1:], rows[0].email_key)


def test_who_was_excluded_and_then_refused_stays_excluded_once_the_refusal_is_removed(rig: Rig, client: Client) -> None:
    anna, boris = (str(crowd.population(60).users[each]["phone"]) for each in (1, 2))
    lines = [f"{anna};1;", f"{boris};2;"]
    first = read_of(rig, lines)
    row = rig.ledger(lambda campaigns: campaigns.rows(first))[0].id
    rig.ledger(lambda campaigns: campaigns.leave_out(first, [row]))
    rig.wait_for(lambda stores: stores.do_not_send.add("acme", [NewRefusal(KeyKind.PHONE, anna[1:])], by="olga"))
    looked_up(rig, client, first)
    assert whys(rig, first) == ["do_not_send", "planned"]
    second = read_of(rig, lines)
    excluded.exclude_again(rig.wait_for, first, second)
    refused = rig.wait_for(lambda stores: [each.id for each in stores.do_not_send.after("acme", 0)])
    rig.wait_for(lambda stores: stores.do_not_send.remove("acme", refused))
    for campaign_id in (first, second):
        looked_up(rig, client, campaign_id)
        assert whys(rig, campaign_id) == ["by_hand", "planned"]


def test_what_else_is_the_matter_with_an_excluded_row_is_told_once_it_is_taken_in(rig: Rig, client: Client) -> None:
    campaign_id = read_of(rig, ["+79999999999;1;"])
    (row,) = rig.ledger(lambda campaigns: campaigns.rows(campaign_id))
    rig.ledger(lambda campaigns: campaigns.leave_out(campaign_id, [row.id]))
    looked_up(rig, client, campaign_id)
    assert whys(rig, campaign_id) == ["by_hand"]
    rig.ledger(lambda campaigns: campaigns.take_in(campaign_id, [row.id]))
    assert whys(rig, campaign_id) == ["not_found"]
