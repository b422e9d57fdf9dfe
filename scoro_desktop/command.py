"""The command: opens the one window over a data folder, or does without a window what it is asked for."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSysInfo, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from scoro_desktop.hardening import no_core_dumps, not_dumpable
from scoro_desktop.storage.database import DATABASE, StorageError, connect
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.storage.folder_lock import READY, FolderLock
from scoro_desktop.storage.private_files import UnsafeFileError, check_private
from scoro_desktop.ui.runtime.exception_hook import ExceptionHook
from scoro_desktop.ui.runtime.interrupt import Interrupt
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.runtime.qt_application import make_qt, spare_the_window
from scoro_desktop.ui.runtime.show_requests import TOKEN, ShowRequests

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QMessageLogContext, QtMsgType

WITHOUT_SCREEN: Final = frozenset({"offscreen", "minimal"})
"""Qt's platforms on which nobody could see a box, or ever close it."""


def data_folder() -> Path:
    """Returns the folder of everything but keys, unless another is named. packaging/windows/setup.nsi knows it too.

    Raises RuntimeError where the system does not say where the user's files are.
    """
    QCoreApplication.setApplicationName("scoro-desktop")
    if QSysInfo.kernelType() == "linux":
        # As Qt does, but for a HOME that is missing or no path, which it takes for "/", and names that are no UTF-8.
        kept = Path(os.environ.get("XDG_DATA_HOME", ""))
        if not kept.is_absolute():  # to be ignored, says the XDG Base Directory Specification
            kept = _home() / ".local" / "share"
        return kept / "scoro-desktop"
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def _home() -> Path:
    """The user's own folder: HOME, or what the system has on record of the user where that is of no use."""
    home = Path(os.environ.get("HOME", ""))
    if not home.is_absolute() and sys.platform != "win32":
        import pwd

        try:
            home = Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError as error:
            raise RuntimeError("no home folder") from error
    if not home.is_absolute():
        raise RuntimeError("no home folder")
    return home


class Options:
    """`data_dir`: the folder that is named, if any. The others: what is to be done instead of opening a window, and
    whether the window begins out of the way.
    """

    data_dir: Path | None = None
    smoke = forget_keys = check_keyring = minimized = False


def _plain(arguments: Sequence[str]) -> Options | None:
    """The options of an ordinary start; None for any other: to load and set up argparse takes 5 ms."""
    options = Options()
    rest = iter(arguments)
    for each in rest:
        if each == "--minimized":
            options.minimized = True
        elif each == "--data-dir" and (value := next(rest, "")) and not value.startswith("-"):
            options.data_dir = Path(value)
        else:
            return None
    return options


def run(arguments: Sequence[str]) -> int:
    """Runs the app with the arguments of its command; the value is the exit code."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # a windowed program on Windows that nobody listens to
            setattr(sys, stream, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  open to the end
    options = _plain(arguments)
    if options is None:
        from scoro_desktop.options import parsed

        options = parsed(arguments)
    no_core_dumps()
    if options.smoke or options.check_keyring or options.forget_keys:
        unwind_at_interrupt()
    if options.smoke:
        return _run_smoke(options.data_dir)
    if options.check_keyring:
        from scoro_desktop.maintenance import check_keyring

        return check_keyring()
    try:
        data_dir: Path = options.data_dir or data_folder()
    except RuntimeError:
        from scoro_desktop.ui.words import startup_words

        with _speaking(make_qt(), None):
            return _say(startup_words.no_home())
    if options.forget_keys:
        return _forget_keys(data_dir)
    return _open_window(data_dir, minimized=options.minimized)


def _open_window(data_dir: Path, *, minimized: bool) -> int:
    token = os.environ.get(TOKEN, "")  # before Qt uses it up
    qt = make_qt()
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FolderLock.take(data_dir)
    except OSError as error:
        from scoro_desktop.ui.words import startup_words

        with _speaking(qt, data_dir):
            return _say(startup_words.folder_unusable(data_dir, error))
    if lock is None:
        from scoro_desktop.ui.start.second_start import Handover, SilentDialog
        from scoro_desktop.ui.words import startup_words

        with _speaking(qt, data_dir):
            handover = Handover(data_dir, token)
            handover.wait()
            if not handover.is_over and QGuiApplication.platformName() not in WITHOUT_SCREEN:
                SilentDialog(data_dir, handover).exec()
            handover.give_up()
            if handover.shown:
                return 0
            lock = handover.lock
            if lock is None:
                sys.stderr.write(startup_words.silent(data_dir, None, handover.trouble) + "\n")
                return 1
    escaped = ExceptionHook(ErrorLog(data_dir))
    escaped.install()
    try:
        return _run_window(qt, data_dir, lock, escaped, minimized=minimized)
    finally:
        escaped.close()
        lock.release()


def _run_window(qt: QApplication, data_dir: Path, lock: FolderLock, escaped: ExceptionHook, *, minimized: bool) -> int:
    not_dumpable()
    try:
        # Not before the folder is this process's own: a second start has no window, which takes most of the time.
        from scoro_desktop.app import Application, wait_for_file

        is_seen = QGuiApplication.platformName() not in WITHOUT_SCREEN
        wait = (lambda ended: wait_for_file(qt, data_dir, ended)) if is_seen else None
        application = Application(qt, data_dir, arisen=lambda: escaped.arisen, meanwhile=wait)
    except Exception as error:  # noqa: BLE001  whatever it is, who started the app is told
        from scoro_desktop.ui.words import startup_words

        lock.release()  # a second start is told the same, and does not wait for this one
        with _speaking(qt, data_dir):
            if isinstance(error, UnsafeFileError):
                return _say(startup_words.folder_unusable(data_dir, error))
            if isinstance(error, StorageError):
                return _say(startup_words.storage_unusable(data_dir, error))
            escaped.report(error)
            return _say(startup_words.broken(data_dir))
    escaped.arose.connect(application.doubt)
    escaped.troubled.connect(application.show_trouble)
    if escaped.arisen:  # before it was listened to
        application.doubt()
    requests = ShowRequests(data_dir)
    requests.wanted.connect(application.come_forward)
    interrupt = Interrupt()

    def leave() -> None:
        try:
            application.window.save()
        finally:
            qt.exit(0)

    interrupt.wanted.connect(leave)
    application.window.complete.connect(spare_the_window)
    (application.show_out_of_the_way if minimized else application.show)()
    lock.say(READY)
    application.fetch_later()
    QTimer.singleShot(0, requests, requests.look)  # what was asked while this was starting
    try:
        return qt.exec()
    finally:
        application.close()
        interrupt.close()


@contextlib.contextmanager
def _speaking(qt: QApplication, data_dir: Path | None) -> Iterator[None]:
    """Speaks the chosen language where there is no window: the system's, where nobody can tell which that is."""
    language = "system"
    with contextlib.suppress(OSError, StorageError):
        if data_dir is not None and (data_dir / DATABASE).exists():
            check_private(data_dir / DATABASE)
            from scoro_desktop.storage.settings import Settings

            with contextlib.closing(connect(data_dir / DATABASE)) as connection:
                language = Settings(connection).language
    spoken = Language(qt)
    spoken.speak(language)
    try:
        yield
    finally:
        spoken.forget()  # a window brings its own


def _forget_keys(data_dir: Path) -> int:
    """Prints one line of JSON; 0 when no account has keys in the keyring any longer. Opens no window."""
    from scoro_desktop.maintenance import DELETED, forget_keys
    from scoro_desktop.storage.vault import Vault

    not_dumpable()
    outcomes: dict[str, str] = {}
    if data_dir.is_dir():
        lock = _lock_or_say(data_dir)
        if lock is None:
            return 1
        try:
            outcomes = forget_keys(data_dir / DATABASE, Vault())
        except (StorageError, UnsafeFileError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        finally:
            lock.release()
    import json

    sys.stdout.write(json.dumps({"keys": outcomes}) + "\n")
    return 0 if set(outcomes.values()) <= {DELETED} else 1


def _lock_or_say(data_dir: Path) -> FolderLock | None:
    """The lock of a folder, for what is done without a window; None, and the reason told, where it is not to be had."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FolderLock.take(data_dir)
    except OSError as error:
        _tell_unusable(data_dir, error.strerror or type(error).__name__)
        return None
    if lock is None:
        sys.stderr.write(f"scoro-desktop is running, with its data in {data_dir}\n")
    return lock


def _tell_unusable(data_dir: Path, reason: str) -> None:
    sys.stderr.write(f"cannot keep anything in {data_dir}: {reason}\n")


def _say(text: str) -> int:
    sys.stderr.write(text + "\n")
    if QGuiApplication.platformName() not in WITHOUT_SCREEN:
        from PySide6.QtWidgets import QMessageBox

        from scoro_desktop.ui.kit.plain_box import PlainBox

        box = PlainBox()
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Scoro Desktop")
        box.setText(text)
        box.exec()
    return 1


def unwind_at_interrupt() -> None:
    """Lets Ctrl+C clean up again, where __main__.py had it end the process at once."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _without_remarks_on_the_screen(_kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """Passes on what Qt has to say, but for what the offscreen platform says it cannot do with a window."""
    if text and not text.startswith("This plugin does not support "):
        sys.stderr.write(f"{text}\n")


def _run_smoke(data_dir: Path | None) -> int:
    import tempfile

    from PySide6.QtCore import qInstallMessageHandler

    from scoro_desktop.app import Application
    from scoro_desktop.ui.smoke import smoke

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_without_remarks_on_the_screen)
    qt = make_qt()
    with contextlib.ExitStack() as stack:
        if data_dir is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scoro-desktop-")))
        else:
            folder = data_dir
            lock = _lock_or_say(folder)
            if lock is None:
                return 1
            stack.callback(lock.release)
        try:
            application = Application(qt, folder)
        except (StorageError, UnsafeFileError) as error:
            _tell_unusable(folder, str(error))
            return 1
        stack.callback(application.close)
        return smoke(application.window, application.services.vault.name())
