"""From what was chosen for a campaign to what the ledger and the check are given, and back to words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.relative_dates import CannotWorkOutError, holds_rules, work_out
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import HOURS, LOCKED, READ, TEMPLATE, NewCampaign, NotPossible
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.mapping import Mapping
from scoro_desktop.ui.runtime.async_storage import tolerate

if TYPE_CHECKING:
    from scoro_desktop.audience.relative_dates import Instant
    from scoro_desktop.recipients.columns import KeyKind
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.ledger import Waits
    from scoro_desktop.sending.campaigns.preparing import Audience, Join, List
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson, Judged
    from scoro_desktop.ui.campaigns.preparation import Preparation
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage
    from scoro_desktop.ui.runtime.current_account import ApiClient
    from scoro_desktop.wire import JsonObject

__all__ = ["CannotWorkOutError", "discard", "is_kept_as", "is_read", "joining", "judged", "new_campaign", "said"]

translate = QCoreApplication.translate
AUDIENCE = "audience"
"""The kind of a source that is no file."""
WHO = "username"
"""The field that is read of an audience's people whatever the message needs, for the person who looks at the rows."""
NAME = "name"
"""The key of a campaign's source under which the name of its list stands."""


def new_campaign(
    preparation: Preparation, account: Account, make_client: Callable[[], ApiClient], instant: Instant
) -> tuple[NewCampaign, List | Audience]:
    """Returns the campaign that is prepared, and its list. Raises CannotWorkOutError for a date of its clauses.

    Raises ValueError while something is missing.
    """
    from scoro_desktop.sending.campaigns.pace import default_pace
    from scoro_desktop.sending.campaigns.preparing import Audience, List

    message, found, place, mapping = preparation.message, preparation.found, preparation.place, preparation.mapping
    if message is None:
        raise ValueError("the campaign has no message")
    new = NewCampaign(
        channel=message.channel.value,
        account_id=account.id,
        account_name=account.name,
        environment=account.environment,
        address=account.address,
        application_id=account.application_id,
        name=message.summary(),
        message=message.to_wire(),
        pace=min(preparation.pace or default_pace(account), float(account.requests_per_second)),
        keep_days=account.keep_days,
    )
    if preparation.audience is not None:
        if preparation.audience.account_id != account.id:
            raise ValueError("the audience is that of another account")
        draft = preparation.audience.draft
        as_written = draft.query()
        draft = draft.at(instant)
        fields, placed = _fields_read(preparation)
        audience = dataclasses.replace(
            new,
            chosen=draft.outgoing_query() or None,
            source={"kind": AUDIENCE, NAME: preparation.name, "coll": draft.collection, "query": as_written},
            columns=fields,
            mapping=_mapping(placed, preparation, account),
        )
        return audience, Audience(make_client, draft.collection, draft.outgoing_query(), fields)
    if found is None or place is None:
        raise ValueError("the campaign has no list")
    locked = account.locked_query()
    listed = dataclasses.replace(
        new,
        chosen=work_out(locked, instant) if locked is not None and holds_rules(locked) else locked,
        source={**found.source.to_json(), NAME: preparation.name},
        columns=tuple(each.name for each in found.columns),
        mapping=_mapping(mapping, preparation, account),
    )
    return listed, List(place, found.source, mapping.key)


def _mapping(mapping: Mapping, preparation: Preparation, account: Account) -> JsonObject:
    """The mapping as the ledger has it, with the account's own condition, and the template of the message."""
    template = preparation.template
    kept: JsonObject = {**mapping.to_json(), LOCKED: account.locked_clause}
    return kept if template is None else {**kept, TEMPLATE: template}


def _fields_read(preparation: Preparation) -> tuple[tuple[str, ...], Mapping]:
    """The fields of an audience's people that are read, no more than are wanted, and the mapping onto them."""
    names = {each.at: each.name for each in preparation.fillers()}
    wanted = {name: names[at] for name, at in preparation.mapping.fields.items() if at in names}
    fields = tuple(dict.fromkeys((WHO, *wanted.values())))
    placed = {name: fields.index(field) for name, field in wanted.items()}
    return fields, dataclasses.replace(preparation.mapping, fields=placed)


def joining(make_client: Callable[[], ApiClient], account: Account, wait_for: Waits, campaign_id: int) -> Join:
    """Returns what finds out who rows are, on the thread that calls it."""

    def held(kind: KeyKind, keys: Collection[str]) -> set[str]:
        return wait_for(lambda stores: stores.do_not_send.holds(account.id, kind, keys), reading=True)

    def listed(ids: Collection[int]) -> list[CampaignPerson]:
        return wait_for(lambda stores: stores.campaigns.people(ids), reading=True)

    def join(rows: Iterable[CampaignPerson], wanted: Callable[[], bool]) -> Iterator[Judged]:
        from scoro_desktop.sending.campaigns import joining as people

        campaign = wait_for(lambda stores: stores.campaigns.existing(campaign_id), reading=True)
        lately = _lately(wait_for, account, campaign)
        client = make_client()
        try:
            yield from people.join(rows, client, campaign, account, wanted, held=held, lately=lately, listed=listed)
        finally:
            client.close()

    return join


def _lately(wait_for: Waits, account: Account, campaign: Campaign) -> Callable[[Collection[str]], Collection[str]]:
    """Returns what tells who was sent to within the hours that a campaign names; nobody where it names none."""
    hours = campaign.mapping.get(HOURS)
    if not isinstance(hours, int) or hours < 1:
        return lambda _persons: ()
    since = datetime.now(UTC) - timedelta(hours=hours)
    return lambda persons: wait_for(
        lambda stores: stores.campaigns.messaged_since(account.application_id, account.address, persons, since),
        reading=True,
    )


def is_kept_as(campaign: Campaign, new: NewCampaign) -> bool:
    """Tells whether the list of a campaign was read to its end, and would be read, and sent to, in no other way now.

    An audience may have other people by now.
    """
    where = ("account_id", "environment", "address", "application_id", "keep_days")
    what = ("message", "chosen", "source", "columns")
    is_same = all(getattr(campaign, name) == getattr(new, name) for name in (*where, *what))
    is_mapped = all(campaign.mapping.get(name) == value for name, value in new.mapping.items())
    return is_same and is_mapped and is_read(campaign) and new.source.get("kind") != AUDIENCE


def is_read(campaign: Campaign) -> bool:
    """Tells whether the list of a campaign was read to its end."""
    return campaign.mapping.get(READ) is True


def said(campaign: Campaign) -> str:
    """Says where the people of a campaign came from, unless that was deleted with what is known of them."""
    rows = min(sum(campaign.counts.values()), campaign_words.C_INT_MAX)
    counted = translate("campaigns", "%Ln row(s)", None, rows)
    if not campaign.source:
        return counted
    name = campaign.source.get(NAME)
    list_name = name if isinstance(name, str) else translate("campaigns", "audience")
    return translate("campaigns", "{list} · {rows}").format(list=list_name, rows=counted)


def judged(campaign: Campaign) -> str:
    """Says how many of them were approved, and how many left out."""
    return translate("campaigns", "{ready} get it, {out} do not").format(
        ready=campaign_words.number(campaign.total),
        out=campaign_words.number(campaign.counts.get(PersonState.LEFT_OUT, 0)),
    )


def discard(storage: AsyncStorage, campaign_id: int) -> None:
    """Takes what was prepared out of the ledger. Where the disk refuses, or it was approved meanwhile, it stays in the
    list of campaigns.
    """

    def failed(error: Exception) -> None:
        if not isinstance(error, NotPossible):
            tolerate(error)

    storage.write(storage, lambda stores: stores.campaigns.discard(campaign_id), failed=failed)
