"""The table of what is to be erased."""

from typing import Final

TO_ERASE: Final = (
    """
    CREATE TABLE to_erase (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL CHECK (what IN ('values', 'campaign', 'do_not_send')),
        campaign_id INTEGER,
        CHECK ((what = 'do_not_send') = (campaign_id IS NULL))
    ) STRICT
    """,
)
"""What is to be gone out of every byte, until it is: it takes many steps, and the app may end between two."""
