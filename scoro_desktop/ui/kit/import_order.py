"""Order in which modules are loaded that need each other, found out without running them."""

from __future__ import annotations

import importlib
import importlib.util
import opcode
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

OURS: Final = "scoro_desktop."
WITH_QT: Final = "scoro_desktop.ui."
"""Beginning of the names of modules that may import PySide6; import-linter sees to it that no others do."""
_GUARD: Final = "TYPE_CHECKING"
_EXTENDED, _LOAD, _IMPORT, _FROM = (
    opcode.opmap[name] for name in ("EXTENDED_ARG", "LOAD_NAME", "IMPORT_NAME", "IMPORT_FROM")
)
_LEAPS: Final = frozenset(code for name, code in opcode.opmap.items() if "JUMP" in name and name.endswith("IF_FALSE"))


def is_loaded(name: str) -> bool:
    """Tells whether a module is there, and whole: one that another thread is loading is not."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def in_order(name: str, seen: set[str]) -> Iterator[str]:
    """Gives what is still to be loaded of a module and of what it needs, itself last. Adds to `seen`, and leaves out
    what is in it.

    Only modules of ours with Qt are looked into. The packages that they are in are imported: those hold no code.
    """
    if name in seen or is_loaded(name):
        return
    seen.add(name)
    if name.startswith(WITH_QT):
        for needed in _needed_by(name):
            yield from in_order(needed, seen)
    yield name


def _needed_by(name: str) -> Iterator[str]:
    """Gives the modules of ours that a module imports, those in its functions left out."""
    try:
        spec = importlib.util.find_spec(name)
        code: CodeType | None = spec.loader.get_code(name) if spec and spec.loader else None  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001 (whoever imports it meets the same, where it can be told)
        return
    if code is not None:
        yield from imports_of(code)


def imports_of(code: CodeType) -> Iterator[str]:
    """Gives the modules of ours that the code of a module imports when it runs: what stands under `if TYPE_CHECKING:`
    is left out.

    Reads the bytes of the code, of which CPython 3.11 to 3.14 have the same in these places: `dis` takes twenty times
    as long.
    """
    imported, is_package, guarded = "", False, False
    argument = goes_on_at = 0
    for at in range(0, len(code.co_code), 2):
        kind = code.co_code[at]
        argument = argument << 8 | code.co_code[at + 1]
        if kind == _EXTENDED:
            continue
        if at >= goes_on_at:
            if kind == _LOAD:
                guarded = code.co_names[argument] == _GUARD
            elif guarded and kind in _LEAPS:
                guarded, goes_on_at = False, at + 2 + 2 * argument
            elif kind == _IMPORT:
                imported = code.co_names[argument]
                is_ours = f"{imported}.".startswith(OURS)
                is_package = is_ours and _is_package(imported)
                if is_ours and not is_package:
                    yield imported
            elif kind == _FROM and is_package:
                yield f"{imported}.{code.co_names[argument]}"
        argument = 0


def _is_package(name: str) -> bool:
    """Tells whether what is imported from a module are modules, and imports it if so: the packages hold no code."""
    if name not in sys.modules:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.submodule_search_locations is not None:
            importlib.import_module(name)
    return hasattr(sys.modules.get(name), "__path__")
