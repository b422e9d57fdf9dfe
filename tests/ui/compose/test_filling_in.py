"""Values in the place of variables, in every place of a form: what is sent is what filling in the JSON would give."""

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.invisible import trimmed
from scoro_desktop.messages.paths import take
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import fill
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.wire import JsonObject
from tests.messages.contract import exact
from tests.ui.compose.messages import push_with

VALUES = ["Lisbon", 'say "x"', "a\\n{b}", "}}{{", "😀é́", "مرحبا", "'; --", "\N{NO-BREAK SPACE}"]
PUSH = push_with(
    gcm={
        "notification": {
            "title": "{{a}}",
            "body": "{{ a }}\nand {{b}}",
            "title_loc_args": '["{{a}}", 1]',
            "tag": "{{a}}",
        },
        "data": {"text": "{{a}}", "json": {"in": ["{{a}}", 1.0, None]}, "list": ["{{a}}"], "{{a}}": 5},
        "odd": {"x": ["{{a}}"]},
    },
    apns={"aps": {"alert": {"title": "{{a}}", "loc-args": ["{{a}}", "x"]}, "badge": "{{a}}"}, "acme": "{{a}}"},
)


@pytest.mark.parametrize("value", VALUES)
def test_a_push(qtbot: QtBot, value: str) -> None:
    form = PushForm()
    qtbot.addWidget(form)
    form.load(Request.from_wire(Channel.PUSH, PUSH))
    before = form.request().to_wire()
    form.fill({"a": value})
    expected = fill(before, {"a": value})
    assert isinstance(expected, dict)
    if not trimmed(value):  # a name of blanks alone is none
        take(expected, ("msg", "data", "gcm", "notification", "tag"))
    assert exact(form.request().to_wire()) == exact(expected)
    assert form.input_problems() == []


@pytest.mark.parametrize("value", VALUES)
def test_an_sms(qtbot: QtBot, value: str) -> None:
    form = SmsForm()
    qtbot.addWidget(form)
    body: JsonObject = {"msg": {"text": "Hello {{a}},\n{{b}}", "own": ["{{a}}"]}}
    form.load(Request.from_wire(Channel.SMS, body))
    form.fill({"a": value})
    assert form.request().to_wire() == fill(body, {"a": value})


def test_a_section_that_is_off_and_a_row_that_cannot_be_read_keep_what_they_have(qtbot: QtBot) -> None:
    form = PushForm()
    qtbot.addWidget(form)
    form.load(Request.from_wire(Channel.PUSH, PUSH))
    form.iphone.switch.setChecked(False)
    row = next(each for each in form.android.field("data").findChildren(KeyValueRow) if each.key.text() == "json")
    row.text.setText('["{{a}}", ')
    form.fill({"a": "Lisbon"})
    assert row.text.text() == '["{{a}}", '
    form.iphone.switch.setChecked(True)
    assert form.iphone.field("aps", "alert", "title").value() == "Lisbon"
