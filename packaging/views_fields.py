"""Fields of the form with what opens from them: emoji, moments, values in JSON, problems, menus."""

from collections.abc import Iterator

from looking import View, dropped, nothing, seen, settle
from PySide6.QtWidgets import QApplication, QDialog
from views import WRONG, request

from scoro_desktop.messages.request import Channel
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_values import KeyValuesField
from scoro_desktop.ui.compose.moment_field import MomentField
from scoro_desktop.ui.editor.edit_dialog import TextDialog
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.ui.emoji.emoji_button import EmojiButton
from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker
from scoro_desktop.ui.kit.page_scroll_area import put_keyboard
from scoro_desktop.ui.moments.zone_dialog import ZoneDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject

CARRIED: JsonObject = {
    "gcm": {"notification": {"title": "Goal"}, "mutable_content": True, "time_to_live": 600},
    "apns": {"aps": {"alert": {"title": "Goal"}}, "acme": {"id": 4117, "tags": ["a", "b"]}},
}
ROWS: JsonObject = {
    "match": "4117",
    "minute": 45,
    "live": True,
    "score": {"home": 2, "away": 1, "scorers": ["Ronaldo", "Eriksen"]},
}
NO_JSON = '{\n  "home": 2,\n  "away": 1,,\n  "scorers": ["Ronaldo"\n}'
SEARCHED = {"en": "heart", "ru": "сердце"}


def emoji(window: MainWindow, language: str) -> Iterator[View]:
    """The picker in each of its states, and where there is no room below its field."""
    window.messages.open(request(Channel.PUSH, {"data": CARRIED}), everyone=False, query_text="{}")
    buttons = [each for each in window.tab.findChildren(EmojiButton) if each.isVisible()]
    for name, text in (("emoji", ""), ("emoji-search", SEARCHED[language]), ("emoji-nothing", "qqqq")):
        buttons[0].open_picker()
        picker = seen(EmojiPicker)
        picker.search.setText(text)
        yield name, window, picker.close
    place = window.pos()
    window.move(1920 - window.width(), 1080 - window.height())
    window.tab.go_to(("msg", "data", "apns", "aps", "alert", "body"))
    settle()
    buttons[-1].open_picker()
    yield "emoji-at-the-edge", window, seen(EmojiPicker).close
    window.move(place)


def moments(window: MainWindow, _language: str) -> Iterator[View]:
    """A date with its clock, its zone and its spans."""
    form = window.tab.form
    if not isinstance(form, PushForm):
        return
    window.tab.go_to(("msg", "data", "apns", "expiration"))
    field = next(each for each in form.fields() if isinstance(each, MomentField))
    settle()
    yield "moment-none", window, nothing
    yield "moment-soon", window, dropped(field.soon.menu(), field.soon)
    field.choose.click()
    yield "moment", window, nothing
    field.when.zone.showPopup()
    yield "moment-zones", window, field.when.zone.hidePopup
    field._ask()
    yield "moment-span", window, field._leave_span
    field.load("2006-01-02T15:04:05Z07:00")
    yield "moment-as-text", window, lambda: field.load(None)
    zones = ZoneDialog(window)
    zones.open()
    yield "zones", zones, nothing
    zones.search.setText("qqq")
    yield "zones-nothing", zones, zones.reject


def values(window: MainWindow, _language: str) -> Iterator[View]:
    """Keys and values of each type, and the editors that they open."""
    form = window.tab.form
    if not isinstance(form, PushForm):
        return
    form.details.setChecked(True)
    field = next(each for each in form.iphone.fields() if isinstance(each, KeyValuesField))
    field.load(ROWS)
    window.tab.go_to(("msg", "data", "apns", "customFields"))
    put_keyboard(field.edit(), window.tab)
    settle()
    yield "values", window, nothing
    rows = list(field._used_rows())
    rows[-1].edit_at_length()
    dialog = seen(JsonDialog)
    yield "value-json", dialog, nothing
    dialog.pane.editor.setPlainText(NO_JSON)
    settle()
    yield "value-json-mistake", dialog, lambda: QDialog.reject(dialog)
    rows[0].edit_at_length()
    text = seen(TextDialog)
    yield "value-text", text, text.reject
    QApplication.clipboard().setText('{"match": "4118", "stadium": "Luzhniki"}')
    field._paste_clicked()
    yield "paste-json", seen(JsonDialog), seen(JsonDialog).take.click
    yield "values-pasted", window, nothing
    field._all_clicked()
    yield "values-all", seen(JsonDialog), seen(JsonDialog).reject
    form.android.also.edit()
    yield "also-sent", seen(JsonDialog), seen(JsonDialog).reject
    put_keyboard(form.android.also, window.tab)
    settle()
    yield "also-sent-listed", window, nothing


def menus(window: MainWindow, _language: str) -> Iterator[View]:
    """The list of problems, and the menus of the bar at the top."""
    window.messages.open(request(Channel.PUSH, {"data": WRONG}), everyone=False, query_text='{"a": 1}')
    window.footer.list_button.click()
    yield "problem-list", window, window.footer.list_button.click
    bar = window.bar
    for name, button in (("menu", bar.menu), ("menu-open", window.tools.open), ("menu-save", window.tools.save)):
        yield name, window, dropped(button.menu(), button)
