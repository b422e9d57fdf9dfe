"""Tests of the cost of an SMS in the real window: what the account adds, what makes it longer, and what it costs."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys, OperatorPrice
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.channels.sms.sms_meter import SmsMeter
from scoro_desktop.ui.phone.phone_view import PhoneView
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.stored import stored

QUERY = '{"phone": {"$exists": true}}'
LONG = "Your order is ready “today”. " + "We are open until nine in the evening, come and see us. " * 2


@pytest.fixture
def priced(have_account: HaveAccount, server: Sandbox) -> None:
    account = Account(
        "shop",
        "Shop",
        Environment.TEST,
        server.address,
        server.application_id,
        AccessKind.MASTER,
        sms_suffix="STOP 1234",
        sms_price=Decimal("2.50"),
        operator_prices=(OperatorPrice("Nobody", ("999",), Decimal("1.10")),),
    )
    have_account(account, Keys(server.client_key, server.master_key))


def open_sms(window: MainWindow, person: Person, text: str) -> SmsMeter:
    person.wait_for_keys(window)
    window.tabs.setCurrentIndex(1)
    form = window.tab.form
    assert isinstance(form, SmsForm)
    person.fill(form.first(), text)
    person.fill(window.tab.audience.editor, QUERY)
    return form.meter


@pytest.mark.usefixtures("priced")
def test_what_the_account_adds_is_counted_sent_and_never_added_twice(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    meter = open_sms(window, person, "Sale")
    assert "STOP 1234" in meter.added.text()
    assert "146 characters left" in meter.parts.text()  # 160 less "Sale STOP 1234"
    count = person.wait_for_count(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(lambda: dialog.findChild(PhoneView) is not None)
    assert "Sale STOP 1234" in dialog.findChildren(PhoneView)[0].scene.spoken
    person.confirm(window, dialog)
    line = stored(application).history.page(HistoryFilter(), 0, 1)[0]
    sent = stored(application).history.get(line.id)
    assert sent is not None
    assert sent.request["msg"] == {"text": "Sale STOP 1234"}
    assert sent.cost is not None
    assert (sent.cost.price, sent.cost.people, sent.cost.phones) == (Decimal("2.50"), sent.count, True)
    assert (sent.parts, sent.currency, sent.amount) == (1, "RUB", 2_500_000 * (sent.count or 0))
    assert sent.count
    assert sent.count <= count

    window.messages.use_again(sent)
    assert window.tab.draft().request().to_wire()["msg"] == {"text": "Sale STOP 1234"}


@pytest.mark.usefixtures("priced")
def test_quotes_that_make_it_longer_are_marked_priced_and_replaced_in_one_step(start: Start, person: Person) -> None:
    window = start().window
    meter = open_sms(window, person, LONG)
    count = person.wait_for_count(window)
    person.qtbot.waitUntil(
        lambda: "general price" not in meter.notes.text() and bool(meter.cost.text()), timeout=WAIT_MS
    )
    form = window.tab.form
    assert isinstance(form, SmsForm)
    edit = form.first()
    assert [each.cursor.selectedText() for each in edit.extraSelections()] == ["“", "”"]  # type: ignore[attr-defined]
    assert meter.longer.isVisible()
    assert "“ ” make it 3 parts instead of 1." in meter.longer.text()
    assert f"+{2 * count:,} messages" in meter.longer.text()
    assert f"{Decimal('7.50') * count:,.2f}" in meter.cost.text()
    assert meter.replace.text() == "Replace 2 characters"
    person.click(meter.replace)
    assert '"today"' in edit.toPlainText()  # type: ignore[attr-defined]
    assert not meter.longer.isVisible()
    assert edit.extraSelections() == []  # type: ignore[attr-defined]
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == LONG  # type: ignore[attr-defined]


@pytest.mark.usefixtures("priced")
def test_the_confirmation_says_what_it_costs(start: Start, person: Person) -> None:
    window = start().window
    open_sms(window, person, "Sale")
    count = person.wait_for_count(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(lambda: dialog.count is not None, timeout=WAIT_MS)
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"{Decimal('2.50') * count:,.2f}" in words
    person.click(dialog.cancel_button)


def test_cyrillic_is_not_scolded_for_its_quotes(start: Start, person: Person) -> None:
    window = start().window
    meter = open_sms(window, person, "Скидка «сегодня» — только у нас, приходите скорее, ждём вас до девяти вечера")
    assert not meter.longer.isVisible()
    assert not meter.replace.isVisible()


def test_what_it_costs_is_in_sight_in_a_low_window_too(window: MainWindow, person: Person) -> None:
    window.resize(1024, 640)
    window.tabs.setCurrentIndex(1)
    form = window.tab.form
    assert isinstance(form, SmsForm)
    person.fill(form.first(), "Before")
    person.click(window.tools.new)
    assert window.notice.isVisible()  # as low as it gets
    person.fill(
        form.first(), "Your order is ready \u201ctoday\u201d. " + "We are open until nine, come and see us. " * 2
    )
    person.fill(window.tab.audience.editor, '{"phone": {"$exists": true}}')
    person.wait_for_count(window)
    for each in (form.meter.replace, form.meter.cost):
        person.qtbot.waitUntil(lambda each=each: each.isVisible() and bool(each.visibleRegion()), timeout=WAIT_MS)  # type: ignore[misc]
        assert each.visibleRegion().boundingRect().height() == each.height()
    low = form.first().height()
    window.resize(1280, 900)
    person.qtbot.waitUntil(lambda: form.first().height() > low, timeout=WAIT_MS)


@pytest.mark.usefixtures("priced")
def test_the_number_confirmed_is_of_those_who_get_it(start: Start, person: Person) -> None:
    """Whoever has no phone number matches and gets nothing: the number on the button is the one that comes back."""
    application = start()
    window = application.window
    open_sms(window, person, "Sale")
    person.fill(window.tab.audience.editor, '{"username": {"$exists": true}}')
    matching = person.wait_for_count(window)
    dialog = person.press_send(window)
    assert dialog.count == matching
    person.fill(dialog.typed, str(matching))  # all of them are meant
    promised = dialog.send_button.text()
    person.confirm(window, dialog)
    (line,) = stored(application).history.page(HistoryFilter(), 0, 1)
    assert line.expected == matching
    assert line.count is not None
    assert line.count < matching
    assert promised == f"Send to {line.count:,} users"
