"""Changes of the tables of the history by later versions; `migrations.py` has its place among the others."""

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
"""What the history lists, kept under names. `name_key` is what names are compared by; `state` is JSON."""

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
