"""Builds what is generated and not kept in git: the translations that Qt loads, from their sources."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Compiles the translations before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds them to a wheel; in a checkout (an editable install) they are read from where they are."""
        subprocess.run([sys.executable, str(Path(self.root) / "packaging" / "translations.py"), "compile"], check=True)
        if self.target_name == "wheel" and version != "editable":
            for path in sorted(Path(self.root, "resources", "translations").glob("*.qm")):
                build_data["force_include"][str(path)] = f"scoro_desktop/resources/translations/{path.name}"
