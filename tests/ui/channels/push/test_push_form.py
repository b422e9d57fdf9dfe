import itertools

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.channels.push.correction import as_read
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.wire import JsonObject
from tests.ui.compose.messages import push_with


def opened(form: PushForm, body: JsonObject) -> PushForm:
    form.load(Request.from_wire(Channel.PUSH, body))
    return form


def sent(form: PushForm) -> JsonObject:
    return form.request().to_wire()


def title_of(section: SectionForm, *path: str) -> Field:
    return section.field(*(path or ("notification", "title")))


def also_sent(section: SectionForm) -> str:
    """The text under "Also sent", empty where that is not shown."""
    texts = [label.text() for label in section.findChildren(QLabel) if label.text().startswith("{")]
    shown = [
        label for label in section.findChildren(QLabel) if label.text().startswith("Also sent") and label.isVisible()
    ]
    return texts[0] if shown else ""


def test_a_section_that_is_off_keeps_its_content_and_sends_nothing_of_it(qtbot: QtBot, push_form: PushForm) -> None:
    body = push_with(
        gcm={"notification": {"title": "Hi"}, "data": {"n": 5}, "more": [1]}, apns={"aps": {"badge": 5}, "acme": True}
    )
    opened(push_form, body)
    with qtbot.waitSignal(push_form.changed):
        push_form.android.switch.click()
    assert sent(push_form) == push_with(apns={"aps": {"badge": 5}, "acme": True})
    push_form.iphone.switch.click()
    assert sent(push_form) == {}
    push_form.android.switch.click()
    push_form.iphone.switch.click()
    assert sent(push_form) == body


def test_what_is_typed_wrong_in_a_section_that_is_off_does_not_stand_in_the_way(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"data": {"": "x"}}, apns={"aps": {"badge": 1}}))
    assert [each.code for each in push_form.input_problems()] == ["data_key_missing"]
    push_form.android.switch.click()
    assert push_form.input_problems() == []


def test_a_message_for_one_platform_turns_the_other_off(push_form: PushForm) -> None:
    opened(push_form, push_with(apns={"aps": {"badge": 1}}))
    assert (push_form.android.is_on(), push_form.iphone.is_on()) == (False, True)
    opened(push_form, push_with(gcm={}))
    assert (push_form.android.is_on(), push_form.iphone.is_on()) == (True, False)
    opened(push_form, {})
    assert (push_form.android.is_on(), push_form.iphone.is_on()) == (True, True)


def test_the_same_text_is_written_into_both(qtbot: QtBot, push_form: PushForm) -> None:
    assert not push_form.differs.isChecked()
    QTest.keyClicks(push_form.android.field("notification", "title").edit(), "Sale")
    QTest.keyClicks(push_form.iphone.field("aps", "alert", "body").edit(), "50%")
    assert as_read(sent(push_form)) == push_with(
        gcm={"notification": {"title": "Sale", "body": "50%"}},
        apns={"aps": {"alert": {"title": "Sale", "body": "50%"}}},
    )
    title = push_form.iphone.field("aps", "alert", "title").edit()
    QTest.keyClick(title, Qt.Key.Key_End)  # a text that is put in is seen from its beginning
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    assert title_of(push_form.android).value() == "Sal"


def test_unlinking_keeps_both_texts(qtbot: QtBot, push_form: PushForm) -> None:
    android, iphone = title_of(push_form.android), push_form.iphone.field("aps", "alert", "title")
    QTest.keyClicks(android.edit(), "Sale")
    push_form.differs.click()
    assert (android.value(), iphone.value()) == ("Sale", "Sale")
    QTest.keyClicks(android.edit(), "!")
    QTest.keyClick(iphone.edit(), Qt.Key.Key_End)
    QTest.keyClicks(iphone.edit(), "?")
    assert (android.value(), iphone.value()) == ("Sale!", "Sale?")


def test_linking_again_fills_what_is_empty(qtbot: QtBot, push_form: PushForm) -> None:
    push_form.differs.click()
    QTest.keyClicks(push_form.iphone.field("aps", "alert", "title").edit(), "Sale")
    QTest.keyClicks(push_form.android.field("notification", "body").edit(), "50%")
    push_form.differs.click()
    assert title_of(push_form.android).value() == "Sale"
    assert push_form.iphone.field("aps", "alert", "body").value() == "50%"


def test_differing_texts_are_not_linked(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": "a"}}, apns={"aps": {"alert": {"title": "b"}}}))
    assert push_form.differs.isChecked()
    opened(push_form, push_with(gcm={"notification": {"title": "a"}}, apns={"aps": {"alert": {"title": "a"}}}))
    assert not push_form.differs.isChecked()


def test_texts_that_no_editor_can_show_are_not_taken_for_the_same(qtbot: QtBot, push_form: PushForm) -> None:
    body = push_with(gcm={"notification": {"body": "a\rb"}}, apns={"aps": {"alert": {"body": "c\rd"}}})
    opened(push_form, body)
    assert push_form.differs.isChecked()
    assert '"a\\rb"' in also_sent(push_form.android)
    QTest.keyClicks(push_form.android.field("notification", "body").edit(), "x")
    assert sent(push_form)["msg"] == {
        "data": {"gcm": {"notification": {"body": "x"}}, "apns": {"aps": {"alert": {"body": "c\rd"}}}}
    }
    assert also_sent(push_form.android) == ""


def test_what_is_carried_along_is_shown_and_can_be_taken_out(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"notification": {"title": None}, "priority": "high"}))
    assert '"priority": "high"' in also_sent(push_form.android)
    remove = next(each for each in push_form.android.findChildren(QPushButton) if "Do not send" in each.text())
    with qtbot.waitSignal(push_form.changed):
        remove.click()
    assert sent(push_form) == push_with(gcm={})
    assert also_sent(push_form.android) == ""


def test_half_of_a_pair_of_surrogates_does_not_cut_off_what_is_shown(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"a": "x\ud800", "z": "last"}))
    assert "\\ud800" in also_sent(push_form.android)
    assert '"last"' in also_sent(push_form.android)


def test_the_tab_key_goes_through_the_form_from_top_to_bottom(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"data": {"a": 1, "b": "x"}}, apns={"acme": [1]}))
    for button in (push_form.details, push_form.android.more, push_form.iphone.more):
        button.click()
    push_form.resize(440, push_form.sizeHint().height())
    push_form.first().setFocus()
    push_form.activateWindow()
    qtbot.waitUntil(push_form.first().hasFocus)
    rows: list[int] = []
    seen: list[QWidget] = []
    while True:
        focused = push_form.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
        rows.append(focused.mapTo(push_form, focused.rect().topLeft()).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert len(seen) > 50
    assert [y for before, y in itertools.pairwise(rows) if y < before - 4] == []


def test_everything_that_was_typed_is_in_the_state(qtbot: QtBot, push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"data": {"a": 1, "": "no key"}, "more": None}, apns={"aps": {"alert": "plain"}}))
    push_form.android.switch.click()
    QTest.keyClicks(push_form.iphone.field("aps", "relevance-score").edit(), "0.")
    state = push_form.state()
    before = sent(push_form)
    opened(push_form, push_with(gcm={"notification": {"title": "other"}}, apns={"acme": 1}))
    push_form.restore(state)
    assert push_form.state() == state
    assert sent(push_form) == before
    assert not push_form.android.is_on()
    assert push_form.differs.isChecked()
    push_form.android.switch.click()
    assert sent(push_form)["msg"] == {
        "data": {
            "gcm": {"data": {"a": 1, "": "no key"}, "more": None},
            "apns": {"aps": {"alert": "plain", "relevance-score": "0."}},
        }
    }


def test_a_state_of_another_shape_empties_the_form(push_form: PushForm) -> None:
    opened(push_form, push_with(gcm={"data": {"a": 1}}))
    states: list[JsonObject] = [
        {},
        {"android": 5, "iphone": [], "same_text": "x"},
        {"android": {"fields": [5, [], [[], 1], [["data"], [[1], 5]], ["data", 1]], "carried": 3}},
        {"android": {"fields": {"data": 1}}, "iphone": {"fields": [[["aps", "badge"], ["x"]]]}},
    ]
    for state in states:
        push_form.restore(state)
        data = sent(push_form)["msg"]
        assert data == {"data": {"gcm": {}, "apns": {}}}
