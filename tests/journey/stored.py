"""The disk of the app, seen over a connection of the test's own, and a disk that takes nothing."""

import contextlib
import json
import weakref
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from scoro_desktop.app import Application
from scoro_desktop.storage.database import connect
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.window.main_window import MainWindow

NEVER_MS = 60_000
"""The milliseconds after which a window is taken for one that never rests; the longest wait of a test is half of it."""
_STORES: weakref.WeakKeyDictionary[Application, Stores] = weakref.WeakKeyDictionary()


def stored(application: Application) -> Stores:
    """The tables, with all that the window has asked for until now."""
    storage = application.storage
    application.services.drafts.flush()
    storage.writer.wait_for(lambda _stores: None)
    if application not in _STORES:
        connection = connect(storage.place.path, storage.place)
        application._close.append(connection.close)
        _STORES[application] = Stores.over(connection)
    return _STORES[application]


def kept(application: Application, name: str) -> str:
    """Reads what the disk has of a tab, as text."""
    application.services.drafts.flush()
    return json.dumps(Drafts(application.storage.place).load(name), ensure_ascii=False)


def rest(*storages: AsyncStorage) -> None:
    """Lets the window go on until everything that was asked of the disk was answered, and what is opened stands.

    The time-out of a test raises within a slot then, where nobody hears it: what never rests is told here.
    """
    bound = QTimer(singleShot=True)
    bound.start(NEVER_MS)
    while any(each._waiting for each in storages) or _is_opening():
        assert bound.isActive(), "the disk does not answer, or what was opened does not come to stand"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _is_opening() -> bool:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    lists = [vars(each)["library"]._list for each in windows if "library" in vars(each)]  # asking would make it
    dialogs = [*found, *(each for each in lists if each is not None)]
    campaigns = [vars(each)["campaigns"] for each in windows if "campaigns" in vars(each)]
    heads = [vars(each)["history"].late_head for each in windows if "history" in vars(each)]
    if any(each.is_opening for each in campaigns) or any(
        not making.is_done for each in heads for making in each.findChildren(Gradual)
    ):
        return True
    return any(not each.is_done for dialog in dialogs for each in dialog.findChildren(Gradual))


def at_rest() -> None:
    """The same for every window that is open."""
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    for each in windows:
        each._services.drafts.flush()
        for told in (each._memory, vars(each._services).get("plan_edits")):  # what the thread of the drafts has told
            if told is not None:  # for None everybody's would be sent
                QCoreApplication.sendPostedEvents(told)
    rest(*(each._services.storage for each in windows))


def execute(application: Application, *statements: str) -> None:
    """Has statements carried out on the connection that the window writes over."""

    def carry_out(stores: Stores) -> None:
        for statement in statements:
            stores.history._connection.execute(statement)

    application.storage.writer.wait_for(carry_out)


@contextlib.contextmanager
def no_room(application: Application) -> Iterator[None]:
    """Takes nothing of what is written, as a full disk does, until the end."""
    execute(application, "PRAGMA query_only = ON")
    try:
        yield
    finally:
        execute(application, "PRAGMA query_only = OFF")
