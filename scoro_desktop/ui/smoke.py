"""The whole way once, unattended: one message of each channel through the real window to the sandbox, and a list of
people in each way that lists are read.
"""

import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance, qVersion
from PySide6.QtWidgets import QPushButton

from scoro_desktop import __version__
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import ENCODINGS, Kind, Source, UnreadableFileError
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow

TIME_LIMIT_MS = 60_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINK = '<Relationships><Relationship Id="a" Type="{}/{}" Target="{}"/></Relationships>'
_CELL = '<row r="1"><c r="A1"><v>79123456789</v></c></row>'
_SHEET = {
    "_rels/.rels": _LINK.format(_REL, "officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
    '<sheet name="1" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _LINK.format(_REL, "worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{_CELL}</sheetData></worksheet>',
}
"""The parts of a workbook with one phone."""


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


def unread_lists() -> list[str]:
    """Lists the encodings, or "xlsx", of files that come out wrong: what reads them may be missing in a package."""
    wrong = []
    with tempfile.TemporaryDirectory(prefix="scoro-desktop-") as folder:
        path = Path(folder, "people.xlsx")
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in _SHEET.items():
                archive.writestr(name, text)
        for name in ("xlsx", *ENCODINGS):
            try:
                if name == "xlsx":
                    source = Source(Kind.XLSX)
                else:
                    source = Source(Kind.CSV, name, ";")
                    path.write_bytes("79123456789\n".encode(name))
                phones = [row.cells for row in read(path, source)]
            except (UnreadableFileError, LookupError):
                phones = []
            if phones != [("79123456789",)]:
                wrong.append(name)
    return wrong


def smoke(window: MainWindow, keyring: str | None) -> int:
    """Sends one of each and prints one line of JSON; 0 when both were sent, and lists of every kind were read."""
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
    report["unread_lists"] = unread = unread_lists()
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return 0 if sent and not unread else 1
