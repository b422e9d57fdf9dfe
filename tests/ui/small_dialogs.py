"""Opens dialogs in a process of its own on whatever screen it is given, and says which are too large for it or cut."""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.kit.room import room
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.smoke import wait
from scoro_desktop.ui.window.main_pages import MainPage
from tests.storage.keyrings import MemoryKeyring
from tests.ui.clipped import clipped
from tests.ui.compose.messages import push_with
from tests.ui.scaled import settle

QUERY = '{"deviceType": "android", "city": "Moscow", "lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
TEXT = {"title": "Португалия — Дания", "body": "Отличный матч! Второй тайм начнётся через десять минут."}
NAMES = (
    *("accounts.manage", "curl.import", "audiences.person", "audiences.open"),
    *("drafts.save", "templates.save", "help.keys", "help.palette", "later.show", "history.person"),
    *("campaign.do_not_send", "sandbox.arrived", "message.send"),
)
LISTS = ("drafts.open", "templates.open")
"""These are pages of the window."""


def main() -> None:
    application = Application(make_qt(), Path(sys.argv[1]), vault=Vault(MemoryKeyring()))
    application._change_language("ru")
    application.show()
    window = application.window
    window.building.finish()
    body = push_with(gcm={"notification": TEXT}, apns={"aps": {"alert": {**TEXT, "title": "Дания"}, "badge": 1}})
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.value is not None, "the count")
    told: dict[str, list[str]] = {}

    def look(name: str) -> None:
        settle()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        found = told.setdefault(name, [] if dialogs else ["was not opened"])
        for dialog in dialogs:
            for each in dialog.findChildren(Gradual):
                each.finish()
            settle()
            if dialog.size() != dialog.size().boundedTo(room(dialog)):
                found.append(f"{dialog.width()} x {dialog.height()}")
            found += clipped(dialog)
            dialog.done(0)
        settle()

    for name in NAMES:
        window.turn_to(MainPage.COMPOSE)
        window.commands[name].trigger()
        look(name)
    for name in LISTS:
        window.commands[name].trigger()
        settle()
        told[name] = clipped(window)
    window.turn_to(MainPage.COMPOSE)
    window.tab.audience.count.see.click()
    wait([window.tab.count_changed], lambda: bool(window.findChildren(SampleView)), "the sample")
    look("sample")
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    application.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
