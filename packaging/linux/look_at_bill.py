"""Holds the bill of materials of an unpacked app against what its libraries say of themselves.

    python packaging/linux/look_at_bill.py FOLDER

What reads files and speaks TLS is what people ask about when a fault becomes known: SQLite, OpenSSL, Python, Qt, ICU.
"""

import ctypes
import json
import re
import sys
from pathlib import Path


def versions(folder: Path) -> dict[str, str]:
    """The versions that the libraries in the folder tell, by the names of the bill."""
    qt = folder / "PySide6" / "Qt" / "lib"
    python = next(folder.glob("libpython3.*.so*"))
    return {
        "SQLite": told(folder / "libsqlite3.so.0", "sqlite3_libversion"),
        "Qt": told(qt / "libQt6Core.so.6", "qVersion"),
        "CPython": told(python, "Py_GetVersion").split()[0],
        "OpenSSL": written(next(folder.glob("cryptography/**/_rust*.so")), rb"OpenSSL (\d+\.\d+\.\d+[a-z]?) \d"),
        "ICU": icu(next(qt.glob("libicuuc.so.*"))),
    }


def told(library: Path, function: str) -> str:
    """Calls a function without parameters, and returns its text."""
    call = getattr(ctypes.CDLL(str(library)), function)
    call.restype = ctypes.c_char_p
    return str(call().decode("ascii"))


def written(library: Path, pattern: bytes) -> str:
    """The first text of a pattern in a file."""
    found = re.search(pattern, library.read_bytes())
    return found[1].decode("ascii") if found else ""


def icu(library: Path) -> str:
    numbers = (ctypes.c_uint8 * 4)()
    getattr(ctypes.CDLL(str(library)), f"u_getVersion_{library.name.rpartition('.')[2]}")(numbers)
    return f"{numbers[0]}.{numbers[1]}"


def main() -> None:
    folder = Path(sys.argv[1])
    bill = json.loads((folder / "sbom.cdx.json").read_text("utf-8"))
    listed = {component["name"]: component["version"] for component in bill["components"]}
    wrong = {name: (listed.get(name), found) for name, found in versions(folder).items() if listed.get(name) != found}
    if wrong:
        sys.exit(f"The bill says one version and the library another: {wrong}")
    print(", ".join(f"{name} {version}" for name, version in versions(folder).items()))


if __name__ == "__main__":
    main()
