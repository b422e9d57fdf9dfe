"""Changes of tables by later versions, and the tables that came with them; `migrations.py` has their order.

One module: the first frame waits for each.
"""

from typing import Final

FIGURES: Final = (
    "ALTER TABLE sends ADD COLUMN cost TEXT",
    "ALTER TABLE sends ADD COLUMN parts INTEGER",
    "ALTER TABLE sends ADD COLUMN currency TEXT",
    "ALTER TABLE sends ADD COLUMN amount INTEGER",
    "ALTER TABLE sends ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE sends ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    (
        "CREATE INDEX sends_by_figures ON sends (created_at, outcome, channel, environment, account_id, is_test, "
        "is_pinned, count, currency, parts, amount)"
    ),
)
"""The cost of a send as its confirmation worked it out: the whole as JSON, and what sums are made of, the amount in
millionths. What a person notes beside a send. The index has all that sums and filters ask for: rows are ten times as
long. The columns have no checks, so no row is read for them: a million rows take the time of the index, some 3 s.
"""

VIEWS: Final = (
    "CREATE TABLE history_views (name_key TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL) STRICT",
)
"""Choices of what the history lists, kept under names. `name_key` is what names are compared by; `state` is JSON."""

OF_CAMPAIGNS: Final = (
    "ALTER TABLE sends ADD COLUMN campaign_id INTEGER",
    "ALTER TABLE sends ADD COLUMN campaign TEXT",
    "ALTER TABLE sends ADD COLUMN all_parts INTEGER",
    "ALTER TABLE sends ADD COLUMN open_amount INTEGER",
    "ALTER TABLE campaigns ADD COLUMN history_id INTEGER",
    "ALTER TABLE campaigns ADD COLUMN currency TEXT",
    "ALTER TABLE campaign_sends ADD COLUMN parts INTEGER",
    "ALTER TABLE campaign_sends ADD COLUMN amount INTEGER",
    "PRAGMA writable_schema = ON",
    """
    UPDATE sqlite_master SET sql = replace(
        sql, 'CHECK ((outcome = ''sent'') =', 'CHECK (campaign_id IS NOT NULL OR (outcome = ''sent'') ='
    )
    WHERE type = 'table' AND name = 'sends'
    """,
    "PRAGMA writable_schema = RESET",
    "CREATE TABLE of_a_moment (x INTEGER) STRICT",
    "DROP TABLE of_a_moment",
    "DROP INDEX IF EXISTS sends_by_figures",
    (
        "CREATE INDEX sends_by_figures ON sends (created_at, outcome, channel, environment, account_id, is_test, "
        "is_pinned, count, currency, parts, amount, campaign_id, all_parts, open_amount)"
    ),
)
"""A campaign as one row among the sends, kept in step by its ledger (storage/campaigns/history_row.py).

`campaign`: its state and its people by outcome, as JSON. `count`: the people whose request was sent, whatever its
outcome is. `all_parts` and `amount`: of what was sent; `open_amount`: of what may have gone out. `campaigns.history_id`
is the row. The cost of a request is worked out when it is planned: `parts` and `amount` of all in it.
"""

LATELY: Final = (
    "ALTER TABLE accounts ADD COLUMN lately_hours INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE accounts ADD COLUMN lately_rule TEXT NOT NULL DEFAULT 'warn'",
)
"""Within how many hours nobody should be messaged twice, and what is done about it."""

HISTORY_DAYS: Final = ("ALTER TABLE accounts ADD COLUMN history_days INTEGER NOT NULL DEFAULT 0",)
"""For how many days its sends and campaigns stay in the history; 0: for ever."""

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
"""Everything that is to go out of every byte, until it has: that takes many steps, and the app may end between two."""

GONE: Final = (
    "CREATE TABLE gone_sends (id INTEGER PRIMARY KEY, send_id INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT",
    """
    CREATE TABLE gone_refusals (
        id INTEGER PRIMARY KEY,
        account_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL
    ) STRICT
    """,
)
"""Everything that was deleted and may still stand in copies of the database, until it is gone there too (gone.py)."""

NEXT_TEXT: Final = (
    "ALTER TABLE campaigns ADD COLUMN changing TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE campaign_next (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
        people INTEGER NOT NULL CHECK (people > 0),
        parts INTEGER,
        amount INTEGER,
        ids TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX campaign_next_in_order ON campaign_next (campaign_id)",
)
"""Requests with another text for all of a campaign that has not left, until they take the place of those before.

`ids`: the rows of the people, as JSON. `campaigns.changing`: empty; `written` while they are added; `decided` and the
id of the last request of before, once they are what goes. Then they are moved in many short writes, which the next
start goes on with (campaigns/next_text.py).
"""

EMAIL_KEY: Final = ("ALTER TABLE campaign_people ADD COLUMN email_key TEXT NOT NULL DEFAULT ''",)
"""The e-mail of a person of a campaign as e-mails are compared: the do-not-send list may hold nothing else of them.

Beside the phone, so that both can be looked at in the write in which a request begins, and nobody is asked for it.
"""

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
