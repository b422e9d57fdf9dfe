"""The list of people who are not to be sent to: on the disk, per account, found as keys are compared."""

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.storage.campaigns.types import REFUSALS, SAID_NO, Judged, NewPerson
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.do_not_send import LONGEST, DoNotSend, NewRefusal
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.stores import Stores
from tests.storage.campaigns.samples import new_campaign, running

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ANNA = NewRefusal(KeyKind.PHONE, "79123456789", "8 (912) 345-67-89")
BORIS = NewRefusal(KeyKind.EMAIL, "boris@example.com", "Boris@Example.com")
VERA = NewRefusal(KeyKind.ID, "XukL1FrVoL")
ZOE = NewRefusal(KeyKind.EMAIL, "зоя@почта.рф", "Зоя@Почта.РФ")


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def refusals(connection: sqlite3.Connection) -> DoNotSend:
    return DoNotSend(connection, Clock())


def keys(refusals: DoNotSend, account: str = "acme", search: str = "") -> list[str]:
    return [each.key for each in refusals.page(account, search=search)]


def test_it_says_who_added_what_and_when_at_the_next_start(refusals: DoNotSend, path: Path) -> None:
    assert refusals.add("acme", [ANNA, BORIS], by="olga", origin="stop.xlsx") == 2
    assert refusals.add("acme", [VERA], by="ivan") == 1
    with contextlib.closing(open_database(path)) as again:
        found = [
            (each.kind, each.key, each.written, each.added_at, each.added_by, each.origin)
            for each in Stores.over(again).do_not_send.page("acme")
        ]
    first, second = NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)
    assert found == [
        (KeyKind.ID, "XukL1FrVoL", "XukL1FrVoL", second, "ivan", ""),
        (KeyKind.EMAIL, "boris@example.com", "Boris@Example.com", first, "olga", "stop.xlsx"),
        (KeyKind.PHONE, "79123456789", "8 (912) 345-67-89", first, "olga", "stop.xlsx"),
    ]


def test_a_key_stands_there_once_as_it_first_came(refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA], by="olga")
    again = NewRefusal(KeyKind.PHONE, ANNA.key, "+7 912 345 67 89")
    assert refusals.add("acme", [again, again, BORIS], by="ivan") == 1
    assert refusals.count("acme") == 2
    assert refusals.page("acme")[-1].added_by == "olga"


def test_each_account_has_a_list_of_its_own(refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA], by="olga")
    refusals.add("other", [ANNA, BORIS], by="olga")
    assert (refusals.count("acme"), refusals.count("other"), refusals.count("none")) == (1, 2, 0)
    assert refusals.holds("acme", KeyKind.EMAIL, [BORIS.key]) == set()


def test_a_removed_account_leaves_no_list_behind(refusals: DoNotSend, connection: sqlite3.Connection) -> None:
    refusals.add("acme", [ANNA], by="olga")
    refusals.add("other", [BORIS], by="olga")
    AccountStore(connection).remove("acme")
    assert (refusals.count("acme"), refusals.count("other")) == (0, 1)


def test_keys_are_found_by_their_kind_however_many_are_asked_for(refusals: DoNotSend) -> None:
    refusals.add("acme", [NewRefusal(KeyKind.PHONE, f"7912{number:07}") for number in range(0, 3_000, 2)], by="olga")
    asked = [f"7912{number:07}" for number in range(2_999)]
    assert refusals.holds("acme", KeyKind.PHONE, asked) == {*asked[::2]}
    assert refusals.holds("acme", KeyKind.EMAIL, asked) == set()
    assert refusals.holds("acme", KeyKind.PHONE, []) == set()
    assert refusals.holds("acme", KeyKind.PHONE, ["\ud83d", "' OR 1=1 --"]) == set()


def test_what_is_taken_off_can_be_put_back_as_it_was(refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA, BORIS], by="olga", origin="stop.csv")
    refusals.add("other", [VERA], by="olga")
    before = refusals.page("acme")
    (foreign,) = refusals.page("other")
    removed = refusals.remove("acme", [before[1].id, foreign.id, 999])
    assert [each.key for each in removed] == [ANNA.key]  # the id of another account's is nobody here
    assert keys(refusals) == [BORIS.key]
    assert refusals.count("other") == 1
    refusals.put_back("acme", removed)
    back = {each.key: (each.written, each.added_at, each.added_by, each.origin) for each in refusals.page("acme")}
    assert back == {each.key: (each.written, each.added_at, each.added_by, each.origin) for each in before}
    refusals.put_back("acme", removed)
    assert refusals.count("acme") == 2


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("912", [ANNA.key]),
        ("8 (912) 345", [ANNA.key]),
        ("+7 912-345", [ANNA.key]),
        ("8912345", [ANNA.key]),
        ("BORIS@", [BORIS.key]),
        ("example.com", [BORIS.key]),
        ("xukl", [VERA.key]),
        ("olga", [BORIS.key, ANNA.key]),
        ("stop", [BORIS.key, ANNA.key]),
        ("%", []),
        ("_", []),
        ("!", []),
        ("nobody", []),
        ("ольга", [ZOE.key]),
        ("ЁЛКИНА", [ZOE.key]),
        ("елкин\u00adа", [ZOE.key]),
        ("СПИСОК", [ZOE.key]),
        ("почта.рф", [ZOE.key]),
        ("JOSE", [ZOE.key]),
        ("\u200b", [ZOE.key, VERA.key, BORIS.key, ANNA.key]),
        ("  ", [ZOE.key, VERA.key, BORIS.key, ANNA.key]),
    ],
)
def test_search(refusals: DoNotSend, search: str, found: list[str]) -> None:
    refusals.add("acme", [ANNA, BORIS], by="olga", origin="stop.csv")
    refusals.add("acme", [VERA], by="ivan")
    refusals.add("acme", [ZOE], by="Ольга Ёлкина", origin="Список «José».csv")
    assert keys(refusals, search=search) == found
    assert refusals.count("acme", search) == len(found)


def test_pages_and_the_whole_list(refusals: DoNotSend) -> None:
    every = [NewRefusal(KeyKind.PHONE, f"7912{number:07}") for number in range(1_203)]
    refusals.add("acme", every, by="olga")
    assert [each.key for each in refusals.all("acme")] == [each.key for each in every]
    assert [each.key for each in refusals.page("acme", offset=1_200, limit=50)] == [
        each.key for each in reversed(every[:3])
    ]


def test_nothing_of_a_list_stays_when_a_part_is_refused(refusals: DoNotSend) -> None:
    with pytest.raises(StorageFailed):
        refusals.add("acme", [ANNA, NewRefusal(KeyKind.PHONE, "")], by="olga")
    assert refusals.count("acme") == 0


def test_long_and_broken_texts_are_kept_as_far_as_they_can_be(refusals: DoNotSend) -> None:
    refusals.add("acme", [NewRefusal(KeyKind.EMAIL, "a@b.c", "\ud83d" + "x" * 1_000)], by="o" * 500, origin="f" * 500)
    (kept,) = refusals.page("acme")
    assert kept.written == "\ufffd" + "x" * (LONGEST - 1)
    assert (len(kept.added_by), len(kept.origin)) == (LONGEST, LONGEST)


def test_nothing_of_a_person_is_in_what_is_printed(refusals: DoNotSend) -> None:
    refusals.add("acme", [ANNA], by="olga")
    assert "912" not in f"{ANNA!r}{refusals.page('acme')!r}"


def test_how_many_each_campaign_held_back(refusals: DoNotSend, connection: sqlite3.Connection) -> None:
    campaigns = Campaigns(connection)
    made = {}
    for name, people in (("Autumn", 3), ("Winter", 0), ("Spring", 1)):
        made[name] = campaigns.create(new_campaign(name=name))
        campaigns.add_rows(made[name], [NewPerson(number + 1, f"k{number}", (f"k{number}",)) for number in range(4)])
        rows = campaigns.rows(made[name])
        campaigns.judge(
            made[name],
            [
                Judged(row.id, PersonState.LEFT_OUT, why=Why.DO_NOT_SEND if number < people else Why.NOT_FOUND)
                for number, row in enumerate(rows)
            ],
        )
    found = [(each.campaign_id, each.campaign, each.people) for each in refusals.held_back("acme")]
    assert found == [(made["Spring"], "Spring", 1), (made["Autumn"], "Autumn", 3)]
    assert all(each.created_at.tzinfo for each in refusals.held_back("acme"))
    assert refusals.held_back("other") == []


def test_who_said_no_in_a_list_was_not_held_back_by_this_one(
    refusals: DoNotSend, connection: sqlite3.Connection
) -> None:
    campaigns = Campaigns(connection)
    campaign = campaigns.create(new_campaign())
    campaigns.add_rows(campaign, [NewPerson(number, "k", ("k",)) for number in (1, 2, 3)])
    rows = campaigns.rows(campaign)
    campaigns.judge(
        campaign,
        [
            Judged(row.id, PersonState.LEFT_OUT, why=Why.DO_NOT_SEND, detail=detail)
            for row, detail in zip(rows, ("", SAID_NO, SAID_NO), strict=True)
        ],
    )
    assert [each.people for each in refusals.held_back("acme")] == [1]


def test_who_came_onto_it_later_was_held_back_as_well(refusals: DoNotSend, connection: sqlite3.Connection) -> None:
    campaigns = Campaigns(connection)
    campaign = running(campaigns, 3, 2, mapping={"key": 0, REFUSALS: refusals.last()})
    refusals.add("acme", [NewRefusal(KeyKind.ID, "u000001"), NewRefusal(KeyKind.ID, "u000003")], by="olga")
    for each in campaigns.next_planned(campaign, 2):
        campaigns.begin_send(each.id)
    assert [each.people for each in refusals.held_back("acme")] == [2]


def test_a_database_of_before_gets_the_list(path: Path) -> None:
    before = next(version for version, steps in enumerate(MIGRATIONS) if "TABLE do_not_send" in "".join(steps))
    with contextlib.closing(open_database(path, MIGRATIONS[:before])) as old:
        assert old.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'do_not_send'").fetchone() == (0,)
    with contextlib.closing(open_database(path)) as new:
        refusals = Stores.over(new).do_not_send
        assert refusals.add("acme", [ANNA], by="olga") == 1


def test_people_of_a_campaign_of_before_have_no_e_mail_yet(path: Path) -> None:
    before = next(version for version, steps in enumerate(MIGRATIONS) if "email_key" in "".join(steps))
    with contextlib.closing(open_database(path, MIGRATIONS[:before])) as old:
        old.execute(
            "INSERT INTO campaigns (created_at, channel, account_id, account_name, environment, address, "
            "application_id, name, wish, pace, keep_days, columns, mapping, source, message) "
            "VALUES ('2026-11-29T12:00:00+00:00', 'sms', 'acme', 'Acme', 'test', '', 'app', 'Autumn', 'prepare', 1, "
            "30, '[]', '{}', '{}', '{}')"
        )
        old.execute(
            "INSERT INTO campaign_people (campaign_id, row, state, person, phone_key, key, cells) "
            "VALUES (1, 1, 'planned', 'u000001', '79123456789', 'k', '[]')"
        )
    with contextlib.closing(open_database(path)) as new:
        (row,) = Campaigns(new).rows(1)
        assert (row.person, row.phone_key, row.email_key) == ("u000001", "79123456789", "")
