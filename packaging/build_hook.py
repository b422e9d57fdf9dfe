"""Builds what is generated and not kept in git: the translations that Qt loads, from their sources."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Runs Qt's lrelease over every `.ts` file before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (the names are hatchling's)
        folder = Path(self.root) / "resources" / "translations"
        for source in sorted(folder.glob("*.ts")):
            target = source.with_suffix(".qm")
            subprocess.run(
                [
                    sys.executable,
                    "-c",
                    "from PySide6.scripts.pyside_tool import lrelease; lrelease()",
                    str(source),
                    "-qm",
                    str(target),
                    "-silent",
                ],
                check=True,
            )
