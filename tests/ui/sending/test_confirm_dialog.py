import dataclasses
import itertools
import json
from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.query import Audience, Everyone, read_query
from scoro_desktop.messages.problems import Problem, Severity
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.kit.long_text import MOST_SHOWN
from scoro_desktop.ui.phone.phone_view import PhoneView
from scoro_desktop.ui.sending.approval import Approval
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from tests.ui.compose.messages import push_with
from tests.ui.ink import ink

pytestmark = pytest.mark.looks

ACCOUNT = Account(
    "a1", "Shop", Environment.PRODUCTION, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MASTER, ceiling=1000
)
QUERY = '{"deviceType": "android"}'
NO_RIGHT = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="No right to read")
OPENS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]

Open = Callable[..., ConfirmDialog]


def draft(audience: Audience | None = None, text: str = QUERY, title: str = "Great match!") -> Draft:
    message = Request.from_wire(Channel.PUSH, push_with(gcm={"notification": {"title": title}}))
    chosen = audience or read_query(text).query
    assert chosen is not None
    return Draft(message, "devices", chosen, "" if isinstance(chosen, Everyone) else text)


@pytest.fixture
def approvals() -> list[Approval]:
    return []


@pytest.fixture
def ask(qtbot: QtBot, approvals: list[Approval]) -> Open:
    windows: list[QWidget] = []  # qtbot alone does not keep them

    def open_one(
        count: Counted | Failure | None,
        audience: Audience | None = None,
        *,
        account: Account = ACCOUNT,
        again: Counted | Failure | None = None,
        warnings: tuple[Problem, ...] = (),
        **of_draft: str,
    ) -> ConfirmDialog:
        window = QWidget()
        windows.append(window)
        window.resize(1280, 800)
        qtbot.addWidget(window)
        dialog = ConfirmDialog(draft(audience, **of_draft), account, warnings, LIGHT, parent=window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.approved.connect(approvals.append)
        window.show()
        with qtbot.waitActive(dialog):
            dialog.open()
        dialog.ask_count()
        if count is not None:
            dialog.show_count(count)
        # Counted once more before it lets go: as before, unless a test says otherwise.
        last = again or count

        def answer() -> None:
            if dialog.is_letting_go and last is not None:
                dialog.show_count(last)

        dialog.count_wanted.connect(answer)
        return dialog

    return open_one


def words(dialog: ConfirmDialog) -> str:
    """Everything that can be read in the dialog, the phones told."""
    dialog._message.draw()
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *(line for phone in dialog.findChildren(PhoneView) for line in phone.scene.spoken)])


def unfold(dialog: ConfirmDialog) -> QPlainTextEdit:
    """Has the query shown as JSON."""
    QTest.mouseClick(dialog._summary.show_json, Qt.MouseButton.LeftButton)
    (view,) = (each for each in dialog.findChildren(QPlainTextEdit) if each.isVisible())
    return view


def press_enter(dialog: ConfirmDialog, times: int = 3) -> None:
    for _ in range(times):
        for key in OPENS:
            QTest.keyClick(dialog.focusWidget(), key)


def test_until_it_is_counted_nothing_can_be_confirmed(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(None)
    assert not dialog.send_button.isEnabled()
    dialog._send_clicked()
    assert approvals == []
    assert "Counting" in words(dialog)


def test_who_how_many_where_and_what(ask: Open) -> None:
    dialog = ask(Counted(432, 9000))
    shown = words(dialog)
    for part in ("PRODUCTION", "432", "device", "Shop", "https://api.example.com/api/v1/", "Great match!"):
        assert part in shown
    assert dialog.findChild(QPlainTextEdit) is None
    assert unfold(dialog).toPlainText() == QUERY
    assert "EVERYONE" not in shown
    assert "432" in dialog.send_button.text()


def test_fewer_than_the_ceiling_is_a_press_of_the_button(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(1000, 9000))
    assert not dialog.typed.isVisible()
    assert not dialog.acknowledged.isVisible()
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
    assert approvals == [Approval(1000)]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("count", "audience", "number"),
    [
        (Counted(1001, 9000), None, "1001"),
        (Counted(7, 7), Everyone(), "7"),
        (Counted(7, 7), None, "7"),
        (Counted(8, 7), None, "8"),
        (Counted(7, None), None, "7"),
        (Counted(12431, None), Everyone(), "12431"),
    ],
)
def test_above_the_ceiling_and_for_everyone_the_number_is_typed(
    ask: Open, approvals: list[Approval], count: Counted, audience: Audience | None, number: str
) -> None:
    dialog = ask(count, audience)
    assert number in words(dialog)
    for wrong in ("", number + "0", number[:-1], "x" + number, "-" + number, number + ".0"):
        dialog.typed.clear()
        QTest.keyClicks(dialog.typed, wrong)
        assert not dialog.send_button.isEnabled()
    dialog.typed.clear()
    QTest.keyClicks(dialog.typed, number)
    assert dialog.send_button.isEnabled()
    assert ("EVERYONE" in words(dialog)) == (count.is_everyone or audience is not None)
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
    assert approvals == [Approval(count.count)]


def test_what_is_to_be_typed_stands_right_beside_its_field(ask: Open) -> None:
    dialog = ask(Counted(12431, None), Everyone())
    (asked,) = (each for each in dialog.findChildren(QLabel) if each.text().startswith("To send it to all of them"))
    end = asked.mapTo(dialog, ink(asked, frame=0).topRight()).x()
    assert 0 < dialog.typed.mapTo(dialog, QPoint()).x() - end < 24


@pytest.mark.parametrize("typed", ["12431", "12,431", "12 431", "12\u00a0431", "12\u202f431", " 12431 ", "\t12431\n"])
def test_the_number_may_be_typed_or_pasted_as_people_write_it(ask: Open, typed: str) -> None:
    dialog = ask(Counted(12431, 20000))
    dialog.typed.setText(typed)
    assert dialog.send_button.isEnabled()


def test_nobody_is_nothing_to_send(ask: Open, approvals: list[Approval]) -> None:
    for audience in (None, Everyone()):
        dialog = ask(Counted(0, 9000), audience)
        assert not dialog.send_button.isEnabled()
        assert not dialog.typed.isVisible()
        assert "Nobody matches" in words(dialog)
        dialog.typed.setText("0")
        dialog.acknowledged.setChecked(True)
        dialog._send_clicked()
        assert approvals == []


def test_an_unknown_number_has_to_be_acknowledged(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(NO_RIGHT)
    assert "unknown" in words(dialog)
    assert "No right to read" in words(dialog)
    assert not dialog.typed.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.acknowledged.click()
    assert dialog.send_button.isEnabled()
    assert not any(character.isdigit() for character in dialog.send_button.text())
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
    assert approvals == [Approval(None)]


def test_an_unknown_number_of_everyone_asks_for_the_name_of_the_account(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(NO_RIGHT, Everyone())
    assert not dialog.acknowledged.isVisible()
    for wrong in ("", "shop", "Shop2"):
        dialog.typed.setText(wrong)
        assert not dialog.send_button.isEnabled()
    dialog.typed.setText(" Shop ")
    dialog.send_button.click()
    assert approvals == [Approval(None)]


def test_counting_again_takes_back_what_was_done_to_confirm(qtbot: QtBot, ask: Open) -> None:
    dialog = ask(NO_RIGHT)
    dialog.acknowledged.click()
    with qtbot.waitSignal(dialog.count_wanted):
        QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert not dialog.send_button.isEnabled()
    assert not dialog.acknowledged.isVisible()
    dialog.show_count(NO_RIGHT)
    assert not dialog.acknowledged.isChecked()
    assert not dialog.send_button.isEnabled()
    dialog.ask_count()
    dialog.show_count(Counted(5000, 9000))
    assert not dialog.acknowledged.isVisible()
    assert dialog.typed.isVisible()
    assert not dialog.send_button.isEnabled()
    assert not dialog.again_button.isVisible()


def test_enter_never_sends_from_wherever_the_keyboard_is(ask: Open, approvals: list[Approval]) -> None:
    for count, typed in ((Counted(5, 9000), ""), (Counted(5000, 9000), "5000")):
        dialog = ask(count)
        dialog.typed.setText(typed)
        assert dialog.send_button.isEnabled()
        for place in (dialog, unfold(dialog), *([dialog.typed] if typed else [])):
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            press_enter(dialog)
            assert dialog.isVisible()
    assert approvals == []


def test_enter_where_the_dialog_opens_cancels(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(5, 9000))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert approvals == []


def test_the_keys_that_opened_it_neither_send_nor_cancel_when_they_are_held(
    ask: Open, approvals: list[Approval]
) -> None:
    dialog = ask(Counted(5, 9000))
    for place in (dialog.cancel_button, dialog.send_button):
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        for modifiers, repeated in (
            (Qt.KeyboardModifier.ControlModifier, False),
            (Qt.KeyboardModifier.ControlModifier, True),
            (Qt.KeyboardModifier.NoModifier, True),
        ):
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifiers, "\r", repeated)
            QApplication.sendEvent(dialog.focusWidget(), event)
            assert dialog.isVisible()
    assert approvals == []


def test_enter_on_the_send_button_sends_once(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(5, 9000))
    dialog.send_button.setFocus(Qt.FocusReason.TabFocusReason)
    press_enter(dialog)
    assert approvals == [Approval(5)]


def test_a_double_click_sends_once(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(5, 9000))
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dialog.send_button, Qt.MouseButton.LeftButton)
    dialog._send_clicked()
    assert approvals == [Approval(5)]


def test_escape_cancels(qtbot: QtBot, ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(5, 9000))
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert approvals == []


@pytest.mark.parametrize("count", [Counted(5000, 9000), dataclasses.replace(NO_RIGHT, error_message="no " * 5000)])
@pytest.mark.parametrize("filler", ["word ", "unbroken"], ids=str)
def test_however_much_there_is_to_say_it_fits_a_small_screen(ask: Open, count: Counted | Failure, filler: str) -> None:
    account = dataclasses.replace(ACCOUNT, name=filler * 60, address="https://" + "a" * 600 + ".example/")
    dialog = ask(
        count,
        account=account,
        warnings=tuple(Problem("unknown_key", ("msg",), {"key": "k" * 60}, Severity.WARNING) for _ in range(40)),
        text='{"deviceType": "' + "\n".join([filler * 50] * 40).replace("\n", "") + '"}',
        title=filler * 800,
    )
    assert dialog.height() <= 640
    assert dialog.width() <= 1024
    for widget in (dialog.send_button, dialog.cancel_button):
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(corner)


def test_a_short_message_needs_no_bar_to_scroll(ask: Open, qtbot: QtBot) -> None:
    dialog = ask(Counted(5, 9000))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(PhoneView)))
    (phone,) = dialog.findChildren(PhoneView)
    assert phone.visibleRegion().boundingRect().height() == phone.height()
    assert not dialog._message.verticalScrollBar().isVisible()


def test_a_message_for_both_platforms_needs_no_bar_either(qtbot: QtBot) -> None:
    text = {"title": "Portugal vs. Denmark", "body": "Great match! The second half begins in ten minutes."}
    message = Request.from_wire(
        Channel.PUSH, push_with(gcm={"notification": text}, apns={"aps": {"alert": dict(text), "badge": 1}})
    )
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    dialog = ConfirmDialog(Draft(message, "devices", Everyone(), ""), ACCOUNT, (), LIGHT, parent=window)
    dialog.open()
    dialog.show_count(Counted(5600, 5600))
    qtbot.waitUntil(lambda: len([each for each in dialog.findChildren(PhoneView) if each.isVisible()]) == 2)
    for phone in dialog.findChildren(PhoneView):
        assert phone.visibleRegion().boundingRect().height() == phone.height()
    assert not dialog._message.verticalScrollBar().isVisible()


def test_no_words_of_the_summary_lie_over_others(ask: Open) -> None:
    dialog = ask(Counted(432, 9000))
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    places = [QRect(label.mapTo(dialog, QPoint()), label.size()) for label in labels]
    over = [
        (one.text(), other.text())
        for (one, place), (other, its) in itertools.combinations(zip(labels, places, strict=True), 2)
        if place.intersects(its)
    ]
    assert over == []


# --- the last count, and the quiet hours -----------------------------------------------------------------------------


def test_a_number_that_hardly_moved_is_sent_with_the_last_count(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(100, 50_000), again=Counted(105, 50_000))
    dialog.send_button.click()
    assert approvals == [Approval(105)]
    assert not dialog.isVisible()


def test_a_number_that_moved_goes_back_to_the_question(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(100, 50_000), again=Counted(106, 50_000))
    dialog.send_button.click()
    assert approvals == []
    assert dialog.isVisible()
    assert "The number changed from 100 to 106. Nothing has been sent yet" in words(dialog)
    assert dialog.count == 106
    dialog.send_button.click()
    assert approvals == [Approval(106)]


def test_what_was_typed_must_be_typed_anew(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(2000, 50_000), again=Counted(3000, 50_000))
    dialog.typed.setText("2000")
    dialog.send_button.click()
    assert dialog.typed.text() == ""
    assert not dialog.send_button.isEnabled()
    dialog.typed.setText("3000")
    dialog.send_button.click()
    assert approvals == [Approval(3000)]


@pytest.mark.parametrize(
    ("again", "said"),
    [
        (NO_RIGHT, "the number is unknown"),
        (Counted(0, 50_000), "Nobody matches"),
        (Counted(100, 100), "To send it to all of them, type 100"),
    ],
)
def test_what_asks_for_more_than_it_did_goes_back(
    ask: Open, approvals: list[Approval], again: Counted | Failure, said: str
) -> None:
    dialog = ask(Counted(100, 50_000), again=again)
    dialog.send_button.click()
    assert approvals == []
    assert said in words(dialog)
    assert not dialog.send_button.isEnabled()


def test_while_it_counts_once_more_cancel_sends_nothing(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(100, 50_000))
    dialog.count_wanted.disconnect()
    dialog.send_button.click()
    assert dialog.is_letting_go
    assert "Counting once more" in words(dialog)
    assert not dialog.send_button.isEnabled()
    dialog.cancel_button.click()
    assert approvals == []


def test_in_the_quiet_hours_it_asks_before_it_sends(ask: Open, approvals: list[Approval]) -> None:
    always = dataclasses.replace(ACCOUNT, quiet_hours=QuietHours(time(8), time(8), "Europe/Moscow"))
    dialog = ask(Counted(100, 50_000), account=always)
    assert "Europe/Moscow: the quiet hours of this account are from 8:00" in words(dialog)
    assert not dialog.send_button.isEnabled()
    dialog.quiet.click()
    dialog.send_button.click()
    assert approvals == [Approval(100)]


def test_quiet_hours_that_begin_while_it_is_confirmed_are_asked_about(
    ask: Open, approvals: list[Approval], monkeypatch: pytest.MonkeyPatch
) -> None:
    hours: list[QuietHours] = []
    monkeypatch.setattr("scoro_desktop.ui.sending.quiet_question.quiet_now", lambda *_: hours[0] if hours else None)
    dialog = ask(Counted(100, 50_000))
    assert not dialog.quiet.isVisible()
    hours.append(QuietHours(time(21), time(9)))
    dialog.send_button.click()
    assert dialog.quiet.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.quiet.click()
    dialog.send_button.click()
    assert approvals == [Approval(100)]


def test_while_it_counts_once_more_it_cannot_be_asked_to_count_again(ask: Open, approvals: list[Approval]) -> None:
    """Of two counts under way the older one could be taken for the last one before the message goes out."""
    dialog = ask(NO_RIGHT)
    dialog.count_wanted.disconnect()
    dialog.acknowledged.click()
    assert dialog.again_button.isVisible()
    dialog.send_button.click()
    assert dialog.is_letting_go
    assert not dialog.again_button.isVisible()
    dialog.show_count(NO_RIGHT)
    assert approvals == [Approval(None)]


def test_quiet_hours_that_begin_while_it_counts_once_more_are_asked_about(
    ask: Open, approvals: list[Approval], monkeypatch: pytest.MonkeyPatch
) -> None:
    hours: list[QuietHours] = []
    monkeypatch.setattr("scoro_desktop.ui.sending.quiet_question.quiet_now", lambda *_: hours[0] if hours else None)
    dialog = ask(Counted(100, 50_000))
    dialog.count_wanted.disconnect()
    dialog.send_button.click()
    hours.append(QuietHours(time(21), time(9)))
    dialog.show_count(Counted(100, 50_000))
    assert approvals == []
    assert "quiet hours" in words(dialog)
    assert not dialog.send_button.isEnabled()
    dialog.quiet.click()
    dialog.send_button.click()
    dialog.show_count(Counted(100, 50_000))
    assert approvals == [Approval(100)]


def test_quiet_hours_that_are_over_are_not_asked_about(
    ask: Open, approvals: list[Approval], monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = [QuietHours(time(21), time(9))]
    monkeypatch.setattr("scoro_desktop.ui.sending.quiet_question.quiet_now", lambda *_: hours[0] if hours else None)
    dialog = ask(Counted(0, 50_000), again=Counted(100, 50_000))
    hours.clear()
    dialog.again_button.click()
    dialog.show_count(Counted(100, 50_000))
    assert not dialog.quiet.isVisible()
    dialog.send_button.click()
    assert approvals == [Approval(100)]


def test_what_a_server_says_is_shown_to_the_letter(ask: Open) -> None:
    html = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="<h1>No</h1><img src='x'>")
    dialog = ask(html)
    (label,) = (each for each in dialog.findChildren(QLabel) if "<h1>No</h1>" in each.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;h1&gt;No&lt;/h1&gt;" in label.toolTip()


def test_that_the_number_moved_stands_out(ask: Open) -> None:
    dialog = ask(Counted(100, 50_000), again=Counted(106, 50_000))
    dialog.send_button.click()
    (label,) = (each for each in dialog.findChildren(QLabel) if "The number changed" in each.text())
    assert label.property("role") == "warning"


def test_what_cannot_be_seen_in_the_query_is_shown_as_escapes(ask: Open) -> None:
    text = '{"ci\u200bty": {"$ne": "\u202ewocsoM"},\n "a": "b\u00a0"}'
    dialog = ask(Counted(432, 9000), text=text)
    said = words(dialog)
    view = unfold(dialog)
    assert view.toPlainText() == text.replace("\u200b", r"\u200b").replace("\u202e", r"\u202e").replace(
        "\u00a0", r"\u00a0"
    )
    assert json.loads(view.toPlainText()) == json.loads(text)
    assert r"ci\u200bty is not “\u202ewocsoM”" in said
    assert not set("\u200b\u202e\u00a0") & set(said.split("Account")[0])


def test_a_query_of_a_megabyte_is_begun_and_shown_whole_when_it_is_wanted(ask: Open) -> None:
    """All of it was laid out before the dialog stood: nobody reads 50,000 lines there."""
    text = '{"_id": {"$in": [\n"\u202e",\n' + ",\n".join(f'"device{number:09}"' for number in range(50_000)) + "\n]}}"
    dialog = ask(Counted(7, 9000), text=text)
    assert "50,001 value(s)" in words(dialog)
    view = unfold(dialog)
    assert view.toPlainText().startswith('{"_id": {"$in": [\n"\\u202e",\n"device000000000"')
    assert len(view.toPlainText()) == MOST_SHOWN
    (show,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "Show all")
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    assert view.toPlainText() == text.replace("\u202e", "\\u202e")
    assert dialog.isVisible()


def test_enter_on_show_all_does_not_send(ask: Open, approvals: list[Approval]) -> None:
    dialog = ask(Counted(7, 9000), text='{"a": "' + "x" * MOST_SHOWN + '"}')
    unfold(dialog)
    (show,) = (button for button in dialog.findChildren(QPushButton) if button.text() == "Show all")
    show.setFocus()
    press_enter(dialog)
    assert approvals == []
    assert not dialog.is_letting_go


def test_a_long_query_is_told_in_words_a_turn_later(ask: Open, qtbot: QtBot) -> None:
    ids = ", ".join(f'"device-{number}"' for number in range(2_000))
    dialog = ask(Counted(5, 12), text=f'{{"deviceId": {{"$in": [{ids}]}}}}')
    texts = [each.text() for each in dialog.findChildren(QLabel)]
    qtbot.waitUntil(lambda: any("2,000 value(s)" in each.text() for each in dialog.findChildren(QLabel)))
    assert len(dialog.findChildren(QLabel)) == len(texts)
