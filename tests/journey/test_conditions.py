"""The audience without JSON: built by hand, counted, sent; and JSON and conditions as one thing, both ways."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from scoro_desktop.audience.conditions import from_query
from scoro_desktop.audience.query import Query, read_query
from scoro_desktop.audience.relative_dates import COMPARED
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject, JsonValue, pretty
from tests.audience.test_conditions import RULES
from tests.examples import how_many
from tests.journey.conftest import Person, Start
from tests.journey.stored import stored
from tests.ui.audience.builder.by_hand import choose, row_at, type_field, type_value

FIELDS = st.sampled_from(["deviceType", "userId", "age", "address.city", "createdAt", "tags"])
VALUES: st.SearchStrategy[JsonValue] = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**12), st.floats(-9, 9), st.sampled_from(["ios", "Омск", "", 'a"b\\'])
)
TESTS = st.one_of(
    VALUES,
    st.builds(
        lambda operator, value: {operator: value},
        st.sampled_from(["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$elemMatch", "$not", "$type", "$size", "$mod"]),
        VALUES,
    ),
    st.builds(lambda operator, values: {operator: values}, st.sampled_from(["$in", "$nin", "$all"]), st.lists(VALUES)),
    st.builds(lambda value: {"$exists": value}, st.booleans()),
    st.builds(lambda operator, rule: {operator: rule}, st.sampled_from(sorted(COMPARED)), RULES),
    st.builds(lambda start, end: {"$gte": start, "$lt": end}, RULES, RULES),
    st.sampled_from([{"$regex": "^О"}, {"$regex": "a.b", "$options": "i"}, {"$gte": 1, "$lt": 9}]),
)
PLAIN = st.dictionaries(FIELDS, TESTS, min_size=1, max_size=4)
QUERIES = st.recursive(
    PLAIN,
    lambda inner: st.builds(
        lambda joined, parts, beside: {**beside, joined: parts},
        st.sampled_from(["$and", "$or", "$nor"]),
        st.lists(inner, min_size=1, max_size=3),
        st.one_of(st.just({}), PLAIN),
    ),
    max_leaves=6,
).filter(lambda query: read_query(json.dumps(query)).query is not None)


def exactly(value: object) -> str:
    """A value with its types and the order of its keys, which == would overlook."""
    return json.dumps(value)


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_a_query_goes_to_conditions_and_back_to_the_letter(window: MainWindow, query: JsonObject) -> None:
    panel = window.tab.audience
    text = json.dumps(query, indent=1, ensure_ascii=False)
    panel.by_query.click()
    panel.editor.replace(text)
    panel.by_conditions.click()
    audience = panel.audience()
    assert isinstance(audience, Query)
    assert exactly(audience.value) == exactly(query)
    assert exactly(panel.conditions.builder.query()) == exactly(query)
    panel.by_query.click()
    assert panel.editor.text() == text


@settings(max_examples=how_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_conditions_go_to_json_and_back_unchanged(window: MainWindow, query: JsonObject) -> None:
    panel = window.tab.audience
    panel.by_conditions.click()
    panel.editor.clear()
    panel.conditions.builder.load(query)
    before = panel.conditions.builder.root.group()
    panel.conditions.builder.changed.emit()
    panel.by_query.click()
    assert exactly(json.loads(panel.editor.text())) == exactly(query)
    assert panel.editor.text() == pretty(query)
    panel.by_conditions.click()
    assert panel.conditions.builder.root.group() == before == from_query(query)


def test_an_audience_is_built_counted_and_sent_without_a_word_of_json(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    panel = window.tab.audience
    builder = panel.conditions.builder
    person.type_into(window.tab.form.first(), "Hello")
    person.click(builder.root.add_condition)
    row = row_at(builder, 0)
    type_field(person.qtbot, row, "deviceType")
    assert window.tab.draft().audience is None
    assert window.send() is None
    assert "not finished" in window.footer.text()
    choose(person.qtbot, row.operator, "is")
    type_value(person.qtbot, row, "ios")
    counted = person.wait_for_count(window)
    assert json.loads(panel.editor.text()) == {"deviceType": "ios"}
    person.confirm(window, person.press_send(window))
    (sent,) = stored(application).history.page(HistoryFilter(), 0, 5)
    assert sent.count == counted

    person.click(row.remove)
    assert window.tab.draft().audience is None
    assert window.tab.live_count.count.value is None
    person.click(panel.by_query)
    assert panel.editor.text() == ""


LISTED = json.dumps({"deviceType": "android", "userId": {"$in": [f"{number:010}" for number in range(3000)]}})


def test_beside_a_long_list_the_keyboard_stays_where_it_is(window: MainWindow, person: Person) -> None:
    """A long query is read away from the window; meanwhile what is typed must not go elsewhere."""
    panel = window.tab.audience
    window.messages.open(Request(Channel.PUSH), everyone=False, query_text=LISTED)
    panel.by_conditions.click()
    person.qtbot.waitUntil(panel.conditions.builder.isEnabled)
    (line,) = (each for each in panel.conditions.findChildren(QLineEdit) if each.text() == "android")
    line.setFocus()
    line.end(False)
    for letter in "123":
        QTest.keyClicks(line, letter)
        assert panel.audience() is None
        with person.qtbot.waitSignal(panel.json.changed):  # told that there is none until it has been read
            pass
        assert line.hasFocus()
    person.qtbot.waitUntil(lambda: panel.audience() is not None)
    audience = panel.audience()
    assert isinstance(audience, Query)
    assert audience.value["deviceType"] == "android123"
    assert line.hasFocus()


def test_another_message_takes_the_place_of_a_condition_that_was_begun(window: MainWindow, person: Person) -> None:
    panel = window.tab.audience
    panel.by_conditions.click()
    person.click(panel.conditions.builder.root.add_condition)
    type_field(person.qtbot, row_at(panel.conditions.builder, 0), "deviceType")
    assert panel.is_unfinished()
    person.click(window.tools.new)
    assert not panel.conditions.builder.root.widgets()

    for _ in range(2):
        window.messages.open(Request(Channel.PUSH), everyone=False, query_text='{"deviceType": "ios"}')
        assert panel.audience() is not None
        person.click(panel.conditions.builder.root.add_condition)
        assert panel.audience() is None
    panel.take('{"deviceType": "ios"}')
    assert panel.audience() is not None


@pytest.mark.parametrize("text", ['{"deviceType": "ios"}', LISTED])
def test_a_condition_that_was_begun_narrows_still_at_the_next_start(start: Start, person: Person, text: str) -> None:
    """Left out in silence it would reach everyone that it was to leave out."""
    window = start().window
    window.messages.open(Request(Channel.PUSH), everyone=False, query_text=text)
    window.tab.audience.by_conditions.click()
    person.qtbot.waitUntil(lambda: window.tab.audience.audience() is not None)
    person.click(window.tab.audience.conditions.builder.root.add_condition)
    type_field(person.qtbot, row_at(window.tab.audience.conditions.builder, 1), "userId")
    assert window.tab.draft().audience is None

    window = start().window
    json_page = window.tab.audience.json
    person.qtbot.waitUntil(lambda: json_page.reading() is not None)
    assert window.tab.audience.text() == text
    assert window.tab.draft().audience is None
    assert window.tab.draft().unfinished
    assert not window.tab.is_blank()
    person.click(window.tools.new)
    assert not window.tab.audience.is_unfinished()
    person.click(window.notice.action)
    assert window.tab.audience.is_unfinished()


def test_a_begun_condition_is_not_left_behind_by_switching_to_json(window: MainWindow, person: Person) -> None:
    panel = window.tab.audience
    builder = panel.conditions.builder
    person.type_into(window.tab.form.first(), "Hello")
    person.click(builder.root.add_condition)
    type_field(person.qtbot, row_at(builder, 0), "deviceType")
    type_value(person.qtbot, row_at(builder, 0), "ios")
    person.wait_for_count(window)
    person.click(builder.root.add_condition)
    type_field(person.qtbot, row_at(builder, 1), "userId")
    person.click(panel.by_query)
    assert json.loads(panel.editor.text()) == {"deviceType": "ios"}
    assert window.tab.draft().audience is None
    assert "not finished" in window.footer.text()
    assert window.send() is None
    assert panel.by_conditions.isChecked()
    person.click(panel.by_query)
    panel.editor.replace('{"deviceType": "android"}')
    assert isinstance(window.tab.draft().audience, Query)


def long_query() -> str:
    """A query that takes a while to be written: thousands of ids, and one condition to be edited beside them."""
    return json.dumps({"city": "Omsk", "userId": {"$in": [f"user-{number:05}" for number in range(5000)]}})


def city_in(window: MainWindow) -> str | None:
    audience = window.tab.audience.audience()
    return str(audience.value["city"]) if isinstance(audience, Query) else None


def open_long(window: MainWindow, person: Person) -> None:
    request = Request.from_wire(
        Channel.PUSH, {"coll": "users", "msg": {"data": {"gcm": {"notification": {"title": "Hello"}}}}}
    )
    window.messages.open(request, everyone=False, query_text=long_query())
    window.tab.audience.by_conditions.click()
    person.qtbot.waitUntil(lambda: city_in(window) == "Omsk")


def test_beside_a_long_query_a_condition_is_written_when_the_typing_pauses(window: MainWindow, person: Person) -> None:
    open_long(window, person)
    type_value(person.qtbot, row_at(window.tab.audience.conditions.builder, 0), "Tomsk")
    # Until it is written there is nobody to send to: neither those of before nor a part of what is typed.
    assert window.tab.audience.audience() is None
    assert window.send() is None
    person.qtbot.waitUntil(lambda: city_in(window) == "Tomsk")
    assert '"Tomsk"' in window.tab.audience.editor.text()


def test_what_waits_to_be_written_is_there_under_json_put_aside_and_at_the_next_start(
    start: Start, person: Person
) -> None:
    window = start().window
    open_long(window, person)
    type_value(person.qtbot, row_at(window.tab.audience.conditions.builder, 0), "Tomsk")
    window.tab.audience.by_query.click()
    assert '"Tomsk"' in window.tab.audience.editor.text()
    window.tab.audience.by_conditions.click()
    person.qtbot.waitUntil(lambda: city_in(window) == "Tomsk")
    type_value(person.qtbot, row_at(window.tab.audience.conditions.builder, 0), "Minsk")
    person.click(window.tools.new)
    person.click(window.notice.action)
    assert '"Minsk"' in window.tab.audience.editor.text()
    person.qtbot.waitUntil(lambda: city_in(window) == "Minsk")
    window.tab.audience.by_conditions.click()
    type_value(person.qtbot, row_at(window.tab.audience.conditions.builder, 0), "Pinsk")
    window = start().window
    assert '"Pinsk"' in window.tab.audience.editor.text()
