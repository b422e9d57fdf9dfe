"""Changes of the table of accounts by later versions; `migrations.py` has its place among the others."""

from typing import Final

LATELY: Final = (
    "ALTER TABLE accounts ADD COLUMN lately_hours INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE accounts ADD COLUMN lately_rule TEXT NOT NULL DEFAULT 'warn'",
)
"""Within how many hours nobody should be messaged twice, and what is done about it."""

HISTORY_DAYS: Final = ("ALTER TABLE accounts ADD COLUMN history_days INTEGER NOT NULL DEFAULT 0",)
"""For how many days its sends and campaigns stay in the history; 0: for ever."""
