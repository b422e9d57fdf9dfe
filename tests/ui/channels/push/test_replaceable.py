"""The box that makes a push one that can be corrected: what it fills, and what it leaves alone."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.made_up_names import is_made_up, made_up
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
    assert names(push_form) == (OURS, None), "an iPhone shows nothing yet"
    QTest.keyClicks(push_form.iphone.field("aps", "alert", "title").edit(), "S")
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


def type_title(form: PushForm, text: str = "S") -> None:
    QTest.keyClicks(form.first(), text)


def rub_out(form: PushForm) -> None:
    edit = form.first()
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)


def test_a_new_message_is_replaceable_from_its_first_letter_to_its_last(push_form: PushForm) -> None:
    empty: JsonObject = {"msg": {"data": {"gcm": {}, "apns": {}}}}
    assert push_form.replaceable.box.isChecked()
    assert push_form.request().to_wire() == empty
    type_title(push_form)
    tag, collapse = names(push_form)
    assert tag == collapse
    assert is_made_up(tag)
    type_title(push_form, "ale")
    assert names(push_form) == (tag, tag)
    assert push_form.request().to_wire() == both(tag, tag)
    rub_out(push_form)
    assert push_form.request().to_wire() == empty
    assert push_form.replaceable.box.isChecked()
    opened(push_form, {})
    type_title(push_form)
    assert names(push_form)[0] not in {tag, None}, "the next message takes no other's place"


def test_what_shows_nothing_gets_no_name(push_form: PushForm) -> None:
    """A notification of a tag alone would be shown, empty, where data alone was meant."""
    table = push_form.android.field("data")
    table.restore([["match", "text", "4117", False]])
    table.changed.emit()
    badge = push_form.iphone.field("aps", "badge").edit()
    QTest.keyClicks(badge, "5")
    assert push_form.request().to_wire() == push_with(gcm={"data": {"match": "4117"}}, apns={"aps": {"badge": 5}})
    push_form.differs.click()
    QTest.keyClicks(push_form.iphone.field("aps", "alert", "title").edit(), "S")
    tag, collapse = names(push_form)
    assert tag is None
    assert is_made_up(collapse)
    assert push_form.replaceable.box.isChecked()


@pytest.mark.parametrize("words", ["title_loc_key", "body_loc_key", "title", "body"])
def test_any_words_do(push_form: PushForm, words: str) -> None:
    QTest.keyClicks(push_form.android.field("notification", words).edit(), "W")
    assert is_made_up(names(push_form)[0])


def test_who_unticks_it_sends_what_cannot_be_replaced(push_form: PushForm) -> None:
    push_form.replaceable.box.click()
    type_title(push_form, "Sale")
    assert push_form.request().to_wire() == both()
    assert not push_form.replaceable.box.isChecked()
    state = push_form.state()
    opened(push_form, {})
    assert push_form.replaceable.box.isChecked()
    push_form.restore(state)
    assert not push_form.replaceable.box.isChecked()
    type_title(push_form, "!")
    assert names(push_form) == (None, None)
    push_form.replaceable.box.click()
    assert is_made_up(names(push_form)[0])


def test_what_is_opened_keeps_what_it_has(push_form: PushForm) -> None:
    type_title(push_form)
    opened(push_form, both())
    type_title(push_form, "!")
    assert names(push_form) == (None, None)
    assert not push_form.replaceable.box.isChecked()


def test_a_draft_of_a_version_before_keeps_what_it_has_and_an_empty_one_is_a_new_message(push_form: PushForm) -> None:
    opened(push_form, both())
    written: JsonObject = {**push_form.state(), "replaceable": {}}
    opened(push_form, {})
    empty: JsonObject = {**push_form.state(), "replaceable": {}}
    blank = push_form.state()
    push_form.restore(written)
    type_title(push_form, "!")
    assert names(push_form) == (None, None)
    push_form.restore(empty)
    assert push_form.state() == blank
    type_title(push_form)
    assert is_made_up(names(push_form)[0])


def test_what_was_sent_and_is_edited_is_another_message(push_form: PushForm) -> None:
    type_title(push_form, "Sale")
    first = names(push_form)
    request = push_form.request().to_wire()
    push_form.note_sent(both("another", "another"))
    type_title(push_form, "!")
    assert names(push_form) == first, "another message was sent"
    push_form.note_sent(request)
    assert names(push_form) == first, "sent once more, it is the same message"
    state = push_form.state()
    opened(push_form, {})
    push_form.restore(state)
    QTest.keyClicks(push_form.android.field("notification", "body").edit(), "b")
    second = names(push_form)
    assert second[0] == second[1]
    assert is_made_up(second[0])
    assert second != first
    type_title(push_form, "?")
    assert names(push_form) == second


def test_a_name_that_somebody_chose_stays_after_a_send(push_form: PushForm) -> None:
    opened(push_form, both("sale", "sale"))
    push_form.note_sent(both("sale", "sale"))
    type_title(push_form, "!")
    assert names(push_form) == ("sale", "sale")


def test_what_the_box_filled_is_not_counted_as_filled_in(push_form: PushForm) -> None:
    type_title(push_form, "Sale")
    push_form.tell_folded()
    assert push_form.more.text() == "More"
    QTest.keyClicks(push_form.android.field("notification", "icon").edit(), "ball")
    push_form.tell_folded(only_altered=True)
    assert "1 filled in" in push_form.more.text()
