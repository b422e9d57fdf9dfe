"""The page on which a message is written: what is in sight, what is folded away, and what it says at first."""

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.text_fields import LineField
from scoro_desktop.ui.preview.size_meter import SizeMeter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.servers import KEYS, account_at
from tests.ui.compose.messages import push_with

pytestmark = pytest.mark.looks

THREE = '{"deviceType": "android", "userId": {"$exists": true}, "city": "Lisbon"}'
SIZES = ((900, 560), (1024, 640), (1280, 800), (1920, 1200))


def push_form(window: MainWindow) -> PushForm:
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def is_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def title(form: PushForm, *, of_iphone: bool = False) -> QLineEdit:
    field = form.iphone.field("aps", "alert", "title") if of_iphone else form.android.field("notification", "title")
    assert isinstance(field, LineField)
    return field.edit()


def settle(window: MainWindow, width: int, height: int) -> None:
    window.resize(width, height)
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def test_the_texts_both_platforms_and_three_conditions_are_in_sight(window: MainWindow, person: Person) -> None:
    form = push_form(window)
    window.tab.audience.load("devices", everyone=False, text=THREE)
    settle(window, 1280, 800)
    body = form.android.field("notification", "body").edit()
    rows = list(window.tab.audience.conditions.builder.root.rows())
    for each in (title(form), body, form.android.switch, form.iphone.switch, form.details, form.more):
        assert is_whole(each), each
    assert len(rows) == 3
    assert all(map(is_whole, rows))
    settle(window, 1024, 640)
    for each in (title(form), body, form.android.switch, form.iphone.switch):
        assert is_whole(each), each
    person.wait_for_count(window)
    assert is_whole(window.tab.audience.count)
    (number,) = [each for each in window.findChildren(QLabel) if each.property("role") == "count" and each.isVisible()]
    labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
    assert number.fontInfo().pixelSize() == max([each.fontInfo().pixelSize() for each in labels])


def test_the_keyboard_goes_from_the_title_to_the_platforms(window: MainWindow) -> None:
    form = push_form(window)
    window.tab.go_to_start()
    assert window.focusWidget() is title(form)
    body = form.android.field("notification", "body").edit()
    for wanted in (body, form.android.switch, form.iphone.switch, form.differs, form.details, form.more):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is wanted
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.tab.audience.isAncestorOf(window.focusWidget())


def names(form: PushForm) -> list[str]:
    return [each.accessibleName() for each in form.findChildren(QLineEdit) if each.isVisible()]


def test_the_second_text_is_there_where_it_differs(window: MainWindow, person: Person) -> None:
    form = push_form(window)
    person.fill(title(form), "Sale")
    assert not title(form, of_iphone=True).isVisible()
    assert names(form) == ["Title"]
    form.differs.click()
    assert sorted(names(form)) == ["Title, Android", "Title, iPhone"]
    person.type_into(title(form, of_iphone=True), "!")
    QTest.keyClick(title(form, of_iphone=True), Qt.Key.Key_Home)
    form.differs.click()
    assert names(form) == ["Title"]
    wire = {"gcm": {"notification": {"title": "Sale"}}, "apns": {"aps": {"alert": {"title": "Sale"}}}}
    assert as_read(form.request().to_wire()) == {"msg": {"data": wire}}
    differing = push_with(gcm={"notification": {"title": "One"}}, apns={"aps": {"alert": {"title": "Two"}}})
    window.messages.open(Request.from_wire(Channel.PUSH, differing), everyone=False, query_text=THREE)
    assert (title(form).text(), title(form, of_iphone=True).text()) == ("One", "Two")
    assert form.differs.isChecked()
    assert title(form, of_iphone=True).isVisible()


def test_a_push_for_one_platform_has_its_own_title_and_body_above(window: MainWindow, person: Person) -> None:
    form = push_form(window)
    person.fill(title(form), "Sale")
    form.android.switch.click()
    QApplication.processEvents()
    assert names(form) == ["Title, iPhone"]
    assert not form.differs.isVisible()
    assert form.first() is title(form, of_iphone=True)
    assert title(form, of_iphone=True).mapTo(form, QPoint(0, 0)).y() < form.iphone.switch.y()
    person.type_into(form.first(), "Sale!")
    form.android.switch.click()
    assert title(form).text() == title(form, of_iphone=True).text()
    only = push_with(apns={"aps": {"alert": {"title": "Two"}}})
    window.messages.open(Request.from_wire(Channel.PUSH, only), everyone=False, query_text=THREE)
    assert window.focusWidget() is title(form, of_iphone=True)
    assert not form.android.details.isVisibleTo(form)


def test_a_problem_in_what_is_folded_away_is_unfolded(window: MainWindow) -> None:
    form = push_form(window)
    body = push_with(
        gcm={"notification": {"title": "t"}, "data": {"from": "1"}}, apns={"aps": {"alert": "t"}, "id": "x"}
    )
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=THREE)
    assert form.details.text() == "Subtitle, sound, badge, data · 1 problem"
    assert form.more.text() == "More · 1 problem"
    window.tab.go_to(("msg", "data", "gcm", "data", "from"))
    assert form.android.field("data").isAncestorOf(window.focusWidget())
    assert form.details.isChecked()
    assert not form.more.isChecked()
    window.tab.go_to(("msg", "data", "apns", "id"))
    assert window.focusWidget() is form.iphone.field("id").edit()
    assert form.more.isChecked()
    assert form.iphone.more.isChecked()


def test_at_the_first_start_nothing_is_a_problem_and_one_sentence_says_what_to_do(
    window: MainWindow, person: Person
) -> None:
    settle(window, 1280, 800)
    said = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    assert not [each for each in said if "problem" in each.lower() or each in {"—", "-"}]
    assert not window.footer.list_button.isVisible()
    assert [each for each in window.findChildren(SizeMeter) if each.isVisible()] == []
    assert window.tab.audience.count.text() == "Choose who gets it to see how many there are."
    person.click(window.tab.audience.conditions.example)
    assert person.wait_for_count(window) > 0
    person.type_into(window.tab.form.first(), "H")
    person.qtbot.waitUntil(lambda: len([e for e in window.findChildren(SizeMeter) if e.isVisible()]) == 2)


def test_what_is_still_to_be_done_is_counted_once_a_key_was_pressed(window: MainWindow, person: Person) -> None:
    person.type_into(window.tab.form.first(), "H")
    assert window.footer.list_button.isVisible()
    person.click(window.tools.new)
    assert not window.footer.list_button.isVisible()


def test_price_and_opt_out_are_one_click_from_the_sms(start: Start, have_account: HaveAccount, person: Person) -> None:
    have_account(account_at("http://127.0.0.1:9"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    window.tabs.setCurrentIndex(1)
    form = window.tab.form
    assert isinstance(form, SmsForm)
    assert form.meter.account.isVisible()
    person.click(form.meter.account)
    dialog = shown(window, AccountsDialog)
    person.wait_until_free(dialog)
    person.qtbot.waitUntil(dialog.form.rules.sms_price.hasFocus, timeout=WAIT_MS)
    dialog.reject()


def test_the_price_of_the_sandbox_is_said_to_be_fixed(start: Start, have_account: HaveAccount, person: Person) -> None:
    """The account that would be shown beside it is another one, whose price changes nothing here."""
    have_account(account_at("http://127.0.0.1:9"), KEYS)
    window = start().window
    box = window.bar.accounts
    box.setCurrentIndex(0)
    box.activated.emit(0)
    person.wait_for_keys(window)
    assert window.accounts.is_built_in
    window.tabs.setCurrentIndex(1)
    form = window.tab.form
    assert isinstance(form, SmsForm)
    person.click(form.meter.account)
    dialog = shown(window, AccountsDialog)
    person.qtbot.waitUntil(lambda: "sandbox is fixed" in dialog.notice.text(), timeout=WAIT_MS)
    assert dialog.add_button.hasFocus()
    assert dialog.none_chosen.isVisible()
    assert not dialog.form.has_account
    dialog.list.setCurrentRow(0)
    person.wait_until_free(dialog)
    assert dialog.form.account().sms_price is None
    assert "fixed" not in dialog.notice.text()
    dialog.reject()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_cut_at_any_size(start: Start, data_dir: Path, language: str) -> None:
    data_dir.mkdir(parents=True)
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        Settings(connection).language = language  # type: ignore[assignment]
    window = start().window
    form = push_form(window)
    body = push_with(
        gcm={"notification": {"title": "t"}, "data": {"a": "1"}},
        apns={"aps": {"alert": {"title": "u"}, "badge": 1, "sound": "s"}},
    )
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=THREE)
    form.android.more.setChecked(True)
    for size in SIZES:
        settle(window, *size)
        for area in window.tab.findChildren(QScrollArea):
            page = area.widget()
            if page is not None and area.isVisible():
                assert page.width() <= area.viewport().width(), (size, page)
        assert is_whole(window.footer.send)
