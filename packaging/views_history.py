"""The page History with a month in it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from looking import View, settle

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History, NewSend
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from scoro_desktop.ui.window.main_window import MainWindow

_TEXTS: Final = {
    "en": ("Portugal vs. Denmark: the second half begins", "Your order is ready", "Half price until Sunday"),
    "ru": ("Португалия — Дания: начинается второй тайм", "Ваш заказ готов, ждём вас", "Скидки до воскресенья"),
}
_REPLIES: Final = (
    *(Sent(12431), Sent(312), Sent(0), Sent(2044)),
    Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="Push limit exceeded", http_status=403),
    Sent(58),
    Failure(Outcome.UNKNOWN, "reset"),
    *(Sent(9001), Failure(Outcome.NOT_SENT, "no_route"), Sent(77)),
)


def fill(folder: Path, language: str, rows: int = 140) -> None:
    """Writes a month of sends into the database of a folder."""
    now = datetime.now(UTC)
    times = iter([now - timedelta(hours=n * 5.3) for n in range(rows, 0, -1) for _ in range(2)])
    with closing(open_database(folder / DATABASE)) as connection:
        history = History(connection, lambda: next(times))
        for number in range(rows):
            is_sms = number % 3 == 0
            reply = _REPLIES[number % len(_REPLIES)]
            people = reply.count if isinstance(reply, Sent) else 300
            price = Decimal("3.50")
            send = history.record(
                NewSend(
                    channel="sms" if is_sms else "push",
                    account_id=f"shop-{number % 2}",
                    account_name="Shop live" if number % 2 else "Shop test",
                    environment=Environment.PRODUCTION if number % 2 else Environment.TEST,
                    address="https://api.scorocode.ru/api/v1/",
                    application_id="app",
                    collection="users" if is_sms else "devices",
                    everyone=False,
                    query_text="{}",
                    request={"coll": "users", "query": {}, "msg": {"text": _TEXTS[language][number % 3]}},
                    summary=_TEXTS[language][number % 3],
                    expected=people,
                    words=_TEXTS[language][number % 3],
                    cost=Cost(2, "RUB", price, (Share("", people, price),), phones=True) if is_sms else None,
                )
            )
            history.settle(send.id, reply)
        history.annotate(rows - 2, note="Boris asked for this one", pinned=True)


def page(window: "MainWindow") -> Iterator[View]:
    """The page as it opens, and narrowed."""
    window.turn_to(MainPage.HISTORY)
    settle()
    yield "history-page", window, lambda: None
    if window.history.head is not None:
        window.history.head.sums.by_day.click()
        settle()
        yield "history-by-day", window, window.history.head.sums.by_day.click
        window.history.head.sums.failed.click()
        settle()
    yield "history-failed", window, window.history.clear_filters
    window.turn_to(MainPage.COMPOSE)
