"""The whole way once, unattended: one message of each channel through the real window to the sandbox."""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance, qVersion
from PySide6.QtWidgets import QPushButton

from scoro_desktop import __version__
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow

TIME_LIMIT_MS = 60_000


class SmokeError(Exception):
    """Something on the way did not come in time."""


def wait(signals: list[SignalInstance], reached: Callable[[], bool], what: str) -> None:
    """Lets the app run until `reached()` is true. Raises SmokeError, naming `what`, when that takes too long."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(TIME_LIMIT_MS)

    def look(*_arguments: object) -> None:
        if reached():
            loop.quit()

    for signal in signals:
        signal.connect(look)
    if not reached():
        loop.exec()
    for signal in signals:
        signal.disconnect(look)
    if not reached():
        raise SmokeError(what)


def send_one(window: MainWindow, channel: Channel) -> dict[str, object]:
    """Composes, counts, confirms and sends one message; what its row in the history says."""
    request = Request.from_wire(channel, CHANNELS[channel].trial)
    window.messages.open(request, everyone=False, query_text=json.dumps(request.query))
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.value is not None, "the count")
    settled: list[Send] = []

    def keep(send: Send) -> None:
        if send.outcome is not Outcome.SENDING:
            settled.append(send)

    window.flow.row_changed.connect(keep)
    dialog = window.send()
    if dialog is None:
        raise SmokeError(window.footer.text())
    confirm(dialog)
    wait([window.flow.row_changed], lambda: bool(settled), "the outcome")
    window.flow.row_changed.disconnect(keep)
    return {"outcome": settled[0].outcome.value, "count": settled[0].count}


def confirm(dialog: ConfirmDialog) -> None:
    """Does what the dialog asks for, then presses its button."""
    wait([dialog.counted], lambda: dialog.count is not None, "the count in the confirmation")
    dialog.typed.setText(str(dialog.count))
    button: QPushButton = dialog.send_button
    button.click()


def smoke(window: MainWindow, keyring: str | None) -> int:
    """Sends one of each and prints one line of JSON; 0 when both were sent."""
    window.show()
    report: dict[str, object] = {"version": __version__, "qt": qVersion(), "keyring": keyring}
    sent = True
    for channel in Channel:
        try:
            result = send_one(window, channel)
        except SmokeError as error:
            result = {"outcome": f"no {error}", "count": None}
        report[channel.value] = result
        sent = sent and result["outcome"] == Outcome.SENT.value
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return 0 if sent else 1
