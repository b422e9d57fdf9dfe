"""States of the window that are worth a look: messages for the previews, commands to import, confirmations."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time

from looking import View

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Account, Environment
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.smoke import wait
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject

LONG = {
    "en": "The second half begins in ten minutes, and everybody who has a ticket for the north stand is asked to come "
    "in by gate seven: gate four is closed because of the rain. Bring the ticket and something to keep you dry. ",
    "ru": "Второй тайм начнётся через десять минут, и всех, у кого билет на северную трибуну, просят входить через "
    "ворота номер семь: ворота номер четыре закрыты из-за дождя. Возьмите билет и что-нибудь от дождя. ",
}
RIGHT_TO_LEFT = (
    "\u05de\u05d1\u05e6\u05e2 50% Sale \U0001f389",
    "\u0639\u0631\u0636 \u0627\u0644\u064a\u0648\u0645 (2 + 1) \u2014 OK?",
)
EMOJI = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f7\U0001f1fa \U0001f44d\U0001f3fd e\u0301 \u2764\ufe0f"

PUSHES: dict[str, Callable[[str], JsonObject]] = {
    "long": lambda language: {
        "gcm": {
            "notification": {"title": LONG[language], "body": LONG[language] * 4, "color": "#B42318", "sound": "goal"}
        },
        "apns": {
            "aps": {
                "alert": {"title": LONG[language], "subtitle": LONG[language], "body": LONG[language] * 2},
                "badge": 128,
                "sound": {"name": "goal.aiff", "volume": 0.5},
            }
        },
    },
    "right-to-left": lambda _language: {
        "gcm": {"notification": {"title": RIGHT_TO_LEFT[0], "body": f"{RIGHT_TO_LEFT[1]}\n{EMOJI}"}},
        "apns": {"aps": {"alert": {"title": RIGHT_TO_LEFT[0], "body": f"{RIGHT_TO_LEFT[1]}\n{EMOJI}"}, "badge": 0}},
    },
    "by-key": lambda _language: {
        "gcm": {"notification": {"title_loc_key": "GOAL", "title_loc_args": '["Denmark", "2:1"]', "body": "2:1"}},
        "apns": {"aps": {"alert": {"title-loc-key": "GOAL", "title-loc-args": ["Denmark"], "body": "2:1"}}},
    },
    "silent": lambda _language: {"gcm": {"data": {"k": "v"}}, "apns": {"aps": {"badge": 3}}},
}
WRONG: JsonObject = {
    "gcm": {
        "notification": {"title": "t" * 4100, "color": "red", "title_loc_args": "x"},
        "data": {"from": "me", "n": 1},
    },
    "apns": {
        "id": "123e4567-e89b-12d3-a456-42665544000",
        "collapseId": "\u044f" * 33,
        "expiration": "2006-01-02T15:04:05Z07:00",
        "priority": 7,
        "aps": {"alert": {"title": "t", "loc-args": ["x"]}, "badge": -1, "relevance-score": 2},
    },
}
SMS = {
    "quotes": "Your order is ready \u201ctoday\u201d. "
    + "We are open until nine in the evening, come and see us. " * 2,
    "emoji": "Your order is ready \U0001f389 " + "We are open until nine, come and see us. " * 2 + "Ol\u00e1!",
    "cyrillic": LONG["ru"],
    "extension": "[a] {b} ^ ~ | \\ \u20ac" * 12,
}
COMMAND = """curl 'https://api.scorocode.ru/api/v1/sendpush' \\
  -H 'Content-Type: application/json' -H 'X-Trace: 1' --compressed \\
  --data-raw '{"app": "0a1b2c", "cli": "not a real key", "acc": "nor this", "coll": "devices",
  "query": {"deviceType": "ios"}, "ttl": 60,
  "msg": {"data": {"apns": {"aps": {"alert": {"title": "It'\\''s on", "body": "Great match!"}}, "acme": [1]}}}}'"""
BROKEN_COMMAND = """curl https://api.scorocode.ru/api/v1/sendpush -d '{"coll": "devices", // everyone
  "msg": {}}'"""


def request(channel: Channel, message: JsonObject) -> Request:
    """A message with its usual collection."""
    return Request.from_wire(channel, {"coll": "devices" if channel is Channel.PUSH else "users", "msg": message})


def previews(window: MainWindow, language: str) -> Iterator[View]:
    """Each phone whole, light and dark, and the request."""
    if window.tab.preview.isHidden():  # folded away in a narrow window
        return
    for name, make in PUSHES.items():
        window.messages.open(request(Channel.PUSH, {"data": make(language)}), everyone=False, query_text="{}")
        preview = window.tab.preview
        for page, phone in enumerate(preview.phones.values()):
            preview.pages.setCurrentIndex(page)
            yield f"phone-{name}-{list(preview.phones)[page]}", phone, lambda: None
        preview.pages.setCurrentIndex(0)
        if name == "long":
            yield "preview-long", window, lambda: None
            preview.pages.setCurrentIndex(2)
            yield "preview-request", window, lambda: None
            preview.pages.setCurrentIndex(1)
            preview.dark.click()
            yield "phone-other-scheme", preview.phones["iphone"], preview.dark.click


def problems(window: MainWindow, _language: str) -> Iterator[View]:
    """Views of what limits say, beside their fields."""
    window.messages.open(request(Channel.PUSH, {"data": WRONG}), everyone=False, query_text="{}")
    window.tab.preview.pages.setCurrentIndex(0)
    form = window.tab.form
    yield "problems", window, lambda: None
    yield "problems-form", form, lambda: None


def texts(window: MainWindow, _language: str) -> Iterator[View]:
    """An SMS of every sort: what makes it longer, its parts, its price."""
    for name, text in SMS.items():
        window.messages.open(
            request(Channel.SMS, {"text": text}), everyone=False, query_text='{"phone": {"$exists": true}}'
        )
        live = window.tab.live_count
        wait([window.tab.count_changed], lambda: live.count.state.value == "known", "the count")  # noqa: B023
        yield f"sms-{name}", window, lambda: None
        if window.tab.preview.isVisible():
            yield f"bubbles-{name}", window.tab.preview.phones["sms"], lambda: None


def imports(window: MainWindow) -> Iterator[View]:
    """The dialog that reads a command."""
    for name, text in (("import", COMMAND), ("import-mistake", BROKEN_COMMAND)):
        dialog = window.curl.show_import()
        dialog.editor.setPlainText(text)
        wait([dialog.read], lambda: dialog._told is not None, "what was pasted")  # noqa: B023
        yield name, dialog, dialog.reject


def confirmations(window: MainWindow) -> Iterator[View]:
    """The question before a send, in each of its states."""
    window.tab.audience.by_conditions.setChecked(True)
    draft, account = window.tab.draft(), window.current.account
    if account is None:
        return
    production = dataclasses.replace(account, environment=Environment.PRODUCTION, name="Shop", ceiling=1000)
    begin, end = (time((datetime.now(UTC).hour + 3 + hours) % 24) for hours in (-2, 8))  # around now, in Moscow
    quiet = dataclasses.replace(production, quiet_hours=QuietHours(begin, end, "Europe/Moscow"))
    refused = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="No right to read")

    def ask(account: Account, answer: Counted | Failure) -> ConfirmDialog:
        dialog = ConfirmDialog(draft, account, (), window._appearance.colours, parent=window)
        dialog.open()
        dialog.show_count(answer)
        return dialog

    for name, its_account, answer in (
        ("unknown", production, refused),
        ("nobody", production, Counted(0, 12_431)),
        ("quiet", quiet, Counted(812, 12_431)),
    ):
        dialog = ask(its_account, answer)
        yield f"confirm-{name}", dialog, dialog.reject
    dialog = ask(production, Counted(812, 12_431))
    dialog.send_button.click()
    yield "confirm-counting-again", dialog, lambda: None
    dialog.show_count(Counted(1024, 12_431))
    yield "confirm-moved", dialog, dialog.reject
