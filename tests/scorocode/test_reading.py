"""Tests of what each answer means: the outcome by status and body, over HTTP as `responses` fakes it."""

from collections.abc import Iterator

import pytest
import responses

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import REASONS, Failure, Outcome
from tests.scorocode.accounts import KEYS, an_account

BASE = "https://api.example.org/api/v1/"
R, U = Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture
def server() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as mock:
        yield mock


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client(an_account(), KEYS)
    yield client
    client.close()


@pytest.mark.parametrize(
    ("status", "body", "outcome", "reason"),
    [
        (200, '{"error":true,"errCode":400,"errMsg":"no"}', R, "server_said_no"),
        (400, '{"error":true,"errCode":400,"errMsg":"no"}', R, "server_said_no"),
        (400, '{"error":true}', R, "server_said_no"),
        (400, '{"error":true,"count":0}', R, "server_said_no"),
        (400, '{"error":true,"count":0.0}', R, "server_said_no"),
        (403, '{"error":true,"errCode":401}', R, "server_said_no"),
        (200, '{"error":true,"errCode":429}', R, "server_said_no"),
        (200, '{"error":true,"errCode":"404"}', R, "server_said_no"),
        (200, '{"error":true,"errCode":404.0}', R, "server_said_no"),
        (400, '{"error":true,"errCode":"E1"}', R, "server_said_no"),
        (400, '{"error":true,"errCode":true}', R, "server_said_no"),
        (400, '{"error":true,"errCode":[504]}', R, "server_said_no"),
        # a failure of the service's own settles nothing, under any status and however its code is written
        (200, '{"error":true,"errCode":504,"errMsg":"timeout"}', U, "server_failed"),
        (504, '{"error":true,"errCode":504,"errMsg":"timeout"}', U, "server_failed"),
        (400, '{"error":true,"errCode":504,"errMsg":"timeout"}', U, "server_failed"),
        (504, '{"error":true,"errCode":400,"errMsg":"no"}', U, "server_failed"),
        (500, '{"error":true,"errCode":500}', U, "server_failed"),
        (502, '{"error":true}', U, "server_failed"),
        (504, '{"error":true}', U, "server_failed"),
        (200, '{"error":true,"errCode":"504"}', U, "server_failed"),
        (200, '{"error":true,"errCode":" 504 "}', U, "server_failed"),
        (200, '{"error":true,"errCode":504.0}', U, "server_failed"),
        (200, '{"error":true,"errCode":5.04e2}', U, "server_failed"),
        (200, '{"error":true,"errCode":"504.0"}', U, "server_failed"),
        (400, '{"error":true,"errCode":"500"}', U, "server_failed"),
        (200, '{"error":true,"errCode":408}', U, "server_failed"),
        (200, '{"error":true,"errCode":425}', U, "server_failed"),
        (200, '{"error":true,"errCode":499}', U, "server_failed"),
        (408, '{"error":true,"errCode":400}', U, "server_failed"),
        (499, '{"error":true}', U, "server_failed"),
        # nothing says whose fault it was
        (200, '{"error":true}', U, "server_failed"),
        (200, '{"error":true,"errCode":null}', U, "server_failed"),
        (200, '{"error":true,"errCode":true}', U, "server_failed"),
        (200, '{"error":true,"errCode":false}', U, "server_failed"),
        (200, '{"error":true,"errCode":"E404"}', U, "server_failed"),
        (200, '{"error":true,"errCode":0}', U, "server_failed"),
        (200, '{"error":true,"errCode":-404}', U, "server_failed"),
        (200, '{"error":true,"errCode":404.5}', U, "server_failed"),
        (200, '{"error":true,"errCode":200}', U, "server_failed"),
        (200, '{"error":true,"errCode":399}', U, "server_failed"),
        (200, '{"error":true,"errCode":600}', U, "server_failed"),
        (200, '{"error":true,"errCode":4040}', U, "server_failed"),
        (200, '{"error":true,"errCode":40400000000000000000000000}', U, "server_failed"),
        (200, '{"error":true,"errCode":{"code":404}}', U, "server_failed"),
        (201, '{"error":true,"errCode":400}', U, "server_failed"),
        (202, '{"error":true,"errCode":400}', U, "server_failed"),
        (302, '{"error":true}', U, "server_failed"),
        (303, '{"error":true,"errCode":400}', U, "server_failed"),
        # some were counted before it
        (200, '{"error":true,"errCode":400,"count":5}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":5}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":5.0}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":"5"}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":"0"}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":true}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":false}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":null}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":[5]}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":{"sent":5}}', U, "server_failed"),
        (400, '{"error":true,"errCode":400,"count":-1}', U, "server_failed"),
        (200, '{"error":true,"errCode":400,"count":1e-9}', U, "server_failed"),
        (200, "", U, "unreadable"),
        (200, "<html>hello</html>", U, "unreadable"),
        (200, "null", U, "unreadable"),
        (200, "[]", U, "unreadable"),
        (200, "{}", U, "unreadable"),
        (200, '{"count":5}', U, "unreadable"),
        (200, '{"error":null,"count":5}', U, "unreadable"),
        (200, '{"error":0,"count":5}', U, "unreadable"),
        (200, '{"error":"false","count":5}', U, "unreadable"),
        (200, '{"error":1}', U, "unreadable"),
        (200, '{"error":false}', U, "unreadable"),
        (200, '{"error":false,"count":null}', U, "unreadable"),
        (200, '{"error":false,"count":5.0}', U, "unreadable"),
        (200, '{"error":false,"count":5e0}', U, "unreadable"),
        (200, '{"error":false,"count":true}', U, "unreadable"),
        (200, '{"error":false,"count":"5"}', U, "unreadable"),
        (200, '{"error":false,"count":-1}', U, "unreadable"),
        (200, '{"error":false,"count":NaN}', U, "unreadable"),
        (200, '{"error":false,"count":9223372036854775808}', U, "unreadable"),
        (200, '{"error":false,"error":false,"count":5}', U, "unreadable"),
        (200, '{"error":false,"count":5} trailing', U, "unreadable"),
        (200, '\ufeff{"error":false,"count":5}', U, "unreadable"),
        (201, '{"error":false,"count":5}', U, "unreadable"),
        (201, "", U, "unreadable"),
        (202, '{"error":false,"count":5}', U, "unreadable"),
        (204, "", U, "unreadable"),
        (206, '{"error":false,"count":5}', U, "unreadable"),
        (299, "ok", U, "unreadable"),
        # only 307 and 308 say that the request is to be made elsewhere, and so was not handled
        (300, "", U, "redirect"),
        (301, "", U, "redirect"),
        (302, "<html>Log in</html>", U, "redirect"),
        (303, "", U, "redirect"),
        (304, "", U, "redirect"),
        (305, "", U, "redirect"),
        (307, "", R, "redirect"),
        (308, "{}", R, "redirect"),
        (308, '{"error":false,"count":5}', U, "redirect"),
        (399, "", U, "redirect"),
        (400, "", R, "not_json_refusal"),
        (401, "<html>login</html>", R, "not_json_refusal"),
        (403, '{"message":"forbidden"}', R, "not_json_refusal"),
        (404, "[]", R, "not_json_refusal"),
        (405, "", R, "not_json_refusal"),
        (409, "", R, "not_json_refusal"),
        (413, "<html>Request Entity Too Large</html>", R, "not_json_refusal"),
        (422, '{"detail":"no"}', R, "not_json_refusal"),
        (429, "slow down", R, "not_json_refusal"),
        (451, "", R, "not_json_refusal"),
        (408, "", U, "given_up"),
        (425, "", U, "given_up"),
        (460, "", U, "given_up"),
        (499, "", U, "given_up"),
        (400, '{"error":false,"count":5}', U, "unreadable"),
        (500, "", U, "unreadable"),
        (500, '{"error":false,"count":5}', U, "unreadable"),
        (501, "no", U, "unreadable"),
        (502, "<html>Bad Gateway</html>", U, "gateway"),
        (503, '{"message":"busy"}', U, "gateway"),
        (504, "", U, "gateway"),
        (511, "<html>Log in to the network</html>", U, "gateway"),
        (520, "", U, "gateway"),
        (524, "<html>A timeout occurred</html>", U, "gateway"),
        (599, "", U, "unreadable"),
        (600, "", U, "unreadable"),
        (999, "", U, "unreadable"),
    ],
)
def test_what_is_no_success(
    server: responses.RequestsMock, client: Client, status: int, body: str, outcome: Outcome, reason: str
) -> None:
    server.post(f"{BASE}sendpush", body=body, status=status)
    result = client.send(Channel.PUSH, {"coll": "devices"})
    assert isinstance(result, Failure)
    assert (result.outcome, result.reason, result.http_status) == (outcome, reason, status)
    assert result.answer == body
    assert reason in REASONS
    assert len(server.calls) == 1
