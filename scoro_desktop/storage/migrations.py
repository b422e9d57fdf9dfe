"""The steps that take a database from each version of its tables to the next."""

import enum
from typing import Final, TypeAlias

from scoro_desktop.storage.newer_tables import (
    CAMPAIGNS,
    EMAIL_KEY,
    FIGURES,
    GONE,
    HISTORY_DAYS,
    LATELY,
    NEXT_TEXT,
    OF_CAMPAIGNS,
    PLANNED,
    TO_ERASE,
    VIEWS,
)


class Mending(enum.StrEnum):
    """A change of rows of before, by what is done in mending.py: row by row, and none where a row is damaged."""

    WORDS = "words"
    NAMES = "names"
    OUTCOMES = "outcomes"


Migration: TypeAlias = tuple[str, ...]
"""The statements that take a database from one version to the next, in order. A `Mending` among them is tried: what is
damaged in a file that could be opened before must not keep it from being opened. Neither must an index that cannot be
made.
"""

MIGRATIONS: Final[tuple[Migration, ...]] = (
    (
        """
        CREATE TABLE accounts (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
            address TEXT NOT NULL,
            application_id TEXT NOT NULL,
            access_kind TEXT NOT NULL CHECK (access_kind IN ('messageKey', 'masterKey')),
            connect_timeout REAL NOT NULL,
            read_timeout REAL NOT NULL,
            ceiling INTEGER NOT NULL
        ) STRICT
        """,
        # Counts are decimal text: a server may answer with a number past SQLite's 64 bits, and its row must settle.
        # The long columns stand last, so that a list of sends never reads the pages that they overflow into.
        """
        CREATE TABLE sends (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL CHECK (channel IN ('push', 'sms')),
            account_id TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('sending', 'sent', 'refused', 'not_sent', 'unknown')),
            count TEXT CHECK (count NOT GLOB '*[^0-9]*'),
            expected TEXT CHECK (expected NOT GLOB '*[^0-9]*'),
            everyone INTEGER NOT NULL CHECK (everyone IN (0, 1)),
            created_at TEXT NOT NULL,
            settled_at TEXT,
            account_name TEXT NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
            address TEXT NOT NULL,
            application_id TEXT NOT NULL,
            collection TEXT NOT NULL,
            reason TEXT NOT NULL,
            error_code TEXT NOT NULL,
            error_message TEXT NOT NULL,
            http_status INTEGER,
            summary TEXT NOT NULL,
            detail TEXT NOT NULL,
            answer TEXT NOT NULL,
            query_text TEXT NOT NULL,
            request TEXT NOT NULL,
            CHECK ((outcome = 'sent') = (count IS NOT NULL)),
            CHECK ((outcome = 'sending') = (settled_at IS NULL)),
            CHECK (everyone = 0 OR query_text = '')
        ) STRICT
        """,
        # Rows are long: stepping over half a million of them to reach a page must touch ids only.
        "CREATE INDEX sends_by_id ON sends (id)",
        "CREATE INDEX sends_by_outcome ON sends (outcome)",
        "CREATE INDEX sends_by_account ON sends (account_id)",
        "CREATE INDEX sends_by_account_and_outcome ON sends (account_id, outcome)",
        # Without the text itself: the request in `sends` has it already. Emoji and signs (So) count as words.
        """
        CREATE VIRTUAL TABLE sends_words USING fts5 (
            words,
            content = '',
            columnsize = 0,
            prefix = '1 2 3 4 5 6',
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
        )
        """,
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value ANY) STRICT",
        "CREATE TABLE drafts (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT",
    ),
    # The same message of the last day is looked for before each send: only the rows of that day may be read for it.
    ("CREATE INDEX sends_by_created_at ON sends (created_at)",),
    ("ALTER TABLE accounts ADD COLUMN locked_clause TEXT NOT NULL DEFAULT ''",),
    (
        """
        CREATE TABLE audiences (
            id INTEGER PRIMARY KEY,
            collection TEXT NOT NULL,
            name TEXT NOT NULL,
            query_text TEXT NOT NULL,
            is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
            last_count TEXT CHECK (last_count NOT GLOB '*[^0-9]*'),
            counted_at TEXT,
            UNIQUE (collection, name),
            CHECK ((last_count IS NULL) = (counted_at IS NULL))
        ) STRICT
        """,
        # One audience of a collection at the most is the one that tests go to.
        "CREATE UNIQUE INDEX audiences_of_tests ON audiences (collection) WHERE is_test = 1",
        "ALTER TABLE sends ADD COLUMN is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1))",
        "CREATE INDEX sends_by_is_test ON sends (is_test)",
    ),
    # Prices are decimal text: no sum of money goes through a float. Lists and hours are JSON.
    (
        "ALTER TABLE accounts ADD COLUMN tolerance REAL NOT NULL DEFAULT 5.0",
        "ALTER TABLE accounts ADD COLUMN quiet_hours TEXT",
        "ALTER TABLE accounts ADD COLUMN sms_suffix TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE accounts ADD COLUMN sms_price TEXT",
        "ALTER TABLE accounts ADD COLUMN currency TEXT NOT NULL DEFAULT 'RUB'",
        "ALTER TABLE accounts ADD COLUMN operator_prices TEXT NOT NULL DEFAULT '[]'",
    ),
    # A draft with a name has its key, by which names are compared; one that was put aside by itself has neither. An id
    # is never given twice: what is still on its way to a draft that was deleted must not end up in another.
    (
        """
        CREATE TABLE saved_drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channel TEXT NOT NULL CHECK (channel IN ('push', 'sms')),
            name TEXT,
            name_key TEXT,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            summary TEXT NOT NULL,
            words TEXT NOT NULL,
            state TEXT NOT NULL,
            UNIQUE (channel, name_key),
            CHECK ((name IS NULL) = (name_key IS NULL))
        ) STRICT
        """,
        "ALTER TABLE drafts ADD COLUMN draft_id INTEGER REFERENCES saved_drafts (id) ON DELETE SET NULL",
    ),
    ("ALTER TABLE accounts ADD COLUMN requests_per_second INTEGER NOT NULL DEFAULT 20",),
    # Tags, variables and the message of a template are JSON, escaped to ASCII. A template without a query has no
    # audience: there is none that means everyone.
    (
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
    ),
    # A word that holds something which shows nothing, as a soft hyphen, was indexed as two.
    (Mending.WORDS,),
    # Seconds. What settled_at and created_at say differs from it by as much as somebody set the clock meanwhile.
    ("ALTER TABLE sends ADD COLUMN took REAL",),
    # What readers see of a message, as a hash: the same one of the last day is found however many were sent. Rows of
    # versions before have none; those of the last day are given theirs when it is first looked for.
    (
        "ALTER TABLE sends ADD COLUMN fingerprint TEXT",
        "CREATE INDEX sends_by_fingerprint ON sends (fingerprint, created_at)",
    ),
    # A name is one line, with nothing in it that nobody can see; one that would be another's then stays as it is.
    (Mending.NAMES,),
    # A failure half way was taken for a refusal: whoever sends the same again was not warned.
    (Mending.OUTCOMES,),
    # The app says which channels there are: a code that it does not know stands in a list as what it is. The checks
    # are taken out of the text of the tables, as SQLite describes it for changes that touch no row ("ALTER TABLE", 8):
    # to write a million rows anew takes minutes, and a damaged one would stop it. The table that comes and goes tells
    # other connections to read the text again.
    (
        "PRAGMA writable_schema = ON",
        """
        UPDATE sqlite_master SET sql = replace(sql, ' CHECK (channel IN (''push'', ''sms''))', '')
        WHERE type = 'table' AND name IN ('sends', 'saved_drafts', 'templates')
        """,
        "PRAGMA writable_schema = RESET",
        "CREATE TABLE of_a_moment (x INTEGER) STRICT",
        "DROP TABLE of_a_moment",
    ),
    # Audiences and drafts are looked for as templates are. Tags are a list in JSON, escaped to ASCII.
    tuple(
        f"ALTER TABLE {table} ADD COLUMN {column}"
        for table in ("audiences", "saved_drafts")
        for column in ("tags TEXT NOT NULL DEFAULT '[]'", "used_at TEXT")
    ),
    # The moment and the zone that relative dates of the query were worked out for; without them, NULL.
    ("ALTER TABLE sends ADD COLUMN instant TEXT",),
    # A send is held before it leaves, for as long as its account says. The checks are changed in the text of the table,
    # as those of channels were.
    (
        "PRAGMA writable_schema = ON",
        """
        UPDATE sqlite_master SET sql = replace(
            replace(sql, 'IN (''sending'', ''sent''', 'IN (''held'', ''sending'', ''sent'''),
            '((outcome = ''sending'') = (settled_at IS NULL))',
            '((outcome IN (''held'', ''sending'')) = (settled_at IS NULL))'
        )
        WHERE type = 'table' AND name = 'sends'
        """,
        "PRAGMA writable_schema = RESET",
        "CREATE TABLE of_a_moment (x INTEGER) STRICT",
        "DROP TABLE of_a_moment",
        "ALTER TABLE accounts ADD COLUMN hold_seconds INTEGER NOT NULL DEFAULT 5",
    ),
    CAMPAIGNS,
    # People who are not to be sent to. `key` is what is compared, `written` what stood in the file or the paste.
    (
        """
        CREATE TABLE do_not_send (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', '_id')),
            key TEXT NOT NULL CHECK (key != ''),
            written TEXT NOT NULL,
            added_at TEXT NOT NULL,
            added_by TEXT NOT NULL,
            origin TEXT NOT NULL,
            UNIQUE (account_id, kind, key)
        ) STRICT
        """,
    ),
    # The rows of a campaign page by page in their order: without it each page sorted all of them.
    ("CREATE INDEX campaign_people_in_order ON campaign_people (campaign_id)",),
    ("ALTER TABLE accounts ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 30",),
    FIGURES,
    VIEWS,
    PLANNED,
    LATELY,
    OF_CAMPAIGNS,
    TO_ERASE,
    HISTORY_DAYS,
    # The requests of a campaign page by page in their order.
    ("CREATE INDEX campaign_sends_in_order ON campaign_sends (campaign_id)",),
    GONE,
    # The way a campaign with the message of a template is led, as JSON; NULL for a template of single messages.
    ("ALTER TABLE templates ADD COLUMN campaign TEXT",),
    NEXT_TEXT,
    EMAIL_KEY,
)
"""One entry per version: applying the first makes version 1. Entries are added, never changed."""
