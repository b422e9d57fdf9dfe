"""Tests of the app over AT-SPI, on a bus and a screen of its own, where this computer has the programs for them.

The window was walked by ear on such a bus as well, with Orca 43.1 and its log in the place of a voice, in a window of
1280 x 800 with three conditions. From Title to Send it says, a press of Tab after the other:

    Title, text · Body, text · Android, check box, checked · iPhone, check box, checked · iPhone text differs, check
    box, not checked: opens a separate title and body · Subtitle, sound, badge, data, folded, button · More, folded,
    button Saved…, button · Send to, combo box, devices · Conditions, selected, radio button · Which conditions must
    hold, combo box, All of these · Field, combo box, lastSeenAt · lastSeenAt: comparison, combo box, is in the
    last: from that time on, future dates are included · lastSeenAt: value, text, 30 · lastSeenAt: value, unit,
    combo box, days · Remove the condition on lastSeenAt, button · (the same for each condition) · Add a condition,
    button · Add a group, button Count again, button · Android, page tab · Dark phone, check box · The message on
    Android · Campaign…, button · Send trial, button · Send…, button: shows who gets it and asks once more
    (Ctrl+Enter)

Mended by that walk: a field and a comparison were read twice, the second time out of their tool tips; the pages were
check boxes, and are now buttons, of which one says "current page".

A campaign was walked too, from its list to its requests, and the page of the history:

    Check everyone, button: looks everyone up, nothing is sent · {{Name}} is filled from, combo box, Name · How many
    rows get it, and why the others do not, tree, Get the message: 14 · Pace, 10 requests a second, spin button ·
    Rows of the list, table with 14 rows · Exclude, button · Pause, button: requests under way end · People, page tab ·
    People of the campaign: 3, Sent, +7…, Anna 1 · (Shift+F10) What did this person get? · Do not send to them again ·
    Requests of the campaign: 1, Sent, 1, 1, the time · Show the request…, button · 7 days, selected, radio button,
    Period · Channel: any, button · Campaigns, check box · By day, folded, button · What was sent: the time, test,
    Shop test, Push, Your order is ready, 300 devices, Refused · (Shift+F10) Details · Use again · Correct it… · Note…

Mended by that: "layered pane", which is Qt's role for a stack of pages, was said up to three times before a table, and
once around the tabs of Compose and the main pages; Tab came to the people of a campaign before the tabs above them; the
pace was named twice. Left: of the list of campaigns Orca leaves the time out when the keyboard comes to it; a day of
the calendar is said twice when the page opens.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest

from tests.journey.processes import Processes

LAUNCHER: Final = next(
    filter(os.path.exists, ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")),
    "",
)
MISSING: Final = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
LIMIT_S: Final = 60.0

pytestmark = pytest.mark.skipif(bool(MISSING) or not LAUNCHER, reason="needs Xvfb, dbus-daemon and at-spi2-core")


@pytest.fixture
def surroundings(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The variables of a screen and of a session bus with accessibility, all of which end with the test."""
    with ExitStack() as stack:

        def start(*command: str, **more: str) -> "subprocess.Popen[str]":
            process = subprocess.Popen(
                command,
                env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), **more},
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,  # the launcher starts daemons of its own, which end with it this way
            )
            assert process.stdout is not None
            stack.callback(process.wait)
            stack.callback(process.stdout.close)
            stack.callback(os.killpg, process.pid, signal.SIGKILL)
            return process

        screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1360x850x24", "-nolisten", "tcp")
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        assert screen.stdout is not None
        assert bus.stdout is not None
        variables = {
            "DISPLAY": f":{screen.stdout.readline().strip()}",
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(tmp_path),
        }
        start(LAUNCHER, "--launch-immediately", **variables)
        yield variables


def announcements(session: str) -> Iterator[str]:
    """The announcements from now on, as a screen reader hears them."""
    from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(session) as bus:
        place = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        (address,) = bus.send_and_get_reply(new_method_call(place, "GetAddress"), timeout=LIMIT_S).body
    with open_dbus_connection(address) as bus:
        registry = DBusAddress(
            "/org/a11y/atspi/registry", bus_name="org.a11y.atspi.Registry", interface="org.a11y.atspi.Registry"
        )
        bus.send_and_get_reply(new_method_call(registry, "RegisterEvent", "s", ("object:",)), timeout=LIMIT_S)
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=LIMIT_S)
        yield ""  # it listens
        while True:
            message = bus.receive(timeout=LIMIT_S)
            if len(message.body) > 3:
                yield message.body[3][1]


def test_a_count_is_heard(surroundings: dict[str, str], tmp_path: Path) -> None:
    heard = announcements(surroundings["DBUS_SESSION_BUS_ADDRESS"])
    next(heard)
    processes = Processes()
    try:
        command = ("-m", "tests.journey.hands", str(tmp_path / "data"), "count")
        processes.start(*command, without=(), by=(), **surroundings)
        assert any("devices match" in words for words in heard)
    finally:
        processes.close()
