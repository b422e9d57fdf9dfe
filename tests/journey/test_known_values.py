"""The values that people have are offered where a value is written, with and without JSON."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode import lookups
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.audience.builder.offering_line import OfferingLine
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.sight import proposed_in
from tests.ui.audience.builder.by_hand import lines_of, row_at, type_field

CONTROL = Qt.KeyboardModifier.ControlModifier


def wait_for_values(window: MainWindow, person: Person, field: str) -> None:
    """Comes to the audience, as the server is asked for nothing before, and waits for its answer."""
    known, collection = window.tab.known_fields, window.tab.audience.collection()
    person.point_at(window.tab.audience)
    person.qtbot.waitUntil(lambda: any(each.times for each in known.values(collection, field)), timeout=WAIT_MS)


def offers() -> QListView:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    return popup


def offered() -> list[str]:
    popup = offers()
    return [str(popup.model().index(row, 0).data()) for row in range(popup.model().rowCount())]


def test_the_editor_of_json_proposes_values_of_the_sample(window: MainWindow, person: Person) -> None:
    wait_for_values(window, person, "city")
    editor = window.tab.audience.editor
    person.type_into(editor, '{"city": "')
    cities = proposed_in(editor)
    assert len(cities) > 3
    QTest.keyClicks(editor, cities[0][:2])
    assert cities[0] in proposed_in(editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "}")
    assert json.loads(editor.text()) == {"city": cities[0]}
    assert person.wait_for_count(window) > 0


@pytest.mark.parametrize("comes", ["keyboard", "pointer"])
def test_the_server_is_asked_for_nothing_before_a_person_comes_to_the_audience(
    window: MainWindow, person: Person, comes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = lookups.find

    def noted(client: lookups.LooksUp, collection: str, query: JsonObject) -> tuple[lookups.Document, ...] | Failure:
        asked.append(collection)
        return find(client, collection, query)

    monkeypatch.setattr(lookups, "find", noted)
    person.type_into(window.tab.form.first(), "Great match!")
    window.save()  # as late as the draft
    assert asked == []
    audience = window.tab.audience
    with person.qtbot.waitSignal(window.tab.known_fields.changed, timeout=WAIT_MS):
        if comes == "keyboard":
            audience.collection_box.setFocus()
        else:
            person.point_at(audience)
    assert asked == ["devices"]
    assert window.tab.known_fields.values("devices", "city")


def test_a_date_is_proposed_in_the_form_that_finds_it(window: MainWindow, person: Person) -> None:
    wait_for_values(window, person, "lastSeenAt")
    editor = window.tab.audience.editor
    person.type_into(editor, '{"lastSeenAt": ')
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert proposed_in(editor)[-1] == "null"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "}")
    assert json.loads(editor.text())["lastSeenAt"].keys() == {"$date"}
    assert person.wait_for_count(window) >= 1


def test_a_condition_takes_a_value_of_the_sample(window: MainWindow, person: Person) -> None:
    wait_for_values(window, person, "model")
    panel = window.tab.audience
    person.click(panel.conditions.builder.root.add_condition)
    row = row_at(panel.conditions.builder, 0)
    type_field(person.qtbot, row, "model")
    (line,) = lines_of(row)
    assert isinstance(line, OfferingLine)
    line.setFocus()
    QTest.keyClicks(line, "Pixel")
    assert offered() == ["Pixel 8"]
    QTest.keyClick(offers(), Qt.Key.Key_Down)
    QTest.keyClick(offers(), Qt.Key.Key_Return)
    assert json.loads(panel.editor.text()) == {"model": "Pixel 8"}
    assert person.wait_for_count(window) > 0
    person.click(line.arrow)
    assert {"iPhone 15", "Pixel 8"} < set(offered())
    QTest.keyClick(offers(), Qt.Key.Key_Escape)


def test_a_half_typed_value_is_what_is_counted(window: MainWindow, person: Person) -> None:
    wait_for_values(window, person, "model")
    panel = window.tab.audience
    person.click(panel.conditions.builder.root.add_condition)
    row = row_at(panel.conditions.builder, 0)
    type_field(person.qtbot, row, "model")
    (line,) = lines_of(row)
    line.setFocus()
    QTest.keyClicks(line, "Pix")
    QTest.keyClick(offers(), Qt.Key.Key_Return)
    assert json.loads(panel.editor.text()) == {"model": "Pix"}
    assert line.text() == "Pix"


@pytest.mark.parametrize("kind", [AccessKind.MASTER, AccessKind.MESSAGE])
def test_another_account_does_not_hear_of_the_values(
    start: Start, have_account: HaveAccount, person: Person, server: Sandbox, kind: AccessKind
) -> None:
    """An account that may not read has no sample: what another one's people have must not be offered in it."""
    access = server.master_key if kind is AccessKind.MASTER else server.message_key
    account = Account(
        id="shop",
        name="Shop",
        environment=Environment.TEST,
        address=server.address,
        application_id=server.application_id,
        access_kind=kind,
    )
    have_account(account, Keys(client_key=server.client_key, access_key=access))
    window = start().window
    person.wait_for_keys(window)
    known = window.tab.known_fields
    if kind is AccessKind.MASTER:
        wait_for_values(window, person, "city")
    person.choose(window.bar.accounts, "Sandbox")
    wait_for_values(window, person, "city")
    person.choose(window.bar.accounts, "Shop")
    assert known.values("devices", "city") == ()
    editor = window.tab.audience.editor
    assert [each.value for each in known.values("devices", "deviceType")] == ["android", "ios"]
    if kind is AccessKind.MESSAGE:
        person.wait_for_keys(window)
        person.type_into(editor, '{"city": "')
        assert proposed_in(editor) == []
