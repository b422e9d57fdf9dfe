"""The column of the window: it follows what is written, on every page, and says it to those who cannot see it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop import wire
from scoro_desktop.messages.channels.sms.parts import split
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours
from scoro_desktop.ui.phone.scene import Box, TextLine
from scoro_desktop.ui.preview.preview_pane import PreviewPane
from scoro_desktop.ui.preview.size_meter import SizeMeter, _Bar
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person
from tests.journey.sight import lines_on
from tests.ui.compose.messages import HARD_TEXTS, push_with

pytestmark = pytest.mark.looks

ANDROID, IPHONE, REQUEST = 0, 1, 2


def load(window: MainWindow, body: JsonObject, channel: Channel = Channel.PUSH) -> None:
    window.messages.open(Request.from_wire(channel, body), everyone=False, query_text='{"a": 1}')


def choose(window: MainWindow, page: int) -> None:
    bar = window.tab.preview.pages
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(page).center())


def lines(window: MainWindow, phone: str) -> list[str]:
    return lines_on(window.tab.preview.phones[phone].scene)


def form(window: MainWindow) -> PushForm:
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def test_the_phones_follow_every_key(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Goa")
    assert lines(window, "android").count("Goa") == 2
    person.type_into(window.tab.form.first(), "l")
    assert lines(window, "android").count("Goal") == 2
    choose(window, IPHONE)
    assert window.tab.preview.phones["iphone"].isVisible()
    assert lines(window, "iphone").count("Goal") == 2
    QTest.keyClick(window.tab.form.first(), Qt.Key.Key_Backspace)
    assert lines(window, "iphone").count("Goa") == 2
    choose(window, REQUEST)
    assert '"Goa"' in window.tab.preview.text()


def test_both_phones_follow_one_text(window: MainWindow, person: Person) -> None:
    choose(window, IPHONE)
    person.type_into(form(window).android.field("notification", "title").edit(), "Goal")
    assert lines(window, "iphone").count("Goal") == 2
    assert window.tab.preview.text().count('"Goal"') == 2
    size = len(wire.compact({"aps": {"alert": {"title": "Goal"}}}))
    assert window.tab.preview._meters["iphone"].text() == f"iPhone {size} / 4,096 B"


def test_the_parts_of_an_sms_follow_every_key(window: MainWindow, person: Person) -> None:
    window.tabs.setCurrentIndex(1)
    person.fill(window.tab.form.first(), "a" * 160)
    assert not any(line.startswith("Part") for line in lines(window, "sms"))
    person.type_into(window.tab.form.first(), "b")
    assert [line for line in lines(window, "sms") if line.startswith("Part")] == ["Part 1 of 2", "Part 2 of 2"]
    load(window, {"msg": {"text": "Привет, " * 30}}, Channel.SMS)
    assert f"Part 1 of {len(split('Привет, ' * 30).parts)}" in lines(window, "sms")


def test_a_section_that_is_turned_off_is_said_to_be(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "Goal")
    form(window).android.switch.click()
    assert "Android is turned off" in " ".join(lines(window, "android"))
    assert window.tab.preview._meters["android"].text() == "Android is turned off"
    form(window).android.switch.click()
    assert "Goal" in lines(window, "android")


@pytest.mark.parametrize("title", ["Goal", "Гол \U0001f600 «é»", 'a "quoted"\n\\ text'])
def test_the_meters_tell_the_bytes_that_the_platforms_get(window: MainWindow, title: str) -> None:
    notification: JsonObject = {"title": title, "color": "#112233"}
    data: JsonObject = {"match": "4117", "n": 5}
    aps: JsonObject = {"alert": {"title": title}, "badge": 3}
    own: JsonObject = {"own": [1, {"é": None}]}
    gcm = {"protocol": "http", "notification": notification, "data": data}
    load(window, push_with(gcm=gcm, apns={"topic": "t", "priority": 10, "aps": aps, **own}))
    preview = window.tab.preview
    size = len(wire.compact({"notification": notification, "data": data}))
    assert preview._meters["android"].text() == f"Android {size} / 4,096 B"
    size = len(wire.compact({"aps": aps, **own}))
    assert preview._meters["iphone"].text() == f"iPhone {size} / 4,096 B"
    for page in (ANDROID, IPHONE, REQUEST):
        choose(window, page)
        assert preview._meters["android"].isVisible()
        assert preview._meters["iphone"].isVisible()


@pytest.mark.parametrize(
    ("size", "words", "colour"),
    [
        (3686, "3,686 / 4,096 B", LIGHT.accent),
        (3687, "3,687 / 4,096 B: nearly full", LIGHT.caution),
        (4096, "4,096 / 4,096 B: nearly full", LIGHT.caution),
        (4097, "4,097 / 4,096 B: too big", LIGHT.danger),
    ],
)
def test_a_meter_warns_before_the_limit_and_past_it(window: MainWindow, size: int, words: str, colour: str) -> None:
    empty = len(wire.compact({"notification": {"title": ""}}))
    load(window, push_with(gcm={"notification": {"title": "x" * (size - empty)}}))
    meter = window.tab.preview._meters["android"]
    assert meter.text() == f"Android {words}"
    image = meter.grab().toImage()
    assert QColor(colour).name() in {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


class Layouts(QObject):
    """Counts how often a widget lays out what is in it, and how often it is drawn."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.laid_out = self.drawn = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.laid_out += event.type() is QEvent.Type.LayoutRequest
        self.drawn += event.type() is QEvent.Type.Paint
        return False


def test_a_key_draws_the_phone_once_and_lays_nothing_out(window: MainWindow, person: Person) -> None:
    title = window.tab.form.first()
    person.type_into(title, "Great match")
    QApplication.processEvents()
    pane, phone, audience = map(
        Layouts, (window.tab.preview, window.tab.preview.phones["android"], window.tab.audience)
    )
    QTest.keyClick(title, Qt.Key.Key_X)
    QApplication.processEvents()
    assert (pane.laid_out, audience.laid_out) == (0, 0)
    assert phone.drawn == 1


def test_the_words_of_a_meter_are_seen_to_the_last_letter_however_long(window: MainWindow) -> None:
    for size in (1, 90, 1500, 3900, 5000, 20):
        load(window, push_with(gcm={"notification": {"title": "x" * size}}, apns={"aps": {"alert": "x" * size}}))
        QApplication.processEvents()
        for key in ("android", "iphone"):
            words = window.tab.preview._meters[key].findChild(QLabel)
            assert isinstance(words, QLabel)
            assert words.isVisible()
            assert words.width() >= words.sizeHint().width()
            assert words.height() >= words.sizeHint().height()


def test_the_bar_of_a_meter_gives_way_to_words_though_the_meter_keeps_its_size(qtbot: QtBot) -> None:
    meter = SizeMeter("Android", 4096, LIGHT)
    qtbot.addWidget(meter)
    meter.show_size(47)
    meter.resize(330, 20)
    meter.show()
    words = meter.findChild(QLabel)
    assert isinstance(words, QLabel)
    for size in (4000, 4191):
        meter.show_size(size)
        assert words.width() >= words.sizeHint().width()
        assert meter.width() == 330


def test_what_came_while_the_preview_was_folded_is_shown_when_it_unfolds(window: MainWindow, person: Person) -> None:
    person.click(window.tools.preview)
    person.type_into(window.tab.form.first(), "Goal")
    assert "Goal" not in lines(window, "android")
    person.click(window.tools.preview)
    assert "Goal" in lines(window, "android")
    assert '"Goal"' in window.tab.preview.text()


@pytest.mark.parametrize(
    ("own", "phone", "toggled"),
    [
        (LIGHT, LIGHT, DARK),
        (DARK, DARK, LIGHT),
        (CONTRAST_LIGHT, CONTRAST_LIGHT, CONTRAST_DARK),
        (CONTRAST_DARK, CONTRAST_DARK, CONTRAST_LIGHT),
    ],
)
def test_the_phone_has_the_colours_of_the_app_until_others_are_chosen(
    window: MainWindow, person: Person, own: Colours, phone: Colours, toggled: Colours
) -> None:
    preview = window.tab.preview
    preview.set_colours(own)
    load(window, push_with(gcm={"notification": {"title": "t"}}))

    def screen() -> tuple[str, str]:
        box = next(each for each in preview.phones["android"].scene.items if isinstance(each, Box))
        return box.fill, box.line

    assert screen() == (phone.hover, phone.line)
    person.click(preview.dark)
    assert screen() == (toggled.hover, toggled.line)
    preview.set_colours(own)
    assert screen() == (toggled.hover, toggled.line)


def test_the_phone_follows_the_scheme_of_the_app(window: MainWindow) -> None:
    window.bar.appearance_chosen.emit("dark")
    box = next(each for each in window.tab.preview.phones["android"].scene.items if isinstance(each, Box))
    assert box.fill == DARK.hover
    window.bar.appearance_chosen.emit("light")
    box = next(each for each in window.tab.preview.phones["android"].scene.items if isinstance(each, Box))
    assert box.fill == LIGHT.hover


def test_a_screen_reader_hears_the_text_and_what_is_cut(window: MainWindow) -> None:
    load(window, push_with(gcm={"notification": {"title": "Goal", "body": "m" * 100, "sound": "horn"}}))
    heard = QAccessible.queryAccessibleInterface(window.tab.preview.phones["android"])
    assert heard.text(QAccessible.Text.Name) == "The message on Android"
    said = heard.text(QAccessible.Text.Description)
    for words in ("Collapsed", "Goal", "mmm", "Text cut here on most phones", "Sound: horn"):
        assert words in said


def test_the_pages_and_the_phone_are_reached_by_keyboard(window: MainWindow, person: Person) -> None:
    preview = window.tab.preview
    with person.qtbot.waitActive(window):
        window.activateWindow()
    preview.pages.setFocus()
    QTest.keyClick(preview.pages, Qt.Key.Key_Right)
    assert preview.phones["iphone"].isVisible()
    QTest.keyClick(preview.pages, Qt.Key.Key_Tab)
    assert window.focusWidget() is preview.dark
    QTest.keyClick(preview.dark, Qt.Key.Key_Tab)
    assert window.focusWidget() is preview.phones["iphone"]


def test_a_phone_shrinks_with_the_column_and_cuts_at_the_same_place(window: MainWindow) -> None:
    load(window, push_with(apns={"aps": {"alert": {"title": "t", "body": "The second half begins. " * 30}}}))
    choose(window, IPHONE)
    phone = window.tab.preview.phones["iphone"]
    before = lines(window, "iphone")
    window.tab.splitter.setSizes([600, 420, 260])
    assert phone.width() < phone.scene.width
    assert phone.minimumHeight() < phone.scene.height
    seen = [line for line in lines(window, "iphone") if "second half" in line]
    assert seen == [line for line in before if "second half" in line]
    scale = phone.minimumHeight() / phone.scene.height
    caption = next(each for each in phone.scene.items if isinstance(each, TextLine) and each.line.text == "Banner")
    assert caption.font.pixelSize() * scale == pytest.approx(12, abs=1)  # as readable as before


def test_a_phone_is_as_large_with_a_scroll_bar_as_without(qtbot: QtBot) -> None:
    pane = PreviewPane(Channel.PUSH, LIGHT)
    qtbot.addWidget(pane)
    body = push_with(apns={"aps": {"alert": {"title": "t", "body": "The second half begins. " * 30}, "badge": 1}})
    pane.pages.setCurrentIndex(IPHONE)
    pane.show_request(None, Draft(Request.from_wire(Channel.PUSH, body), "devices", None), has_session=False)
    pane.show()
    seen = set()
    for height in (300, 1200):
        pane.resize(380, height)
        QApplication.processEvents()
        area = next(each for each in pane.findChildren(QScrollArea) if each.widget() is pane.phones["iphone"])
        seen.add((area.verticalScrollBar().isVisible(), pane.phones["iphone"].minimumHeight()))
    assert len({size for _, size in seen}) == 1
    assert {visible for visible, _ in seen} == {True, False}


def test_no_text_is_too_hard_to_show(window: MainWindow) -> None:
    """Each comes while one of the pages is in front, which take turns, and is drawn on all of them."""
    pages = [ANDROID, IPHONE, REQUEST]
    preview = window.tab.preview
    for text in HARD_TEXTS:
        note = {"title": text, "body": text, "title_loc_key": text, "body_loc_args": text, "sound": text}
        aps = {"alert": {"title": text, "body": text, "loc-key": text, "loc-args": [text]}, "badge": 2**70}
        load(window, push_with(gcm={"notification": note}, apns={"aps": aps}))
        preview.grab()
        for page in pages:
            choose(window, page)
            assert preview.pages.currentIndex() == page
            preview.grab()
        pages = [*pages[1:], pages[0]]


def test_a_request_to_nobody_is_not_copied_for_everyone(window: MainWindow, person: Person) -> None:
    """The API takes a request without a query for one to everyone: who pastes it somewhere must not send it so."""
    window.messages.open(
        Request.from_wire(Channel.PUSH, push_with(gcm={"notification": {"title": "Sale"}})),
        everyone=False,
        query_text="",
    )
    choose(window, REQUEST)
    request = window.tab.preview.request
    QApplication.clipboard().setText("before")
    person.click(request.copy)
    assert QApplication.clipboard().text() == "before"
    assert "Nobody is chosen yet" in request.warning.text()
    assert request.warning.isVisible()
    person.fill(window.tab.audience.editor, '{"deviceType": "ios"}')
    assert not request.warning.isVisible()
    person.click(request.copy)
    assert '"query"' in QApplication.clipboard().text()
    window.tab.audience.everyone.setChecked(True)  # chosen, and so it may be copied
    assert not request.warning.isVisible()
    person.click(request.copy)
    assert '"query": {}' in QApplication.clipboard().text()


def test_what_cannot_be_sent_does_not_empty_the_clipboard(window: MainWindow, person: Person) -> None:
    load(window, push_with(gcm={"data": {"k": "\ud800"}}))
    choose(window, REQUEST)
    QApplication.clipboard().setText("before")
    person.click(window.tab.preview.request.copy)
    assert QApplication.clipboard().text() == "before"


def test_the_bars_of_two_platforms_begin_at_one_line(window: MainWindow) -> None:
    def bars() -> list[int]:
        meters = [window.tab.preview._meters[key] for key in ("android", "iphone")]
        return [child.geometry().left() for each in meters for child in each.children() if type(child) is _Bar]

    for size in (20, 3900, 5000, 20):
        load(window, push_with(gcm={"notification": {"title": "x" * size}}, apns={"aps": {"alert": "x"}}))
        QApplication.processEvents()
        left, right = bars()
        assert left == right
    words = [window.tab.preview._meters[key].findChild(QLabel) for key in ("android", "iphone")]
    assert all(each is not None and each.width() >= each.sizeHint().width() for each in words)
