"""The audience of a message as the list of a campaign: its people's own fields fill the message."""

import json

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.campaigns.people_model import ROW
from tests.journey.campaigns import Campaigner
from tests.journey.conftest import WAIT_MS, Start

OWNERS = sorted({each["userId"] for each in sample.world().devices if each.get("userId")})[:8]
QUERY = json.dumps({"userId": {"$in": OWNERS}})
OF_USERS = '{"phone": {"$regex": "^\\\\+70001000"}}'


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


def test_the_people_of_an_audience_get_their_own_names(app: Application, person: Campaigner) -> None:
    window = app.window
    person.turn_to_sms(window)
    person.fill(window.tab.form.first(), "Hi {{firstName|friend}}")
    person.paste(window.tab.audience.editor, OF_USERS)
    count = person.wait_for_count(window)
    person.click(window.footer.campaign)
    view = person.view(window)
    assert view.recipients.choice.audience.text() == f"Take the audience: {count} users"
    person.click(view.recipients.choice.audience)
    person.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    assert view.recipients.source._name.text() == f"Audience: {count} users"
    assert not view.recipients.key.isVisible()
    assert not view.recipients.source.encoding.isVisible()
    person.check(view)
    ready = view.check.sums.line("Get the message").count
    assert view.check.sums.line("Rows in the list").count == count
    assert view.check.table.isColumnHidden(ROW), "no file has these rows"
    first = view.check.table.current()
    assert first is not None
    assert view.check.preview._who.text() == first.values[0]
    person.start(view, ready)
    person.wait_for_end(view)
    assert isinstance(app.sandbox, Sandbox)
    names = {each["_id"]: each["firstName"] for each in sample.world().users}
    texts = app.sandbox.last_texts("sms")
    assert len(texts) == ready
    assert {text == f"Hi {names[who]}" for who, text in texts.items()} == {True}


def test_a_push_goes_to_the_people_of_its_devices_once_each(app: Application, person: Campaigner) -> None:
    window = app.window
    person.write_push(window, "Hi {{firstName|friend}}", QUERY)
    person.wait_for_count(window)
    person.click(window.footer.campaign)
    view = person.view(window)
    person.click(view.recipients.choice.audience)
    person.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    ready = view.check.sums.line("Get the message").count
    assert view.check.start.text() == f"Start: {ready} people"
    quota = f"of the pushes left: {ready:,} of 500,000. Whoever has several devices takes several."
    person.qtbot.waitUntil(lambda: quota in view.check.facts.text(), timeout=WAIT_MS)
    person.start(view, ready)
    person.wait_for_end(view)
    assert isinstance(app.sandbox, Sandbox)
    assert app.sandbox.deliveries_per_person("push") == dict.fromkeys(OWNERS, 1)


def test_nobody_is_offered_where_nobody_is_chosen(app: Application, person: Campaigner) -> None:
    view = person.begin(app.window, "Hi")
    assert not view.recipients.choice.audience.isVisible()
