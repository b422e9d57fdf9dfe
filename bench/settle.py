"""Measures the time from the click on Send, in the confirmation, to the settled row in the table of the history.

    python bench/settle.py [FOLDER] [--pairs N] [--rows N]

In pairs, taken in turns: the window, and beside it what cannot be done without: the count and the send, over the same
client, and the two commits, one after the other in this thread. The server is a process of its own that takes 20 ms for
each answer. The count of the app is two requests (the whole collection is counted first, to know whether the audience
is everyone); the yardstick is told with both, and with one alone. Ends with 1 where the middle ratio to the yardstick
with the app's own count is over 1.3. FOLDER holds a history of many sends (bench/gaps.py), else it is empty.
"""

import argparse
import contextlib
import dataclasses
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from calls import MemoryKeyring
from heartbeat import rest, rest_until
from many_sends import make
from PySide6.QtCore import QEventLoop, QModelIndex
from PySide6.QtWidgets import QApplication

from scoro_desktop import app
from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience.live_count import count_with
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.runtime.qt_application import make_qt, spare_the_window
from scoro_desktop.ui.runtime.send_once import send_with
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.wire import JsonObject
from tests.scorocode.socket_server import answer, receive
from tests.storage.sends import new_send

MOST: Final = 1.3
DELAY_S: Final = 0.02
KEYS: Final = Keys("CLIENT-word-1", "ACCESS-word-2", "")
QUERY: Final[JsonObject] = {"deviceType": "android"}
MESSAGE: Final[JsonObject] = {"data": {"gcm": {"notification": {"title": "Great match", "body": "Tickets"}}}}


def serve() -> None:
    """Answers each request on each connection after `DELAY_S`, for as long as somebody reads our output."""

    def talk(connection: socket.socket) -> None:
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while request := receive(connection):
                time.sleep(DELAY_S)
                if b"sendpush" in request[:100]:
                    connection.sendall(answer(b'{"count":7,"error":false}'))
                else:
                    number = 7 if b'"deviceType"' in request else 12
                    connection.sendall(answer(b'{"result":%d,"error":false}' % number))

    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    while True:
        threading.Thread(target=talk, args=(listening.accept()[0],), daemon=True).start()


class Stage:
    def __init__(self, application: Application, account: Account, folder: Path) -> None:
        self.window = application.window
        self._account = account
        self._make_client: Callable[[], object] = lambda: app.make_client(account, KEYS, Limits())
        self._history = History(open_database(folder / "beside.sqlite3"))
        self._number = 0

    def click_to_settled(self) -> float:
        """Seconds until the table shows what came of it."""
        self._number += 1
        body = {**MESSAGE, "data": {"gcm": {"notification": {"title": f"Message {self._number}"}}}}
        tab = self.window.tab
        request = Request.from_wire(Channel.PUSH, {"coll": "devices", "msg": body})
        tab.load(request, everyone=False, query_text='{"deviceType": "android"}')
        rest_until(lambda: tab.live_count.count.state.value == "known")
        rest(1.3)
        dialog = self.window.send()
        assert isinstance(dialog, ConfirmDialog), self.window.footer.text()
        rest_until(dialog.send_button.isEnabled)
        rest(0.3)
        model = self.window.history.table.model()
        loop = QEventLoop()

        def look() -> None:
            row = [str(model.index(0, each).data()) for each in (history_model.MESSAGE, history_model.OUTCOME)]
            if str(self._number) in row[0] and row[1] == "Sent":
                loop.quit()

        model.dataChanged.connect(look)
        model.modelReset.connect(look)
        begun = time.perf_counter()
        dialog.send_button.click()
        loop.exec()
        taken = time.perf_counter() - begun
        model.dataChanged.disconnect(look)
        model.modelReset.disconnect(look)
        assert model.rowCount(QModelIndex()) >= self._number
        rest(0.3)
        return taken

    def by_themselves(self) -> tuple[float, float]:
        """Seconds of the requests and the commits; with the app's own count, and with a count of one request."""
        request: JsonObject = {"coll": "devices", "query": QUERY, "msg": MESSAGE}
        begun = time.perf_counter()
        assert not isinstance(count_with(self._make_client, "devices", QUERY), Failure)  # type: ignore[arg-type]
        counted = time.perf_counter()
        send = self._history.record(new_send(request=request))
        reply = send_with(self._make_client, Channel.PUSH, request)  # type: ignore[arg-type]
        assert self._history.settle(send.id, reply).outcome is Outcome.SENT
        ended = time.perf_counter()
        client = app.make_client(self._account, KEYS, Limits())
        once = time.perf_counter()
        client.count("devices", QUERY)
        client.close()
        return ended - begun, ended - counted + time.perf_counter() - once


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=12)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.serve:
        serve()
    server = subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    with contextlib.ExitStack() as ends:
        ends.callback(server.kill)
        address = f"http://127.0.0.1:{server.stdout.readline().strip()}/api/v1/"
        folder = chosen.folder or Path(ends.enter_context(tempfile.TemporaryDirectory()))
        if chosen.folder:
            make(folder, chosen.rows)
        account = Account("shop-1", "Shop", Environment.TEST, address, "the-application", AccessKind.MASTER)
        account = dataclasses.replace(account, requests_per_second=100)
        with contextlib.closing(open_database(folder / DATABASE)) as connection:
            AccountStore(connection).remove(account.id)
            AccountStore(connection).add(account)
        vault = Vault(MemoryKeyring())  # type: ignore[arg-type]
        vault.keep_for_session(account, KEYS)
        qt = make_qt()
        application = Application(qt, folder, vault=vault, with_sandbox=False)
        application.show()
        spare_the_window()
        rest(1.5)
        stage = Stage(application, account, folder)
        pairs = []
        for number in range(chosen.pairs + 2):
            ours, (whole, strict) = stage.click_to_settled(), stage.by_themselves()
            if number >= 2:  # the first imports
                pairs.append((ours, whole, strict))
                print(
                    f"{ours * 1000:6.1f} ms  {ours / whole:5.2f} times  ({ours / strict:.2f} with one count)",
                    flush=True,
                )
        application.close()
        QApplication.processEvents()
    ratio = statistics.median(ours / whole for ours, whole, _ in pairs)
    strictly = statistics.median(ours / strict for ours, _, strict in pairs)
    floor = statistics.median(whole for _, whole, _ in pairs) * 1000
    print(f"middle: {ratio:.2f} times {floor:.0f} ms; {strictly:.2f} times with one count")
    return 1 if ratio > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
