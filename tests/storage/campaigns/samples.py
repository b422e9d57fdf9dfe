"""Campaigns for tests: fake people, one request for each or for several."""

import sqlite3
from collections.abc import Sequence

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import Judged, NewCampaign, NewPerson, NewRequest
from scoro_desktop.storage.erasing import Eraser
from scoro_desktop.wire import JsonObject
from tests.storage.steps import go_through

NAMES = ("Аврелия", "Бонифаций", "Цецилия", "Дезидерий", "Евфросинья", "Филадельф", "Галактион", "Хрисанф")


def new_campaign(**changes: object) -> NewCampaign:
    values: dict[str, object] = {
        "channel": "sms",
        "account_id": "acme",
        "account_name": "Acme",
        "environment": Environment.TEST,
        "address": "https://api.example/api/v1/",
        "application_id": "app",
        "name": "Autumn",
        "message": {"msg": {"text": "{{name}}, come in"}},
        "columns": ("Phone", "Name"),
        "mapping": {"key": 0},
        "source": {"kind": "csv"},
    }
    return NewCampaign(**(values | changes))  # type: ignore[arg-type]


def phone(number: int) -> str:
    return f"+7912{number:07}"


def email(number: int) -> str:
    return f"row-{number}@mail.example"


def name(number: int) -> str:
    return f"{NAMES[number % len(NAMES)]}-{number}"


def body(persons: Sequence[str], text: str, collection: str = "users") -> JsonObject:
    field = "_id" if collection == "users" else "userId"
    return {"coll": collection, "query": {field: {"$in": list(persons)}}, "msg": {"text": text}}


def filled(campaigns: Campaigns, people: int, **changes: object) -> int:
    """A campaign whose people are ready, and in no request yet."""
    campaign = campaigns.create(new_campaign(**changes))
    campaigns.add_rows(
        campaign, [NewPerson(number + 1, phone(number), (phone(number), name(number))) for number in range(people)]
    )
    rows = campaigns.rows(campaign, limit=people)
    campaigns.judge(
        campaign,
        [
            Judged(each.id, PersonState.PLANNED, f"u{each.row:06}", phone(each.row - 1), email_key=email(each.row - 1))
            for each in rows
        ],
    )
    return campaign


def requests(campaigns: Campaigns, campaign: int, size: int = 1, collection: str = "users") -> list[NewRequest]:
    """A request for each so many people who are planned."""
    rows = campaigns.rows(campaign, states=(PersonState.PLANNED, PersonState.NOT_SENT), limit=1_000_000)
    return [
        NewRequest(
            body([each.person for each in part], f"{part[0].values[-1]}, come in", collection),
            tuple(each.id for each in part),
        )
        for part in (rows[start : start + size] for start in range(0, len(rows), size))
    ]


def erase(campaigns: Campaigns, *ids: int) -> None:
    """Deletes values, in all the steps that it takes."""
    campaigns.delete_values(*ids)
    go_through(Eraser(campaigns._connection, campaigns._clock).steps())


def stop(campaigns: Campaigns, campaign: int) -> None:
    """Stops a campaign, in all the steps that it takes."""
    campaigns.begin_stop(campaign)
    while campaigns.give_up(campaign):
        pass


def approved(campaigns: Campaigns, people: int = 3, size: int = 1, collection: str = "users", **changes: object) -> int:
    campaign = filled(campaigns, people, **changes)
    campaigns.approve(campaign, total=people, requests=requests(campaigns, campaign, size, collection))
    return campaign


def running(campaigns: Campaigns, people: int = 3, size: int = 1, collection: str = "users", **changes: object) -> int:
    campaign = approved(campaigns, people, size, collection, **changes)
    campaigns.go_on(campaign)
    return campaign


def states(connection: sqlite3.Connection, campaign: int, table: str = "campaign_people") -> list[tuple[str, ...]]:
    """The states and their reasons on the disk, in the order of the rows."""
    columns = "state, why" if table == "campaign_people" else "state, reason"
    sql = f"SELECT {columns} FROM {table} WHERE campaign_id = ? ORDER BY id"
    return connection.execute(sql, (campaign,)).fetchall()
