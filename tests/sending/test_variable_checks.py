"""Tests that a variable that is left stops a send, wherever in the message or the query it stands."""

import pytest

from scoro_desktop.audience.query import Everyone, read_query
from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.sending.checks import QUERY, before_sending, query_to_count, variables_left_in_query
from scoro_desktop.sending.draft import Draft
from scoro_desktop.wire import JsonObject

SHOP = Account("a1", "Shop", Environment.TEST, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MASTER)
KEYS = Keys("client", "access")
PLAIN = '{"phone": {"$exists": true}}'


def sms(body: JsonObject, query: str = PLAIN, *kept: str, **more: str) -> Draft:
    reading = read_query(query)
    assert reading.query is not None
    message = Request.from_wire(Channel.SMS, body)
    return Draft(message, "users", reading.query, query, as_they_stand=frozenset(kept), **more)  # type: ignore[arg-type]


def variable_problems(draft: Draft) -> list[Problem]:
    return [each for each in before_sending(draft, SHOP, KEYS) if each.code.startswith("variable")]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"msg": {"text": "Hello {{name}}"}}, ("msg", "text")),
        ({"msg": {"text": "Hello", "own": [{"a": "{{ name }}"}]}}, ("msg", "own", "0", "a")),
        ({"msg": {"text": "Hello"}, "own": "{{name}}"}, ("own",)),
    ],
)
def test_left_in_the_message(body: JsonObject, field: tuple[str, ...]) -> None:
    (found,) = variable_problems(sms(body))
    assert (found.code, found.field, found.stops) == ("variable_missing", field, True)
    (kept,) = variable_problems(sms(body, PLAIN, "name"))
    assert (kept.code, kept.field, kept.stops) == ("variable_as_it_stands", field, False)


@pytest.mark.parametrize(
    "query",
    [
        '{"city": "{{city}}"}',
        '{"city": {"$ne": "{{city}}"}}',
        '{"$or": [{"a": 1}, {"city": {"$nin": ["x", "a {{ city }} b"]}}]}',
        '{"city": {"$ne": "\\u007B\\u007bcity}}"}}',
    ],
)
def test_left_in_the_query(query: str) -> None:
    draft = sms({"msg": {"text": "Hello"}}, query)
    (found,) = variable_problems(draft)
    assert (found.code, found.field, found.stops) == ("variable_missing", QUERY, True)
    assert variables_left_in_query(draft) == ["{{city}}"]
    assert query_to_count(draft) is None
    kept = sms({"msg": {"text": "Hello {{city}}"}}, query, "city")  # for the app on the device, which reads no query
    assert [each.field for each in variable_problems(kept) if each.stops] == [QUERY]
    assert variables_left_in_query(kept) == ["{{city}}"]
    assert query_to_count(kept) is None


def test_a_key_is_no_variable_and_what_an_account_adds_is_its_own() -> None:
    assert variable_problems(sms({"msg": {"text": "Hello", "{{a}}": 1}}, '{"{{b}}": 1}', suffix="{{stop}}")) == []


def test_everyone_has_no_variables() -> None:
    draft = Draft(Request.from_wire(Channel.SMS, {"msg": {"text": "Hello"}}), "users", Everyone(), "")
    assert variable_problems(draft) == []
    assert query_to_count(draft) == {}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ('{"deviceType": {"$ne": "{{type}"}}', "{{type}"),
        ('{"deviceType": {"$ne": "{type}}"}}', "{type}}"),
        ('{"deviceType": {"$nin": ["a", "{{ty{pe}}"]}}', "{{ty{pe}}"),
        ('{"deviceType": {"$ne": "\\u007b{type}"}}', "{{type}"),
        ('{"deviceType": {"$ne": "{{ty\\npe}}"}}', "{{ty"),
        ('{"a": {"$ne": "x}}, y"}, "b": {"$ne": "{"}}', "x}}"),
        ('{"{{f": {"$ne": 1}}', "{{f"),
        ('{"$or": [{"a": 1}, {"f}}": {"$exists": false}}]}', "f}}"),
        ('{"\\u007b\\u007bf": {"$ne": 1}}', "{{f"),
    ],
)
def test_braces_of_a_query_that_do_not_pair_up(query: str, text: str) -> None:
    draft = sms({"msg": {"text": "Hello"}}, query, text)  # nobody fills in a query, whatever is meant
    (found,) = [each for each in before_sending(draft, SHOP, KEYS) if each.code == "braces_unpaired"]
    assert (found.field, found.stops, found.params["text"]) == (QUERY, True, text)
    assert query_to_count(draft) is None
    assert variables_left_in_query(draft) == [text]


def test_braces_of_a_query_that_hold_no_name_are_an_error() -> None:
    draft = sms({"msg": {"text": "Hello"}}, '{"deviceType": {"$ne": "{{a/b}}"}}')
    (found,) = [each for each in before_sending(draft, SHOP, KEYS) if each.code == "braces_without_name"]
    assert (found.field, found.stops) == (QUERY, True)
    assert query_to_count(draft) is None


def test_the_brackets_of_a_query_are_no_braces_of_a_text() -> None:
    query = '{"$or": [{"a": {"$ne": {"b": {"c": 1}}}}, {"d": {"$ne": "x"}}]}'
    draft = sms({"msg": {"text": "Hello"}}, query)
    assert not [each for each in before_sending(draft, SHOP, KEYS) if each.code.startswith("braces")]
    assert query_to_count(draft) is not None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"msg": {"text": "Hello {{name}, sale"}}, ("msg", "text")),
        ({"msg": {"text": "Hello", "own": [{"a": "{name}}"}]}}, ("msg", "own", "0", "a")),
        ({"msg": {"text": "Hello", "own": [{"{{a": 1}]}}, ("msg", "own", "0", "{{a")),
    ],
)
def test_braces_of_the_message_that_do_not_pair_up(body: JsonObject, field: tuple[str, ...]) -> None:
    (found,) = [each for each in before_sending(sms(body), SHOP, KEYS) if each.code == "braces_unpaired"]
    assert (found.field, found.stops) == (field, True)


def test_json_as_a_value_of_data_is_sent_as_it_is() -> None:
    draft = sms({"msg": {"text": "Hello", "own": '{"a":{"b":1}}'}})
    assert not [each for each in before_sending(draft, SHOP, KEYS) if each.stops]
