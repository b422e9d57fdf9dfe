"""States that are rare or go wrong: outcomes, keys that are not at hand, a server that is away, a damaged disk."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from looking import View, nothing, opened, seen, settle, until
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu
from views import request

from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Environment, Keys
from scoro_desktop.scorocode.check import FieldCheck
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.overlap import Lately
from scoro_desktop.storage.earlier_sends import EarlierSend
from scoro_desktop.storage.vault import VaultError
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion, KeysStayQuestion, UnsavedQuestion
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion, TooLongQuestion
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.trials_dialog import TrialsDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.words import account_words, disk_words, line_words, overlap_words, startup_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.window.main_window import MainWindow
    from scoro_desktop.wire import JsonObject

TEXTS = {
    "en": ("Half price until Sunday", "At our shops in Moscow, Tver and Kazan"),
    "ru": ("Скидки до воскресенья", "Во всех магазинах Москвы, Твери и Казани"),
}
QUERY = '{"deviceType": "android"}'
LONG_NAME = {
    "en": "Shop for sports goods and everything around them (the new application)",
    "ru": "Магазин спортивных товаров и всего, что к ним относится (новое приложение)",
}
OFFLINE = Failure(Outcome.NOT_SENT, "name_not_found")
NO_RIGHT = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="No right to read")


def rare(window: MainWindow, language: str) -> Iterator[View]:
    """Each of them, on the page Compose unless it has a place of its own."""
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
    title, body = TEXTS[language]
    text: JsonObject = {"title": title, "body": body}
    message: JsonObject = {"data": {"gcm": {"notification": text}, "apns": {"aps": {"alert": dict(text)}}}}
    window.messages.open(request(Channel.PUSH, message), everyone=False, query_text=QUERY)
    until(lambda: window.tab.live_count.count.value is not None, "the count")
    yield from _outcomes(window)
    yield from _accounts(window, language)
    yield from _counts(window)
    yield from _asked(window)
    yield from _questions(window)
    yield from _checked(window)
    yield from _disk(window)
    yield from _menus(window)
    yield from _library(window)
    window.turn_to(MainPage.COMPOSE)


def _outcomes(window: MainWindow) -> Iterator[View]:
    """Views of what is said after a send, with the rows of the history open below."""
    window.show_rows(shown=True)
    settle()
    yield "rows-open", window, nothing
    send = _single(window)
    now = datetime.now(UTC)
    for name, outcome, reason in (
        ("refused", Outcome.REFUSED, "server_said_no"),
        ("not-sent", Outcome.NOT_SENT, "no_route"),
        ("unknown", Outcome.UNKNOWN, "read_timeout"),
        ("sent", Outcome.SENT, ""),
    ):
        told = dataclasses.replace(
            send,
            id=send.id + 1000,
            settled_at=now,
            outcome=outcome,
            reason=reason,
            error_message="Push limit exceeded" if outcome is Outcome.REFUSED else "",
            count=send.count if outcome is Outcome.SENT else None,
        )
        window.outcome.tell(told)
        yield f"outcome-{name}", window, window.outcome.dismiss.click
    window.show_rows(shown=False)


def _single(window: MainWindow) -> Send:
    """The newest send that is no campaign."""

    def found() -> Send | None:
        send = window.history._whole.send
        return send if send is not None and send.campaign is None and send.channel == "push" else None

    for row in range(6):
        window.history.table.selectRow(row)
        settle()
        if (send := found()) is not None:
            return send
    raise RuntimeError("there is no single send")


def _accounts(window: MainWindow, language: str) -> Iterator[View]:
    """The account in front: with a long name, live, without keys, and while the keyring does not give them."""
    current = window.current
    account, keys = current.account, current.keys
    if account is None:
        return
    live = dataclasses.replace(
        account, id="shop", environment=Environment.PRODUCTION, name=LONG_NAME[language], address="http://127.0.0.1:9/"
    )
    current.choose(live, Keys("a", "b"))
    settle()
    yield "account-live", window, nothing
    for trouble in ("missing", "locked", "refused"):
        current.keys, current.trouble = None, trouble
        current.changed.emit()
        settle()
        yield f"keyring-{trouble}", window, nothing
    current.trouble = ""
    current.changed.emit()
    settle()
    yield "keys-none", window, nothing
    current.choose(account, keys)
    until(lambda: window.tab.live_count.count.value is not None, "the count")


def _counts(window: MainWindow) -> Iterator[View]:
    """An audience that nobody can count."""
    live = window.tab.live_count
    for name, failure in (("offline", OFFLINE), ("no-right", NO_RIGHT)):
        live._set(Count(CountState.UNKNOWN, failure=failure))
        settle()
        yield f"count-{name}", window, nothing
    live.again()
    until(lambda: live.count.value is not None, "the count")


def _asked(window: MainWindow) -> Iterator[View]:
    """Views of what else a confirmation asks: lately, overlap, quota, the same message; and several trials."""
    account, draft, send = window.current.account, window.tab.draft(), _single(window)
    if account is None:
        return
    shop = dataclasses.replace(account, environment=Environment.PRODUCTION, name="Shop", ceiling=100_000)
    colours = window._appearance.colours
    before = [EarlierSend(n, send.summary, send.created_at, "devices", {"n": n}) for n in range(3)]
    lately = Lately(tuple(before), elsewhere=2, campaigns=1)

    def ask() -> ConfirmDialog:
        dialog = ConfirmDialog(draft, shop, (), colours, parent=window, looks=True)
        dialog.open()
        dialog.show_count(Counted(812, 12_431))
        return dialog

    dialog = ask()
    dialog.show_sent_before(send)
    counts: tuple[int | Failure, ...] = (204, 0, OFFLINE)
    lines = [overlap_words.line(each, count) for each, count in zip(before, counts, strict=True)]
    dialog.show_overlap([*lines, overlap_words.elsewhere(2)])
    dialog.show_quota(overlap_words.quota(812, 6_500), is_too_much=False)
    dialog.show_replaced(send)
    yield "confirm-overlap", dialog, dialog.reject
    dialog = ask()
    dialog.show_sent_before(None)
    dialog.ask_lately().warn(
        overlap_words.warning(204, lately, 24), QCoreApplication.translate("OverlapFlow", "Send anyway")
    )
    dialog.show_quota(overlap_words.quota(812, 500), is_too_much=True)
    yield "confirm-lately", dialog, dialog.reject
    dialog = ask()
    dialog.show_sent_before(dataclasses.replace(send, outcome=Outcome.UNKNOWN, reason="read_timeout"), is_same=False)
    dialog.show_audience(draft, overlap_words.left_out(lately, 24))
    proven = overlap_words.proven(204, lately)
    dialog.ask_lately().choose(proven, overlap_words.leave_box(24), leaves_out=True, is_met=True)
    yield "confirm-left-out", dialog, dialog.reject
    trial = dataclasses.replace(draft, is_test=True)
    trials = TrialsDialog(trial, shop, (), colours, window, more=[("1", trial), ("2", trial)])
    trials.open()
    trials.show_count(Counted(2, 12_431))
    yield "confirm-trials", trials, trials.reject


def _questions(window: MainWindow) -> Iterator[View]:
    """Questions around accounts and commands of a shell."""
    locked = account_words.keyring_trouble(VaultError("locked", "GNOME Keyring"))
    asks: dict[str, Callable[[], object]] = {
        "account-delete": lambda: DeleteQuestion.ask("Shop", window),
        "account-keys-stay": lambda: KeysStayQuestion.ask("Shop", locked, window),
        "account-unsaved": lambda: UnsavedQuestion.ask("Shop", window),
        "curl-keys": lambda: KeysQuestion.ask("Shop", "devices", window),
        "curl-long": lambda: TooLongQuestion.ask(line_words.number_text(8_191), window),
        "curl-cannot": lambda: CannotCopy.tell(disk_words.damaged(), window),
    }
    for name, ask in asks.items():
        with opened(PlainBox) as found:
            ask()
            yield f"question-{name}", found[0], found[0].close


@dataclasses.dataclass(frozen=True)
class _Checked:
    """A server that was asked what it takes of an account."""

    found: tuple[FieldCheck, ...]

    def check(self) -> tuple[FieldCheck, ...]:
        return self.found

    def close(self) -> None:
        """Lets nothing go."""


def _checked(window: MainWindow) -> Iterator[View]:
    """The accounts while the server and the keyring are asked, and what they answered."""
    dialog = window.accounts.show()
    dialog.opening.finish()
    settle(400)
    refused = Failure(Outcome.REFUSED, "server_said_no", error_code="401", error_message="Wrong access key (acc)")
    found = (
        FieldCheck("address", "accepted"),
        FieldCheck("application_id", "accepted"),
        FieldCheck("client_key", "untested", refused),
        FieldCheck("access_key", "refused", refused),
    )
    dialog.add_button.click()
    settle(400)
    dialog._server._client_factory = lambda _account, _keys: _Checked(found)  # type: ignore[assignment,return-value]
    dialog.check_button.click()
    until(lambda: "acc" in dialog.notice.text(), "what was checked")
    yield "accounts-checked", dialog, nothing
    for code in ("locked", "timed_out", "half_done"):
        words = account_words.keyring_trouble(VaultError(code, "GNOME Keyring"))
        dialog.notice.show_text(
            words, "problem", ((QCoreApplication.translate("AccountKeeping", "Try again"), nothing),)
        )
        yield f"accounts-keyring-{code.replace('_', '-')}", dialog, nothing
    dialog.form.clear()
    dialog.done(0)


def _disk(window: MainWindow) -> Iterator[View]:
    """Views of what is said of the disk, above the page."""
    disk = window.disk
    disk._say_damaged(disk_words.damaged())
    yield "disk-damaged", window, nothing
    database = Path("/home/anna/.local/share/scoro-desktop/scoro-desktop.sqlite3")
    disk._show_way_back(disk_words.way_back(database, ()))
    yield "disk-damaged-what", seen(PlainBox), seen(PlainBox).close
    disk.bar.say(startup_words.others_may_write(Path("/home/anna/.local/share/scoro-desktop")))
    yield "disk-others", window, disk.bar.hide
    window.doubt()
    yield "doubt", window, window.tab.audience.read_again
    until(lambda: window.tab.live_count.count.value is not None, "the count")


def _menus(window: MainWindow) -> Iterator[View]:
    """Menus of the bar at the top, of a field and of a row."""
    bar = window.menuBar()
    for number, action in enumerate(bar.actions()):
        menu = action.menu()
        if isinstance(menu, QMenu) and action.isVisible():
            menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
            yield f"menubar-{number}", window, menu.close
    window.turn_to(MainPage.HISTORY)
    window.history.table.selectRow(1)
    settle()
    of_row = QMenu(window)
    of_row.addActions(window.history.table.actions())
    of_row.popup(window.history.table.mapToGlobal(QPoint(240, 60)))
    yield "history-row-menu", window, of_row.close
    window.turn_to(MainPage.COMPOSE)


def _library(window: MainWindow) -> Iterator[View]:
    """The library as a page, each of its lists, and many lines in one."""
    window.turn_to(MainPage.LIBRARY)
    bar = window.library._bar
    for at in range(bar.count()):
        bar.setCurrentIndex(at)
        settle()
        yield f"library-{bar.tabData(at)}", window, nothing
