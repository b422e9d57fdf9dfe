"""The table of what is planned: a row is there before its time, and becomes the row of a send once, or never."""

import dataclasses
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, Final

from scoro_desktop import wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.database import read_rows, storable, transaction
from scoro_desktop.storage.history_rows import decimal
from scoro_desktop.storage.planned_types import Agreed, AlreadyDecided, Ask, AskCode, NewPlan, Plan, PlanState, When
from scoro_desktop.storage.salvage import made_of, rows_of
from scoro_desktop.wire import JsonObject

_NAMES: Final = (
    *("id", "state", "why", "why_params", "clock", "zone", "created_at", "changed_at", "fired_at", "channel"),
    *("account_id", "account_name", "environment", "expected", "send_id", "campaign_id", "summary", "content"),
)
_COLUMNS: Final = ", ".join(_NAMES)
_OPEN: Final = "state IN ('planned', 'asked')"
_SINGLE: Final = f"{_OPEN} AND campaign_id IS NULL"
_FIRED: Final = "state = 'fired', why = '', why_params = '{}', fired_at = ?"


class Planned:
    """The table of plans. Every method raises StorageFailed when the disk or the database does not do its part.

    Those that change a plan raise AlreadyDecided for one that was sent or cancelled.
    """

    def __init__(
        self, connection: sqlite3.Connection, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._connection = connection
        self._clock = clock

    def add(self, new: NewPlan) -> Plan:
        """Keeps a plan; it is on the disk when this returns. Raises ValueError for one whose content carries a key."""
        values = {**_values(new), "state": PlanState.PLANNED, "created_at": self._now(), "changed_at": self._now()}
        names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        with transaction(self._connection):
            cursor = self._connection.execute(f"INSERT INTO planned ({names}) VALUES ({places})", values)  # noqa: S608
            return self._existing(cursor.lastrowid or 0)

    def put_back(self, plan: Plan) -> Plan:
        """Keeps a plan that was cancelled once more, under an id of its own, with the question that it waited for."""
        kept = self.add(NewPlan(**{each.name: getattr(plan, each.name) for each in dataclasses.fields(NewPlan)}))
        return kept if plan.ask is None else self.ask(kept.id, plan.ask)

    def open(self) -> list[Plan]:
        """Every plan that was neither sent nor cancelled, in the order in which they were made."""
        rows = rows_of(self._connection, "planned", _COLUMNS)
        plans = [plan for plan in made_of(rows, _plan) if plan.state is not PlanState.FIRED]
        return sorted(plans, key=lambda each: each.id)

    def campaigns(self) -> set[int]:
        """The campaigns that are to start at a time, or were."""
        sql = "SELECT campaign_id FROM planned WHERE campaign_id IS NOT NULL"
        return {each for (each,) in read_rows(self._connection, sql)}

    def get(self, plan_id: int) -> Plan | None:
        """The plan with this id, if there is one."""
        sql = f"SELECT {_COLUMNS} FROM planned WHERE id = ?"  # noqa: S608
        rows = read_rows(self._connection, sql, (plan_id,))
        return _plan(rows[0]) if rows else None

    def ask(self, plan_id: int, ask: Ask) -> Plan:
        """Has a plan wait for an answer: whatever the time, it is not sent by itself."""
        return self._change(plan_id, **_asked(ask))

    def ask_all(self, ask: Ask, plan_ids: Iterable[int]) -> list[Plan]:
        """The same for many; those that were decided meanwhile are left as they are."""
        with transaction(self._connection):
            return [self._existing(plan_id) for plan_id in plan_ids if self._update(plan_id, _asked(ask))]

    def move(self, plan_id: int, when: When, agreed: Agreed | None = None) -> Plan:
        """Gives a plan another time. A question that is not about the time itself still waits for its answer.

        `agreed`: what a person answered with it; another question that was asked by then waits for another answer.
        """
        with transaction(self._connection):
            plan = self.get(plan_id)
            if plan is None or plan.state is PlanState.FIRED:
                raise AlreadyDecided(plan_id)
            values: dict[str, object] = {"clock": _clock_text(when), "zone": when.zone}
            is_answered = agreed is not None and plan.ask == agreed.asked
            if agreed is not None:
                content = agreed.content(plan.content, plan.ask if is_answered else None)
                values["content"] = wire.compact(content).decode("utf-8")
            if is_answered or plan.ask is None or plan.ask.code in OF_THE_TIME:
                values |= _unasked()
            self._update(plan_id, values)
            return self._existing(plan_id)

    def replace(self, plan_id: int, new: NewPlan) -> Plan:
        """Puts what a person approved anew in the place of what a plan was; it waits for its time again."""
        return self._change(plan_id, **_values(new), **_unasked())

    def cancel(self, plan_id: int) -> Plan:
        """Takes a plan away, which will not be sent; returns it as it was."""
        with transaction(self._connection):
            plan = self.get(plan_id)
            cursor = self._connection.execute(f"DELETE FROM planned WHERE id = ? AND {_OPEN}", (plan_id,))  # noqa: S608
            if plan is None or not cursor.rowcount:
                raise AlreadyDecided(plan_id)
        return plan

    def take_out(self, plan_ids: Iterable[int]) -> None:
        """Takes plans away within the transaction in which their message is written elsewhere; those that were decided
        meanwhile are left as they are.
        """
        for plan_id in plan_ids:
            self._connection.execute(f"DELETE FROM planned WHERE id = ? AND {_OPEN}", (plan_id,))  # noqa: S608

    def claim(self, plan_id: int, send_id: int) -> None:
        """Turns a plan into a send, within the transaction in which the row of that send is written; once.

        Nothing of the message stays here: it is deleted with the row of the send.
        """
        sql = f"UPDATE planned SET {_FIRED}, content = '{{}}', summary = '', send_id = ? WHERE id = ? AND {_SINGLE}"  # noqa: S608
        if not self._connection.execute(sql, (self._now(), send_id, plan_id)).rowcount:
            raise AlreadyDecided(plan_id)

    def claim_campaign(self, plan_id: int) -> Plan:
        """Writes down that a campaign starts now; only after this returns may it."""
        with transaction(self._connection):
            sql = f"UPDATE planned SET {_FIRED} WHERE id = ? AND {_OPEN} AND campaign_id IS NOT NULL"  # noqa: S608
            if not self._connection.execute(sql, (self._now(), plan_id)).rowcount:
                raise AlreadyDecided(plan_id)
            return self._existing(plan_id)

    def at_start(self) -> list[Plan]:
        """Has those campaigns ask that were to start just when the app ended, and of which nothing left.

        A single send needs none of this: its plan and its row changed in one transaction, and the row is settled by the
        rules of sends.
        """
        sql = """
            UPDATE planned SET state = 'asked', why = 'interrupted', fired_at = NULL, changed_at = ?
            WHERE state = 'fired' AND campaign_id IN (SELECT id FROM campaigns WHERE wish = 'ready') RETURNING id
            """
        with transaction(self._connection):
            ids = [plan_id for (plan_id,) in self._connection.execute(sql, (self._now(),)).fetchall()]
            return [self._existing(plan_id) for plan_id in ids]

    def _change(self, plan_id: int, **values: object) -> Plan:
        with transaction(self._connection):
            if not self._update(plan_id, values):
                raise AlreadyDecided(plan_id)
            return self._existing(plan_id)

    def _update(self, plan_id: int, values: dict[str, object]) -> bool:
        values = {**values, "changed_at": self._now()}
        sets = ", ".join(f"{name} = :{name}" for name in values)
        sql = f"UPDATE planned SET {sets} WHERE id = :id AND {_OPEN}"  # noqa: S608
        return bool(self._connection.execute(sql, {**values, "id": plan_id}).rowcount)

    def _existing(self, plan_id: int) -> Plan:
        plan = self.get(plan_id)
        if plan is None:
            raise KeyError(plan_id)
        return plan

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()


OF_THE_TIME: Final = frozenset({AskCode.LATE, AskCode.QUIET_HOURS, AskCode.NO_DATES, AskCode.NOT_WRITTEN})
"""Questions about a plan that choosing another time answers."""
OF_A_CAMPAIGN: Final = frozenset({AskCode.PEOPLE_MOVED, AskCode.AUDIENCE_MOVED, AskCode.NOT_COUNTED})
"""Further questions that another time answers for a campaign: what was asked is agreed to, and looked at anew then."""


def _values(new: NewPlan) -> dict[str, object]:
    from scoro_desktop.messages.request import ENVELOPE_KEYS

    message = new.content.get("message")
    if isinstance(message, dict) and (carried := message.keys() & set(ENVELOPE_KEYS)):
        raise ValueError(f"a plan must not carry {', '.join(sorted(carried))}")
    return {
        "clock": _clock_text(new.when),
        "zone": new.when.zone,
        "channel": new.channel,
        "account_id": new.account_id,
        "account_name": storable(new.account_name),
        "environment": new.environment,
        "expected": decimal(new.expected),
        "campaign_id": new.campaign_id,
        "summary": storable(new.summary),
        "content": wire.compact(new.content).decode("utf-8"),
    }


def _asked(ask: Ask) -> dict[str, object]:
    params: JsonObject = {**ask.params}
    return {"state": PlanState.ASKED, "why": ask.code, "why_params": wire.compact(params).decode("utf-8")}


def _unasked() -> dict[str, object]:
    return {"state": PlanState.PLANNED, "why": "", "why_params": "{}"}


def _clock_text(when: When) -> str:
    if when.clock.tzinfo is not None:
        raise ValueError("the clock of a plan has no offset")
    return when.clock.isoformat(timespec="minutes")


def _plan(row: tuple[Any, ...]) -> Plan:
    """The plan of a row of `_COLUMNS`. One whose content cannot be read asks: it must not be forgotten."""
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    state, ask = PlanState(values["state"]), None
    if state is PlanState.ASKED:
        ask = _ask(values["why"], values["why_params"])
    content = _object(values["content"])
    if content is None and state is not PlanState.FIRED:
        state, ask = PlanState.ASKED, Ask(AskCode.DAMAGED)
    return Plan(
        id=values["id"],
        state=state,
        ask=ask,
        when=When(datetime.fromisoformat(values["clock"]), values["zone"]),
        channel=values["channel"],
        account_id=values["account_id"],
        account_name=values["account_name"],
        environment=Environment(values["environment"]),
        summary=values["summary"],
        expected=None if values["expected"] is None else int(values["expected"]),
        content=content or {},
        campaign_id=values["campaign_id"],
        send_id=values["send_id"],
        created_at=datetime.fromisoformat(values["created_at"]),
        changed_at=datetime.fromisoformat(values["changed_at"]),
        fired_at=values["fired_at"] and datetime.fromisoformat(values["fired_at"]),
    )


def _ask(why: str, params: str) -> Ask:
    try:
        code = AskCode(why)
    except ValueError:  # of a version to come
        return Ask(AskCode.DAMAGED)
    kept = _object(params) or {}
    return Ask(code, {name: each for name, each in kept.items() if isinstance(each, str | int)})


def _object(text: str) -> JsonObject | None:
    try:
        value = wire.read(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
