"""The bill of materials: what the package holds that others made, in CycloneDX 1.6 (JSON).

It lists what is in the folder, not what the machine that built it had installed: `licences.shipped` tells. Libraries
that a Linux system brings are not in the folder and not in the list; the package names them as dependencies.
"""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from licences import Part

SPDX_EXPRESSION = re.compile(r"[A-Za-z0-9.()+-]+( (AND|OR|WITH) [A-Za-z0-9.()+-]+)*")


def licence(text: str) -> list[dict[str, Any]]:
    """A licence as CycloneDX has it: an expression in SPDX's words, or a name when it is in other words."""
    if not text:
        return []
    if SPDX_EXPRESSION.fullmatch(text):
        return [{"expression": text}]
    return [{"license": {"name": text}}]


def bill(version: str, parts: Iterable[Part], time: str) -> dict[str, Any]:
    """The bill for one version, made at `time` (ISO 8601). The same parts and time give the same bill."""
    components = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "licenses": licence(part.licence),
        }
        for part in parts
    ]
    own = f"pkg:generic/scoro-desktop@{version}"
    digest = hashlib.sha256(json.dumps([time, own, components]).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(digest[:32], version=4)}",
        "version": 1,
        "metadata": {
            "timestamp": time,
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "scoro-desktop",
                "version": version,
                "purl": own,
                "licenses": licence("MIT"),
            },
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [component["bom-ref"] for component in components]}],
    }


def write(path: Path, version: str, parts: Iterable[Part], time: str) -> None:
    """Writes the bill to a file."""
    path.write_text(json.dumps(bill(version, parts, time), indent=2, ensure_ascii=False) + "\n", "utf-8")
