"""The tree that a screen reader goes through, page by page and dialog by dialog: roles, names and values."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, shown
from tests.ui.compose.messages import push_with

QUERY = '{"deviceType": "android", "city": "Moscow", "userId": {"$exists": true}}'
Role = QAccessible.Role
TOLD_BY_NAME = {
    Role.Splitter,
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.PageTab,
    Role.Table,
}
"""Roles of which a reader says a name first; what has none is a riddle."""


def nodes(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that is seen; the cells of a table are the table's."""
    for number in range(interface.childCount()):
        child: QAccessibleInterface | None = interface.child(number)  # none where it has just gone
        if child is None or child.state().invisible:
            continue
        yield child
        if child.role() not in {Role.Table, Role.Tree, Role.List, Role.MenuBar, Role.ComboBox}:
            yield from nodes(child)


def labels(interface: QAccessibleInterface) -> list[str]:
    """The names that a reader on Linux takes for one that is named by its value."""
    found = interface.relations(QAccessible.RelationFlag.Label)
    return [each.text(QAccessible.Text.Name) for each, _ in found]


def twice(interface: QAccessibleInterface) -> list[str]:
    """The lines that are read after the value: of one that repeats it nobody learns anything."""
    return interface.text(QAccessible.Text.Description).splitlines()


def unclear(page: QWidget, *, least: int = 3) -> list[str]:
    """Finds what a reader could not tell of a page. `least`: the parts that it has, else it is not there."""
    root = QAccessible.queryAccessibleInterface(page)
    found = list(nodes(root))
    assert len(found) >= least, "the page is not there"
    wrong = []
    edits: Counter[str] = Counter()
    for each in found:
        name, role, widget = each.text(QAccessible.Text.Name).strip(), each.role(), each.object()
        kind = type(widget).__name__
        told = labels(each) or [name]
        if role == Role.ComboBox and (told == [each.text(QAccessible.Text.Value)] or len(told) > 1):
            wrong.append(f"named by its value, or twice: {told} {kind}")
        given = widget.accessibleName() if isinstance(widget, QWidget) else ""
        if given and given not in {*told, name} and role != Role.PageTabList:
            wrong.append(f"has a name that is not handed out: {given}, but {told}")
        if role == Role.LayeredPane:
            wrong.append(f"said as a layered pane whenever the keyboard comes into it: {kind} {name}")
        if role == Role.NoRole:
            wrong.append(f"no role: {kind} {name}")
        if (role in TOLD_BY_NAME or each.state().focusable) and not name:
            wrong.append(f"no name: {role.name} {kind} in {type(each.parent().object()).__name__}")
        if role == Role.EditableText and isinstance(widget, QWidget):
            edits[name] += 1
        is_no_tick = isinstance(widget, QWidget) and widget.property("role") in {"disclosure", "place", "link"}
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        if role == Role.CheckBox and group is not None and group.exclusive():
            wrong.append(f"one of several, and called a check box: {name}")
        if role == Role.CheckBox and (is_no_tick or name in {"More", "Advanced"}):
            wrong.append(f"no tick, and called a check box: {name}")
        if role == Role.ComboBox and each.text(QAccessible.Text.Value) in twice(each):
            wrong.append(f"said twice: {name}")
    return wrong + [
        f"twice: {name}" for name, number in edits.items() if number > 1 and name != "Field of the condition"
    ]


@pytest.fixture
def written(window: MainWindow, person: Person) -> MainWindow:
    """A push whose texts differ, with data, to three conditions."""
    body = push_with(
        gcm={"notification": {"title": "t", "body": "b"}, "data": {"a": 1}},
        apns={"aps": {"alert": {"title": "another", "body": "b"}, "badge": 1}},
    )
    person.wait_for_keys(window)
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    person.wait_for_count(window)
    return window


def test_every_page_says_what_each_part_is(written: MainWindow, person: Person) -> None:
    form = written.tab.form
    assert unclear(written) == []
    for fold in (form.details, form.more):  # type: ignore[attr-defined]
        fold.click()
    assert unclear(written) == []
    written.tabs.setCurrentIndex(1)
    assert unclear(written) == []
    for page in (MainPage.CAMPAIGNS, MainPage.HISTORY, MainPage.LIBRARY):
        written.turn_to(page)
        person.settle()
        assert unclear(written) == []
    written.turn_to(MainPage.HISTORY)
    head = written.history.head
    assert head is not None
    head.sums.by_day.click()
    person.settle()
    assert unclear(written) == []
    written.commands["history.calendar"].trigger()
    person.settle()
    assert unclear(written) == []


@pytest.mark.parametrize(
    "name",
    [
        "help.palette",
        "history.person",
        "later.show",
        "message.later",
        "accounts.manage",
        "campaign.do_not_send",
        "curl.import",
        "audiences.open",
        "audiences.person",
        "drafts.save",
        "templates.save",
        "help.keys",
        "sandbox.arrived",
    ],
)
def test_every_dialog_says_what_each_part_is(written: MainWindow, person: Person, name: str) -> None:
    written.commands[name].trigger()
    person.settle()
    (dialog,) = [each for each in written.findChildren(QDialog) if each.isVisible()]
    assert unclear(dialog, least=2 if name == "help.palette" else 3) == []  # that one is a field and a list
    dialog.close()


def test_the_confirmation_says_what_each_part_is(written: MainWindow, person: Person) -> None:
    person.fill(written.tab.audience.editor, '{"deviceType": "android"}')
    person.wait_for_count(written)
    dialog = person.press_send(written)
    assert isinstance(shown(written, ConfirmDialog), ConfirmDialog)
    assert unclear(dialog) == []
    dialog.reject()
