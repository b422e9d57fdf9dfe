"""Order in which modules are loaded that need each other, found out without running them."""

from __future__ import annotations

import importlib
import importlib.util
import opcode
import re
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.machinery import ModuleSpec
    from types import CodeType

OURS: Final = "scoro_desktop."
WITH_QT: Final = "scoro_desktop.ui."
"""Beginning of the names of modules that may import PySide6; import-linter sees to it that no others do."""
_GUARD: Final = "TYPE_CHECKING"
_EXTENDED, _LOAD, _IMPORT, _FROM = (
    opcode.opmap[name] for name in ("EXTENDED_ARG", "LOAD_NAME", "IMPORT_NAME", "IMPORT_FROM")
)
_LEAPS: Final = frozenset(code for name, code in opcode.opmap.items() if "JUMP" in name and name.endswith("IF_FALSE"))
_TELLING: Final = re.compile(
    b"[%s]" % re.escape(bytes(each for each in {_EXTENDED, _LOAD, _IMPORT, _FROM, *_LEAPS} if each < 256))
)
"""Those of them that stand in code: others are the compiler's own, and have larger numbers."""
_PACKAGES: Final[dict[str, bool]] = {}
"""Names of ours that are known, and whether each is a package."""
_CHANGING: Final = threading.Lock()
_FOUND: Final[dict[str, ModuleSpec]] = {}
"""Files of modules that are needed, and were not looked into yet."""


def _hand_over_once(loader: object, code: CodeType) -> None:
    """Has a loader give the code that was read before, and read it again for whoever wants it later."""
    own = vars(loader)

    def get_code(_name: str) -> CodeType:
        own.pop("get_code", None)
        return code

    own["get_code"] = get_code


class ReadModules:
    """Hands to Python's import what was read of modules to find out their order, so that none is read a second time.

    Stands in `sys.meta_path` from the first of them on. A module is handed over once. The list is a new one each time:
    a thread that looks for a module just then goes on through the one that it began with, and skips no other finder.
    """

    def __init__(self) -> None:
        self._specs: dict[str, ModuleSpec] = {}

    def keep(self, name: str, spec: ModuleSpec, code: CodeType) -> None:
        """Keeps the code of a module until it is imported. May be called on any thread."""
        if getattr(spec.loader, "name", None) == name:  # any other may be that of all modules
            _hand_over_once(spec.loader, code)
            self._specs[name] = spec
            with _CHANGING:
                if self not in sys.meta_path:
                    sys.meta_path = [self, *sys.meta_path]

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Returns what was kept of a module, and forgets it."""
        return self._specs.pop(name, None)

    def end(self) -> None:
        """Forgets what nobody imported."""
        self._specs.clear()
        with _CHANGING:
            sys.meta_path = [each for each in sys.meta_path if each is not self]


def is_loaded(name: str) -> bool:
    """Tells whether a module is there, and whole: one that another thread is loading is not."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def in_order(name: str, seen: set[str], read: ReadModules | None = None) -> Iterator[str]:
    """Gives what is still to be loaded of a module and of what it needs, itself last. Adds to `seen`, and leaves out
    what is in it. `read`: is given what was read for that.

    Only modules of ours with Qt are looked into. The packages that they are in are imported: those hold no code.
    """
    if name in seen or is_loaded(name):
        return
    seen.add(name)
    if name.startswith(WITH_QT):
        for needed in _needed_by(name, read):
            yield from in_order(needed, seen, read)
    yield name


def _needed_by(name: str, read: ReadModules | None) -> Iterator[str]:
    """Gives the modules of ours that a module imports, those in its functions left out."""
    try:
        spec = _FOUND.pop(name, None) or importlib.util.find_spec(name)
        code: CodeType | None = spec.loader.get_code(name) if spec and spec.loader else None  # type: ignore[attr-defined]
        needed = [] if code is None else list(imports_of(code))
    except Exception:  # noqa: BLE001 (whoever imports it meets the same, where it can be told)
        return
    if spec is not None and code is not None:
        _PACKAGES[name] = spec.submodule_search_locations is not None
        if read is not None:
            read.keep(name, spec, code)
        yield from needed


def imports_of(code: CodeType) -> Iterator[str]:
    """Gives the modules of ours that the code of a module imports when it runs: what stands under `if TYPE_CHECKING:`
    is left out.

    Reads the bytes of the code, of which CPython 3.11 to 3.14 have the same in these places: `dis` takes twenty times
    as long. Only those that have to do with imports are looked at, which are one of ten.
    """
    kinds, arguments = code.co_code[::2], code.co_code[1::2]
    imported, is_package, guarded = "", False, False
    argument = goes_on_at = 0
    before = -1
    for found in _TELLING.finditer(kinds):
        at = found.start()
        kind = kinds[at]
        argument = (argument << 8 if at == before + 1 else 0) | arguments[at]
        if kind == _EXTENDED:
            before = at
            continue
        before = -1
        if at >= goes_on_at:
            if kind == _LOAD:
                guarded = code.co_names[argument] == _GUARD
            elif guarded and kind in _LEAPS:
                guarded, goes_on_at = False, at + 1 + argument
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
    found = _PACKAGES.get(name)
    if found is None and name in sys.modules:
        found = _PACKAGES[name] = hasattr(sys.modules[name], "__path__")
    elif found is None:
        spec = importlib.util.find_spec(name)
        found = _PACKAGES[name] = spec is not None and spec.submodule_search_locations is not None
        if found:
            importlib.import_module(name)
        elif spec is not None:
            _FOUND[name] = spec
    return found
