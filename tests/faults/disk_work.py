"""The app's work with its disk, without a window: for faults to come in between. `ticks` are where they can."""

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, OperatorPrice
from scoro_desktop.scorocode.replies import Failure, Sent
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage import database
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.audiences import Audiences
from scoro_desktop.storage.campaigns.campaigns import Campaigns
from scoro_desktop.storage.database import Connection, open_database, place_of
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.history import History, HistoryFilter, LostSend, Send
from scoro_desktop.storage.saved_drafts import Content, SavedDrafts
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.templates import Templates
from scoro_desktop.wire import JsonObject
from tests.storage.campaigns.samples import filled, running
from tests.storage.kept_drafts import save

DATABASE = "scoro.db"
ALL = HistoryFilter()

SendOut = Callable[[JsonObject], Sent | Failure]


def account(address: str = "http://127.0.0.1:9/api/v1/") -> Account:
    return Account(
        id="a1",
        name="Shop",
        environment=Environment.TEST,
        address=address,
        application_id="db8a1b41",
        access_kind=AccessKind.MESSAGE,
        operator_prices=(OperatorPrice("Volna", ("7000",), 2),),  # type: ignore[arg-type]
    )


def body(title: str, length: int = 40) -> JsonObject:
    return {
        "coll": "devices",
        "query": {"deviceType": "android", "note": "n" * length},
        "msg": {"data": {"gcm": {"notification": {"title": title}}}},
    }


def record(outbox: Outbox, title: str, sender: Account, length: int = 40, *, held: bool = False) -> Send:
    return outbox.record(
        sender,
        "push",
        body(title, length),
        everyone=False,
        query_text='{"deviceType": "android"}',
        expected=5,
        summary=title,
        words=title,
        held=held,
    )


def start(folder: Path) -> tuple[sqlite3.Connection, History]:
    connection = open_database(folder / DATABASE)
    try:
        history = History(connection)
        history.close_open_sends()
    except BaseException:
        connection.close()  # as the app ends with what cannot be used
        raise
    return connection, history


def once(folder: Path, title: str, send_out: SendOut, sender: Account, told: Callable[[str], None]) -> None:
    """A start, a draft, a send that is held, leaves and has its outcome, and the end.

    `told`: a draft is kept, or a send settled.
    """
    connection, history = start(folder)
    with contextlib.closing(connection):
        save(Drafts(place_of(connection)), "push", {"form": {"title": title}})
        told(f"draft {title}")
        outbox = Outbox(history)
        send = record(outbox, title, sender, held=True)
        told(f"held {title}")
        outbox.begin(send.id)
        outbox.settle(send.id, send_out(send.request))
        told(f"settled {title}")


@contextlib.contextmanager
def ticking(tick: Callable[[str], None]) -> Iterator[None]:
    """Calls `tick` before each statement that a connection is given, whichever it is."""

    class Ticking(Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            tick(sql)
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
            tick(sql)
            return super().executemany(sql, parameters)

    before = database.Connection
    database.Connection = Ticking  # type: ignore[misc]
    try:
        yield
    finally:
        database.Connection = before  # type: ignore[misc]


def fill(folder: Path, sends: int) -> None:
    """A database with something in every table, in the file itself and not in the log beside it."""
    connection, history = start(folder)
    with contextlib.closing(connection):
        AccountStore(connection).add(account())
        Settings(connection).language = "ru"
        Settings(connection).set_splitter("window", [1, 2])
        outbox = Outbox(history)
        for number in range(sends):
            send = record(outbox, f"Message {number}", account(), 9000 if number % 9 == 0 else 40)
            if number % 3:
                outbox.settle(send.id, Sent(5, "answer" * 40))
        save(Drafts(place_of(connection)), "push", {"form": {"title": "draft" * 4000}})
        save(Drafts(place_of(connection)), "sms", {"form": {"text": "short"}})
        SavedDrafts(connection).add("push", "Named", Content({"form": {"title": "x" * 9000}}, "x", "x"))
        Audiences(connection).add("devices", "Fans", '{"a": 1}')
        campaigns = Campaigns(connection)
        campaign = running(campaigns, 60, size=3)
        for each in campaigns.next_planned(campaign, 5):
            campaigns.settle_send(campaigns.begin_send(each.id).id, Sent(3))
        filled(campaigns, 60)
    assert not (folder / f"{DATABASE}-wal").exists()


def look_at_campaigns(campaigns: Campaigns) -> None:
    """Reads all of them; who is planned, and was sent to, is never one and the same."""
    tolerated(campaigns.at_start)
    tolerated(campaigns.newest)
    for campaign in (1, 2):
        tolerated(functools.partial(campaigns.sums, campaign))
        tolerated(functools.partial(campaigns.rows, campaign, limit=1000))
        tolerated(functools.partial(campaigns.sends, campaign))
        tolerated(functools.partial(lambda number: list(campaigns.outcomes(number)), campaign))
    tolerated(lambda: campaigns.what_did("u000001"))
    tolerated(campaigns.due_for_deletion)


def look_at_everything(folder: Path) -> tuple[int, int]:
    """Reads all that the window reads as it starts and is used; how many sends are shown whole, and how many lost.

    Raises StorageError for what is said in words, and must raise nothing else.
    """
    connection, history = start(folder)
    with contextlib.closing(connection):
        settings = Settings(connection)
        assert settings.language in {"system", "ru"}
        settings.splitter("window")
        tolerated(AccountStore(connection).all)
        for name in ("push", "sms"):
            tolerated(functools.partial(Drafts(place_of(connection)).load, name))
        tolerated(SavedDrafts(connection).named)
        tolerated(lambda: Audiences(connection).of("devices"))
        tolerated(Templates(connection).all)
        tolerated(history.accounts)
        look_at_campaigns(Campaigns(connection))
        tolerated(lambda: history.count(HistoryFilter("message")))
        rows = history.rows(ALL, 0, 1000)
        assert history.count(ALL) == len(rows)
        for row in rows:
            tolerated(functools.partial(history.get, row.id))
        return len(rows), sum(isinstance(row, LostSend) for row in rows)


def send_again(folder: Path) -> None:
    """Raises StorageError where no send can be recorded."""
    connection, history = start(folder)
    with contextlib.closing(connection):
        outbox = Outbox(history)
        send = record(outbox, "Afterwards", account())
        assert outbox.settle(send.id, Sent(1)).count == 1


def tolerated(read: Callable[[], object]) -> bool:
    """Tells whether something can be read; where it cannot, that must be an error with words."""
    try:
        read()
    except database.StorageError:
        return False
    return True
