"""Tests of what each person gets: their own values, none of them read again, and no message where one is missing."""

import json

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.recipients.columns import columns_of, find
from scoro_desktop.sending.campaigns.merging import Merge, Missing, fields_of
from scoro_desktop.wire import JsonObject

TITLES = ("Имя", "Телефон", "Город")


def columns_for(message: JsonObject) -> dict[str, int]:
    """The columns of the fields in a message, by their titles."""
    columns = columns_of(TITLES)
    return {each.name: found.at for each in fields_of(message) if (found := find(columns, each.name))}


def sms(text: str) -> JsonObject:
    return {"msg": {"text": text}}


def merge(text: str, *cells: str, suffix: str = "") -> object:
    message = sms(text)
    return Merge(Channel.SMS, message, columns_for(message), suffix).merged(cells)


@pytest.mark.parametrize(
    ("text", "cells", "sent"),
    [
        ("Привет, {{имя}}!", ("Анна",), "Привет, Анна!"),
        ("{{ И м я }} {{имя}}", ("Анна",), "Анна Анна"),
        ("{{имя|друг}}", ("",), "друг"),
        ("{{ имя | друг }}", ("Анна",), "Анна"),
        ("{{имя|друг}} и {{имя|Клиент}}", (" ",), "друг и Клиент"),
        ("Привет{{имя|}}!", ("",), "Привет!"),
        ("{{имя|a|b}}", ("",), "a|b"),
        ("{{имя}}", ("{{город}}", "", "Москва"), "{{город}}"),
        ("{{имя|{город}}}", ("",), "{{имя|{город}}}"),
        ("{{имя}}", ("\u200b\xa0 Анна \u2060",), "Анна"),
        ("{{имя}}", ("Анна\u200dМария",), "Анна\u200dМария"),
        ("{{имя}}", ("👩\u200d👧",), "👩\u200d👧"),
        ("{{имя}}", ("می\u200cخواهم",), "می\u200cخواهم"),
        ("{{имя}}", ("a  b",), "a  b"),  # blanks that are billed are not taken out
        ("{{имя}}", ("a\r\nb",), "a\nb"),
        ("{{{{имя}}}}", ("Анна",), "{{{{имя}}}}"),
        ("{{#if}}", ("Анна",), "{{#if}}"),
        ("{{other}}", ("Анна",), "{{other}}"),
    ],
)
def test_values_stand_in_their_places(text: str, cells: tuple[str, ...], sent: str) -> None:
    assert merge(text, *cells) == sms(sent)


@pytest.mark.parametrize(
    ("text", "cells", "missing"),
    [
        ("{{имя}}", ("",), Missing(("имя",))),
        ("{{имя}} {{имя}} {{город}}", ("\u200b", "", "\xa0"), Missing(("имя", "город"))),
        ("{{имя}}", (), Missing(("имя",))),
        ("{{имя}}", ("#N/A",), Missing((), ("имя",))),
        ("{{имя|друг}}", ("#ЗНАЧ!",), Missing((), ("имя",))),
        ("{{имя}}", ("#NO VALUE",), Missing((), ("имя",))),
    ],
)
def test_a_row_without_a_value_has_no_message(text: str, cells: tuple[str, ...], missing: Missing) -> None:
    assert merge(text, *cells) == missing


def test_each_place_of_a_field_is_told() -> None:
    message: JsonObject = {"msg": {"text": "{{имя}} {{скидка|10}}", "data": {"a": ["{{Скидка}}"]}}}
    assert [(each.path, each.name, each.fallback) for each in fields_of(message)] == [
        (("msg", "text"), "имя", None),
        (("msg", "text"), "скидка", "10"),
        (("msg", "data", "a", "0"), "Скидка", None),
    ]


def test_a_quote_in_a_name_breaks_no_json_within_a_text() -> None:
    arguments = json.dumps(["{{имя}}", "x"])
    message: JsonObject = {
        "msg": {"data": {"gcm": {"notification": {"title_loc_args": arguments, "title": "{{имя}}"}}}}
    }
    made = Merge(Channel.PUSH, message, {"имя": 0}).merged(['Анна "Нюта"'])
    assert made == {
        "msg": {
            "data": {"gcm": {"notification": {"title_loc_args": '["Анна \\"Нюта\\"", "x"]', "title": 'Анна "Нюта"'}}}
        }
    }


def test_keys_and_numbers_stay_and_nothing_of_the_message_is_changed() -> None:
    message: JsonObject = {"msg": {"{{имя}}": 1, "text": "{{имя}}", "n": [1, None, True, {"x": 2.5}]}, "debug": False}
    before = json.dumps(message)
    made = Merge(Channel.SMS, message, {"имя": 0}).merged(["Анна"])
    assert made == {"msg": {"{{имя}}": 1, "text": "Анна", "n": [1, None, True, {"x": 2.5}]}, "debug": False}
    assert json.dumps(message) == before


def test_rows_with_equal_values_have_equal_texts() -> None:
    message = sms("Скидка в городе {{город}}")
    merger = Merge(Channel.SMS, message, columns_for(message))
    assert merger.texts(["Анна", "1", "Москва"]) == merger.texts(["Борис", "2", " Москва "]) == ("Москва",)


def test_what_the_account_adds_stands_once_behind_each_text() -> None:
    assert merge("{{имя}}", "Анна", suffix="STOP: stop.example") == sms("Анна STOP: stop.example")
    assert merge("{{имя}}", "Анна STOP: stop.example", suffix="STOP: stop.example") == sms("Анна STOP: stop.example")
