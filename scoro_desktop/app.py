"""Builds everything once, hands it down by constructor, and closes it in reverse order."""

from __future__ import annotations

import functools
import sys
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys, OperatorPrice
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.settings import KeptSettings, Value
from scoro_desktop.storage.threads import Storage
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit.ahead import Ahead
from scoro_desktop.ui.kit.appearance import Appearance
from scoro_desktop.ui.runtime.account_book import AccountBook
from scoro_desktop.ui.runtime.async_storage import AsyncStorage, tolerate
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.dispatch import Dispatch
from scoro_desktop.ui.runtime.garbage import GarbageCollector
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.runtime.qt_application import machine_id
from scoro_desktop.ui.runtime.sender import Sender
from scoro_desktop.ui.runtime.services import Services
from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.module_order import LATER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from scoro_desktop.scorocode.client import Client
    from scoro_desktop.scorocode.limiter import Limits
    from scoro_desktop.storage.stores import Begun, Stores
    from scoro_desktop.storage.threads import Meanwhile
    from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
    from scoro_desktop.ui.runtime.later_runner import LaterRunner

SANDBOX_ID: Final = "sandbox"
SANDBOX_SMS_PRICE: Final = Decimal("2.50")
SANDBOX_OPERATORS: Final = (
    OperatorPrice("Volna", ("7000",), Decimal("2.10")),
    OperatorPrice("Albion", ("44",), Decimal("6.40")),
)
"""Made up, in roubles, so that what an SMS costs can be tried: two operators, by the beginnings that the numbers of the
sandbox's people have; the Americans among them are with neither."""
FETCHED_AFTER_MS: Final = 1_500
"""Milliseconds after the window is shown. Ours: by then it is painted, and the drafts and the first count are there."""
SAID_AFTER_S: Final = 1.0
"""Seconds in which most starts have read the file. Ours."""
PAUSE_MS: Final = 20
"""Milliseconds between two modules: a letter that is typed meanwhile waits for one at the most. Ours."""


def make_client(account: Account, keys: Keys, limits: Limits, *, gives_way: bool = False) -> Client:
    """A client of the API; one that `gives_way` lets all others send first. What sends is imported here, away from the
    start of the app and from its GUI thread.
    """
    from scoro_desktop.scorocode.client import Client

    return Client(account, keys, limits, gives_way=gives_way)


def _client_factories() -> tuple[Callable[[Account, Keys], Client], Callable[[Account, Keys], Client]]:
    """Makes clients that share what they may ask of a server: those of a person, and those of campaigns, which give way
    to them. Called away from the GUI thread.
    """

    @functools.cache
    def limits() -> Limits:
        from scoro_desktop.scorocode.limiter import Limits

        return Limits()

    making = threading.Lock()  # two threads would have limits of their own

    def make(account: Account, keys: Keys, *, gives_way: bool = False) -> Client:
        with making:
            shared = limits()
        return make_client(account, keys, shared, gives_way=gives_way)

    return make, functools.partial(make, gives_way=True)


def wait_for_file(qt: QApplication, data_dir: Path, ended: threading.Event) -> None:
    """Waits until the file with drafts and history is read; after a moment a small window says so, which a person can
    close: SystemExit. It is loaded then.
    """
    if "scoro_desktop.ui.start.patience" in sys.modules or not ended.wait(SAID_AFTER_S):
        from scoro_desktop.ui.start import patience

        patience.wait(qt, data_dir, ended)


class Application:
    """The whole app over one data folder. Raises StorageError if its database cannot be used, OSError for the folder
    and for what is not the user's own in it.

    `vault`: where keys are kept, the system keyring unless another is given. `with_sandbox`: whether the built-in
    server is started. `arisen`: how often something went wrong so far that nobody caught. `meanwhile`: is called while
    the database is waited for, however long another program holds it.
    """

    def __init__(
        self,
        qt: QApplication,
        data_dir: Path,
        *,
        vault: Vault | None = None,
        with_sandbox: bool = True,
        arisen: Callable[[], int] = lambda: 0,
        meanwhile: Meanwhile | None = None,
    ) -> None:
        self._qt = qt
        self._arisen = arisen
        garbage = GarbageCollector()
        self._close: list[Callable[[], object]] = [garbage.close]
        self._language = Language(qt)
        data_dir.mkdir(parents=True, exist_ok=True)
        self.storage = Storage(data_dir / DATABASE, meanwhile)
        self._close.append(self.storage.close)
        drafts = Drafts(self.storage.place)
        machine = machine_id()
        begun = self.storage.writer.wait_for(lambda stores: _begin(stores, drafts, machine), meanwhile)
        asked = AsyncStorage(self.storage)
        self._close.append(asked.close)

        def keep(name: str, value: Value) -> None:
            asked.write(asked, lambda stores: stores.settings.put(name, value), failed=tolerate)

        self.settings = KeptSettings(begun.settings, keep)
        self.appearance = Appearance(qt, self.settings.appearance, styled=False)
        self.background = Background(held=True)
        self._close.append(self.background.close)
        dispatch = Dispatch(asked, Sender())
        dispatch.unread += begun.ended
        self._close.append(dispatch.close)
        self.sandbox = self._start_sandbox() if with_sandbox else None
        account, keys = sandbox_account(self.sandbox)
        book, keyring = AccountBook(asked, begun.accounts), vault or Vault()
        client_factory, of_campaigns = _client_factories()

        def make_runner() -> CampaignRunner:
            from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner

            runner = CampaignRunner(
                asked, self.background, book, keyring, of_campaigns, (account, keys), has_standing=begun.has_standing
            )
            self._close.append(runner.close)
            return runner

        def make_later() -> LaterRunner:
            from scoro_desktop.ui.runtime.campaign_plans import CampaignPlans
            from scoro_desktop.ui.runtime.later_runner import LaterRunner
            from scoro_desktop.ui.runtime.plan_sender import PlanSender
            from scoro_desktop.ui.sending.plan_recount import recount

            sender = PlanSender(
                asked, dispatch, self.background, book, keyring, client_factory, recount, (account, keys)
            )
            runner = LaterRunner(asked, sender)
            sender.campaigns = CampaignPlans(asked, self.background, sender, runner, self.services.campaigns)
            self._close.append(runner.close)
            return runner

        self.services = Services(
            data_dir=data_dir,
            storage=asked,
            accounts=book,
            drafts=drafts,
            place=self.storage.place,
            settings=self.settings,
            vault=keyring,
            background=self.background,
            dispatch=dispatch,
            make_runner=make_runner,
            make_later=make_later,
            appearance=self.appearance,
            client_factory=client_factory,
            sandbox=self.sandbox,
            sandbox_account=account,
            sandbox_keys=keys,
            machine=machine,
            is_put_back=begun.is_another,
        )
        self._close.append(self.services.drafts.flush)
        self.window = self._make_window(self.settings.language)

    def show(self) -> None:
        """Shows the window."""
        self.window.show()

    def show_out_of_the_way(self) -> None:
        """Shows the window minimized, or in the tray, for a start with the computer."""
        self.window.showMinimized()
        if self.settings.tray:
            self.window.complete.connect(self._hide)

    def _hide(self) -> None:
        """Leaves the window in the tray, where there is one."""
        self.window.staying.hides()

    def fetch_later(self) -> None:
        """Imports the dialogs that the first frame does without, so that they open at once: some time after it, and
        when somebody does something. An app that nobody touches takes 4 MB less.
        """
        QTimer.singleShot(FETCHED_AFTER_MS, self.background, self._wait_for_somebody)

    def _wait_for_somebody(self) -> None:
        from scoro_desktop.ui.kit.first_act import FirstAct

        if self._close:
            first = FirstAct(self._qt)
            first.done.connect(self._fetch)
            self._close.append(first.end)

    def _fetch(self) -> None:
        if self._close:
            from scoro_desktop.ui.runtime import here

            # Qt reads the list of all zones for the first question: 3 to 5 ms, which the page History would wait for.
            self.services.background.submit(here.zone, lambda _zone: None, lambda _error: None)
            from scoro_desktop.ui.kit.plain_cell import make_gradients

            names = (*LATER, *(name for view in VIEWS.values() for name in view.modules))
            ahead = Ahead(names, pause_ms=PAUSE_MS, then=[make_gradients])
            self._close.append(ahead.end)
            ahead.start()

    def come_forward(self, token: str = "") -> None:
        """Brings the window to the front; `token`: the right to do so, where the desktop wants one."""
        bring_forward(self.window, token)

    def show_trouble(self, text: str) -> None:
        """Says in the window that something went wrong in the app, as long as there is one. `text` is technical."""
        if self._close:
            self.window.trouble.show(text)

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one, and nothing leave: nobody can say in what the error lies."""
        if self._close:
            self.window.doubt()

    def close(self) -> None:
        """Closes everything, the last opened first; once."""
        if not self._close:
            return
        self.window.retire()
        self.window.hide()
        self.window.deleteLater()
        for close in reversed(self._close):
            close()
        self._close.clear()
        self._language.forget()

    def _make_window(self, language: str) -> MainWindow:
        before = self._arisen()
        self._language.speak(language)
        with self.appearance.held_back():
            window = MainWindow(self.services)
        window.language_chosen.connect(self._change_language)
        window.whole.connect(self.background.release)
        if self._arisen() != before:  # nobody could tell it to a window that was not there yet
            window.doubt()
        return window

    def _change_language(self, language: str) -> None:
        from scoro_desktop.ui.window.hand_over import hand_over

        self.settings.language = language  # type: ignore[assignment]
        old = self.window
        old.retire()
        self.window = self._make_window(language)
        hand_over(old, self.window)

    def _start_sandbox(self) -> Sandbox | None:
        sandbox = Sandbox()
        try:
            sandbox.start()
        except OSError:  # no loopback here: the app works with accounts alone
            return None
        self._close.append(sandbox.close)
        return sandbox


def _begin(stores: Stores, drafts: Drafts, machine: bytes) -> Begun:
    """Reads what was left in the tabs, and what is known at the start."""
    drafts.preload(Channel)
    return stores.begin(machine)


def sandbox_account(sandbox: Sandbox | None) -> tuple[Account | None, Keys | None]:
    """The built-in account: it lives as long as its server, and its keys are in memory only."""
    if sandbox is None:
        return None, None
    account = Account(
        id=SANDBOX_ID,
        name="Sandbox",
        environment=Environment.SANDBOX,
        address=sandbox.address,
        application_id=sandbox.application_id,
        access_kind=AccessKind.MASTER,
        sms_price=SANDBOX_SMS_PRICE,
        operator_prices=SANDBOX_OPERATORS,
    )
    return account, Keys(client_key=sandbox.client_key, access_key=sandbox.master_key)
