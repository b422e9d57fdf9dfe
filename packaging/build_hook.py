"""Builds what is generated and not kept in git: the translations that Qt loads, from their sources."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Compiles the translations before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (the names are hatchling's)
        subprocess.run([sys.executable, str(Path(self.root) / "packaging" / "translations.py"), "compile"], check=True)
