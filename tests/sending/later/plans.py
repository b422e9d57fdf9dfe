"""Plans for tests: a push to Android devices at nine, with any part of it changed."""

import dataclasses
from datetime import UTC, datetime
from typing import Any

from scoro_desktop.audience.query import Everyone, read_query
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.draft import Draft
from scoro_desktop.sending.later.frozen import Approved, Frozen, parts_of
from scoro_desktop.storage.planned_types import NewPlan, Plan, PlanState, When

ACCOUNT = Account(
    id="a1",
    name="Shop",
    environment=Environment.TEST,
    address="https://api.example.com/api/v1/",
    application_id="db8a1b41",
    access_kind=AccessKind.MASTER,
)
NINE = When.read("2026-12-02T09:00 Europe/Moscow")
"""06:00 in UTC."""
QUERY = '{ "deviceType": "android" }'
MESSAGE = {"msg": {"data": {"gcm": {"notification": {"title": "Распродажа", "body": "Скидки до 50%"}}}}}


def draft(query: str | None = QUERY, **changes: Any) -> Draft:
    """A whole draft; to everyone where the query is None."""
    audience = Everyone() if query is None else read_query(query).query
    request = Request.from_wire(changes.pop("channel", Channel.PUSH), changes.pop("message", MESSAGE))
    return dataclasses.replace(Draft(request, "devices", audience, query or ""), **changes)


def frozen(of: Draft | None = None, account: Account = ACCOUNT, **approved: Any) -> Frozen:
    return Frozen(of or draft(), Approved(**{"expected": 100, **approved}), parts_of(account), "mark")


def new_plan(when: When = NINE, of: Frozen | None = None, **changes: Any) -> NewPlan:
    plan = NewPlan(
        when=when,
        channel="push",
        account_id=ACCOUNT.id,
        account_name=ACCOUNT.name,
        environment=ACCOUNT.environment,
        summary="Распродажа",
        expected=100,
        content={} if "content" in changes else (of or frozen()).to_json(),
    )
    return dataclasses.replace(plan, **changes)


def plan(plan_id: int = 1, when: When = NINE, state: PlanState = PlanState.PLANNED, **changes: Any) -> Plan:
    at = datetime(2026, 11, 29, 12, tzinfo=UTC)
    return Plan(
        **{each.name: getattr(new_plan(when), each.name) for each in dataclasses.fields(NewPlan)},
        **{"id": plan_id, "state": state, "ask": None, "created_at": at, "changed_at": at, **changes},
    )
