"""Relative dates: built by clicking, counted, confirmed and sent as dates, told as what they were, and used again."""

import dataclasses
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip

from scoro_desktop.audience.relative_dates import KEY, Instant
from scoro_desktop.curl.shell import Shell
from scoro_desktop.sandbox import sample
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import KEYS, NO_RIGHT, account_at
from tests.journey.sight import words_in
from tests.journey.stored import stored
from tests.journey.test_curl import import_command
from tests.journey.test_saved_audiences import open_saved, save
from tests.journey.test_templates import open_templates, save_as
from tests.scorocode.socket_server import SocketServer, answer, receive
from tests.ui.audience.builder.by_hand import choose, row_at, type_field

NOON = datetime(2026, 9, 1, 9, 0, 0, tzinfo=UTC)
DATE = "2026-08-02T12:00:00+03:00"
RULE: dict[str, Any] = {"lastSeenAt": {"$gte": {KEY: {"days": -30}}}}


class Clock:
    """The clock and the zone of the computer, as the app reads them."""

    def __init__(self) -> None:
        self.at, self.zone = NOON, "Europe/Moscow"

    def instant(self) -> Instant:
        return Instant(self.at, self.zone)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(here, "instant", clock.instant)
    return clock


class Listening(SocketServer):
    """Counts 7 of 12, sends to 7, and keeps the bytes of every body."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.bodies: list[tuple[str, bytes]] = []

    def _answer(self, connection: socket.socket) -> None:
        while request := receive(connection):
            head, _, content = request.partition(b"\r\n\r\n")
            call = head.split()[1].decode().removeprefix("/api/v1/")
            self.bodies.append((call, content))
            if call == "data/count":
                number = 7 if json.loads(content).get("query") else 12
                connection.sendall(answer(json.dumps({"result": number, "error": False}).encode()))
            elif call.startswith("send"):
                connection.sendall(answer(b'{"count":7,"error":false}'))
            else:
                connection.sendall(NO_RIGHT)

    def queries(self, call: str) -> list[Any]:
        """The queries of a call, in order, without those for whole collections and for whether there is a field."""
        found = [json.loads(content).get("query") for each, content in self.bodies if each == call]
        return [each for each in found if each and "$exists" not in json.dumps(each)]


@pytest.fixture
def listening(have_account: HaveAccount) -> Iterator[Listening]:
    with Listening() as server:
        have_account(account_at(server.address), KEYS)
        yield server


def build(window: MainWindow, person: Person, days: str = "30") -> None:
    """Builds "lastSeenAt is in the last 30 days" with mouse and keyboard."""
    builder = window.tab.audience.conditions.builder
    person.click(builder.root.add_condition)
    row = row_at(builder, len(builder.root.widgets()) - 1)
    type_field(person.qtbot, row, "lastSeenAt")
    choose(person.qtbot, row.operator, "is in the last")
    number, unit = row.value.tab_stops()[1:3]
    person.type_into(number, days)
    assert unit.isVisible()


def last(application: Any) -> Send:
    history = stored(application).history
    send = history.get(history.page(HistoryFilter(), 0, 1)[0].id)
    assert send is not None
    return send


def test_the_last_30_days_are_built_counted_sent_and_told(
    start: Start, person: Person, clock: Clock, listening: Listening
) -> None:
    application = start()
    window = application.window
    person.wait_for_keys(window)
    person.type_into(window.tab.form.first(), "We miss you")
    build(window, person)
    person.wait_for_count(window, 7)
    assert json.loads(window.tab.audience.text()) == RULE
    assert listening.queries("data/count")[-1] == {"lastSeenAt": {"$gte": DATE}}

    # each count is worked out anew
    clock.at = NOON + timedelta(minutes=1)
    window.tab.live_count.again()
    person.wait_for_count(window, 7)
    assert listening.queries("data/count")[-1] == {"lastSeenAt": {"$gte": "2026-08-02T12:01:00+03:00"}}

    # what would go out now, and the rule
    window.tab.preview.pages.setCurrentIndex(window.tab.preview.pages.count() - 1)
    preview = window.tab.preview.request
    assert json.loads(preview.text())["query"] == {"lastSeenAt": {"$gte": "2026-08-02T12:01:00+03:00"}}
    assert "lastSeenAt: 30 days ago = August 2, 2026, 12:01" in preview.dates.text()
    assert "as of September 1, 2026, 12:01\u202fPM (Europe/Moscow)" in preview.dates.text()

    # what is counted for the confirmation is what goes out, however long it stands open
    clock.at = NOON + timedelta(minutes=2)
    dialog = person.press_send(window)
    frozen = {"lastSeenAt": {"$gte": "2026-08-02T12:02:00+03:00"}}
    assert listening.queries("data/count")[-1] == frozen
    said = words_in(dialog)
    assert "lastSeenAt is in the last 30 days" in said
    assert "lastSeenAt: 30 days ago = August 2, 2026, 12:02" in said
    clock.at, clock.zone = NOON + timedelta(hours=3), "Asia/Tokyo"
    person.confirm(window, dialog)
    assert listening.queries("data/count")[-2:] == [frozen, frozen]
    assert listening.queries("sendpush") == [frozen]
    assert not any(KEY.encode() in content for _, content in listening.bodies)

    send = last(application)
    assert (send.outcome, send.count, send.expected) == (Outcome.SENT, 7, 7)
    assert send.request["query"] == frozen
    assert json.loads(send.query_text) == RULE
    assert send.instant == Instant(NOON + timedelta(minutes=2), "Europe/Moscow")

    window.tab.audience.editor.replace('{"deviceType": "ios"}')
    details = person.open_details(window)
    said = words_in(details)
    assert "lastSeenAt is in the last 30 days" in said
    assert "lastSeenAt: 30 days ago = August 2, 2026, 12:02" in said
    assert "as of September 1, 2026, 12:02\u202fPM (Europe/Moscow)" in said
    written = [each.toPlainText() for each in details.findChildren(QPlainTextEdit)]
    assert any('"$gte": "2026-08-02T12:02:00+03:00"' in each for each in written)
    assert send.query_text in written
    person.press(details, "Use again")

    # the rule comes back, and asks for the days before now
    assert json.loads(window.tab.audience.text()) == RULE
    person.wait_for_count(window, 7)
    assert listening.queries("data/count")[-1] == {"lastSeenAt": {"$gte": "2026-08-02T21:00:00+09:00"}}
    # the same message by the same rule, although its dates are others
    again = person.press_send(window)
    assert again.again.isVisible()
    assert not again.send_button.isEnabled()
    again.reject()


def test_the_sandbox_finds_those_of_the_last_30_days(start: Start, person: Person, clock: Clock) -> None:
    window = start().window
    build(window, person)
    since = clock.at - timedelta(days=30)
    devices = sample.world().collection("devices")
    assert devices is not None
    number = sum(each["lastSeenAt"] >= since for each in devices)
    assert 0 < number < len(devices)
    person.wait_for_count(window, number)


@pytest.mark.usefixtures("clock")
def test_a_command_has_the_dates_of_now_and_says_so(start: Start, person: Person, listening: Listening) -> None:
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", json.dumps(RULE))
    person.wait_for_count(window, 7)
    note = "relative dates are not worked out again where it is pasted"
    window.curl.copy(Shell.POSIX, with_keys=False)
    command = QApplication.clipboard().text()
    assert DATE in command
    assert KEY not in command
    person.qtbot.waitUntil(lambda: note in QToolTip.text())
    assert not any(call.startswith("send") for call, _ in listening.bodies)


@pytest.mark.usefixtures("clock")
def test_a_rule_with_a_mistake_chooses_nobody(start: Start, person: Person, listening: Listening) -> None:
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", json.dumps(RULE))
    person.wait_for_count(window, 7)
    asked = len(listening.queries("data/count"))
    for text, said in (
        ('{"lastSeenAt": {"$gte": {"$relativeDate": {"days": "-30"}}}}', "days needs a whole number without quotes"),
        ('{"lastSeenAt": {"$gte": {"$relativeDate": {"day": -30}}}}', "A relative date has no “day”"),
        ('{"lastSeenAt": {"$ne": {"$relativeDate": {"days": -30}}}}', "can only be compared"),
        ('{"lastSeenAt": {"$gte": {"$relativeDate": {"years": -101}}}}', "can be at most 100"),
    ):
        window.tab.audience.editor.replace(text)
        assert window.tab.draft().audience is None
        assert said in words_in(window.tab.audience)
        assert window.send() is None
    assert len(listening.queries("data/count")) == asked
    assert not listening.queries("sendpush")


@pytest.mark.usefixtures("listening")
def test_a_clock_without_a_date_sends_nothing(start: Start, person: Person, clock: Clock) -> None:
    application = start()
    window = application.window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", json.dumps(RULE))
    person.wait_for_count(window, 7)
    clock.at = datetime(1, 1, 2, tzinfo=UTC)
    assert window.send() is None
    box = QApplication.activeModalWidget()
    assert box is not None
    assert "cannot be worked out, so nothing was sent" in words_in(box)
    box.close()
    assert stored(application).history.count(HistoryFilter()) == 0


@pytest.mark.usefixtures("clock")
def test_the_editor_explains_a_rule(window: MainWindow, person: Person) -> None:
    page = window.tab.audience.json
    person.click(window.tab.audience.by_query)
    page.editor.replace('{"createdAt": {"$lt": {"$relativeDate": {"startOf": "month", "months": 1}}}}')
    assert "createdAt: the start of next month = October 1, 2026, 12:00\u202fAM" in page.note.text()
    assert page.note.isVisible()
    page.editor.replace('{"title": "$relativeDate"}')
    assert not page.note.isVisible()


COMMAND = (
    "curl https://api.scorocode.ru/api/v1/sendpush -d '"
    + json.dumps({"app": "a", "coll": "devices", "query": RULE, "msg": {"data": {"gcm": {"data": {"a": "b"}}}}})
    + "'"
)


def test_the_pointer_on_a_rule_is_told_its_date(window: MainWindow, person: Person) -> None:
    window.activateWindow()
    editor = window.tab.audience.editor
    window.tab.audience.by_query.click()
    text = '{"deviceType": "ios", "lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
    person.fill(editor, "")
    person.paste(editor, text)

    def told(word: str) -> str:
        place = editor.cursorRect(editor.cursor_over(text.index(word), text.index(word))).center() + QPoint(2, 0)
        event = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
        QApplication.sendEvent(editor.viewport(), event)
        return QToolTip.text()

    assert told("relativeDate").startswith("30 days ago = ")
    assert told("days").startswith("30 days ago = ")
    QToolTip.hideText()
    assert "=" not in editor._explained_at(editor.cursorRect(editor.cursor_over(3, 3)).center())
    person.fill(editor, "")
    person.paste(editor, text.replace("days", "dais"))
    assert editor._explained_at(editor.cursorRect(editor.cursor_over(60, 60)).center()) == ""


@pytest.mark.usefixtures("clock")
def test_a_rule_is_kept_by_import_template_saved_audience_and_draft(
    start: Start, person: Person, listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    panel = window.tab.audience
    person.wait_for_keys(window)
    import_command(person, window, COMMAND)
    person.wait_for_count(window, 7)
    text = panel.text()
    assert json.loads(text) == RULE

    save_as(window, person, "We miss you", audience=True)
    save(window, person, monkeypatch, "Seen lately").close()
    panel.editor.replace('{"a": 1}')
    dialog = open_saved(window, person)
    dialog.list.setCurrentRow(0)
    assert "lastSeenAt is in the last 30 days" in words_in(dialog)
    person.click(dialog.use)
    assert panel.text() == text
    panel.editor.replace('{"a": 1}')
    room = open_templates(window)
    assert "lastSeenAt is in the last 30 days" in room.details.text()
    person.press(room, "Use")
    assert panel.text() == text

    # a second one, typed by half, comes back after a restart and chooses nobody
    person.click(panel.by_conditions)
    build(window, person, days="1000000")
    assert window.tab.draft().audience is None
    window = start().window
    builder = window.tab.audience.conditions.builder
    assert [each.words for each in builder.problems()] == ["Give a whole number from 1 to 36,500 for “lastSeenAt”."]
    assert window.tab.draft().audience is None
    person.click(row_at(builder, 1).remove)
    assert json.loads(window.tab.audience.text()) == RULE
    person.wait_for_keys(window)
    person.wait_for_count(window, 7)
    assert listening.queries("data/count")[-1] == {"lastSeenAt": {"$gte": DATE}}
    assert not any(KEY.encode() in content for _, content in listening.bodies)


@pytest.mark.usefixtures("clock")
def test_tests_and_the_accounts_own_condition_go_out_as_dates(
    start: Start, person: Person, have_account: HaveAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = {"createdAt": {"$lt": {KEY: {"startOf": "day"}}}}
    went_out = {"createdAt": {"$lt": "2026-09-01T00:00:00+03:00"}}
    with Listening() as server:
        have_account(dataclasses.replace(account_at(server.address), locked_clause=json.dumps(locked)), KEYS)
        application = start()
        window = application.window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", json.dumps(RULE))
        person.wait_for_count(window, 7)
        dialog = save(window, person, monkeypatch, "Ours")
        dialog.list.setCurrentRow(0)
        person.click(dialog.for_tests)
        dialog.close()
        window.tab.audience.editor.replace('{"deviceType": "ios"}')
        question = person.send_test(window)
        assert question is not None
        person.qtbot.waitUntil(lambda: question.count is not None)
        person.confirm(window, question)
        both = {"$and": [{"lastSeenAt": {"$gte": DATE}}, went_out]}
        assert server.queries("sendpush") == [both]
        send = last(application)
        assert (send.is_test, send.request["query"]) == (True, both)
        details = person.open_details(window)
        said = words_in(details)
        assert "🔒 createdAt is before “2026-09-01T00:00:00+03:00”" in said
        assert "lastSeenAt: 30 days ago = August 2, 2026" in said
        assert not any(KEY.encode() in content for _, content in server.bodies)


def test_a_held_send_keeps_its_dates_and_gives_the_rule_back(
    start: Start, person: Person, clock: Clock, have_account: HaveAccount
) -> None:
    with Listening() as server:
        have_account(dataclasses.replace(account_at(server.address), hold_seconds=30), KEYS)
        window = start().window
        holds = window._services.dispatch
        person.wait_for_keys(window)

        def hold(title: str) -> None:
            person.write_push(window, title, json.dumps(RULE))
            person.wait_for_count(window, 7)
            person.click(person.press_send(window).send_button)
            person.qtbot.waitUntil(lambda: bool(holds.holds), timeout=WAIT_MS)

        hold("Hello")
        clock.at += timedelta(hours=1)
        for each in holds.holds:
            each.timer.start(0)
        person.qtbot.waitUntil(lambda: bool(server.queries("sendpush")), timeout=WAIT_MS)
        assert server.queries("sendpush") == [{"lastSeenAt": {"$gte": DATE}}]
        person.qtbot.waitUntil(lambda: not holds.under_way, timeout=WAIT_MS)
        hold("Hello again")
        window.tab.audience.editor.replace('{"a": 1}')
        person.click(window.outcome.action)
        assert json.loads(window.tab.audience.text()) == RULE
        assert len(server.queries("sendpush")) == 1


@pytest.mark.usefixtures("clock")
def test_a_sample_and_the_price_of_an_sms_are_asked_for_dates(
    start: Start, person: Person, have_account: HaveAccount
) -> None:
    with Listening() as server:
        priced = dataclasses.replace(account_at(server.address), sms_price=Decimal("2.50"))
        have_account(priced, KEYS)
        window = start().window
        person.wait_for_keys(window)
        window.tabs.setCurrentIndex(1)
        person.fill(window.tab.form.first(), "Hello")
        person.fill(window.tab.audience.editor, json.dumps({"createdAt": RULE["lastSeenAt"]}))
        person.wait_for_count(window, 7)
        chosen = {"createdAt": {"$gte": DATE}}
        with_phone = {"$and": [chosen, {"phone": {"$exists": True, "$nin": [None, ""]}}]}

        def asked(call: str, query: dict[str, Any]) -> bool:
            return any(each == call and json.loads(content).get("query") == query for each, content in server.bodies)

        person.qtbot.waitUntil(lambda: asked("data/count", with_phone), timeout=WAIT_MS)
        person.click(window.tab.audience.count.see)
        person.qtbot.waitUntil(lambda: asked("data/find", chosen), timeout=WAIT_MS)
        window.findChildren(SampleView)[-1].reject()
        assert not any(KEY.encode() in content for _, content in server.bodies)
