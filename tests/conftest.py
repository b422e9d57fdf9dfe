"""Safety nets under every test: nothing of the user's is touched, no byte leaves the machine, no window stays open."""

import contextlib
import gc
import importlib
import importlib.util
import ipaddress
import os
import re
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.examples import NEW, how_many, know_utf_8

# How long an example takes depends on what else the machine does; the time-out of a test is in pyproject.toml.
# The check must say the same of the same code. New examples are looked for by `make faults`, which asks for them.
settings.register_profile("scoro-desktop", deadline=None, derandomize=not NEW, max_examples=how_many(100))
settings.load_profile("scoro-desktop")

NEEDS_QT = re.compile(
    r"^\s*(?:from|import) (?:PySide6|scoro_desktop\.(?:ui|app|command)|tests\.(?:ui|journey))\b"
    r"|^from scoro_desktop import .*\b(?:ui|app|command)\b",
    re.MULTILINE,
)
STRAY = re.compile(
    r"G?N?U?M(?:AKE)?FLAGS|MAKE(?:LEVEL|OVERRIDES|FILES|_TERM\w+)|LANG|LANGUAGE|LC_\w+|TZ|CDPATH|BASH_ENV|ENV|COLUMNS|LINES"
    r"|PYTHON(?:DEVMODE|FAULTHANDLER|INSPECT|IOENCODING|MALLOC|OPTIMIZE|PROFILEIMPORTTIME|SAFEPATH|STARTUP|TRACEMALLOC"
    r"|UNBUFFERED|UTF8|VERBOSE|WARNINGS|WARNDEFAULTENCODING|ASYNCIODEBUG|BREAKPOINT|COERCECLOCALE|PLATLIBDIR)"
    r"|SSLKEYLOGFILE|CURL_HOME"
    r"|QT_(?!QPA_PLATFORM)\w+|QSG_\w+|FORCE_COLOR|NO_COLOR|POSIXLY_CORRECT|GREP_(?:OPTIONS|COLORS?)|XDG_ACTIVATION_TOKEN"
)
"""Variables that whoever starts the tests may have set, and that the programs under test, or those they start, heed."""
HOME = pytest.StashKey["tempfile.TemporaryDirectory[str]"]()


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Knows pytest-qt's settings also where neither it nor Qt is: see packaging/setup/versions.sh."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt", type="linelist")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leaves out what needs Qt where there is none."""
    if collection_path.suffix != ".py" or importlib.util.find_spec("PySide6"):
        return None
    return True if NEEDS_QT.search(collection_path.read_text("utf-8")) else None


def pytest_configure(config: pytest.Config) -> None:
    """Gives the run an environment that is the same for everybody, and a home of its own, before Qt looks for one."""
    for name in filter(STRAY.fullmatch, list(os.environ)):
        del os.environ[name]
    os.environ |= {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
    if hasattr(time, "tzset"):
        time.tzset()
    os.umask(0o022)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    config.stash[HOME] = tempfile.TemporaryDirectory(prefix="scoro-desktop-tests-", ignore_cleanup_errors=True)
    home = Path(config.stash[HOME].name)
    for variable, folder in {
        "HOME": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(home / folder)
    if not real_keyring():
        # On a desktop the session bus leads to the keyring of whoever runs the tests.
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home / 'no-bus'}"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Has each process of the whole run import another part of the tests first.

    All of them collect everything. In a fresh checkout, where nothing is compiled yet, they would do so in step, and
    each would rewrite the assertions of every module, which takes longer than all the rest of collecting.
    """
    worker, count = os.environ.get("PYTEST_XDIST_WORKER", ""), int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if count == 1 or session.config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    for path in sorted(Path(__file__).parent.rglob("test_*.py"))[int(worker.removeprefix("gw")) % count :: count]:
        with contextlib.suppress(Exception):  # said when it is collected
            importlib.import_module(".".join(path.relative_to(session.config.rootpath).with_suffix("").parts))


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[HOME].cleanup()


def pytest_collection_finish() -> None:
    """Takes what was collected, which stays to the end anyway, out of the sight of Python's collector of garbage."""
    know_utf_8()
    if "scoro_desktop.storage.database" in sys.modules:
        from tests.storage import ready_made

        ready_made.install()
    gc.collect()
    gc.freeze()


def real_keyring() -> str:
    """The folder of the Secret Service that tests/with_keyring.sh has put on the session bus, if it has."""
    return os.environ.get("SCORO_TEST_KEYRING", "")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "long" not in config.option.markexpr and not any("::" in argument for argument in config.args):
        long = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if not item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
    if not real_keyring():
        for item in items:
            if item.get_closest_marker("keyring"):
                item.add_marker(pytest.mark.skip("needs a real Secret Service: run it through tests/with_keyring.sh"))


@pytest.fixture(autouse=True)
def safety_nets(request: pytest.FixtureRequest) -> Iterator[None]:
    """All of them in one fixture: six take a fourth of the time of a small test, of which there are thousands."""
    with contextlib.ExitStack() as nets:
        for net in (
            one_at_a_time_on_the_keyring(request),
            garbage_on_the_main_thread(),
            only_loopback(),
            no_secret_remembered(),
            no_window_left(),
            no_language_left(),
            no_pointer_left(),
            no_key_held(),
            without_style_sheet(request),
        ):
            nets.enter_context(net)
        yield


@contextlib.contextmanager
def one_at_a_time_on_the_keyring(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lets a test of the real keyring wait until no other process is in one: all of them use the same items.

    pytest-xdist 3.8 cannot keep them in one process: its groups have no effect on the node ids of pytest 9.2.
    """
    if not (real_keyring() and request.node.get_closest_marker("keyring")):
        yield
        return
    import fcntl  # where there is a Secret Service, there is this

    with (Path(real_keyring()) / "one-at-a-time").open("a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def garbage_on_the_main_thread() -> Iterator[None]:
    """Collects garbage as the app does: a thread of one test must not destroy the widgets of another."""
    gc.disable()
    try:
        yield
    finally:
        if "PySide6.QtCore" in sys.modules:
            from scoro_desktop.ui.runtime.garbage import collect_due

            collect_due()
        else:
            gc.enable()


@contextlib.contextmanager
def only_loopback() -> Iterator[None]:
    """Stops a connection or a look-up that would leave the machine, and fails the test that tried, on any thread.

    Names that end in `.invalid` (RFC 2606) are not found, as they would be, without asking anyone.
    """
    tried: list[str] = []
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def refuse_outside(host: object) -> None:
        name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
        if name == "localhost":
            return
        try:
            outside = not ipaddress.ip_address(name.partition("%")[0]).is_loopback
        except ValueError:
            if name.endswith(".invalid"):
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None
            outside = True
        if outside:
            tried.append(name)
            raise OSError(f"a test tried to reach {name}")

    def refuse_outside_of(connection: socket.socket, address: Any) -> None:
        if connection.family in {socket.AF_INET, socket.AF_INET6}:
            refuse_outside(address[0])

    def guarded_connect(connection: socket.socket, address: Any) -> None:
        refuse_outside_of(connection, address)
        connect(connection, address)

    def guarded_connect_ex(connection: socket.socket, address: Any) -> int:
        refuse_outside_of(connection, address)
        return connect_ex(connection, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        refuse_outside(host)
        return getaddrinfo(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield
    if tried:
        pytest.fail(f"tried to reach {', '.join(tried)}")


@contextlib.contextmanager
def no_secret_remembered() -> Iterator[None]:
    """Forgets the keys that a test used: they are words, which the texts of the next one may have."""
    try:
        yield
    finally:
        if "scoro_desktop.scorocode.known_secrets" in sys.modules:
            from scoro_desktop.scorocode import known_secrets

            known_secrets._known.clear()
            known_secrets._all = frozenset()


@contextlib.contextmanager
def nobody_asked() -> Iterator[None]:
    """Shuts every question that a window asks as it is closed: a test that failed would wait for an answer for ever."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def shut() -> None:
        if (asking := QApplication.activeModalWidget()) is not None:
            asking.close()

    timer = QTimer()
    timer.timeout.connect(shut)
    timer.start(20)
    try:
        yield
    finally:
        timer.stop()


@contextlib.contextmanager
def no_window_left() -> Iterator[None]:
    """Fails a test that leaves a top-level window behind, shown or hidden, and clears it away for the next."""
    before = set(map(id, top_level_windows()))
    try:
        yield
    finally:
        left = [window for window in top_level_windows() if id(window) not in before]
        if left:
            del left
            gc.collect()  # a window in a cycle of references is on its way out
            left = [window for window in top_level_windows() if id(window) not in before]
        names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
        with nobody_asked() if left else contextlib.nullcontext():
            for window in left:
                window.close()
                window.deleteLater()
        if names:
            pytest.fail(f"left behind: {', '.join(names)}")


@contextlib.contextmanager
def without_style_sheet(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leaves out the style sheet where no test asks for it by the marker `looks`: it takes a third of each window.

    Nothing of what a window says or does depends on it.
    """
    if "scoro_desktop.ui.kit.appearance" not in sys.modules or request.node.get_closest_marker("looks"):
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scoro_desktop.ui.kit.appearance.stylesheet", lambda _colours: "")
        yield


@contextlib.contextmanager
def no_language_left() -> Iterator[None]:
    """Fails a test after which the app still speaks a language that it put on, and takes that from it for the next."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QTranslator

    qt = QCoreApplication.instance()
    if qt is None or "(s)" in QCoreApplication.translate("Footer", "%Ln problem(s)", "", 2):
        return
    for translator in qt.findChildren(QTranslator):
        qt.removeTranslator(translator)
    pytest.fail("left behind: a language")


@contextlib.contextmanager
def no_pointer_left() -> Iterator[None]:
    """Takes the pointer of a test off the screen: the window of the next one would open under it, and hear of it."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QCursor, QGuiApplication

        if QGuiApplication.instance() is not None and QCursor.pos().x() >= 0:
            QCursor.setPos(-10_000, -10_000)


@contextlib.contextmanager
def no_key_held() -> Iterator[None]:
    """Lets go of Shift and Ctrl, which Qt holds down after keys of a test: a row would not be selected later."""
    yield
    if "PySide6.QtTest" in sys.modules:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication, QWindow
        from PySide6.QtTest import QTest

        held = QGuiApplication.instance() is not None and QGuiApplication.keyboardModifiers()
        if held:
            QTest.keyRelease(QWindow(), Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def top_level_windows() -> list[Any]:
    """The windows that are not about to be deleted; none where Qt was never loaded."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Qt keeps one label for all tool tips and deletes it in its own time.
    return [window for window in QApplication.topLevelWidgets() if not window.inherits("QTipLabel")]
