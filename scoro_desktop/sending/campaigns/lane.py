"""The lane of all campaigns: at most eight of their requests are open at once."""

import threading
from typing import Final

WIDTH: Final = 8
"""The requests that are open at once. Ours: a server that stalls puts no more of them in doubt."""


class Lane:
    """Counts what is open. `changed` guards it, and all that waits for it; whoever changes something notifies."""

    def __init__(self, width: int = WIDTH) -> None:
        self.changed = threading.Condition()
        self.width = width
        self.open = 0

    @property
    def is_free(self) -> bool:
        """Tells whether one more may be opened; under `changed`."""
        return self.open < self.width
