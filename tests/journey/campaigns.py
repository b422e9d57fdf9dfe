"""Hands for campaigns: the way from a message to its last SMS, each press of the mouse counted."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.campaigns.campaign_view import CampaignView
from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, shown
from tests.journey.stored import at_rest

NAMES = ("Анна", "Борис", "Вера", "Глеб", "Дарья")
WITH_PHONE = [each for each in sample.world().users if str(each.get("phone", "")).startswith("+7")]


class Campaigner(Person):
    """Counts each press of a button of the mouse, and knows the page."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(qtbot)
        self._monkeypatch = monkeypatch
        self.clicks = 0

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        self.clicks += 1
        super().click(widget)

    def page(self, window: MainWindow) -> CampaignsPage:
        return shown(window, CampaignsPage)

    def view(self, window: MainWindow) -> CampaignView:
        return shown(window, CampaignView)

    def begin(self, window: MainWindow, text: str) -> CampaignView:
        """Writes an SMS and presses Campaign…"""
        self.turn_to_sms(window)
        self.fill(window.tab.form.first(), text)
        self.click(window.footer.campaign)
        return self.view(window)

    def turn_to_sms(self, window: MainWindow) -> None:
        self.clicks += 1
        bar = window.tabs.tabBar()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
        self.settle()

    def pick(self, view: CampaignView, path: Path) -> None:
        """Presses the button for a file, and chooses one in the dialog of the system."""
        self._monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kept: (str(path), ""))
        self.clicks += 1  # in that dialog
        self.click(view.recipients.choice.file)

    def take_list(self, view: CampaignView, path: Path) -> None:
        """Chooses a list, and waits until everyone in it can be checked."""
        self.pick(view, path)
        self.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)

    def check(self, view: CampaignView) -> None:
        self.click(view.recipients.check)
        self.qtbot.waitUntil(lambda: view.check.is_checked, timeout=WAIT_MS)
        self.settle()

    def start(self, view: CampaignView, total: int) -> None:
        """Types the total where it is asked for, and presses Start."""
        question = shown(view, DemandQuestion)
        assert str(total) in question.typed.accessibleName()
        QTest.keyClicks(question.typed, str(total))
        self.click(view.check.start)

    def run(self, window: MainWindow, path: Path, text: str, total: int) -> CampaignView:
        """All of it, up to the press of Start."""
        view = self.begin(window, text)
        self.take_list(view, path)
        self.check(view)
        self.start(view, total)
        return view

    def wait_for_end(self, view: CampaignView) -> None:
        self.qtbot.waitUntil(view.running.repeat.isVisible, timeout=WAIT_MS)
        self.settle()

    def wait_for_pause(self, view: CampaignView) -> None:
        self.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
        runner = view.window()._services.campaigns  # type: ignore[attr-defined]
        self.qtbot.waitUntil(lambda: not runner.at_work, timeout=WAIT_MS)  # what was under way has ended, too
        at_rest()
        self.settle()


class Gate:
    """Keeps the answer to a send of the sandbox back until it is opened: what was asked meanwhile is under way."""

    def __init__(self, sandbox: Sandbox, after: int) -> None:
        """`after`: so many sends go through first."""
        self._left = after
        self._opened = threading.Event()
        self.reached = threading.Event()
        sandbox.on_delivery(self._pass)

    def open(self) -> None:
        self._opened.set()

    def _pass(self) -> None:
        if self._left:
            self._left -= 1
            return
        self.reached.set()
        self._opened.wait(WAIT_MS / 1000)


def at_home(phone: str) -> str:
    """A phone as people in Russia write it."""
    digits = phone.lstrip("+")
    return f"8 ({digits[1:4]}) {digits[4:7]}-{digits[7:9]}-{digits[9:]}"


def out_of_excel(path: Path, people: int) -> Path:
    """A list as Excel saves it in Russia: two have no name, one stands in it twice."""
    lines = ["Телефон;Имя;Скидка;Код"]
    for number, each in enumerate(WITH_PHONE[:people]):
        name = "" if number in {3, 7} else NAMES[number % len(NAMES)]
        lines.append(f"{at_home(each['phone'])};{name};{10 + number % 3};K{number:03}")
    lines.append(lines[5])
    path.write_bytes("\r\n".join(lines).encode("cp1251"))
    return path


def reached(app: Application) -> dict[str, int]:
    """Counts the SMS that each person got in the sandbox."""
    assert app.sandbox is not None
    assert isinstance(app.sandbox, Sandbox)
    return app.sandbox.deliveries_per_person("sms")
