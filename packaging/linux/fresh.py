"""The two commands of README.md on a bare Debian, by people of several rights: `make run ARGS=--smoke` and `make test`.

packaging/linux/test-fresh.sh runs it as root, in mount and process spaces of its own. It prints each step, and at the
end "N passed, N failed". The steps stand on those before them: the first that fails is the last.
"""

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bare_system
from bare_system import ROOT, SUITE, TrialError, apt, command, expect, run, within

IRA, OLEG = "ira", "oleg"
"""She may use sudo, with her password; he may not, and at first there is none."""
PASSWORD = "correct horse"
FOLDER = "Мои проекты/с пробелом"
LIMIT_S = 7200.0
CA_FILE = Path("/etc/certificates-of-the-trial.crt")  # Debian writes its own over the usual one


class Said:
    """The output of a command, on a terminal or without one, its status, and the time that it took."""

    def __init__(self, status: int, text: str, seconds: float) -> None:
        self.status, self.text, self.seconds = status, text.replace("\r\n", "\n"), seconds

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]

    def report(self) -> dict[str, Any]:
        """The line of JSON that --smoke ends with."""
        expect(self.status == 0 and self.lines, self.shown())
        report: dict[str, Any] = json.loads(self.lines[-1])
        expect(report["push"]["outcome"] == report["sms"]["outcome"] == "sent", self.shown())
        return report

    def refused(self, *words: str) -> None:
        """Expects that it stopped, and that its own last line, before make's, says why."""
        own = [line for line in self.lines if not line.startswith("make")]
        expect(self.status != 0 and all(word in own[-1] for word in words), self.shown())
        expect("Traceback" not in self.text, self.shown())

    def shown(self) -> str:
        return f"status {self.status} after {self.seconds:.0f} s\n{self.text[-40_000:]}"


def home(person: str) -> Path:
    return Path("/root") if person == "root" else Path("/home") / person


def clone(person: str) -> None:
    """Puts a clone of this project into a folder of a person, as it was committed last."""
    target = within(home(person)) / FOLDER
    target.parent.mkdir()
    source = ["git", "-c", f"safe.directory={ROOT}", "-c", f"safe.directory={ROOT}/.git", "clone", "--quiet"]
    subprocess.run([*source, "--no-local", f"file://{ROOT}", target], check=True)
    run("chown", "-R", f"{person}:{person}", str(home(person)))


def words(person: str, target: str, *, network: bool) -> list[str]:
    """The words of a command that runs make in that folder, without a locale of any country."""
    passed = {name: os.environ[name] for name in ("PIP_CERT", "PIP_INDEX_URL", "https_proxy") if name in os.environ}
    passed |= {"HOME": str(home(person)), "LANG": "C", "TERM": "dumb"}
    start = command(
        "make", "--no-print-directory", "-C", f"{home(person)}/{FOLDER}", *target.split(), user=person, **passed
    )
    return start if network else ["unshare", "--net", *start]


def make(person: str, target: str, *, network: bool = True) -> Said:
    """Runs make where nobody could type anything."""
    begun = time.monotonic()
    done = subprocess.run(
        words(person, target, network=network),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    return Said(done.returncode, done.stdout, time.monotonic() - begun)


def make_at_a_terminal(person: str, target: str, answer: bytes) -> Said:
    """Runs make at a terminal, and types an answer each time it is asked for a password."""
    begun = time.monotonic()
    start = words(person, target, network=True)
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(start[0], start)
    heard, answered = b"", 0
    while time.monotonic() - begun < LIMIT_S:
        if not select.select([terminal], [], [], 60)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        heard += piece
        while heard.count(b"assword of") > answered and heard.rstrip(b" ").endswith(b":"):
            os.write(terminal, answer)
            answered = heard.count(b"assword of")
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return Said(os.waitstatus_to_exitcode(status), heard.decode(errors="replace"), time.monotonic() - begun)


class Root:
    """Root, on a system that has nothing but make."""

    def root_runs_it_from_nothing(self) -> None:
        clone("root")
        said = make("root", "run ARGS=--smoke")
        said.report()
        steps = said.lines[:-1]
        expect(len(steps) == 3 and all(line.startswith("== ") for line in steps), said.shown())

    def root_runs_it_again_and_nothing_is_installed(self) -> None:
        said = make("root", "run ARGS=--smoke")
        said.report()
        expect(len(said.lines) == 1, said.shown())


class People:
    """Two persons; the steps in the order in which they stand."""

    def __init__(self, *, test: bool) -> None:
        self._test = test

    def oleg_without_sudo_is_told_at_once_what_to_ask_for(self) -> None:
        for person in (IRA, OLEG):
            run("useradd", "--create-home", "--shell", "/bin/bash", person)
            clone(person)
        said = make(OLEG, "run ARGS=--smoke")
        said.refused("apt-get install", "libgl1", "python3-venv")
        expect(said.seconds < 15 and len(said.lines) <= 2, said.shown())

    def ira_presses_return_for_a_password_and_it_stops_at_once(self) -> None:
        apt("install", "sudo")
        run("usermod", "-aG", "sudo", IRA)
        subprocess.run(command("chpasswd"), input=f"{IRA}:{PASSWORD}\n{OLEG}:{PASSWORD}\n", text=True, check=True)
        said = make_at_a_terminal(IRA, "run ARGS=--smoke", b"\n")
        said.refused("apt-get install", "libgl1")
        expect(not (within(home(IRA)) / FOLDER / ".venv").exists(), "it went on")

    def ira_without_a_terminal_is_not_asked(self) -> None:
        make(IRA, "run ARGS=--smoke").refused("apt-get install", "libgl1")

    def ira_gives_her_password_once_and_it_runs(self) -> None:
        said = make_at_a_terminal(IRA, "run ARGS=--smoke", PASSWORD.encode() + b"\n")
        said.report()
        expect(said.text.count("assword") == 1, said.shown())
        expect(sum(line.startswith("== ") for line in said.lines) == 3 and len(said.lines) <= 5, said.shown())

    def offline_it_stops_in_seconds(self) -> None:
        said = make(OLEG, "run ARGS=--smoke", network=False)
        said.refused("Is this computer online?", "build/setup.log")
        expect(said.seconds < 60 and len(said.lines) <= 4, said.shown())

    def oleg_runs_it_with_what_is_installed_by_now(self) -> None:
        make(OLEG, "run ARGS=--smoke").report()

    def ira_runs_every_check(self) -> None:
        if not self._test:
            print("left out: --no-test", flush=True)
            return
        said = make_at_a_terminal(IRA, "test", PASSWORD.encode() + b"\n")
        print(*(line for line in said.lines if " passed" in line or line.startswith("Python ")), sep="\n", flush=True)
        expect(said.status == 0, said.shown())


def bare() -> None:
    """Makes the system: nothing is added but make, and where others keep their certificates."""
    print(f"== a bare {SUITE} with make and no Python", flush=True)
    bare_system.make()
    apt("install", "make")
    expect(run("sh", "-c", "command -v python3", check=False).returncode != 0, "there is a Python already")
    if "PIP_CERT" in os.environ:
        shutil.copyfile(os.environ["PIP_CERT"], within(CA_FILE))
        os.environ["PIP_CERT"] = str(CA_FILE)


def main() -> int:
    trial: Root | People = Root() if sys.argv[1] == "root" else People(test="--no-test" not in sys.argv[2:])
    passed, failed = 0, 0
    for step in [bare, *(getattr(trial, name) for name in vars(type(trial)) if not name.startswith("_"))]:
        if step is not bare:
            print(f"== {step.__name__.replace('_', ' ')}", flush=True)
        begun = time.monotonic()
        try:
            step()
        except Exception as error:  # noqa: BLE001  whatever it is, the step failed
            print(error if isinstance(error, TrialError) else traceback.format_exc(), flush=True)
            for log in [within(home(person)) / FOLDER / "build/setup.log" for person in ("root", IRA, OLEG)]:
                if log.exists():
                    print(
                        f"-- {log}", *log.read_text("utf-8", errors="replace").splitlines()[-40:], sep="\n", flush=True
                    )
            failed += 1
            break
        print(f"   {time.monotonic() - begun:.0f} s", flush=True)
        passed += 1
    print(f"{SUITE}, {sys.argv[1]}: {passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
