"""No module under `ui/` uses a table of the database on the GUI thread: it is given them inside of a job alone."""

import ast
import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Final

import pytest

import scoro_desktop.ui
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.runtime.services import Services
from tests.sources import modules

UI: Final = Path(str(scoro_desktop.ui.__file__)).parent
TABLES: Final = frozenset(
    str(made.func.__annotations__["return"])
    for made in vars(Stores).values()
    if isinstance(made, functools.cached_property)
) | {"Stores"}
MENTION: Final = "|".join(["stores", "storage", "drafts", *sorted(TABLES)])
"""Stands in each module that may use a table, or wait for one."""
OPENERS: Final = frozenset({"open_database", "connect", "transaction", "read_rows", "copy_to"})
BLOCKING: Final = frozenset({"wait_for", "writer", "reader"})
"""Of `Storage`: what waits for a thread, and what leads to it."""
OF_DRAFTS: Final = frozenset({"flush", "load", "save"})
"""Of `Drafts`: what may wait for the disk."""
AT_START_AND_END: Final = frozenset({"window/window_memory.py"})
"""Places where it may: before the first frame, and when the window closes."""


def faults(source: str, where: str) -> Iterator[str]:
    """Finds what a module does that waits for the disk, if it is not in a job."""
    nodes = list(ast.walk(ast.parse(source)))
    in_jobs = {
        id(node)
        for function in nodes
        if isinstance(function, ast.FunctionDef | ast.Lambda) and _is_given_tables(function)
        for node in ast.walk(function)
    }
    handed_on = {id(node) for node in nodes if isinstance(node, ast.Attribute) and node.attr == "wait_for"}
    handed_on -= {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scoro_desktop.storage.database"):
            yield from (f"{where}: imports {each.name}" for each in node.names if each.name in OPENERS)
        if id(node) in in_jobs or id(node) in handed_on:  # to a thread: on this one it raises
            continue
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in TABLES:
                yield f"{where}:{node.lineno}: makes {name}"
            case ast.Attribute(value=ast.Name(id=name), attr="over") if name == "Stores":
                yield f"{where}:{node.lineno}: makes {name}"
            case ast.Attribute(value=ast.Name(id="stores")):
                yield f"{where}:{node.lineno}: uses the tables outside of a job"
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name) if (
                owner in {"_storage", "storage"} and name in BLOCKING and where != "runtime/async_storage.py"
            ):
                yield f"{where}:{node.lineno}: {owner}.{name}"
            case ast.Attribute(value=ast.Attribute(attr=owner), attr=name) if (
                owner in {"_drafts", "drafts"} and name in OF_DRAFTS and where not in AT_START_AND_END
            ):
                yield f"{where}:{node.lineno}: {owner}.{name}"


def _is_given_tables(function: ast.FunctionDef | ast.Lambda) -> bool:
    """Tells whether a function is a job: called on the thread of the storage, with the tables."""
    return "stores" in [each.arg for each in function.args.args]


def test_no_module_uses_a_table_on_the_gui_thread() -> None:
    looked_at = list(modules(MENTION, UI))
    assert len(looked_at) > 50
    found = (faults(text, path.relative_to(UI).as_posix()) for path, text in looked_at)
    assert list(itertools.chain.from_iterable(found)) == []


def test_the_services_hold_no_table() -> None:
    kinds = [str(each.type) for each in fields(Services)]
    assert [kind for kind in kinds if any(table in kind for table in TABLES)] == []


@pytest.mark.parametrize(
    "source",
    [
        "from scoro_desktop.storage.database import StorageError, connect",
        "class A:\n    def b(self):\n        return History(self.connection)",
        "def a(self):\n    return stores.history.count()",
        "def a(self):\n    return self._storage.writer.wait_for(print)",
        "def a(self):\n    return self._storage.wait_for(print)",
        "def a(self):\n    self._drafts.flush()",
        "kept = Stores.over(connection)",
    ],
)
def test_it_is_noticed(source: str) -> None:
    assert re.search(MENTION, source)
    assert list(faults(source, "somewhere.py")) != []
