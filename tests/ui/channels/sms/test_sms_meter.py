"""Tests of what stands below the text of an SMS: what makes it longer, and what a press takes away again."""

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.channels.sms.parts import split
from scoro_desktop.messages.channels.sms.suffix import with_suffix
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.kit.plain_text import text_of
from tests.examples import how_many

ACCOUNT = Account(
    "a1", "Shop", Environment.TEST, "https://x.test/api/v1/", "b1", AccessKind.MASTER, sms_price=Decimal("2.50")
)
LONG = "We are open until nine in the evening, come and see us. "


@pytest.fixture
def form(qtbot: QtBot) -> SmsForm:
    made = SmsForm()
    qtbot.addWidget(made)
    made.meter.show_account(ACCOUNT)
    made.meter.show_reach(Reach(4155, phones=True), 4155)
    made.show()
    return made


def write(form: SmsForm, text: str, suffix: str = "") -> None:
    form.meter.show_account(dataclasses.replace(ACCOUNT, sms_suffix=suffix))
    form.load(Request.from_wire(Channel.SMS, {"msg": {"text": text}}))


def text(form: SmsForm) -> str:
    return text_of(form.text.edit().document())


def said(label: QLabel) -> str:
    """Its words, as if there were many of everything: plurals come with the translations."""
    return label.text().replace("(s)", "s")


def test_what_the_quotes_cost_is_said(form: SmsForm) -> None:
    write(form, f"Your order is ready “today”. {LONG * 2}")
    assert said(form.meter.longer) == "“ ” make it 3 parts instead of 1. +8,310 messages, ₽20,775.00"
    assert form.meter.longer.property("role") == "warning"


def test_a_press_that_would_save_nothing_is_not_offered(form: SmsForm) -> None:
    """The text that the account adds makes it Unicode all the same."""
    write(form, f"Your order is ready “today”. {LONG * 2}", suffix="Reply “STOP”")
    assert form.meter.longer.isVisible()
    assert not form.meter.replace.isVisible()
    # Nor where it would part the text from the ending that it has already, and so have it added twice.
    write(form, f"{LONG * 2}Reply “STOP”", suffix="Reply “STOP”")
    assert not form.meter.replace.isVisible()


def test_it_is_said_before_it_costs_a_part(form: SmsForm) -> None:
    write(form, "Sale “today”!")
    assert said(form.meter.longer) == "“ ” make it Unicode: a part holds 70 characters instead of 160."
    assert form.meter.longer.property("role") == "help"
    form.meter.replace.click()
    assert text(form) == 'Sale "today"!'
    assert not form.meter.longer.isVisible()
    write(form, "Sale \U0001f389!")
    assert form.meter.longer.isVisible()
    assert not form.meter.replace.isVisible()  # nothing is equal to it


def test_blanks_at_the_end_are_not_paid_for_unawares(form: SmsForm) -> None:
    write(form, "a" * 160 + " \n ")
    assert said(form.meter.blanks) == "The blanks at the end make it 2 parts instead of 1. +4,155 messages, ₽10,387.50"
    form.meter.strip.click()
    assert text(form) == "a" * 160
    assert not form.meter.blanks.isVisible()
    assert not form.meter.strip.isVisible()
    form.text.edit().undo()
    assert text(form) == "a" * 160 + " \n "
    write(form, "a" * 100 + "  ")
    assert not form.meter.blanks.isVisible()
    write(form, " ")
    assert not form.meter.blanks.isVisible()


@settings(max_examples=how_many(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.text(st.sampled_from("aé“”…–\u00a0 \nя😀€áo\u0301"), max_size=40),
    times=st.integers(1, 5),
    suffix=st.sampled_from(["", "STOP", "“STOP”", " – ", "\nSTOP"]),
)
def test_what_is_said_is_so(form: SmsForm, body: str, times: int, suffix: str) -> None:
    write(form, body * times, suffix)
    before = split(with_suffix(text(form), suffix))
    assert form.meter.parts.text().startswith(f"{len(before.parts)} part") or not body
    if form.meter.replace.isVisible():
        form.meter.replace.click()
        after = split(with_suffix(text(form), suffix))
        assert (len(after.parts), after.alphabet) < (len(before.parts), before.alphabet)
        assert not form.meter.replace.isVisible()
    if form.meter.strip.isVisible():
        parts = len(split(with_suffix(text(form), suffix)).parts)
        form.meter.strip.click()
        assert len(split(with_suffix(text(form), suffix)).parts) < parts
