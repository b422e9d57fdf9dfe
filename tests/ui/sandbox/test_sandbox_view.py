import dataclasses
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.sandbox.sandbox_arrivals import (
    ADDRESS,
    ANDROID,
    BADGE,
    CITY,
    DATA,
    DEVICE,
    RECIPIENT,
    SOUND,
    TEXT,
    TITLE,
    ArrivalsModel,
)
from scoro_desktop.ui.sandbox.sandbox_view import SandboxView


@dataclass(frozen=True)
class SomeDelivery:
    id: int
    channel: str = "push"
    at: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    count: int = 0
    android: int = 0
    iphone: int = 0
    phones: int = 0
    collection: str = "devices"
    debug: bool = False
    title: str = "Sale"
    body: str = "Today"


@dataclass(frozen=True)
class SomeArrival:
    recipient: str = "Anna"
    city: str = "Perm"
    device_type: str = "android"
    address: str = "d1"
    title: str = "Sale"
    subtitle: str = ""
    body: str = "Today"
    badge: int | None = None
    sound: str = ""
    extra: str = ""


class FakeSandbox:
    """Keeps what it is told, and tells of it as the real one does: on a thread of its own."""

    email = "marketing@example.com"

    def __init__(self) -> None:
        self.asked: list[tuple[int, int, int]] = []
        self._arrivals: dict[int, list[SomeArrival]] = {}
        self._deliveries: list[SomeDelivery] = []
        self._callbacks: list[Callable[[], None]] = []

    def deliver(self, arrivals: Sequence[SomeArrival], **facts: object) -> SomeDelivery:
        kinds = [arrival.device_type for arrival in arrivals]
        delivery = dataclasses.replace(
            SomeDelivery(
                id=len(self._arrivals) + 1,
                count=len(arrivals),
                android=kinds.count("android"),
                iphone=kinds.count("ios"),
                phones=kinds.count("phone"),
            ),
            **facts,  # type: ignore[arg-type]
        )
        self._deliveries.insert(0, delivery)
        self._arrivals[delivery.id] = list(arrivals)
        server = threading.Thread(target=lambda: [callback() for callback in self._callbacks])
        server.start()
        server.join()
        return delivery

    def deliveries(self) -> list[SomeDelivery]:
        return list(self._deliveries)

    def recipients(self, delivery_id: int, offset: int, limit: int) -> list[SomeArrival]:
        self.asked.append((delivery_id, offset, limit))
        return self._arrivals.get(delivery_id, [])[offset : offset + limit]

    def on_delivery(self, callback: Callable[[], None]) -> None:
        self._callbacks.append(callback)

    def clear(self) -> None:
        self._deliveries.clear()
        self._arrivals.clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def sandbox() -> FakeSandbox:
    return FakeSandbox()


@pytest.fixture
def view(qtbot: QtBot, sandbox: FakeSandbox) -> SandboxView:
    view = SandboxView(sandbox)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


def listed(view: SandboxView) -> list[str]:
    """The lines of the list: what was sent, and below it how and to how many; the time of day is left out."""
    (widget,) = view.findChildren(QListWidget)
    found = [widget.item(row).text().split("\n") for row in range(widget.count())]
    return [f"{sent}\n{facts.split('·', 1)[1].strip()}" for sent, facts in found]


def select(view: SandboxView, row: int) -> None:
    (widget,) = view.findChildren(QListWidget)
    widget.setCurrentRow(row)


def rows(view: SandboxView, *columns: int) -> list[tuple[str, ...]]:
    (table,) = view.findChildren(QTableView)
    model = table.model()
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def seen(view: SandboxView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_an_empty_sandbox_says_what_will_be_here(view: SandboxView) -> None:
    assert "Nothing has arrived yet" in seen(view)
    assert "nothing left this computer" in seen(view)
    (clear,) = (button for button in view.findChildren(QPushButton) if button.text() == "Clear")
    assert not clear.isEnabled()


def test_what_arrives_shows_at_once(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver([SomeArrival()], title="First")
    qtbot.waitUntil(lambda: listed(view) == ["First\nPush · 1 recipient(s)"])
    assert "Nothing has arrived yet" not in seen(view)
    assert rows(view, RECIPIENT, CITY, DEVICE, TITLE, TEXT) == [("Anna", "Perm", "Android", "Sale", "Today")]
    sandbox.deliver(
        [SomeArrival(device_type="phone", recipient="Boris", title="")] * 2, channel="sms", title="", debug=True
    )
    qtbot.waitUntil(lambda: listed(view)[0] == "Today\nSMS · 2 recipient(s) · debug")
    assert rows(view, RECIPIENT, DEVICE) == [("Boris", "Phone")] * 2
    assert "2 phone(s)" in seen(view)


def test_an_older_delivery_that_was_chosen_stays_in_view(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver([SomeArrival(recipient="old")])
    sandbox.deliver([SomeArrival(recipient="new")])
    qtbot.waitUntil(lambda: len(listed(view)) == 2)
    select(view, 1)
    sandbox.deliver([SomeArrival(recipient="newest")])
    qtbot.waitUntil(lambda: len(listed(view)) == 3)
    assert rows(view, RECIPIENT) == [("old",)]


def test_what_each_device_shows(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver(
        [
            SomeArrival(recipient="", extra='{"k":"v"}'),
            SomeArrival(device_type="ios", subtitle="Sub", badge=0, sound="default"),
            SomeArrival(device_type="ios", title="", body="", badge=10**20),
            SomeArrival(device_type="ios", title="", body=""),
        ]
    )
    qtbot.waitUntil(lambda: len(listed(view)) == 1)
    assert rows(view, RECIPIENT, DEVICE, TITLE, TEXT, BADGE, SOUND, DATA) == [
        ("(not logged in)", "Android", "Sale", "Today", "", "", '{"k":"v"}'),
        ("Anna", "iPhone", "Sale", "Sub\nToday", "0", "default", ""),
        ("Anna", "iPhone", "", "", f"{10**20}", "", ""),
        ("Anna", "iPhone", "(shows nothing)", "", "", "", ""),
    ]


def test_only_one_kind_of_device(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver([SomeArrival(recipient=str(n), device_type=("ios", "android")[n % 2]) for n in range(4)])
    qtbot.waitUntil(lambda: len(listed(view)) == 1)
    (kind,) = view.findChildren(QComboBox)
    kind.setCurrentText("Android")
    assert rows(view, RECIPIENT, DEVICE) == [("1", "Android"), ("3", "Android")]
    assert "2 Android device(s), 2 iPhone(s)" in seen(view)
    kind.setCurrentText("iPhone")
    assert rows(view, RECIPIENT) == [("0",), ("2",)]
    sandbox.deliver([SomeArrival(device_type="phone")], channel="sms")
    qtbot.waitUntil(lambda: len(listed(view)) == 2)
    assert not kind.isVisible()
    assert rows(view, DEVICE) == [("Phone",)]


def test_a_delivery_that_reached_nobody(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver([], title="", body="")
    qtbot.waitUntil(lambda: listed(view) == ["(no text)\nPush · 0 recipient(s)"])
    assert "It reached nobody" in seen(view)
    assert rows(view, TITLE) == []


def test_clear_forgets_it_all(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    sandbox.deliver([SomeArrival()])
    qtbot.waitUntil(lambda: len(listed(view)) == 1)
    (clear,) = (button for button in view.findChildren(QPushButton) if button.text() == "Clear")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert sandbox.deliveries() == []
    assert "Nothing has arrived yet" in seen(view)
    assert rows(view, TITLE) == []


def test_only_the_pages_that_are_looked_at_are_read(qtbot: QtBot, sandbox: FakeSandbox) -> None:
    delivery = sandbox.deliver([SomeArrival(recipient=str(n)) for n in range(1000)])
    model = ArrivalsModel(sandbox)
    model.show_delivery(delivery)
    assert model.rowCount() == 1000
    assert model.index(999, RECIPIENT).data() == "999"
    assert model.index(998, RECIPIENT).data() == "998"
    assert sandbox.asked == [(delivery.id, 800, 200)]


def test_a_delivery_that_is_forgotten_meanwhile_leaves_empty_rows(qtbot: QtBot, sandbox: FakeSandbox) -> None:
    delivery = sandbox.deliver([SomeArrival()])
    model = ArrivalsModel(sandbox)
    model.show_delivery(delivery)
    sandbox.clear()
    assert model.index(0, RECIPIENT).data() is None


def test_it_is_a_model_as_qt_wants_one(qtbot: QtBot, sandbox: FakeSandbox, qtmodeltester: ModelTester) -> None:
    model = ArrivalsModel(sandbox)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    delivery = sandbox.deliver([SomeArrival(device_type=kind) for kind in ("ios", "android", "android")])
    model.show_delivery(delivery)
    model.show_delivery(delivery, ANDROID)
    assert model.rowCount() == 2
    model.show_delivery(None)
    assert model.rowCount() == 0


def test_the_sandbox_may_outlive_the_view(qtbot: QtBot, sandbox: FakeSandbox) -> None:
    view = SandboxView(sandbox)
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    view.show()
    gone: list[None] = []
    view.destroyed.connect(lambda: gone.append(None))
    view.close()
    qtbot.waitUntil(lambda: bool(gone))
    sandbox.deliver([SomeArrival()])
    with qtbot.captureExceptions() as raised:
        QTest.qWait(0)
    assert raised == []


def test_kind_and_number_of_a_phone_are_read_whole(view: SandboxView, sandbox: FakeSandbox, qtbot: QtBot) -> None:
    number = "+79161234567"
    sandbox.deliver([SomeArrival(device_type="phone", address=number, title="", body="b")], channel="sms")
    (table,) = view.findChildren(QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    for column in (ADDRESS, DEVICE):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column), column
