"""The table of what is planned for later; `migrations.py` has its place among the others."""

from typing import Final

PLANNED: Final = (
    """
    CREATE TABLE planned (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL CHECK (state IN ('planned', 'asked', 'fired')),
        why TEXT NOT NULL DEFAULT '',
        why_params TEXT NOT NULL DEFAULT '{}',
        clock TEXT NOT NULL,
        zone TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        fired_at TEXT,
        channel TEXT NOT NULL,
        account_id TEXT NOT NULL,
        account_name TEXT NOT NULL,
        environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
        expected TEXT CHECK (expected NOT GLOB '*[^0-9]*'),
        send_id INTEGER UNIQUE,
        campaign_id INTEGER,
        summary TEXT NOT NULL,
        content TEXT NOT NULL,
        CHECK ((state = 'asked') = (why != '')),
        CHECK ((state = 'fired') = (fired_at IS NOT NULL)),
        CHECK (state != 'fired' OR send_id IS NOT NULL OR campaign_id IS NOT NULL),
        CHECK (state = 'fired' OR send_id IS NULL)
    ) STRICT
    """,
    "CREATE INDEX planned_by_state ON planned (state)",
    "CREATE UNIQUE INDEX planned_campaigns ON planned (campaign_id) WHERE campaign_id IS NOT NULL AND state != 'fired'",
    "ALTER TABLE sends ADD COLUMN planned_for TEXT",
)
"""A row for each message or campaign with a time. `clock` and `zone` are kept, and no offset: zones change their rules.
The row of the send is written in the transaction that makes a row `fired`, so there is never one without the other.
`planned_for` of a send: the clock and the zone that it was planned for.
"""
