"""The table of templates, as it is made: a step of the migrations in `database.py`."""

from typing import Final

TEMPLATES: Final = (
    # Tags, variables and the message are JSON, escaped to ASCII. A template without a query has no audience: there is
    # none that means everyone.
    """
    CREATE TABLE templates (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        channel TEXT NOT NULL CHECK (channel IN ('push', 'sms')),
        tags TEXT NOT NULL,
        variables TEXT NOT NULL,
        collection TEXT,
        query_text TEXT CHECK (query_text != ''),
        changed_at TEXT NOT NULL,
        used_at TEXT,
        message TEXT NOT NULL,
        CHECK ((collection IS NULL) = (query_text IS NULL))
    ) STRICT
    """,
)
