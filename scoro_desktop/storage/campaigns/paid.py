"""The parts of a campaign and what they cost: of all that was sent, and of all that may have gone out."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import CampaignSend, share
from scoro_desktop.storage.history_rows import LARGEST_AMOUNT
from scoro_desktop.storage.history_sums import MILLIONTHS


@dataclass(frozen=True)
class Paid:
    """Parts and their cost; None for what nobody knows."""

    parts: int | None = None
    amount: int | None = None

    def plus(self, more: "Paid") -> "Paid":
        """Adds more to it."""
        return Paid(_added(self.parts, more.parts), _added(self.amount, more.amount))


def _added(one: int | None, other: int | None) -> int | None:
    """The sum of what is known; None where it is more than SQLite can add up."""
    if one is None or other is None:
        return other if one is None else one
    return one + other if one + other <= LARGEST_AMOUNT else None


def sent_of(send: CampaignSend) -> Paid:
    """The parts of a request that was sent, for those whom the server counted."""
    if send.state is not PersonState.SENT or send.count is None:
        return Paid()
    return Paid(send.share(send.parts, send.count), send.share(send.amount, send.count))


def doubt_of(send: CampaignSend) -> Paid:
    """The parts of a request that may have gone out."""
    return Paid(send.parts, send.amount) if send.state is PersonState.UNKNOWN else Paid()


def sent_in_all(connection: sqlite3.Connection, campaign_id: int) -> Paid:
    """The parts of all that was sent, for those whom the server counted. SQLite adds up those whose number is whole:
    20,000 requests one by one take a quarter of a second.
    """
    sent = "campaign_id = ? AND state = 'sent' AND parts IS NOT NULL"
    whole = _summed(connection, f"{sent} AND count = people", campaign_id)
    sql = f"SELECT parts, amount, people, count FROM campaign_sends WHERE {sent} AND count != people"  # noqa: S608
    return _with_shares(whole, connection.execute(sql, (campaign_id,)))


def in_doubt(connection: sqlite3.Connection, campaign_id: int) -> Paid:
    """The parts of all that may have gone out, for those who are still in doubt by it."""
    doubt = "campaign_id = ? AND state = 'unknown' AND parts IS NOT NULL"
    sql = "SELECT 1 FROM campaign_sends WHERE campaign_id = ? AND state = 'unknown' LIMIT 1"
    if connection.execute(sql, (campaign_id,)).fetchone() is None:
        return Paid()
    if not _planned_again(connection, campaign_id):
        return _summed(connection, doubt, campaign_id)
    people = "(SELECT count(*) FROM campaign_people WHERE send_id = campaign_sends.id AND state = 'unknown')"
    sql = f"SELECT parts, amount, people, {people} FROM campaign_sends WHERE {doubt}"  # noqa: S608
    return _with_shares(Paid(), connection.execute(sql, (campaign_id,)))


def _summed(connection: sqlite3.Connection, where: str, campaign_id: int) -> Paid:
    """The sums of requests, each in two parts, either of which SQLite can hold."""
    halves = ", ".join(f"sum({column} / {MILLIONTHS}), sum({column} % {MILLIONTHS})" for column in ("parts", "amount"))
    sql = f"SELECT {halves} FROM campaign_sends WHERE {where}"  # noqa: S608
    parts, parts_rest, amount, amount_rest = connection.execute(sql, (campaign_id,)).fetchone()
    return Paid(
        None if parts is None else _added(parts * MILLIONTHS, parts_rest),
        None if amount is None else _added(amount * MILLIONTHS, amount_rest),
    )


def _with_shares(paid: Paid, rows: Iterable[tuple[int | None, int | None, int, str | int]]) -> Paid:
    """Adds the part that so many of the people of each request have."""
    for parts, amount, people, count in rows:
        paid = paid.plus(Paid(share(parts, people, int(count)), share(amount, people, int(count))))
    return paid


def _planned_again(connection: sqlite3.Connection, campaign_id: int) -> bool:
    """Tells whether people who were in doubt were put into another request: more were in requests than there are."""
    in_requests, people = connection.execute(
        "SELECT (SELECT coalesce(sum(people), 0) FROM campaign_sends WHERE campaign_id = :id), "
        "(SELECT count(*) FROM campaign_people WHERE campaign_id = :id AND state NOT IN ('read', 'left_out'))",
        {"id": campaign_id},
    ).fetchone()
    return bool(people) and in_requests > people


def no_longer_in_doubt(connection: sqlite3.Connection, out: dict[int, int]) -> int:
    """The cost of those who were in doubt by these requests, so many of each, and are planned once more."""
    left = "SELECT amount, people, (SELECT count(*) FROM campaign_people WHERE send_id = :id AND state = 'unknown') "
    amount = 0
    for send_id, number in out.items():
        whole, people, still = connection.execute(
            f"{left} FROM campaign_sends WHERE id = :id", {"id": send_id}
        ).fetchone()
        amount += (share(whole, people, still + number) or 0) - (share(whole, people, still) or 0)
    return amount
