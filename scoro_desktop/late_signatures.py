"""The part of PySide that writes signatures, compiled when it is first wanted instead of in every start.

PySide carries Python modules as text in an archive within its library, and compiles all of them each time that it is
imported, with no file of what came of it: a quarter of a bare window's first frame (bench/README.md). What those do,
telling what a wrong call should have looked like, is hardly ever wanted.
"""

import builtins
import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final

FOLDER: Final = "shibokensupport/signature/"
"""Their places in the archive of PySide 6.11. Another that has none by these names compiles its own as ever."""
LATE: Final = frozenset(
    FOLDER + name
    for name in (
        "errorhandler.py",
        "layout.py",
        "lib/enum_sig.py",
        "lib/pyi_generator.py",
        "lib/tool.py",
        "parser.py",
    )
)
"""Modules that only define what other modules of it ask them for. `mapping.py` is asked by C, which finds no attribute
that is not there yet."""
_STUB: Final = f"from {__name__} import of_text\n__getattr__ = of_text(globals(), __spec__.name)\n"
_TEXTS: Final[dict[str, bytes]] = {}
_MAKING: Final = threading.RLock()


@contextlib.contextmanager
def late_signatures() -> Iterator[None]:
    """Has what is imported inside compile the modules of `LATE` when they are first asked for something."""
    plain = builtins.compile

    def compile_late(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        if filename in LATE and isinstance(source, bytes):
            name = filename.removesuffix(".py").replace("/", ".")
            _TEXTS[name] = source
            return plain(_STUB, filename, *rest, **named)
        return plain(source, filename, *rest, **named)

    builtins.compile = compile_late
    try:
        yield
    finally:
        builtins.compile = plain


def of_text(names: dict[str, Any], module: str) -> Callable[[str], object]:
    """Returns what gives a module's attributes: its text runs when one is asked for that is not there yet."""

    def attribute(name: str) -> object:
        with _MAKING:
            text = _TEXTS.pop(module, None) if not name.startswith("__") else None
            if text is not None:
                exec(compile(text, names["__file__"], "exec"), names)  # noqa: S102  PySide's own, as it would have
        try:
            return names[name]
        except KeyError:
            raise AttributeError(f"module {module!r} has no attribute {name!r}") from None

    return attribute
