import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.editor.value_pane import JsonDialog
from scoro_desktop.wire import JsonObject
from tests.messages.contract import exact
from tests.ui.channels.push.test_push_form import also_sent, opened, sent
from tests.ui.compose.messages import push_with


def edit(section: SectionForm, text: str | None = None, words: str = "Edit…") -> JsonDialog:
    """Opens the editor with its button and writes over what stands there."""
    (button,) = [each for each in section.findChildren(QPushButton) if each.text() == words]
    button.click()
    (dialog,) = [each for each in section.findChildren(JsonDialog) if each.isVisible()]
    if text is not None:
        dialog.pane.editor.replace(text)
    return dialog


def test_what_is_also_sent_is_edited(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": "t"}, "priority": "high", "dry_run": True}))
    dialog = edit(push_form.android)
    assert dialog.text() == '{\n  "priority": "high",\n  "dry_run": true\n}'
    dialog.pane.editor.replace('{"priority": "normal", "time_to_live": 60}')
    with qtbot.waitSignal(push_form.changed):
        dialog.take.click()
    expected = push_with(gcm={"notification": {"title": "t"}, "priority": "normal", "time_to_live": 60})
    assert exact(sent(push_form)) == exact(expected)
    assert push_form.android.notice.text() == "“Also sent” was changed."
    push_form.android.notice.action.click()
    assert sent(push_form) == push_with(gcm={"notification": {"title": "t"}, "priority": "high", "dry_run": True})


def test_cancel_changes_nothing(push_form: PushForm) -> None:
    body = push_with(gcm={"notification": {"title": "t"}, "priority": "high"})
    opened(push_form, body)
    edit(push_form.android).cancel.click()
    assert sent(push_form) == body


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1, "a": 2}', '{"a": }', '{"a": "\\ud800"}', "null"])
def test_what_is_no_object_to_be_sent_cannot_be_taken(push_form: PushForm, text: str) -> None:
    body = push_with(gcm={"notification": {"title": "t"}, "priority": "high"})
    opened(push_form, body)
    dialog = edit(push_form.android, text)
    assert not dialog.take.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.done(0)
    assert sent(push_form) == body


def test_keys_that_have_a_field_go_there(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": "t"}, "data": {"a": "1", "b": "2"}, "x": 1}, apns={}))
    assert push_form.differs.isChecked()
    push_form.differs.click()
    text = '{"notification": {"title": "new", "odd": 1, "color": 5}, "data": {"b": "3", "c": [1]}, "protocol": "xmpp"}'
    edit(push_form.android, text).take.click()
    assert exact(sent(push_form)["msg"]) == exact(
        {
            "data": {
                "gcm": {
                    "protocol": "xmpp",
                    "notification": {"title": "new", "odd": 1, "color": 5},
                    "data": {"a": "1", "b": "3", "c": [1]},
                },
                "apns": {"aps": {"alert": {"title": "new"}}},
            }
        }
    )
    assert also_sent(push_form.android) == '{\n  "notification": {\n    "odd": 1,\n    "color": 5\n  }\n}'
    assert push_form.android.notice.text() == "Moved to their fields: Title, Data, Protocol."
    push_form.android.notice.action.click()
    data = {"gcm": {"notification": {"title": "t"}, "data": {"a": "1", "b": "2"}, "x": 1}}
    assert sent(push_form)["msg"] == {"data": {**data, "apns": {"aps": {"alert": {"title": "t"}}}}}


def test_on_an_iphone_the_apps_own_keys_go_to_the_table_and_plain_text_to_its_field(push_form: PushForm) -> None:
    opened(push_form, push_with(apns={"aps": {"badge": 1, "odd": True}, "acme": 1}))
    edit(push_form.iphone, '{"aps": {"alert": "plain", "sound": "ping"}, "acme": 2, "more": {"a": 1}}').take.click()
    body: JsonObject = {"aps": {"badge": 1, "alert": "plain", "sound": "ping"}, "acme": 2, "more": {"a": 1}}
    assert exact(sent(push_form)) == exact(push_with(apns=body))
    assert also_sent(push_form.iphone) == ""


def test_other_keys_can_be_written_where_nothing_was_carried(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": "t"}}))
    push_form.android.more.click()
    edit(push_form.android, '{"collapse_key": "x"}', "+ Other keys as JSON…").take.click()
    assert sent(push_form) == push_with(gcm={"notification": {"title": "t"}, "collapse_key": "x"})
    assert '"collapse_key": "x"' in also_sent(push_form.android)


def test_what_is_not_sent_any_more_comes_back(qtbot: QtBot, push_form: PushForm) -> None:
    body = push_with(gcm={"notification": {"title": "t"}, "priority": "high"})
    opened(push_form, body)
    (drop,) = [each for each in push_form.android.findChildren(QPushButton) if each.text() == "Do not send these"]
    drop.click()
    assert sent(push_form) == push_with(gcm={"notification": {"title": "t"}})
    with qtbot.waitSignal(push_form.changed):
        push_form.android.notice.action.click()
    assert sent(push_form) == body
    drop.click()
    opened(push_form, push_with(gcm={}))
    assert push_form.android.notice.text() == ""


@pytest.mark.parametrize("key", ["acc", "sess", "coll", "query"])
def test_neither_keys_nor_an_audience_can_be_written_among_the_other_keys(
    push_form: PushForm, sms_form: SmsForm, key: str
) -> None:
    for section in (push_form._around, sms_form._section):
        section.more.click()
        dialog = edit(section, f'{{"{key}": {{}}}}', "+ Other keys as JSON…")
        assert not dialog.take.isEnabled()
        assert "place of its own" in dialog.pane._problem_text.text()
        dialog.done(0)


def test_a_field_of_the_apps_own_wins_over_what_is_carried(push_form: PushForm) -> None:
    opened(push_form, push_with(apns={"aps": {"badge": 1}, "acme": {"a": "\ud800"}}))
    assert "acme" in also_sent(push_form.iphone)
    push_form.iphone.more.click()
    table = push_form.iphone.field("\0custom")
    table.restore([["acme", "text", "mine", False]])
    table.changed.emit()
    assert sent(push_form) == push_with(apns={"aps": {"badge": 1}, "acme": "mine"})
    assert also_sent(push_form.iphone) == ""


@pytest.mark.parametrize(
    "sound",
    [
        "default",
        {"name": "x"},
        {"critical": 1, "name": "x", "volume": 0.5},
        {"critical": 1},
        {"volume": 1},
        {"critical": True, "name": "", "volume": "loud", "odd": None},
        {},
        5,
        "",
    ],
)
def test_a_sound_leaves_as_it_came(push_form: PushForm, sound: object) -> None:
    body = push_with(apns={"aps": {"sound": sound}})
    opened(push_form, body)
    assert exact(sent(push_form)) == exact(body)
    state = push_form.state()
    opened(push_form, {})
    push_form.restore(state)
    assert exact(sent(push_form)) == exact(body)


def test_a_sound_is_text_until_it_is_more(push_form: PushForm) -> None:
    opened(push_form, push_with(apns={}))
    field = push_form.iphone.field
    QTest.keyClicks(field("aps", "sound", "name").edit(), "ping")
    assert sent(push_form) == push_with(apns={"aps": {"sound": "ping"}})
    critical = field("aps", "sound", "critical").edit()
    assert isinstance(critical, QCheckBox)
    critical.click()
    QTest.keyClicks(field("aps", "sound", "volume").edit(), "0.5")
    expected = push_with(apns={"aps": {"sound": {"name": "ping", "critical": 1, "volume": 0.5}}})
    assert exact(sent(push_form)) == exact(expected)


def test_a_sound_that_was_written_down_as_one_field_is_still_there(push_form: PushForm) -> None:
    opened(push_form, push_with(apns={"aps": {"badge": 1}}))
    state = push_form.state()
    iphone = state["iphone"]
    assert isinstance(iphone, dict)
    fields = iphone["fields"]
    assert isinstance(fields, list)
    fields.append([["aps", "sound"], "ping"])
    push_form.restore(state)
    assert sent(push_form) == push_with(apns={"aps": {"badge": 1, "sound": "ping"}})


def test_a_problem_of_a_sound_stands_beside_its_part(push_form: PushForm) -> None:
    root = ("msg", "data", "apns", "aps", "sound")
    field = push_form.iphone.field
    assert push_form.owner((*root, "volume")) is field("aps", "sound", "volume")
    assert push_form.owner(root) is field("aps", "sound", "name")


def test_an_sms_edits_what_is_also_sent(sms_form: SmsForm) -> None:
    sms_form.load(Request.from_wire(Channel.SMS, {"msg": {"text": "Hi", "odd": 1}}))
    edit(sms_form._section, '{"msg": {"text": "Bye", "more": 2}}').take.click()
    assert sms_form.request().to_wire() == {"msg": {"text": "Bye", "more": 2}}
