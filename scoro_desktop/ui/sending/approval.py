"""The approval of a person."""

from dataclasses import dataclass, field

from scoro_desktop.scorocode.cost import Cost
from scoro_desktop.sending.outbox import Seen


@dataclass(frozen=True)
class Approval:
    """The approval of a send. `expected`: the count that was shown, None where it was unknown and acknowledged.

    `cost`: by the last count, where it is paid by the part; `seen`: the earlier sends that were asked about.
    """

    expected: int | None
    cost: Cost | None = None
    seen: Seen = field(default_factory=Seen)
