import pytest

from scoro_desktop.audience.query import Everyone, Query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sending.draft import Draft
from scoro_desktop.wire import JsonObject

PUSH: JsonObject = {"msg": {"data": {"gcm": {"notification": {"title": "Hi"}}}}}


def draft(body: JsonObject = PUSH, audience: Everyone | Query | None = None, channel: Channel = Channel.PUSH) -> Draft:
    return Draft(Request.from_wire(channel, body), "devices", audience)


def test_the_request_is_the_message_with_its_audience() -> None:
    query = Query('{"a": 1}', {"a": 1})
    assert draft(audience=query).request().to_wire() == {"coll": "devices", "query": {"a": 1}, **PUSH}
    assert draft(audience=query).channel is Channel.PUSH
    assert not draft(audience=query).everyone


def test_everyone_is_an_empty_query_that_was_chosen() -> None:
    everyone = draft(audience=Everyone())
    assert everyone.everyone
    assert everyone.request().to_wire() == {"coll": "devices", "query": {}, **PUSH}


def test_without_an_audience_there_is_no_request() -> None:
    nobody = draft()
    assert not nobody.everyone
    for make in (nobody.request, nobody.query):
        with pytest.raises(ValueError, match="no audience"):
            make()


@pytest.mark.parametrize("value", [None, 5, "users", [], {"a": 1}, {}])
def test_what_an_opened_message_says_of_its_audience_never_takes_the_place_of_the_choice(value: object) -> None:
    body: JsonObject = {**PUSH, "coll": value, "query": value}  # type: ignore[dict-item]
    wire = draft(body, Query('{"a": 1}', {"a": 1})).request().to_wire()
    assert (wire["coll"], wire["query"]) == ("devices", {"a": 1})
    assert draft(body, Everyone()).request().to_wire()["query"] == {}


def test_a_key_of_an_account_never_comes_into_a_request() -> None:
    keys: JsonObject = {"app": "a", "cli": "s3cret", "acc": "s3cret", "sess": "s3cret"}
    assert draft({**PUSH, **keys}, Everyone()).request().to_wire() == {"coll": "devices", "query": {}, **PUSH}


SMS: JsonObject = {"msg": {"text": "Sale"}}


@pytest.mark.parametrize(
    ("body", "suffix", "message"),
    [
        (SMS, "STOP 1234", {"text": "Sale STOP 1234"}),
        ({"msg": {"text": "Sale STOP 1234"}}, "STOP 1234", {"text": "Sale STOP 1234"}),
        (SMS, "", {"text": "Sale"}),
        ({"msg": {"text": "Sale", "acme": 1}}, "STOP 1234", {"text": "Sale STOP 1234", "acme": 1}),
        ({"msg": {"text": ""}}, "STOP 1234", {"text": ""}),
        ({"msg": {"text": 5}}, "STOP 1234", {"text": 5}),
        ({"msg": {}}, "STOP 1234", {}),
        ({"msg": "Sale"}, "STOP 1234", "Sale"),
    ],
)
def test_what_the_account_adds_to_an_sms_is_sent_with_it(body: JsonObject, suffix: str, message: object) -> None:
    made = Draft(Request.from_wire(Channel.SMS, body), "users", Everyone(), suffix=suffix)
    assert made.request().to_wire()["msg"] == message
    assert made.message.to_wire()["msg"] == body["msg"]


def test_nothing_is_added_to_a_push() -> None:
    body: JsonObject = {"msg": {"text": "Sale", "data": {}}}
    made = Draft(Request.from_wire(Channel.PUSH, body), "users", Everyone(), suffix="STOP 1234")
    assert made.request().to_wire()["msg"] == body["msg"]
