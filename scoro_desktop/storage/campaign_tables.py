"""The tables of campaigns as they were made first; `migrations.py` has its place among the others."""

from typing import Final

CAMPAIGNS: Final = (
    """
    CREATE TABLE campaigns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        created_at TEXT NOT NULL,
        channel TEXT NOT NULL,
        account_id TEXT NOT NULL,
        account_name TEXT NOT NULL,
        environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
        address TEXT NOT NULL,
        application_id TEXT NOT NULL,
        name TEXT NOT NULL,
        wish TEXT NOT NULL CHECK (wish IN ('prepare', 'ready', 'run', 'pause', 'stop')),
        pause TEXT NOT NULL DEFAULT '',
        pause_detail TEXT NOT NULL DEFAULT '',
        total INTEGER NOT NULL DEFAULT 0 CHECK (total >= 0),
        pace REAL NOT NULL CHECK (pace > 0),
        approved_at TEXT,
        began_at TEXT,
        ended_at TEXT,
        keep_days INTEGER NOT NULL CHECK (keep_days >= 0),
        deleted_at TEXT,
        columns TEXT NOT NULL,
        mapping TEXT NOT NULL,
        source TEXT NOT NULL,
        chosen TEXT,
        message TEXT NOT NULL,
        CHECK ((wish = 'prepare') = (approved_at IS NULL)),
        CHECK ((wish = 'pause') = (pause != ''))
    ) STRICT
    """,
    """
    CREATE TABLE campaign_sends (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (
            state IN ('planned', 'sending', 'sent', 'refused', 'not_sent', 'unknown', 'skipped')
        ),
        people INTEGER NOT NULL CHECK (people > 0),
        count TEXT CHECK (count NOT GLOB '*[^0-9]*'),
        reason TEXT NOT NULL DEFAULT '',
        http_status INTEGER,
        created_at TEXT NOT NULL,
        began_at TEXT,
        settled_at TEXT,
        detail TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL,
        CHECK ((state = 'sent') = (count IS NOT NULL)),
        CHECK (state != 'sending' OR (began_at IS NOT NULL AND settled_at IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE campaign_people (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
        send_id INTEGER REFERENCES campaign_sends (id),
        row INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (
            state IN (
                'read', 'left_out', 'planned', 'sending', 'sent', 'refused', 'not_sent', 'unknown', 'skipped'
            )
        ),
        why TEXT NOT NULL DEFAULT '',
        person TEXT NOT NULL DEFAULT '',
        phone_key TEXT NOT NULL DEFAULT '',
        key TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '',
        cells TEXT NOT NULL,
        CHECK (state IN ('read', 'left_out', 'planned') OR send_id IS NOT NULL),
        CHECK (state NOT IN ('read', 'left_out') OR send_id IS NULL),
        CHECK ((state = 'left_out') <= (why != ''))
    ) STRICT
    """,
    "CREATE INDEX campaign_sends_by_state ON campaign_sends (campaign_id, state)",
    "CREATE INDEX campaign_people_by_state ON campaign_people (campaign_id, state, why)",
    "CREATE INDEX campaign_people_by_send ON campaign_people (send_id)",
    """
    CREATE UNIQUE INDEX campaign_people_once ON campaign_people (person, campaign_id)
    WHERE state NOT IN ('read', 'left_out') AND person != ''
    """,
)
"""Campaigns: a state for each person (docs/decisions).

`wish` is what a person wants of it; whether it is finished is worked out from the rows. Nobody is in two requests of
one campaign, and no person twice among those who are: the database itself refuses. Long columns stand last.
"""
