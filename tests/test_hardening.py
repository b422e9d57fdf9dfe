"""A crash leaves no file behind that holds keys: real processes are brought down, and the system says what it wrote."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.processes import ROOT, Processes

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="core dumps as Linux has them")

WITH_CORES = ("sh", "-c", 'ulimit -c unlimited && exec "$@"', "sh")
WAIT = "print('up', flush=True); import time; time.sleep(60)"


@pytest.fixture
def processes() -> Iterator[Processes]:
    processes = Processes()
    yield processes
    processes.close()


def crashed(process: "subprocess.Popen[str]") -> int:
    """Brings a process down as a fault in its memory would, and gives how the system says that it ended."""
    os.kill(process.pid, signal.SIGSEGV)
    end = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert end is not None
    process.communicate(timeout=60)
    return end.si_code


def script(folder: Path, before: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [*WITH_CORES, sys.executable, "-c", f"{before}\n{WAIT}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    if process.stdout.readline() != "up\n":
        process.communicate(timeout=60)  # closes the pipe, which a later test would be blamed for
        assert process.returncode != 0
        pytest.skip("core dumps are shut off for good in the process of the tests")
    return process


@pytest.fixture
def cores_are_written(tmp_path: Path) -> None:
    if crashed(script(tmp_path, "")) != os.CLD_DUMPED:
        pytest.skip("this system writes no core dumps of anything")


@pytest.mark.parametrize("step", ["no_core_dumps", "not_dumpable"])
def test_each_step_is_enough_for_a_core_that_is_a_file(tmp_path: Path, cores_are_written: None, step: str) -> None:
    folder = tmp_path / step
    folder.mkdir()
    process = script(folder, f"from scoro_desktop import hardening; hardening.{step}()")
    assert crashed(process) == os.CLD_KILLED
    assert list(folder.iterdir()) == []


def test_the_app_is_shut(processes: Processes, tmp_path: Path, cores_are_written: None) -> None:
    process = processes.start("-m", "tests.journey.hands", str(tmp_path / "data"), "dumpable", by=WITH_CORES)
    assert processes.told(process) == "dumpable 0\n"
    limits = Path(f"/proc/{process.pid}/limits").read_text("utf-8")
    (line,) = [each for each in limits.splitlines() if each.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]
    assert crashed(process) == os.CLD_KILLED
    assert not list(ROOT.glob("core*"))


def test_a_program_that_the_app_starts_is_as_ever(tmp_path: Path) -> None:
    """A browser or a file manager talks to the portal of the desktop, which looks into `/proc`."""
    asks = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {asks!r}], check=True)"
    script = f"from scoro_desktop.hardening import not_dumpable; not_dumpable(); {asks}; {starts}"
    done = subprocess.run([sys.executable, "-u", "-c", script], check=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["0", "1"]
