"""The sources of the app as trees, for tests that look for something in all of them.

Going through every node of every module takes seconds. So a test says by words which modules it is about, and one
that is about definitions or imports goes through the statements alone.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import scoro_desktop

PACKAGE: Final = Path(scoro_desktop.__file__).parent
_BODIES: Final = ("body", "orelse", "finalbody", "handlers", "cases")


def modules(mention: str, under: Path = PACKAGE) -> Iterator[tuple[Path, str]]:
    """The modules under a folder whose text has something that matches, each with its text."""
    pattern = re.compile(mention)
    for path in sorted(under.rglob("*.py")):
        text = path.read_text("utf-8")
        if pattern.search(text):
            yield path, text


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """The tree and every statement in it, however deep; of what stands within an expression, nothing."""
    yield tree
    for name in _BODIES:
        for statement in getattr(tree, name, ()):
            yield from statements(statement)
