"""Builds everything once, hands it down by constructor, and closes it in reverse order."""

import argparse
import contextlib
import gc
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QLockFile, QStandardPaths, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from scoro_desktop import __version__
from scoro_desktop.maintenance import DELETED, forget_keys
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys, OperatorPrice
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.outbox import Outbox
from scoro_desktop.storage import vault_check
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.audiences import Audiences
from scoro_desktop.storage.database import StorageError, open_database
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.history import History
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui import assets, startup_words
from scoro_desktop.ui.appearance import Appearance
from scoro_desktop.ui.background import Background
from scoro_desktop.ui.main_window import MainWindow
from scoro_desktop.ui.sender import Sender
from scoro_desktop.ui.services import Services
from scoro_desktop.ui.smoke import smoke

if TYPE_CHECKING:
    from scoro_desktop.scorocode.client import Client

DATABASE: Final = "scoro-desktop.sqlite3"
SANDBOX_ID: Final = "sandbox"
SANDBOX_SMS_PRICE: Final = Decimal("2.50")
SANDBOX_OPERATORS: Final = (
    OperatorPrice("Volna", ("7000",), Decimal("2.10")),
    OperatorPrice("Albion", ("44",), Decimal("6.40")),
)
"""Made up, in roubles, so that what an SMS costs can be tried: two operators, by the beginnings that the numbers of the
sandbox's people have; the Americans among them are with neither."""
WITHOUT_SCREEN: Final = frozenset({"offscreen", "minimal"})
"""Qt's platforms on which nobody could see a box, or ever close it."""


def make_client(account: Account, keys: Keys) -> "Client":
    """A client of the API. What sends is imported here, away from the start of the app and from its GUI thread."""
    from scoro_desktop.scorocode.client import Client

    return Client(account, keys)


class Application:
    """The whole app over one data folder. Raises StorageError if its database cannot be used, OSError for the folder.

    `vault`: where keys are kept, the system keyring unless another is given. `with_sandbox`: whether the built-in
    server is started.
    """

    def __init__(
        self, qt: QApplication, data_dir: Path, *, vault: Vault | None = None, with_sandbox: bool = True
    ) -> None:
        self._qt = qt
        self._close: list[Callable[[], object]] = []
        self._translators: list[QTranslator] = []
        data_dir.mkdir(parents=True, exist_ok=True)
        connection = open_database(data_dir / DATABASE)
        self._close.append(connection.close)
        self.settings = Settings(connection)
        self.history = History(connection)
        self.history.close_open_sends()
        self.appearance = Appearance(qt, self.settings.appearance)
        self.background = Background()
        self._close.append(self.background.close)
        self.sender = Sender()
        self._close.append(self._close_sender)
        self.sandbox = self._start_sandbox() if with_sandbox else None
        account, keys = sandbox_account(self.sandbox)
        self.services = Services(
            accounts=AccountStore(connection),
            history=self.history,
            outbox=Outbox(self.history),
            drafts=Drafts(connection),
            audiences=Audiences(connection),
            settings=self.settings,
            vault=vault or Vault(),
            background=self.background,
            sender=self.sender,
            appearance=self.appearance,
            client_factory=make_client,
            sandbox=self.sandbox,
            sandbox_account=account,
            sandbox_keys=keys,
        )
        self.window = self._make_window()

    def show(self) -> None:
        """Shows the window."""
        self.window.show()

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
        self._forget_language()

    def _make_window(self) -> MainWindow:
        self._install_language(self.settings.language)
        window = MainWindow(self.services)
        window.language_chosen.connect(self._change_language)
        return window

    def _change_language(self, language: str) -> None:
        self.settings.language = language  # type: ignore[assignment]
        old = self.window
        old.retire()
        self.window = self._make_window()
        self.window.show()
        old.hide()
        old.deleteLater()

    def _install_language(self, language: str) -> None:
        self._forget_language()
        locale = QLocale.system() if language == "system" else QLocale(language)
        if locale.language() is QLocale.Language.C:  # as on a server: it would write numbers without groups
            locale = QLocale(QLocale.Language.English)
        QLocale.setDefault(locale)
        code = "ru" if locale.language() is QLocale.Language.Russian else "en"
        folder = str(assets.folder() / "translations")
        for name, where in (
            (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"scoro_desktop_{code}", folder),
        ):
            translator = QTranslator(self._qt)
            if translator.load(name, where):
                self._qt.installTranslator(translator)
                self._translators.append(translator)

    def _close_sender(self) -> None:
        for send_id in self.sender.close():
            with contextlib.suppress(StorageError):  # it is unknown at the next start, which is less but not wrong
                self.history.settle(send_id, Failure(Outcome.NOT_SENT, "never_begun"))

    def _forget_language(self) -> None:
        for translator in self._translators:
            self._qt.removeTranslator(translator)
        self._translators.clear()
        QLocale.setDefault(QLocale.system())

    def _start_sandbox(self) -> Sandbox | None:
        sandbox = Sandbox()
        try:
            sandbox.start()
        except OSError:  # no loopback here: the app works with accounts alone
            return None
        self._close.append(sandbox.close)
        return sandbox


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


def make_qt(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication."""
    qt = QApplication.instance() or QApplication(["scoro-desktop", *arguments])
    if not isinstance(qt, QApplication):
        raise TypeError("a Qt application without windows is running already")
    # A query of 1 MB keeps threads busy: at Python's 5 ms a turn, each key press would wait several turns.
    sys.setswitchinterval(0.001)
    qt.setApplicationName("scoro-desktop")
    qt.setApplicationDisplayName("Scoro Desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("scoro-desktop")
    return qt


def spare_the_window() -> None:
    """Takes all that was built so far out of the sight of Python's collector of garbage.

    It stays to the end anyway, and going through its 100,000 objects holds up the window, whichever thread it happens
    on, for 40 to 60 ms.
    """
    gc.freeze()


def data_folder() -> Path:
    """Where everything but keys is kept, unless another folder is named. packaging/windows/setup.nsi knows it too."""
    QCoreApplication.setApplicationName("scoro-desktop")
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def run(arguments: Sequence[str]) -> int:
    """Runs the app with the arguments of its command; the value is the exit code."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # a windowed program on Windows that nobody listens to
            setattr(sys, stream, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  open to the end
    parser = argparse.ArgumentParser(prog="scoro-desktop", description="Push and SMS through Scorocode")
    parser.add_argument("--data-dir", type=Path, help="keep everything but keys in this folder")
    parser.add_argument("--smoke", action="store_true", help="send to the sandbox in a temporary folder, and exit")
    parser.add_argument("--forget-keys", action="store_true", help="delete the keys of all accounts, and exit")
    parser.add_argument("--check-keyring", action="store_true", help="store, read and delete a test item, and exit")
    parser.add_argument("--version", action="version", version=f"scoro-desktop {__version__}")
    options = parser.parse_args(arguments)
    if options.smoke:
        return _run_smoke(options.data_dir)
    if options.check_keyring:
        return _check_keyring()
    data_dir: Path = options.data_dir or data_folder()
    if options.forget_keys:
        return _forget_keys(data_dir)
    qt = make_qt()
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _say(startup_words.folder_unusable(data_dir, error))
    lock = _lock(data_dir)
    if lock is None:
        return _say(startup_words.already_running(data_dir))
    try:
        application = Application(qt, data_dir)
    except StorageError as error:
        return _say(startup_words.storage_unusable(data_dir, error))
    application.show()
    spare_the_window()
    try:
        return qt.exec()
    finally:
        application.close()
        lock.unlock()


def _lock(data_dir: Path) -> QLockFile | None:
    lock = QLockFile(str(data_dir / "scoro-desktop.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(100) else None


def _forget_keys(data_dir: Path) -> int:
    """Prints one line of JSON; 0 when no account has keys in the keyring any longer. Opens no window."""
    outcomes: dict[str, str] = {}
    if data_dir.is_dir():
        lock = _lock(data_dir)
        if lock is None:
            sys.stderr.write(f"scoro-desktop is running, or cannot write to {data_dir}\n")
            return 1
        try:
            outcomes = forget_keys(data_dir / DATABASE, Vault())
        except StorageError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        finally:
            lock.unlock()
    sys.stdout.write(json.dumps({"keys": outcomes}) + "\n")
    return 0 if set(outcomes.values()) <= {DELETED} else 1


def _say(text: str) -> int:
    sys.stderr.write(text + "\n")
    if QGuiApplication.platformName() not in WITHOUT_SCREEN:
        QMessageBox.critical(None, "Scoro Desktop", text)
    return 1


def _check_keyring() -> int:
    result = vault_check.check(Vault())
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    return 0 if result["works"] else 1


def _run_smoke(data_dir: Path | None) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = make_qt()
    with contextlib.ExitStack() as stack:
        folder = data_dir or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scoro-desktop-")))
        application = Application(qt, folder)
        stack.callback(application.close)
        return smoke(application.window, application.services.vault.name())
