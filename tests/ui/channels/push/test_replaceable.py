"""The box that makes a push one that can be corrected: what it fills, and what it leaves alone."""

import re
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.made_up_names import made_up
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.wire import JsonObject
from tests.ui.compose.messages import push_with

ANDROID, IPHONE = ("notification", "tag"), ("collapseId",)
OURS = "m-0123456789abcdef"


def both(tag: Any = None, collapse: Any = None) -> JsonObject:
    note: JsonObject = {"title": "Sale"} | ({} if tag is None else {"tag": tag})
    apns: JsonObject = {"aps": {"alert": {"title": "Sale"}}} | ({} if collapse is None else {"collapseId": collapse})
    return push_with(gcm={"notification": note}, apns=apns)


def opened(form: PushForm, body: JsonObject) -> None:
    form.load(Request.from_wire(Channel.PUSH, body))


def names(form: PushForm) -> tuple[Any, Any]:
    """The tag and the collapse id as they would be sent, from whatever section."""
    return form.android.field(*ANDROID).value(), form.iphone.field(*IPHONE).value()


def test_ticking_fills_both_with_one_name_and_unticking_empties_them(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, both())
    box = push_form.replaceable.box
    assert not box.isChecked()
    with qtbot.waitSignal(push_form.changed):
        box.click()
    tag, collapse = names(push_form)
    assert tag == collapse
    assert re.fullmatch("m-[0-9a-f]{16}", tag)
    assert push_form.request().to_wire() == both(tag, tag)
    with qtbot.waitSignal(push_form.changed):
        box.click()
    assert push_form.request().to_wire() == both()
    box.click()
    assert names(push_form)[0] != tag


def test_no_two_names_are_the_same() -> None:
    assert len({made_up() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(("tag", "collapse"), [("sale", None), (None, "sale")])
def test_what_a_person_wrote_is_taken_over_and_stays(push_form: PushForm, tag: Any, collapse: Any) -> None:
    opened(push_form, both(tag, collapse))
    box = push_form.replaceable.box
    box.click()
    assert names(push_form) == ("sale", "sale")
    assert box.isChecked()
    box.click()
    assert push_form.request().to_wire() == both(tag, collapse)
    assert not box.isChecked()


def test_a_tag_that_no_iphone_takes_is_left_alone(push_form: PushForm) -> None:
    opened(push_form, both("п" * 40))
    push_form.replaceable.box.click()
    tag, collapse = names(push_form)
    assert (tag, collapse) != (tag, tag)
    assert len(collapse) == 18
    assert not push_form.replaceable.box.isChecked()
    assert not push_form.replaceable.box.isEnabled()


def test_it_is_ticked_whoever_wrote_the_name(push_form: PushForm) -> None:
    box = push_form.replaceable.box
    opened(push_form, both("sale", "sale"))
    assert box.isChecked()
    assert not box.isEnabled()
    assert "Change it there" in push_form.replaceable.help.text()
    opened(push_form, both("sale", "gale"))
    assert (box.isChecked(), box.isEnabled()) == (False, False)
    assert "taken already" in push_form.replaceable.help.text()
    opened(push_form, both(5, None))
    assert (box.isChecked(), box.isEnabled()) == (False, True)
    opened(push_form, both())
    for form, path in ((push_form.android, ANDROID), (push_form.iphone, IPHONE)):
        QTest.keyClicks(form.field(*path).edit(), "x")
    assert box.isChecked()


def test_a_name_that_was_changed_since_is_not_taken_out(push_form: PushForm) -> None:
    opened(push_form, both())
    push_form.replaceable.box.click()
    for form, path in ((push_form.android, ANDROID), (push_form.iphone, IPHONE)):
        QTest.keyClicks(form.field(*path).edit(), "2")
    assert push_form.replaceable.box.isChecked()
    assert not push_form.replaceable.box.isEnabled()


def test_only_what_is_sent_counts_and_what_is_turned_on_later_has_the_name_too(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": "Sale", "tag": OURS}}))
    assert push_form.replaceable.box.isChecked()
    assert push_form.request().to_wire() == push_with(gcm={"notification": {"title": "Sale", "tag": OURS}})
    push_form.iphone.switch.click()
    assert push_form.replaceable.box.isChecked()
    assert names(push_form) == (OURS, OURS)


@pytest.mark.parametrize(("tag", "collapse"), [(None, None), ("sale", None)])
def test_its_state_survives(push_form: PushForm, tag: Any, collapse: Any) -> None:
    opened(push_form, both(tag, collapse))
    push_form.replaceable.box.click()
    state, ticked = push_form.state(), names(push_form)
    opened(push_form, {})
    push_form.restore(state)
    assert push_form.state() == state
    assert (push_form.replaceable.box.isChecked(), names(push_form)) == (True, ticked)
    push_form.replaceable.box.click()
    assert names(push_form) == (tag, collapse)


def test_a_message_used_again_is_ticked_and_can_be_unticked(push_form: PushForm) -> None:
    opened(push_form, both(OURS, OURS))
    assert push_form.replaceable.box.isChecked()
    push_form.replaceable.box.click()
    assert push_form.request().to_wire() == both()
