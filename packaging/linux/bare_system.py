"""A bare Debian to try packages on, and a screen in it. It has nothing of ours: no Python, no Qt.

debootstrap makes it in build/trial/root. It takes root, in mount and process spaces of its own, so that none outlives
the trial.
"""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "trial"
BARE = WORK / "root"
SUITE = os.environ.get("SUITE", "bookworm")
BASE = ROOT / "build" / f"bare-{SUITE}.tar"
"""The bare system as debootstrap made it, kept so that the next trial begins at once."""
PERSON = "ira"
HOME = Path("/home", PERSON)
DISPLAY = ":4711"
PATIENCE_S = 60.0


class TrialError(Exception):
    """Something is not as it has to be."""


def expect(truth: object, what: str) -> None:
    if not truth:
        raise TrialError(what)


def within(folder: Path) -> Path:
    """The place of a path of the bare system, as seen from here."""
    return BARE / folder.relative_to("/")


def command(*words: str, user: str = "root", **environment: str) -> list[str]:
    """The words of a command that runs `words` in the bare system, with an environment of its own."""
    home = "/root" if user == "root" else f"/home/{user}"
    plain = {"HOME": home, "USER": user, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    passed = {name: os.environ[name] for name in ("http_proxy", "https_proxy") if name in os.environ and user == "root"}
    values = [f"{name}={value}" for name, value in {**plain, **passed, **environment}.items()]
    return ["chroot", f"--userspec={user}:{user}", str(BARE), "env", "-i", "-C", home, *values, *words]


def run(*words: str, user: str = "root", check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in the bare system and waits for it."""
    done = subprocess.run(
        command(*words, user=user, **environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
        stdin=subprocess.DEVNULL,
    )
    if check and done.returncode != 0:
        raise TrialError(f"{' '.join(words)}: status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


def apt(*words: str) -> None:
    run("apt-get", "-qq", "-y", "--no-install-recommends", *words, DEBIAN_FRONTEND="noninteractive")


def wait_for(reached: Callable[[], Any], what: str) -> Any:
    """Looks until `reached()` is true, and says what it is then."""
    end = time.monotonic() + PATIENCE_S
    while not (found := reached()):
        expect(time.monotonic() < end, f"not in {PATIENCE_S:.0f} s: {what}")
        time.sleep(0.1)
    return found


def make() -> None:
    """Unpacks a bare Debian into build/trial/root, after making it if this is the first time."""
    shutil.rmtree(WORK, ignore_errors=True)
    BARE.mkdir(parents=True)
    if not BASE.exists():
        fresh = WORK / "fresh"
        mirror = [os.environ["MIRROR"]] if os.environ.get("MIRROR") else []
        made = ["debootstrap", "--variant=minbase", SUITE, str(fresh), *mirror]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["tar", "-C", fresh, "-cf", f"{BASE}.part", "."], check=True)
        Path(f"{BASE}.part").rename(BASE)
        shutil.rmtree(fresh)
    subprocess.run(["tar", "-C", BARE, "-xpf", BASE], check=True)
    shutil.copyfile("/etc/resolv.conf", BARE / "etc/resolv.conf")
    shutil.copyfile("/etc/hosts", BARE / "etc/hosts")
    for kind, place in (("proc", "proc"), ("tmpfs", "tmp"), ("tmpfs", "run")):
        subprocess.run(["mount", "-t", kind, kind, BARE / place], check=True)
    subprocess.run(["mount", "--rbind", "/dev", BARE / "dev"], check=True)
    for place in ("tmp", "tmp/.X11-unix"):
        (BARE / place).mkdir(exist_ok=True)
        (BARE / place).chmod(0o1777)
    # A snapshot of a release that is still in the making says of itself that it has run out. Signatures are held to.
    (BARE / "etc/apt/apt.conf.d/90-any-age").write_text('Acquire::Check-Valid-Until "false";\n', "ascii")
    apt("update")


class Desktop:
    """A screen with a window manager, and a session bus, in the bare system."""

    def __init__(self) -> None:
        self._folder = BARE / "tmp/screen"
        self._folder.mkdir(mode=0o777, exist_ok=True)
        self._folder.chmod(0o777)
        self._processes = [self._start("Xvfb", DISPLAY, "-screen", "0", "1360x850x24", "-fbdir", "/tmp/screen")]
        wait_for(lambda: self.ask("xprop", "-root").returncode == 0, "an X server")
        self._processes.append(self._start("openbox", DISPLAY=DISPLAY))

    def _start(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command(*words, user=PERSON, **environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(*words, user=PERSON, check=False, DISPLAY=DISPLAY)

    def windows(self) -> list[str]:
        """The titles of the windows that the window manager knows."""
        return self.ask("wmctrl", "-l").stdout.splitlines()

    def start_from_menu(self) -> None:
        """Starts the app as a menu does, from its desktop file, and waits for its window."""
        self._processes.append(
            self._start("dbus-run-session", "--", "sh", "-c", "gtk-launch scoro-desktop && sleep 3600", DISPLAY=DISPLAY)
        )
        wait_for(lambda: any("Scoro Desktop" in title for title in self.windows()), "the window")
        time.sleep(2)  # for the picture only: the sandbox's first count

    def take_picture(self, name: str) -> None:
        """Keeps the screen as build/trial/NAME.png. Raises TrialError if there is next to nothing on it."""
        from framebuffer import picture  # takes Qt, which is not there for the trial of a fresh machine

        colours = picture(self._folder / "Xvfb_screen0", WORK / f"{name}.png")
        expect(colours > 100, f"only {colours} colours on the screen: see {WORK / name}.png")

    def wm_class(self) -> str:
        """The class that binds the window to its desktop file."""
        number = next(line.split()[0] for line in self.windows() if "Scoro Desktop" in line)
        return self.ask("xprop", "-id", number, "WM_CLASS").stdout

    def close_window(self) -> None:
        """Closes the app as a person does, and waits until it is gone."""
        self.ask("wmctrl", "-c", "Scoro Desktop")
        wait_for(lambda: not is_running(), "the end of the app")

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)


def is_running() -> bool:
    """Tells whether the installed app runs. Its processes are the only ones of that program in this space."""
    for process in within(Path("/proc")).glob("[0-9]*/exe"):
        with contextlib.suppress(OSError):
            if process.readlink().name.startswith("scoro-desktop"):
                return True
    return False
