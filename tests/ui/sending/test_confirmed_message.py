"""The message, its number and the buttons in the confirmation: what is drawn, what is said, and that it is in sight."""

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.query import Everyone, read_query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.phone.phone_view import PhoneView
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.sending.approval import Approval
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.wire import JsonObject
from tests.ui.compose.messages import push_with
from tests.ui.ink import ink

pytestmark = pytest.mark.looks

ACCOUNT = Account(
    "a1", "Shop", Environment.PRODUCTION, "https://api.example.com/api/v1/", "db8a1b41", AccessKind.MASTER, ceiling=1000
)
NOTE: JsonObject = {"notification": {"title": "Spring sale", "body": "20% off everything until Sunday"}}
ALERT: JsonObject = {"aps": {"alert": {"title": "Spring sale", "body": "20% off everything until Sunday"}}}
BOTH = push_with(gcm=NOTE, apns=ALERT)
SMS: JsonObject = {"msg": {"text": "Скидка 20% только до воскресенья!"}}
UNKNOWN = Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="No right to read")


class Stand:
    """Dialogs over windows of any size."""

    def __init__(self, qtbot: QtBot) -> None:
        self.approvals: list[Approval] = []
        self._qtbot = qtbot
        self.wait = qtbot.waitUntil
        self._windows: list[QWidget] = []  # qtbot alone does not keep them

    def ask(
        self,
        answer: Counted | Failure,
        *,
        body: JsonObject = BOTH,
        query: str = '{"city": "Perm"}',
        account: Account = ACCOUNT,
        channel: Channel = Channel.PUSH,
        everyone: bool = False,
        size: tuple[int, int] = (1280, 800),
        reach: Reach | None = None,
    ) -> ConfirmDialog:
        window = QWidget()
        self._windows.append(window)
        window.resize(*size)
        self._qtbot.addWidget(window)
        audience = Everyone() if everyone else read_query(query).query
        collection = "devices" if channel is Channel.PUSH else "users"
        draft = Draft(Request.from_wire(channel, body), collection, audience, "" if everyone else query)
        dialog = ConfirmDialog(draft, account, (), LIGHT, window, (lambda _: reach) if reach else Reach)
        dialog.approved.connect(self.approvals.append)
        window.show()
        with self._qtbot.waitActive(dialog):
            dialog.open()
        dialog.ask_count()
        dialog.show_count(answer)
        self._qtbot.waitUntil(lambda: bool(phones(dialog)) and all(each.isVisible() for each in phones(dialog)))
        return dialog


@pytest.fixture(autouse=True)
def spoken(qapp: QApplication) -> Iterator[Language]:
    """English, with its plurals."""
    language, before = Language(qapp), QLocale()
    language.speak("en")
    yield language
    language.forget()
    QLocale.setDefault(before)


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand(qtbot)


def phones(dialog: ConfirmDialog) -> list[PhoneView]:
    return dialog.findChildren(PhoneView)


def drawn_on(dialog: ConfirmDialog) -> list[str]:
    return [each.accessibleName() for each in phones(dialog)]


def said(dialog: ConfirmDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def number_of(dialog: ConfirmDialog) -> QLabel:
    (label,) = (each for each in dialog.findChildren(QLabel) if each.property("role") == "count")
    return label


@pytest.mark.parametrize(
    ("body", "query", "names"),
    [
        (BOTH, '{"city": "Perm"}', ["The message on Android", "The message on iPhone"]),
        (BOTH, '{"deviceType": "android"}', ["The message on Android"]),
        (BOTH, '{"deviceType": {"$in": ["ios"]}, "city": "Perm"}', ["The message on iPhone"]),
        (push_with(gcm=NOTE), '{"city": "Perm"}', ["The message on Android"]),
        # Nothing is shown there: whoever confirms it should see that.
        (push_with(gcm=NOTE), '{"deviceType": "ios"}', ["The message on iPhone"]),
    ],
)
def test_the_message_is_drawn_for_the_platforms_of_audience_and_message(
    stand: Stand, body: JsonObject, query: str, names: list[str]
) -> None:
    dialog = stand.ask(Counted(38, 9000), body=body, query=query)
    assert drawn_on(dialog) == names
    is_shown = ("gcm" in str(body) and query != '{"deviceType": "ios"}') or body is BOTH
    assert ("Spring sale" in "\n".join(phones(dialog)[0].scene.spoken)) is is_shown


def test_the_phones_of_both_platforms_have_one_width(stand: Stand) -> None:
    android, iphone = phones(stand.ask(Counted(38, 9000)))
    assert android.width() == iphone.width()
    edges = [ink(each, frame=0) for each in (android, iphone)]
    assert abs(edges[0].right() - edges[1].right()) <= 1


def test_what_no_phone_shows_to_its_end_stands_below_it_once(stand: Stand) -> None:
    body = "Everything in the shop is cheaper. " * 20
    long = push_with(
        gcm={"notification": {"title": "Sale", "body": body}}, apns={"aps": {"alert": {"title": "Sale", "body": body}}}
    )
    dialog = stand.ask(Counted(38, 9000), body=long)
    assert [each for each in said(dialog) if body in each] == [f"Sale\n{body}"]
    assert "In full (Android, iPhone)" in said(dialog)
    assert not [each for each in said(stand.ask(Counted(38, 9000))) if each.startswith("In full")]


def test_an_sms_counts_those_who_get_it(stand: Stand) -> None:
    priced = dataclasses.replace(ACCOUNT, sms_price=Decimal("3.50"))
    dialog = stand.ask(Counted(380, 900, 331), body=SMS, channel=Channel.SMS, account=priced)
    assert number_of(dialog).text() == "331"
    assert "users will get it" in said(dialog)
    assert "of 380 matching; 49 without a phone number get nothing" in said(dialog)
    assert any("331 recipients × ₽3.50 = ₽1,158.50" in each for each in said(dialog))
    assert dialog.send_button.text() == "Send to 331 users"


def test_prices_by_operator_are_those_of_the_people_that_were_counted(stand: Stand) -> None:
    priced = dataclasses.replace(ACCOUNT, sms_price=Decimal("3.50"))
    older = Reach(300, phones=True)
    dialog = stand.ask(Counted(380, 900, 331), body=SMS, channel=Channel.SMS, account=priced, reach=older)
    assert any("331 recipients" in each for each in said(dialog))


def test_an_sms_of_which_nobody_can_say_who_has_a_phone_goes_to_at_most_so_many(stand: Stand) -> None:
    dialog = stand.ask(Counted(380, 900), body=SMS, channel=Channel.SMS)
    assert number_of(dialog).text() == "380"
    assert "users match" in said(dialog)
    assert "users will get it" not in said(dialog)
    assert "At most: whoever has no phone number gets nothing." in said(dialog)
    assert dialog.send_button.text() == "Send to at most 380 users"


def test_an_sms_that_nobody_would_get_is_not_sent(stand: Stand) -> None:
    dialog = stand.ask(Counted(380, 900, 0), body=SMS, channel=Channel.SMS)
    assert number_of(dialog).text() == "0"
    assert any("None of them has a phone number" in each for each in said(dialog))
    assert not dialog.send_button.isEnabled()
    assert dialog.send_button.text() == "Send"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (331, 200, "from 331 to 200"),
        (331, 348, "from 331 to 348"),
        (331, 0, "from 331 to 0"),
        (331, 332, ""),
        (None, 331, ""),
    ],
)
def test_a_reach_that_moved_is_asked_about_anew(stand: Stand, first: int | None, last: int | None, words: str) -> None:
    dialog = stand.ask(Counted(380, 900, first), body=SMS, channel=Channel.SMS)
    dialog.send_button.click()
    dialog.show_count(Counted(380, 900, last))
    assert [each.expected for each in stand.approvals] == ([] if words else [380])
    assert not words or any(words in each for each in said(dialog))


def test_a_push_to_users_is_not_a_matter_of_phone_numbers(stand: Stand) -> None:
    dialog = stand.ask(Counted(380, 900))
    assert number_of(dialog).text() == "380"
    assert not any("phone number" in each for each in said(dialog))


def test_of_an_unknown_count_no_number_is_said(stand: Stand) -> None:
    dialog = stand.ask(UNKNOWN)
    assert number_of(dialog).text() == "?"
    assert dialog.send_button.text() == "Send"
    assert not any("Ready" in each for each in said(dialog))


@pytest.fixture
def _large_letters(qapp: QApplication) -> Iterator[None]:
    before, font = qapp.font(), qapp.font()
    font.setPointSize(18)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def place_in(dialog: ConfirmDialog, widget: QWidget) -> QRect:
    """The part of a widget that can be seen, in the place where it stands in the dialog."""
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(dialog, region.topLeft()), region.size())


@pytest.mark.usefixtures("_large_letters")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_number_message_and_buttons_are_in_sight_on_small_windows(
    stand: Stand, spoken: Language, language: str
) -> None:
    spoken.speak(language)
    long = '{"city": {"$in": ["Perm", "Omsk", "Tver"]}, "deviceType": "android", "a": 1, "b": 2, "c": 3, "d": 4}'
    for size in ((1024, 640), (900, 560)):
        for answer, everyone in ((Counted(38, 9000), False), (Counted(12_431, 12_431), True), (UNKNOWN, False)):
            dialog = stand.ask(answer, query=long, everyone=everyone, size=size)
            dialog.show_sent_before(StorageFailed("SQLITE_BUSY", "x"))
            assert dialog.width() <= size[0]
            assert dialog.height() <= size[1]
            who = dialog._recipients.who
            stand.wait(lambda who=who: who.height() >= who.heightForWidth(who.width()))  # type: ignore[misc]
            for widget in (number_of(dialog), who, dialog.cancel_button, dialog.send_button):
                assert place_in(dialog, widget).size() == widget.size()
                assert dialog.rect().contains(place_in(dialog, widget))
            for button in (dialog.cancel_button, dialog.send_button):
                assert button.height() >= button.sizeHint().height()
                assert button.width() >= button.sizeHint().width()
            phone = phones(dialog)[0]
            assert place_in(dialog, phone).height() >= 100
            assert number_of(dialog).mapTo(dialog, QPoint()).x() >= place_in(dialog, phone).right()
            nested = [
                each
                for each in dialog.findChildren(QAbstractScrollArea)
                if any(isinstance(above, QAbstractScrollArea) for above in parents(each))
            ]
            assert nested == []
            dialog.reject()


def parents(widget: QWidget) -> list[QWidget]:
    above = widget.parentWidget()
    return [] if above is None else [above, *parents(above)]
