"""Names that programs compare are sent without what was copied along with them."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.beside_fields import show_beside
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.compose.text_fields import IdField
from scoro_desktop.wire import JsonValue
from tests.journey.sight import problem_of
from tests.ui.compose.messages import push_with


def id_fields(form: PushForm) -> list[tuple[SectionForm, IdField, tuple[str, ...]]]:
    sections: tuple[SectionForm, ...] = (form.android, form.iphone)
    for each in sections:
        each.more.setChecked(True)
    return [
        (each, field, path)
        for each in sections
        for path, field in each._fields._fields.items()
        if isinstance(field, IdField)
    ]


def paste(field: IdField, text: str) -> None:
    edit = field.edit()
    assert isinstance(edit, QLineEdit)
    QApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


def sent_at(section: SectionForm, path: tuple[str, ...]) -> JsonValue:
    value: JsonValue = section.content()
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
    return value


def test_what_stands_around_a_name_is_taken_off(push_form: PushForm) -> None:
    fields = id_fields(push_form)
    assert len(fields) == 21
    for section, field, path in fields:
        for text in ("com.example\n", "  com.example\r\n", "\u00a0com.example\u200b", "\u2067com.example\u2069\t"):
            paste(field, text)
            assert sent_at(section, path) == "com.example", (path, text)
        paste(field, "\u200b ")
        assert field.value() is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("com.\nexample", "It contains a line break or a tab. Was it copied whole?"),
        ("com.\u200bexample", "It contains an invisible character: U+200B ZERO WIDTH SPACE. Remove it."),
    ],
)
def test_what_stands_within_is_told(push_form: PushForm, text: str, words: str) -> None:
    field = push_form.iphone.field("topic")
    assert isinstance(field, IdField)
    paste(field, text)
    assert field.value() == text
    show_beside(push_form, push_form.request().problems())
    assert problem_of(field) == words
    again = PushForm(push_form)
    again.restore(push_form.state())
    assert again.iphone.field("topic").value() == text


def test_a_name_of_an_opened_message_is_kept_to_the_letter_and_told(push_form: PushForm) -> None:
    body = push_with(apns={"topic": "com.example\n", "aps": {"alert": "Hi"}})
    push_form.load(Request.from_wire(Channel.PUSH, body))
    assert push_form.request().to_wire() == body
    show_beside(push_form, push_form.request().problems())
    assert "at its beginning or end" in problem_of(push_form.iphone.field("topic"))
