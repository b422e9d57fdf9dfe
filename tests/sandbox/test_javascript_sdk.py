"""Scorocode's published JavaScript SDK takes the sandbox for the service.

It is got from npm when it is first needed, without running any script of its own, and kept beside the environment.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox.matcher import compile_query
from tests.examples import OTHER_PYTHON

VERSION: Final = "0.9.0"
HERE: Final = Path(__file__).parent / "javascript"
GET_S: Final = 60
IPHONES: Final = {"deviceType": "ios", "model": {"$regex": "^iPhone 15"}}
VIPS: Final = {"age": {"$gt": 60}, "language": {"$in": ["ru"]}}


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the SDK."""
    if OTHER_PYTHON:
        pytest.skip("is tried under the Python of .venv in the same check")
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("there is no Node with npm here")
    beside = Path(sys.prefix) if sys.prefix != sys.base_prefix else tmp_path_factory.mktemp("sdk")
    kept = beside / f"scorocode-sdk-{VERSION}"
    package = Path("node_modules", "scorocode")
    if not (kept / package / "package.json").is_file():
        with tempfile.TemporaryDirectory(prefix="scorocode-sdk-", dir=beside, ignore_cleanup_errors=True) as folder:
            get = [npm, "install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--fetch-retries=0"]
            try:
                subprocess.run(
                    [*get, f"scorocode@{VERSION}"], cwd=folder, check=True, capture_output=True, timeout=GET_S
                )
                Path(folder).rename(kept)  # whole, or not at all
            except subprocess.SubprocessError as error:
                pytest.skip(f"npm could not get the SDK (no network?): {type(error).__name__}")
            except OSError:  # another run was faster
                pass
    return kept / package


def run_calls(sdk: Path, known: Mapping[str, str]) -> dict[str, Any]:
    """The result of each call, by its name."""
    environment = os.environ | {"SDK": str(sdk), "SANDBOX_PORT": str(urlsplit(known["address"]).port)}
    result = subprocess.run(
        ["node", "--require", HERE / "to_sandbox.js", HERE / "calls.js"],
        input=json.dumps(known),
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return dict(json.loads(line) for line in result.stdout.splitlines())


def test_every_call_passes(sdk: Path) -> None:
    world = sample.world()
    iphones = sum(map(compile_query(IPHONES), world.devices))
    vips = [user for user in world.users if compile_query(VIPS)(user)]
    with_phone = sum("phone" in user for user in vips)
    with subprocess.Popen(
        [sys.executable, "-m", "scoro_desktop.sandbox"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as sandbox:
        try:
            assert sandbox.stdout
            known = json.loads(sandbox.stdout.readline())
            came = run_calls(sdk, known)
        finally:
            sandbox.terminate()
        assert sandbox.communicate(timeout=20) == ("", "")
    found = [
        {
            "_id": user["_id"],
            "email": user["email"],
            "birthday": f"{user['birthday']:%Y-%m-%dT%H:%M:%S.000Z}",
            "tags": user["tags"],
        }
        for user in sorted(vips, key=lambda user: user["email"])[1:4]
    ]
    assert iphones > 100
    assert came.pop("login")["email"] == known["email"]
    assert came == {
        "count": {"result": iphones, "error": False},
        "find": {"error": False, "limit": 3, "skip": 1, "result": found},
        "find nobody": {"error": False, "limit": 100, "skip": 0, "result": []},
        "push": {"count": iphones, "error": False},
        "sms": {"count": with_phone, "error": False},
        "sms in debug": {"count": with_phone, "error": False},
        "no session": {"refused": 401},
        "wrong password": {"refused": 401},
        "count in a session": {"result": iphones, "error": False},
        "push in a session": {"count": iphones, "error": False},
        "logout": {"error": False},
        "after logout": {"refused": 401},
    }
