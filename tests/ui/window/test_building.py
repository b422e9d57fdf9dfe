"""The window while it is made: parts that are not there yet are missed by nobody, and nothing goes out without them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from scoro_desktop.app import Application
from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sending.later.frozen import TemplateMark
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.audience import audience_panel
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.sending.send_flow import SendFlow
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, Start
from tests.journey.stored import rest
from tests.storage.keyrings import MemoryKeyring

QUERY = '{"deviceType": "android"}'
Early = Callable[[], Application]


@pytest.fixture
def early(qapp: QApplication, data_dir: Path, keyring: MemoryKeyring) -> Iterator[Early]:
    """Starts the app and gives it at its first frame: the rest of the window is not there yet."""
    running: list[Application] = []

    def begin() -> Application:
        application = Application(qapp, data_dir, vault=Vault(keyring))
        running.append(application)
        application.window.resize(1280, 800)
        application.show()
        assert not application.window.is_whole
        return application

    yield begin
    for each in running:
        each.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_there(tab: ComposeTab) -> bool:
    """Tells whether the form of a tab was made, without making it."""
    return "form" in vars(tab)


def sms(window: MainWindow) -> ComposeTab:
    return window._tabs[Channel.SMS]


def text_of(tab: ComposeTab) -> str:
    assert isinstance(tab.form, SmsForm)
    return tab.form.text.edit().text()


def title(window: MainWindow) -> QLineEdit:
    edit = window._tabs[Channel.PUSH].form.first()
    assert isinstance(edit, QLineEdit)
    return edit


def write_sms(start: Start, person: Person, text: str = "Half price {{until}}") -> None:
    """Leaves a text in the tab of SMS, and another tab in front."""
    window = start().window
    window.tabs.setCurrentIndex(1)
    person.type_into(window.tab.form.first(), text)
    window.tabs.setCurrentIndex(0)


def test_the_first_frame_has_the_keyboard_in_the_title(early: Early) -> None:
    window = early().window
    assert window.focusWidget() is title(window)
    assert not is_there(sms(window))


def test_a_draft_that_was_left_stands_in_the_first_frame(start: Start, person: Person, early: Early) -> None:
    window = start().window
    person.write_push(window, "Great match", QUERY)
    window.save()
    window = early().window
    assert title(window).text() == "Great match"
    assert "audience" not in vars(window._tabs[Channel.PUSH])
    assert window.tab.audience.text() == QUERY
    assert window.tab.draft().audience_text == QUERY


def test_what_is_typed_in_the_first_frame_is_composed_undone_and_kept(early: Early) -> None:
    application = early()
    window = application.window
    QTest.keyClicks(title(window), "Sale")
    assert "composer" not in vars(window._tabs[Channel.PUSH])
    window.building.finish()
    assert window.tab.draft().message.summary() == "Sale"
    assert window.tab.composition.touched
    assert window.tab.undo.can_undo()
    window.save()
    assert "Sale" in json.dumps(Drafts(application.storage.place).load("push"))
    window.undo.undo()
    assert title(window).text() == ""
    window.undo.redo()
    assert title(window).text() == "Sale"


def test_undoing_before_the_rest_is_there_makes_it(early: Early) -> None:
    window = early().window
    QTest.keyClicks(title(window), "Sale")
    QTest.keyClick(title(window), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title(window).text() == ""
    assert window.tab.draft().message.summary() == ""


def test_send_acts_on_the_audience_that_was_left(start: Start, person: Person, early: Early) -> None:
    window = start().window
    person.write_push(window, "Great match", QUERY)
    window.save()
    window = early().window
    dialog = window.send()
    assert window.is_whole
    assert dialog is not None
    assert window.tab.composer.shows(window.tab.draft())
    assert window.tab.draft().query() == {"deviceType": "android"}
    dialog.reject()


def test_a_message_opened_in_a_tab_that_is_not_made_yet_is_not_of_the_template_that_was_left_there(
    start: Start, person: Person, early: Early
) -> None:
    left = start().window
    left.tabs.setCurrentIndex(1)
    person.type_into(left.tab.form.first(), "Half price")
    left.tab.made_of, left.tab.plan = TemplateMark(7, "Sale", "mark"), CampaignPlan(pace=3.0)
    left.tab.changed.emit()
    left.tabs.setCurrentIndex(0)
    left.save()
    window = early().window
    assert sms(window).made_of is None
    window.messages.open(Request.from_wire(Channel.SMS, {"msg": {"text": "Hi"}}), everyone=False, query_text="")
    assert text_of(sms(window)) == "Hi"
    assert (sms(window).made_of, sms(window).plan) == (None, None)


def test_send_without_anybody_goes_to_what_is_missing(early: Early) -> None:
    window = early().window
    assert window.send() is None
    assert window.tab.draft().audience is None
    assert window.footer.text()


def test_a_doubt_in_the_first_frame_leaves_nobody_in_any_tab(start: Start, person: Person, early: Early) -> None:
    window = start().window
    person.write_push(window, "Great match", QUERY)
    window.save()
    window = early().window
    window.doubt()
    assert window.send() is None
    for tab in window._tabs.values():
        assert tab.draft().audience is None
        assert tab.audience.is_in_doubt()


def test_whom_a_person_chooses_before_the_rest_is_there_stays_chosen(
    start: Start, person: Person, early: Early
) -> None:
    window = start().window
    person.write_push(window, "Great match", QUERY)
    window.save()
    window = early().window
    tab = window._tabs[Channel.PUSH]
    while "audience" not in vars(tab) or not tab.audience.isVisible():
        tab.building.step()
    assert not tab.is_built
    assert tab.audience.text() == QUERY
    tab.audience.everyone.click()
    window.building.finish()
    assert tab.draft().everyone
    assert tab.composer.shows(tab.draft())


@pytest.mark.parametrize("broken", list(Channel))
def test_a_doubt_is_heard_by_all_whatever_one_of_them_raises(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, broken: Channel
) -> None:
    application = start()
    window = application.window
    heard = []
    for services in (application.services.campaigns, application.services.later):
        monkeypatch.setattr(services, "doubt", lambda services=services: heard.append(services))
    for tab in window._tabs.values():
        tab.building.finish()

    def raises() -> None:
        raise LookupError

    monkeypatch.setattr(window._tabs[broken], "doubt", raises)
    with pytest.raises(LookupError):
        window.doubt()
    assert heard == [application.services.campaigns, application.services.later]
    assert [channel for channel, tab in window._tabs.items() if not tab.audience.is_in_doubt()] == [broken]


def test_a_part_that_cannot_be_made_leaves_nobody(early: Early, monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(*_arguments: object) -> None:
        raise LookupError

    application = early()
    window = application.window
    QTest.keyClicks(title(window), "Sale")
    monkeypatch.setattr(audience_panel.AudiencePanel, "_show_mode", raises)
    with pytest.raises(LookupError):
        window.building.finish()
    with pytest.raises(AttributeError):
        window.send()
    window.doubt()
    assert not window.is_whole
    window.save()
    assert "Sale" in json.dumps(Drafts(application.storage.place).load("push"))


@pytest.mark.parametrize("broken", ["_take_origin", "restore_around", "_form_edited"])
def test_a_tab_that_breaks_as_it_takes_up_what_was_left_leaves_nobody(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    window = start().window
    window.tabs.setCurrentIndex(1)
    person.type_into(window.tab.form.first(), "Half price")
    person.fill(window.tab.audience.editor, "")
    person.paste(window.tab.audience.editor, '{"age": {"$gt": 20}}')
    window.tabs.setCurrentIndex(0)
    window.save()
    window = start().window
    window.building.finish()
    real = getattr(ComposeTab, broken)

    def raises(*given: object) -> None:
        real(*given)
        raise LookupError

    monkeypatch.setattr(ComposeTab, broken, raises)
    window.tabs.setCurrentIndex(1)
    sms(window)._is_early = True  # something was written before there was a composer
    raised = []
    with person.qtbot.captureExceptions() as caught:  # in a slot
        try:
            sms(window).building.finish()
        except LookupError as error:
            raised.append(error)
    assert len(caught) + len(raised) == 1
    window.doubt()  # as the exception hook does
    monkeypatch.undo()
    sms(window).costs.changed.emit()  # an answer that comes still
    assert window.send() is None
    assert window.tab.draft().audience is None
    assert "Ready" not in window.footer.text()


def test_the_rest_is_made_by_itself(early: Early, person: Person) -> None:
    window = early().window
    with person.qtbot.waitSignal(window.whole):
        pass
    assert not window.history.isVisible()
    assert window.history_line.isVisible()
    window.commands["view.history"].trigger()
    assert window.history.isVisible()
    assert window.tab.preview.isVisible()
    assert "Choose" in window.footer.text() or window.footer.text()


def test_what_is_seen_is_there_before_what_is_not(start: Start, person: Person, early: Early) -> None:
    window = start().window
    person.write_push(window, "Great match", QUERY)
    window.save()
    window = early().window
    with person.qtbot.waitSignal(window.whole):
        pass
    assert window.tab.preview.isVisible()
    assert window.history_line.isVisible()
    assert window.footer.text()
    assert not {"flow", "history", "campaigns", "staying"} & vars(window).keys()
    with person.qtbot.waitSignal(window.complete):
        pass
    assert vars(window).keys() >= {"flow", "history", "campaigns", "staying"}
    assert window.trouble_bar.isHidden()
    assert window.outcome.isHidden()


def test_rows_that_were_open_are_there_with_what_is_seen(start: Start, person: Person, early: Early) -> None:
    window = start().window
    window.show_rows(True)
    window.save()
    rest(window._services.storage)
    window = early().window
    with person.qtbot.waitSignal(window.whole):
        pass
    assert "dock" in vars(window)
    pane = window.findChild(HistoryPane)
    assert pane is not None
    assert pane.isVisible()


def test_a_command_that_comes_before_all_parts_are_there_makes_them(early: Early, person: Person) -> None:
    window = early().window
    with person.qtbot.waitSignal(window.whole):
        pass
    window.commands["page.campaigns"].trigger()
    assert window.is_complete
    assert window.pages.page is MainPage.CAMPAIGNS


def test_a_part_that_nobody_sees_and_that_cannot_be_made_lets_nothing_out(
    early: Early, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(*_arguments: object) -> None:
        raise LookupError

    application = early()
    window = application.window
    with person.qtbot.waitSignal(window.whole):
        pass
    for timer in (window.building._timer, window._fallback):  # what is left is made below, however long this takes
        timer.stop()
    person.write_push(window, "Great match", QUERY)
    monkeypatch.setattr(SendFlow, "__init__", raises)
    with pytest.raises(LookupError):
        window.building.finish()
    assert window.has_failed
    with pytest.raises(AttributeError):
        window.send()
    window.doubt()
    assert window.tab.draft().audience is None
    window.save()
    assert "Great match" in json.dumps(Drafts(application.storage.place).load("push"))


def test_a_tab_that_was_not_seen_keeps_its_draft(start: Start, person: Person) -> None:
    write_sms(start, person)
    for _ in range(2):
        application = start()
        assert not is_there(sms(application.window))
        application.window.save()
        assert not is_there(sms(application.window))
    assert text_of(sms(start().window)) == "Half price {{until}}"


def test_a_tab_that_is_seen_late_shows_its_draft_and_what_is_wrong_with_it(start: Start, person: Person) -> None:
    write_sms(start, person)
    window = start().window
    window.tabs.setCurrentIndex(1)
    assert window.tab is sms(window)
    assert text_of(window.tab) == "Half price {{until}}"
    codes = [each.code for each in window.tab.composer.problems()]
    assert "variable_missing" in codes
    assert window.footer.list_button.text().startswith(str(len(codes)))


def test_a_tab_that_is_seen_late_has_its_form_at_once_and_the_rest_by_itself(start: Start, person: Person) -> None:
    write_sms(start, person)
    application = start()
    window = application.window
    window.tabs.setCurrentIndex(1)
    tab = sms(window)
    assert text_of(tab) == "Half price {{until}}"
    assert window.focusWidget() is not None
    assert not {"composer", "preview"} & vars(tab).keys()
    person.type_into(tab.form.first(), "!")
    with person.qtbot.waitSignal(tab.built):
        pass
    assert tab.preview.isVisible()
    assert tab.audience.isVisible()
    assert tab.draft().message.summary().startswith("!")
    assert window.footer.list_button.text().startswith(str(len(tab.composer.problems())))
    window._memory.settle()
    assert "!" in json.dumps(Drafts(application.storage.place).load("sms"))


def test_a_tab_that_is_seen_late_is_undone_to_its_draft_and_no_further(start: Start, person: Person) -> None:
    write_sms(start, person, "Half price")
    window = start().window
    window.tabs.setCurrentIndex(1)
    assert not window.tab.undo.can_undo()
    person.type_into(window.tab.form.first(), "!")
    window.undo.undo()
    assert text_of(window.tab) == "Half price"
    assert not window.tab.undo.can_undo()
    window.tools.new.click()
    assert text_of(window.tab) == ""
    window.undo.undo()
    assert text_of(window.tab) == "Half price"


def test_a_message_that_is_opened_in_a_tab_that_was_not_seen_leaves_its_draft_to_be_had(
    start: Start, person: Person
) -> None:
    write_sms(start, person, "Half price")
    window = start().window
    window.tabs.setCurrentIndex(1)
    window.messages.clear()
    assert "is in Drafts" in window.notice.text()
    person.press(window, "Bring it back")
    assert text_of(window.tab) == "Half price"


def test_what_is_written_on_after_a_start_is_kept(start: Start, person: Person) -> None:
    write_sms(start, person, "Half price")
    for number in (0, 1):
        application = start()
        window = application.window
        window.tabs.setCurrentIndex(number)
        person.type_into(window.tab.form.first(), "!")
        window.tab.building.finish()
        window._memory.settle()
        assert "!" in json.dumps(Drafts(application.storage.place).load(window.tab.channel.value))


def test_another_language_takes_a_draft_along_that_was_not_seen(start: Start, person: Person) -> None:
    write_sms(start, person, "Half price")
    application = start()
    application._change_language("ru")
    assert text_of(sms(application.window)) == "Half price"
    application._change_language("en")


def test_an_account_that_is_chosen_before_a_tab_is_seen_holds_in_it(start: Start) -> None:
    window = start().window
    assert not is_there(sms(window))
    account = window.current.account
    assert account is not None
    assert sms(window).composer.problems() == tuple(window.current.problems(sms(window).draft()))


def test_a_folded_preview_stays_folded_in_a_tab_that_is_seen_late(start: Start) -> None:
    window = start().window
    window.commands["view.preview"].trigger()
    window.tabs.setCurrentIndex(1)
    assert window.tab.preview.isHidden()
    window.commands["view.preview"].trigger()
    assert window.tab.preview.isVisible()


def test_a_window_that_is_closed_at_its_first_frame_keeps_what_was_typed(
    early: Early, qapp: QApplication, data_dir: Path
) -> None:
    application = early()
    window = application.window
    QTest.keyClicks(title(window), "Sale")
    assert window.close()
    rest(application.services.storage)
    assert isValid(window)
    assert "Sale" in json.dumps(Drafts(application.storage.place).load("push"))
