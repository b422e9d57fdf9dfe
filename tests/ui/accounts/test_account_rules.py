"""Quiet hours, tolerance, prices and the ending of an SMS in the form of an account."""

import dataclasses
from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys, OperatorPrice
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.ui.accounts.account_form import AccountForm
from scoro_desktop.ui.accounts.account_rules import AccountRules
from scoro_desktop.ui.accounts.money_edit import price_text, read_price
from scoro_desktop.ui.accounts.operator_prices_edit import OperatorPricesEdit
from scoro_desktop.ui.kit.appearance import Appearance

PLAIN = Account("a", "Shop", Environment.TEST, "https://api.example.com/", "id", AccessKind.MASTER)
FULL = dataclasses.replace(
    PLAIN,
    tolerance=2.5,
    quiet_hours=QuietHours(time(22, 30), time(8), "Europe/Moscow"),
    sms_suffix=" STOP 1234",
    sms_price=Decimal("2.3500"),
    currency="EUR",
    operator_prices=(OperatorPrice("МТС", ("7910", "7911"), Decimal("1.90")),),
)
KEYS = Keys("client", "access")


@pytest.fixture
def form(qtbot: QtBot) -> AccountForm:
    form = AccountForm()
    qtbot.addWidget(form)
    return form


def rules(form: AccountForm) -> AccountRules:
    return form.rules


def fill(form: AccountForm, row: int, *texts: str) -> None:
    table = rules(form).operator_prices.table
    for column, text in enumerate(texts):
        item = table.item(row, column)
        assert item is not None
        item.setText(text)


@pytest.mark.parametrize("account", [PLAIN, FULL])
def test_an_account_is_read_back_as_it_was_shown(form: AccountForm, account: Account) -> None:
    form.load(account, KEYS)
    assert form.account() == account
    assert str(form.account().sms_price) == str(account.sms_price)
    assert form.problems() == []


def test_what_is_set_is_what_the_account_has(form: AccountForm) -> None:
    form.load(PLAIN, KEYS)
    edits = rules(form)
    edits.tolerance.setValue(12.5)
    edits.quiet_hours.switch.click()
    edits.quiet_hours.start.setTime(QTime(23, 15))
    edits.quiet_hours.end.setTime(QTime(7, 45))
    edits.quiet_hours.zone.setEditText("Asia/Omsk")
    QTest.keyClicks(edits.sms_suffix, "STOP 1234")
    QTest.keyClicks(edits.sms_price, "2,35")
    edits.currency.selectAll()
    QTest.keyClicks(edits.currency, "EUR")
    edits.operator_prices.add.click()
    fill(form, 0, "MTS", "+7 910; 7911", "1.9")
    assert form.account() == dataclasses.replace(
        PLAIN,
        tolerance=12.5,
        quiet_hours=QuietHours(time(23, 15), time(7, 45), "Asia/Omsk"),
        sms_suffix="STOP 1234",
        sms_price=Decimal("2.35"),
        currency="EUR",
        operator_prices=(OperatorPrice("MTS", ("7910", "7911"), Decimal("1.9")),),
    )
    assert form.problems() == []


def test_what_cannot_be_is_told_beside_its_field(form: AccountForm) -> None:
    form.load(PLAIN, KEYS)
    edits = rules(form)
    edits.quiet_hours.switch.click()
    edits.quiet_hours.zone.setEditText("Mars/Olympus")
    QTest.keyClicks(edits.sms_price, "2..5")
    edits.operator_prices.add.click()
    edits.operator_prices.add.click()
    fill(form, 0, "MTS", "79x", "1")
    fill(form, 1, "Beeline", "", "dear")
    said = {field: form.rows[field].problem() for field in ("quiet_hours", "sms_price", "operator_prices")}
    assert "Mars/Olympus" in said["quiet_hours"]
    assert said["sms_price"] == "This is not a price."
    assert "79x" in said["operator_prices"]
    assert {each.code for each in form.problems()} == {
        "quiet_zone_unknown",
        "sms_price_unreadable",
        "operator_prefix_bad",
        "operator_price_unreadable",
    }


def test_a_beginning_of_two_operators_and_a_price_below_nothing(form: AccountForm) -> None:
    same = (OperatorPrice("A", ("7910",), Decimal(1)), OperatorPrice("B", ("7910",), Decimal(-1)))
    form.load(dataclasses.replace(PLAIN, operator_prices=same, sms_price=Decimal(-2)), KEYS)
    assert {each.code for each in form.problems()} == {
        "operator_prefix_twice",
        "operator_price_negative",
        "sms_price_negative",
    }


def test_a_removed_operator_is_gone(form: AccountForm) -> None:
    form.load(FULL, KEYS)
    edit = rules(form).operator_prices
    edit.table.setCurrentCell(0, 1)
    edit.remove.click()
    assert form.account() == dataclasses.replace(FULL, operator_prices=())


@pytest.mark.parametrize("text", ["0.0495", "1000000.10", "0", "2.50"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_price_is_written_and_read_in_each_language(text: str, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert str(read_price(price_text(Decimal(text)))) == text
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("text", ["x", "1.2.3", "NaN", "Infinity", "1e", "--1"])
def test_what_is_no_price_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a price"):
        read_price(text)


@pytest.mark.looks
def test_the_headings_of_prices_by_operator_are_read_whole(qtbot: QtBot, qapp: QApplication) -> None:
    Appearance(qapp, "light")
    edit = OperatorPricesEdit()
    qtbot.addWidget(edit)
    edit.table.setHorizontalHeaderLabels(["Оператор", "Номера начинаются с", "Цена части"])
    edit.resize(440, 200)
    edit.show()
    header = edit.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(0) + header.sectionSize(1) + header.sectionSize(2) > 400)
    assert all(header.sectionSizeHint(column) <= header.sectionSize(column) for column in range(3))
