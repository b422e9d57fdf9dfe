"""Makes the picture of the window that the README shows: `make screenshots`, or with a folder and `--all` for a look.

`--all` is each of some 200 states in both languages, schemes and sizes, eight times two to four minutes; `--language`,
`--scheme` and `--width` leave some of these out.

Every picture is of the real window over a temporary folder and the built-in sandbox, so it holds nobody's keys.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

# A screen with room for every window, so that what opens stands where it does for a person. Named by the way from here:
# Qt reads a path by the locale, which may know no letters but those of English.
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={os.path.relpath(Path(__file__).with_name('screen.json'))}"
)
# A keyring of the machine must not show in a picture, nor be asked.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=none"

import views_around
import views_audience
import views_campaigns
import views_dates
import views_fields
import views_history
import views_kept
import views_later
import views_lists
import views_open
import views_rare
import views_sending
from looking import View, picture, settle
from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from views import confirmations, imports, previews, problems, texts

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.smoke import confirm, wait
from scoro_desktop.ui.window.main_window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "screenshots"
TEXTS = {
    "en": ("Portugal vs. Denmark", "Great match! The second half begins in ten minutes."),
    "ru": ("Португалия — Дания", "Отличный матч! Второй тайм начнётся через десять минут."),
}
SMS = {"en": "Your order 4117 is ready. We are open until 9 pm.", "ru": "Ваш заказ 4117 готов. Ждём вас до 21:00."}
QUERY = '{\n  "deviceType": "android",\n  "userId": {"$exists": true}\n}'
BROKEN = '{\n  "deviceType": "android",\n  "userId": {"$exist": true}\n}'


def push(language: str) -> Request:
    title, body = TEXTS[language]
    return Request.from_wire(
        Channel.PUSH,
        {
            "coll": "devices",
            "msg": {
                "data": {
                    "gcm": {"notification": {"title": title, "body": body}, "data": {"match": "4117"}},
                    "apns": {"aps": {"alert": {"title": title, "body": body}, "badge": 1}},
                }
            },
        },
    )


def send_both(application: Application, language: str) -> None:
    """One send of each kind, for a history with something in it."""
    window = application.window
    sms = Request.from_wire(Channel.SMS, {"coll": "users", "msg": {"text": SMS[language]}})
    for request, query in ((sms, '{"phone": {"$exists": true}}'), (push(language), QUERY)):
        window.messages.open(request, everyone=False, query_text=query)
        wait([window.tab.count_changed], lambda: window.tab.live_count.count.value is not None, "the count")
        dialog = window.send()
        if dialog is None:
            raise RuntimeError(window.footer.text())
        settled: list[Outcome] = []
        window.flow.row_changed.connect(lambda send, settled=settled: settled.append(send.outcome))
        confirm(dialog)
        wait([window.flow.row_changed], lambda: Outcome.SENT in settled, "the outcome")  # noqa: B023


def views(application: Application, language: str) -> Iterator[View]:
    """Each state worth a look: its name, its widget, and what puts it away again. More of them stand in `views`."""
    window = application.window
    window.building.finish()
    yield "empty", window, lambda: None
    yield from views_kept.empties(window)
    send_both(application, language)
    yield "main", window, lambda: None
    window.tab.audience.by_query.setChecked(True)
    window.tab.audience.editor.replace(BROKEN)
    yield "query-mistake", window, lambda: None
    window.tab.audience.editor.replace(QUERY)
    window.tab.audience.by_conditions.setChecked(True)
    window.tab.form.android.more.setChecked(True)  # type: ignore[attr-defined]
    yield "more", window, lambda: None
    window.tab.form.android.more.setChecked(False)  # type: ignore[attr-defined]
    for name, everyone in (("confirm", False), ("confirm-everyone", True)):
        (window.tab.audience.everyone if everyone else window.tab.audience.by_conditions).setChecked(True)
        dialog = window.send()
        if isinstance(dialog, ConfirmDialog):
            wait([dialog.counted], lambda dialog=dialog: dialog.count is not None, "the count")  # type: ignore[misc]
            yield name, dialog, dialog.reject
    yield from confirmations(window)
    yield from views_sending.sends(window)
    yield from imports(window)
    yield from previews(window, language)
    yield from problems(window, language)
    yield from views_fields.menus(window, language)
    yield from views_kept.drafts(window, language)
    yield from views_kept.templates(window, language)
    yield from views_kept.audiences(window, language)
    yield from views_fields.emoji(window, language)
    yield from views_fields.moments(window, language)
    yield from views_fields.values(window, language)
    yield from views_audience.conditions(window, language)
    yield from views_dates.relative_dates(window, language)
    yield from views_audience.locked(window, language)
    yield from views_audience.counting(window, language)
    yield from views_around_it(window, language)
    window.tabs.setCurrentIndex(1)
    yield "sms", window, lambda: None
    yield from texts(window, language)
    window.accounts.show().opening.finish()
    yield from dialogs(window, "accounts")
    window.show_sandbox()
    yield from dialogs(window, "sandbox")


def views_around_it(window: MainWindow, language: str) -> Iterator[View]:
    """Pages and dialogs beside the message."""
    yield from views_around.past(window)
    yield from views_history.page(window, language)
    yield from views_around.accounts(window)
    yield from views_around.refusals(window)
    yield from views_around.trouble(window)
    yield from views_around.silent()
    yield from views_around.commands(window)
    yield from views_around.questions(window)
    yield from views_around.people(window)
    yield from views_later.later(window, language)
    yield from views_campaigns.campaigns(window, language)
    yield from views_rare.rare(window, language)
    yield from views_open.open_over(window, language)
    yield from views_lists.lists(window, language)


def dialogs(window: QWidget, name: str) -> Iterator[View]:
    """The windows that are open beside the main one."""
    open_ones = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    for widget in open_ones:
        yield name, widget, widget.close


def photograph(language: str, scheme: str, size: tuple[int, int], folder: Path, *, only: str | None = None) -> None:
    """Takes every picture, or the one named `only`, in one language, scheme and size."""
    qt = make_qt()
    with tempfile.TemporaryDirectory() as data:
        connection = open_database(Path(data) / DATABASE)
        settings = Settings(connection)
        settings.language = language  # type: ignore[assignment]
        settings.appearance = scheme  # type: ignore[assignment]
        connection.close()
        application = Application(qt, Path(data))
        application.show()
        application.window.resize(*size)
        for name, widget, put_away in views(application, language):
            settle()
            if only in {None, name}:
                suffix = "" if only else f"-{language}-{scheme}-{size[0]}"
                picture(widget).save(str(folder / f"{name}{suffix}.png"))
            put_away()
            if name == only:
                break
        application.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--all", action="store_true", help="every view, in both languages, schemes and sizes")
    parser.add_argument("--language", choices=("en", "ru"), help="with --all: no other language")
    parser.add_argument("--scheme", choices=("light", "dark"), help="with --all: no other colours")
    parser.add_argument("--width", type=int, choices=(1280, 1024), help="with --all: no other size")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_without_remarks_on_the_screen)
    if not options.all:
        photograph("en", "light", (1280, 800), options.folder, only="main")
        return 0
    for language, scheme, size in product(("en", "ru"), ("light", "dark"), ((1280, 800), (1024, 640))):
        if (
            options.language in {None, language}
            and options.scheme in {None, scheme}
            and options.width in {None, size[0]}
        ):
            print(f"{language}, {scheme}, {size[0]} x {size[1]}", flush=True)
            photograph(language, scheme, size, options.folder)
    return 0


def _without_remarks_on_the_screen(_kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """Passes on what Qt has to say, but for what a platform without a screen says it cannot do with a window."""
    if text and not text.startswith("This plugin does not support "):
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
