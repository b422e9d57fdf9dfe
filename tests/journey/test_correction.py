"""A push that was sent is corrected: the new one has the same names, so that it takes the place of the first."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, Start
from tests.journey.stored import stored


def correct_action(window: MainWindow) -> QAction:
    (action,) = (each for each in window.history.table.actions() if each.text() == "Correct it…")
    return action


def replaces(dialog: ConfirmDialog) -> str:
    """The words of the confirmation about an earlier message."""
    return dialog._summary.replaced.text()


def _names(request: object) -> tuple[object, object]:
    match request:
        case {"msg": {"data": {"gcm": {"notification": {"tag": tag}}, "apns": {"collapseId": collapse}}}}:
            return tag, collapse
    raise AssertionError(request)


def test_what_was_just_sent_is_corrected(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.write_push(window, "Sale on Fridya", '{"deviceType": "ios"}')
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))

    person.fill(window.tab.form.first(), "something else")
    person.select_row(window)
    assert correct_action(window).isVisible()
    details = person.open_details(window)
    person.press(details, "Correct it…")
    assert "Android and iPhone devices that still show the first" in window.notice.text()
    assert "is in Drafts" in window.notice.text()
    person.fill(window.tab.form.first(), "Sale on Friday")
    person.wait_for_count(window)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(lambda: bool(replaces(dialog)))
    assert replaces(dialog).startswith("It replaces “Sale on Fridya” of ")
    person.confirm(window, dialog)
    second, first = (
        stored(application).history.get(line.id) for line in stored(application).history.page(HistoryFilter(), 0, 2)
    )
    assert first is not None
    assert second is not None

    assert _names(first.request) == _names(second.request)
    assert (first.summary, second.summary) == ("Sale on Fridya", "Sale on Friday")
    assert first.request["query"] == second.request["query"]


def test_only_a_correction_takes_the_place_of_what_was_sent(start: Start, person: Person) -> None:
    """A message that is used again, or made of the same template, is another one: the first stays on the devices."""
    application = start()
    window = application.window
    person.write_push(window, "Sale", '{"deviceType": "ios"}')
    assert isinstance(window.tab.form, PushForm)
    dialog = window.templates.keep()
    assert dialog is not None
    person.fill(dialog.name, "Sale")
    person.press(dialog, "Save")
    for act in ("as written", "written over", "of the template", "once more of the template", "used again"):
        if act.endswith("of the template"):
            room = window.templates.show()
            person.press(room, "Use")
        elif act == "used again":
            person.select_row(window)
            person.press(window.history, "Use again")
        assert window.tab.form.replaceable.box.isChecked()
        person.fill(window.tab.form.first(), act)
        person.wait_for_count(window)
        person.confirm(window, person.press_send(window))
    sends = [
        stored(application).history.get(line.id) for line in stored(application).history.page(HistoryFilter(), 0, 9)
    ]
    names = {_names(each.request) for each in sends if each is not None}
    assert len(names) == len(sends) == 5
    assert all(tag == collapse_id for tag, collapse_id in names)


def test_what_cannot_be_replaced_is_not_offered_and_says_what_to_do(start: Start, person: Person) -> None:
    window = start().window
    person.write_push(window, "Sale", '{"deviceType": "ios"}')
    assert isinstance(window.tab.form, PushForm)
    person.click(window.tab.form.replaceable.box)
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.select_row(window)
    details = person.open_details(window)
    (button,) = (each for each in details.findChildren(QPushButton) if each.text() == "Correct it…")
    assert button.isVisible()
    assert not button.isEnabled()
    assert "Leave “Replaceable” ticked" in button.toolTip()
    details.close()

    # In the menu of its row it says why, and what to do the next time; the form stays as it is.
    person.fill(window.tab.form.first(), "The next one")
    assert correct_action(window).isVisible()
    assert correct_action(window).isEnabled()
    correct_action(window).trigger()
    assert window.notice.text().startswith("“Sale” cannot be corrected: it was sent without a tag or collapse id")
    assert "Leave “Replaceable” ticked next time." in window.notice.text()
    assert window.tab.draft().message.summary() == "The next one"


def test_it_is_corrected_from_the_menu_of_its_row(start: Start, person: Person) -> None:
    """On one platform alone, where only that one carries a name."""
    window = start().window
    person.write_push(window, "Sale on Fridya", '{"deviceType": "ios"}')
    assert isinstance(window.tab.form, PushForm)
    person.click(window.tab.form.replaceable.box)
    person.click(window.tab.form.iphone.more)
    person.fill(window.tab.form.iphone.field("collapseId").edit(), "sale")
    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.click(window.tools.new)
    person.select_row(window)
    assert correct_action(window).isVisible()
    correct_action(window).trigger()
    assert "iPhone devices that still show the first" in window.notice.text()
    sections = window.tab.draft().request().to_wire()["msg"]["data"]  # type: ignore[index, call-overload]
    assert sections["apns"]["collapseId"] == "sale"  # type: ignore[index, call-overload]
