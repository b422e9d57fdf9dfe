"""Finds who of a request still matches its clause, where the server counted fewer than there are people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode import reading
from scoro_desktop.scorocode.lookups import LooksUp, read_documents
from scoro_desktop.scorocode.replies import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.sending.campaigns.ledger import Ledger
    from scoro_desktop.storage.campaigns.types import CampaignSend
    from scoro_desktop.wire import JsonObject, JsonValue

AT_ONCE: Final = 50
"""People that are asked for at once: one page of the answer (reference: "data/find", limit 50)."""


def still_matching(client: LooksUp, body: JsonObject, persons: Sequence[str]) -> frozenset[str] | Failure:
    """The people among these whom the query of a request to "users" selects now. Blocks."""
    found: set[str] = set()
    for start in range(0, len(persons), AT_ONCE):
        part: list[JsonValue] = [*persons[start : start + AT_ONCE]]
        asked: JsonObject = {
            "coll": body["coll"],
            "query": {"$and": [body["query"], {"_id": {"$in": part}}]},
            "sort": {"_id": 1},
            "fields": ["_id"],
            "limit": AT_ONCE,
        }
        reply = client.look_up("data/find", asked, keep=False)
        if isinstance(reply, Failure):
            return reply
        documents = read_documents(reply.get("result"))
        if documents is None:
            return reading.unreadable(200)
        found |= {str(each.get("_id")) for each in documents}
    return frozenset(found & set(persons))


def find_missed(ledger: Ledger, client: LooksUp, send: CampaignSend) -> None:
    """Notes in the ledger who of a request that was sent did not match its clause any more. Blocks.

    Where the server does not answer nobody is named: how many of how many it was is known all the same.
    """
    persons = ledger.persons(send.id)
    matching = still_matching(client, send.body, persons)
    if not isinstance(matching, Failure):
        ledger.note_missed(send.id, [each for each in persons if each not in matching])
