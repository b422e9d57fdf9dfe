"""A campaign from the file to the last answer, without a window: whatever goes wrong, nobody twice and nobody lost."""

import functools
import itertools
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.look import look
from scoro_desktop.sandbox import crowd
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.sending.campaigns import preparing
from scoro_desktop.sending.campaigns.engine import Engine
from scoro_desktop.sending.campaigns.joining import join
from scoro_desktop.sending.campaigns.running_plan import RunningPlan
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.campaigns.types import NewCampaign
from scoro_desktop.storage.do_not_send import NewRefusal
from tests.sending.campaigns.rig import Rig

PEOPLE = 500
RATE = 25
TEXT = "Здравствуйте, {{Имя|друг}}! Ваш город: {{Город}}"


class RatedClock:
    """The clock of the sandbox: the engine's while a campaign runs; before that no request is one too many."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self._lock = threading.Lock()
        self._before = 0.0
        self.is_running = False

    def __call__(self) -> float:
        with self._lock:
            if not self.is_running:
                self._before += 1
            return self._before + self._rig.clock.seconds()


@pytest.fixture
def clock(rig: Rig) -> RatedClock:
    return RatedClock(rig)


@pytest.fixture
def sandbox(clock: RatedClock) -> Iterator[Sandbox]:
    running = Sandbox(people=PEOPLE, rate=RATE, clock=clock)
    running.start()
    yield running
    running.close()


def account_of(sandbox: Sandbox) -> Account:
    return Account(
        "acme", "Acme", Environment.SANDBOX, sandbox.address, sandbox.application_id, AccessKind.MESSAGE,
        requests_per_second=1_000,
    )  # fmt: skip


def logged_in(sandbox: Sandbox) -> Client:
    """A client of whoever has the messageKey and logs in: nobody has the masterKey here."""
    account = account_of(sandbox)
    session = Client(account, Keys(sandbox.client_key, sandbox.message_key)).login(sandbox.email, sandbox.password)
    assert isinstance(session, str)
    return Client(account, Keys(sandbox.client_key, sandbox.message_key, session=session), gives_way=True)


def from_excel(path: Path, users: list[dict[str, object]]) -> Path:
    """The people of the sandbox as Excel in Russia saves them, phones as people write them."""
    rows = ["Телефон;Имя;Город"]
    for user in users:
        digits = str(user.get("phone", ""))[2:]
        phone = f"8 ({digits[:3]}) {digits[3:6]}-{digits[6:8]}-{digits[8:]}" if digits else ""
        name = str(user["firstName"]).encode("cp1251", "ignore").decode("cp1251").replace('"', '""')
        address = user["address"]
        assert isinstance(address, dict)
        rows.append(f'{phone};"{name}";{address["city"]}')
    path.write_text("\r\n".join(rows) + "\r\n", "cp1251", newline="")
    return path


def approved(rig: Rig, sandbox: Sandbox, client: Client, path: Path) -> int:
    """The way of a person: the file is looked at and read, everybody in it looked up, the total approved."""
    found = look(path)
    assert (found.source.delimiter, found.source.encoding) == (";", "cp1251")
    assert found.guesses.kind is KeyKind.PHONE
    account = account_of(sandbox)
    titles = tuple(column.title for column in found.columns)
    new = NewCampaign(
        channel="sms",
        account_id=account.id,
        account_name=account.name,
        environment=account.environment,
        address=account.address,
        application_id=account.application_id,
        name="Осень",
        message={"msg": {"text": TEXT}},
        source=found.source.to_json(),
        columns=titles,
        mapping={"key": found.guesses.key, "kind": "phone", "country": "RU", "fields": {"Имя": 1, "Город": 2}},
    )
    told, wanted = (lambda *_: None), (lambda: True)
    people = preparing.List(path, found.source, found.guesses.key or 0)
    campaign_id = preparing.read_list(rig.wait_for, new, people, told=told, wanted=wanted)
    campaign = rig.campaign(campaign_id)
    joined = functools.partial(
        join,
        held=lambda kind, keys: rig.wait_for(lambda stores: stores.do_not_send.holds(account.id, kind, keys)),
        lately=lambda _persons: set(),
        listed=lambda ids: rig.wait_for(lambda stores: stores.campaigns.people(ids)),
    )
    campaign, _ = preparing.check_all(
        rig.wait_for,
        campaign_id,
        account,
        lambda rows, is_wanted: joined(rows, client, campaign, account, is_wanted),
        told=told,
        wanted=wanted,
    )
    total = rig.ledger(lambda campaigns: campaigns.sums(campaign_id)).ready
    preparing.approve(rig.wait_for, campaign, account, total, told=told, wanted=wanted)
    return campaign_id


def test_an_ended_session_a_rate_and_a_lost_answer(
    rig: Rig, sandbox: Sandbox, clock: RatedClock, tmp_path: Path
) -> None:
    users = crowd.population(PEOPLE).users
    by_hand = users[5]
    rig.wait_for(
        lambda stores: stores.do_not_send.add("acme", [NewRefusal(KeyKind.PHONE, str(by_hand["phone"])[1:])], by="olga")
    )
    path = from_excel(tmp_path / "people.csv", [*users])
    campaign_id = approved(rig, sandbox, logged_in(sandbox), path)

    # 25 without a phone; of each pair with one phone, and of each household, the base has several with that phone.
    sums = rig.ledger(lambda campaigns: campaigns.sums(campaign_id))
    assert sums.rows == PEOPLE
    assert sums.left_out == {"empty_key": 25, "found_twice": 125, "do_not_send": 1}
    assert sums.ready == PEOPLE - 151
    wanted = {
        user["_id"]
        for number, user in enumerate(users)
        if number % crowd.EACH not in {crowd.NO_PHONE, crowd.ONCE, crowd.TWICE, *crowd.HOUSEHOLD} and user != by_hand
    }
    assert len(wanted) == sums.ready

    number = itertools.count(1)
    others_went_on = threading.Event()
    held_up: list[bool] = []

    def taken() -> None:  # each send is told of here, on the thread that answers it
        match next(number):
            case 30:  # this answer stalls, and nobody waits for it
                held_up.append(not others_went_on.wait(20))
            case 40:
                others_went_on.set()
            case 60:
                sandbox.end_sessions()

    sandbox.on_delivery(taken)
    sandbox.lose_answer(after=100)
    pauses = []
    for _ in range(5):
        clock.is_running = False  # a campaign that has just stopped may have used up this second
        client = logged_in(sandbox)
        clock.is_running = True
        engine = Engine(
            rig.ledger_of(campaign_id), client, RunningPlan(pace=40), rig.told.put,
            lane=rig.lane, clock=rig.clock,
        )  # fmt: skip
        rig.close_at_the_end(engine)
        last = rig.run(engine)
        pauses.append(str(last.pause))
        if last.state is CampaignState.FINISHED:
            break
    assert pauses == ["session_ended", "unknown", ""]
    assert sandbox.refused_for_rate > 0
    assert held_up == [False]

    rows = rig.ledger(lambda campaigns: campaigns.rows(campaign_id, limit=PEOPLE))
    states = {row.person: row.state for row in rows if row.state is not PersonState.LEFT_OUT}
    assert {*states} == wanted  # nobody lost
    doubtful = {person for person, state in states.items() if state is PersonState.UNKNOWN}
    assert Counter(states.values()) == {
        PersonState.SENT: len(wanted) - len(doubtful),
        PersonState.UNKNOWN: len(doubtful),
    }
    assert sandbox.deliveries_per_person("sms") == dict.fromkeys(wanted, 1)  # nobody twice, and nobody else
    in_doubt = rig.ledger(lambda campaigns: campaigns.sends(campaign_id, limit=1_000))
    assert [send.people for send in in_doubt if send.state is PersonState.UNKNOWN] == [len(doubtful)]

    texts = sandbox.last_texts("sms")
    for row in rows:
        if row.state is not PersonState.LEFT_OUT:
            _, name, city = row.values
            assert texts[row.person] == f"Здравствуйте, {name.strip() or 'друг'}! Ваш город: {city}"
