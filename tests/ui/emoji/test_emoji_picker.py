from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.emoji import GROUPS
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.form_tools import RecentEmoji
from scoro_desktop.ui.emoji.emoji_button import EmojiButton
from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker
from tests.ui.compose.conftest import push_form, sms_form

__all__ = ["push_form", "sms_form"]

Edit = QLineEdit | QPlainTextEdit


class Page(QWidget):
    """A field with its button."""

    def __init__(self, edit: Edit, recent: RecentEmoji, hint: str = "") -> None:
        super().__init__()
        self.edit = edit
        self.button = EmojiButton(edit, "Title", recent, hint, self)
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(edit)


@pytest.fixture
def recent() -> RecentEmoji:
    return RecentEmoji(lambda: ["🎉", "gone", "🎁"])


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def page(request: pytest.FixtureRequest, qtbot: QtBot, recent: RecentEmoji) -> Page:
    make: Callable[[], Edit] = request.param
    made = Page(make(), recent)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.edit.setFocus()
    return made


def text_of(edit: Edit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def picker_of(page: QWidget) -> EmojiPicker:
    (picker,) = [each for each in page.findChildren(EmojiPicker) if each.isVisible()]
    return picker


def open_picker(page: Page) -> EmojiPicker:
    press(page.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    return picker_of(page)


def shown(picker: EmojiPicker) -> list[str]:
    model = picker.grid.model()
    cells = [model.index(row, column).data() for row in range(model.rowCount()) for column in range(9)]
    return [str(each) for each in cells if each]


def test_the_keys_open_it_and_enter_picks_what_was_searched_for(page: Page, recent: RecentEmoji) -> None:
    QTest.keyClicks(page.edit, "ab")
    press(page.edit, Qt.Key.Key_Left)
    picker = open_picker(page)
    assert QApplication.focusWidget() is picker.search
    QTest.keyClicks(picker.search, "wrapped")
    press(picker.search, Qt.Key.Key_Return)
    assert text_of(page.edit) == "a🎁b"
    assert recent.all()[0] == "🎁"
    assert not [each for each in page.findChildren(EmojiPicker) if each.isVisible()]
    QTest.keyClicks(page.edit, "!")
    assert text_of(page.edit) == "a🎁!b"


def test_russian_words_find_it_too(page: Page) -> None:
    picker = open_picker(page)
    picker.search.setText("подарок")
    assert shown(picker) == ["💝", "🎁"]
    press(picker.search, Qt.Key.Key_Down)
    press(picker.grid, Qt.Key.Key_Right)
    press(picker.grid, Qt.Key.Key_Return)
    assert text_of(page.edit) == "🎁"


def test_an_emoji_is_one_step_back(page: Page) -> None:
    QTest.keyClicks(page.edit, "abc")
    picker = open_picker(page)
    press(picker.search, Qt.Key.Key_Return)
    QTest.keyClicks(page.edit, "de")
    assert text_of(page.edit) == "abc🎉de"
    page.edit.undo()
    assert text_of(page.edit) == "abc🎉"
    page.edit.undo()
    assert text_of(page.edit) == "abc"


def test_it_takes_the_place_of_what_is_selected(page: Page) -> None:
    QTest.keyClicks(page.edit, "abc")
    page.edit.selectAll()
    press(open_picker(page).search, Qt.Key.Key_Return)
    assert text_of(page.edit) == "🎉"
    page.edit.undo()
    assert text_of(page.edit) == "abc"


def test_escape_changes_nothing_and_gives_the_keyboard_back(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.edit, "abc")
    picker = open_picker(page)
    with qtbot.waitSignal(picker.destroyed):
        press(picker.search, Qt.Key.Key_Escape)
    assert text_of(page.edit) == "abc"
    QTest.keyClicks(page.edit, "d")
    assert text_of(page.edit) == "abcd"


def test_a_click_picks(page: Page) -> None:
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    picker = picker_of(page)
    picker.search.setText("rocket")
    place = picker.grid.visualRect(picker.grid.model().index(0, 0)).center()
    QTest.mouseClick(picker.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text_of(page.edit) == "🚀"


def test_the_arrow_keys_pass_the_headings_and_letters_go_on_searching(page: Page) -> None:
    picker = open_picker(page)
    press(picker.search, Qt.Key.Key_Down)
    assert picker.grid.currentIndex().data() == "🎉"
    press(picker.grid, Qt.Key.Key_Down)
    assert picker.grid.currentIndex().data() == "😀"
    press(picker.grid, Qt.Key.Key_Up)
    assert picker.grid.currentIndex().data() == "🎉"
    QTest.keyClicks(picker.grid, "pizza")
    assert picker.search.text() == "pizza"
    assert shown(picker) == ["🍕"]
    picker.close()


def test_those_picked_last_stand_first_and_a_group_is_one_click_away(page: Page) -> None:
    picker = open_picker(page)
    assert shown(picker)[:3] == ["Recent", "🎉", "🎁"]
    buttons = [each for each in picker.findChildren(QToolButton) if each.parent() is picker]
    assert len(buttons) == len(GROUPS)
    flags = next(each for each in buttons if each.accessibleName() == "Flags")
    QTest.mouseClick(flags, Qt.MouseButton.LeftButton)
    assert picker.grid.currentIndex().data() == "🏁"
    assert picker.grid.viewport().rect().contains(picker.grid.visualRect(picker.grid.currentIndex()))
    picker.close()


def test_what_is_framed_is_named_and_nothing_found_is_said(page: Page) -> None:
    picker = open_picker(page)

    def said() -> str:
        return " ".join(label.text() for label in picker.findChildren(QLabel))

    picker.search.setText("rocket")
    assert "rocket" in said()
    picker.search.setText("qqqq")
    assert "No emoji has this name." in said()
    press(picker.search, Qt.Key.Key_Return)
    assert picker.isVisible()
    picker.close()


def test_it_is_made_of_few_widgets(page: Page) -> None:
    picker = open_picker(page)
    assert len(shown(picker)) > 1200
    assert len(picker.findChildren(QWidget)) < 60
    picker.close()


def test_the_list_of_recent_is_kept_and_ends(qtbot: QtBot) -> None:
    kept: list[tuple[str, ...]] = []
    recent = RecentEmoji(lambda: [str(each) for each in range(100)], lambda all_: kept.append(tuple(all_)))
    assert len(recent.all()) == RecentEmoji.MOST
    recent.picked("5")
    assert kept == [("5", *(str(each) for each in range(RecentEmoji.MOST) if each != 5))]


def open_in(qtbot: QtBot, form: QWidget, edit: QWidget) -> EmojiPicker:
    with qtbot.waitActive(form):
        form.activateWindow()
    edit.setFocus()
    press(edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    return picker_of(form)


def buttons_of(form: QWidget) -> list[str]:
    return [each.accessibleName() for each in form.findChildren(EmojiButton)]


def test_the_fields_that_people_read_have_it(push_form: PushForm, sms_form: SmsForm) -> None:
    names = ["Subtitle, iPhone", "Title, Android", "Body, Android", "Title, iPhone", "Body, iPhone"]
    push_form.details.click()
    assert buttons_of(push_form) == [f"Emoji for: {name}" for name in names]
    assert buttons_of(sms_form) == ["Emoji for: Text"]


def test_what_is_picked_goes_the_way_of_what_is_typed(qtbot: QtBot, push_form: PushForm) -> None:
    title = push_form.android.field("notification", "title")
    picker = open_in(qtbot, push_form, title.edit())
    picker.search.setText("fire")
    with qtbot.waitSignal(push_form.changed):
        press(picker.search, Qt.Key.Key_Return)
    assert title.value() == "🔥"
    assert push_form.iphone.field("aps", "alert", "title").value() == "🔥"  # the same text on both


def test_an_sms_is_told_what_an_emoji_costs(qtbot: QtBot, sms_form: SmsForm) -> None:
    picker = open_in(qtbot, sms_form, sms_form.first())
    hints = [label.text() for label in picker.findChildren(QLabel) if label.isVisible()]
    assert any("70" in hint and "160" in hint for hint in hints)
    press(picker.search, Qt.Key.Key_Return)
    message = sms_form.request().to_wire()["msg"]
    assert message == {"text": "😀"}
