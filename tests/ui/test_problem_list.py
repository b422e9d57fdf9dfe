"""Everything that is wrong stands in one list, and each line of it leads to its place. In the real window."""

from PySide6.QtWidgets import QMenu

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.compose.push_form import PushForm
from scoro_desktop.ui.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.ui.compose.messages import push_with

QUERY = '{"deviceType": "ios"}'


def opened(window: MainWindow, body: JsonObject, query: str = QUERY) -> PushForm:
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=query)
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def listed(window: MainWindow) -> list[str]:
    menu = window.footer.all.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def pick(menu: QMenu, word: str) -> None:
    (action,) = (each for each in menu.actions() if word in each.text())
    action.trigger()


def test_every_problem_is_listed_and_leads_to_its_place(window: MainWindow) -> None:
    form = opened(
        window,
        push_with(
            gcm={"notification": {"title": "t", "color": "red & <b>blue</b>"}, "data": {"from": "x", "n": 5}},
            apns={"aps": {"alert": "t", "badge": -1}, "priority": 7},
        ),
    )
    assert window.footer.all.isVisible()
    said = listed(window)
    assert [each for each in said if "red && <b>blue</b>" in each] == said[:1]
    assert "iPhone, Priority: The priority cannot be 7. It is one of: 10, 5, 1." in said
    assert "iPhone, Badge: A badge cannot be below 0." in said
    for word in ("“from”", "badge cannot", "priority cannot"):
        assert len([each for each in said if word in each and not each.startswith("⚠")]) == 1
    assert said[-1].startswith("⚠ Android, Data: “n” is not a text")
    assert window.footer.all.text().startswith("All 5 problem")
    for word, field in (
        ("badge cannot", form.iphone.field("aps", "badge")),
        ("priority cannot", form.iphone.field("priority")),
        ("“from”", form.android.field("data")),
    ):
        pick(window.footer.all.menu(), word)
        keyboard = window.focusWidget()
        assert keyboard is not None
        assert field.isAncestorOf(keyboard) or keyboard is field.edit(), word


def test_a_problem_of_the_audience_is_in_it_too(window: MainWindow) -> None:
    opened(window, push_with(apns={"aps": {"alert": "t", "badge": -1}}), query='{"a": ')
    pick_from = listed(window)
    assert any("query has a mistake" in each for each in pick_from)
    pick(window.footer.all.menu(), "query has a mistake")
    keyboard = window.focusWidget()
    assert keyboard is not None
    assert window.tab.audience.isAncestorOf(keyboard)


def test_one_error_needs_no_list_and_a_warning_has_one(window: MainWindow) -> None:
    opened(window, push_with(apns={"aps": {"alert": "t", "badge": -1}}))
    assert not window.footer.all.isVisible()
    opened(window, push_with(apns={"aps": {"alert": "t"}, "id": "123e4567-e89b-12d3-a456-426655440000"}))
    assert window.footer.all.isVisible()
    assert window.footer.all.text().startswith("1 warning")
    assert listed(window) == [
        "⚠ iPhone, Message id (apns-id): An id is for one single device. Leave it empty when there are more."
    ]
    opened(window, push_with(apns={"aps": {"alert": "t"}}))
    assert not window.footer.all.isVisible()


def test_a_message_with_very_many_problems_has_a_list_that_fits(window: MainWindow) -> None:
    opened(window, push_with(gcm={"notification": {"title": "t"}, "data": {f"google{n}": "x" * 40 for n in range(60)}}))
    assert len(listed(window)) == 20
