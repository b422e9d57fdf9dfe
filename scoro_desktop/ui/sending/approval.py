"""The approval of a person."""

from dataclasses import dataclass

from scoro_desktop.scorocode.cost import Cost


@dataclass(frozen=True)
class Approval:
    """The approval of a send. `expected`: the count that was shown, None where it was unknown and acknowledged.

    `cost`: by the last count, where it is paid by the part.
    """

    expected: int | None
    cost: Cost | None = None
