"""Two rows of one person or phone: which row goes, and in which columns the other one says something else."""

from itertools import zip_longest

from scoro_desktop.sending.campaigns.merging import clean_value
from scoro_desktop.storage.campaigns.types import CampaignPerson
from scoro_desktop.wire import JsonValue


def told(row: CampaignPerson, first: CampaignPerson | None, key: JsonValue) -> str:
    """The detail of a row that is left out for a `first`: "5", or "5:1,3" where the columns 1 and 3 differ.

    `key`: the place of the key column, which says who it is, however that is written. Empty for rows of an audience,
    which have no numbers.
    """
    if first is None or not first.row:
        return ""
    pairs = enumerate(zip_longest(row.values, first.values, fillvalue=""))
    differing = [str(at) for at, (own, other) in pairs if at != key and clean_value(own) != clean_value(other)]
    return f"{first.row}:{','.join(differing)}" if differing else str(first.row)


def read(detail: str) -> tuple[str, tuple[int, ...]]:
    """The number of the row that goes and the columns that differ, out of what `told` gave."""
    row, _, places = detail.partition(":")
    return row, tuple(int(each) for each in places.split(",") if each.isdigit())
