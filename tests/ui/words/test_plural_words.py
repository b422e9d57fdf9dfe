"""PySide asks for the translation of a plural in the name of the class of the object, and stops there.

With a number the answer is never the source itself, so that `tr` takes it for a translation and does not go on to the
base class, where the words stand. A class that others are made of asks by its own name.
"""

import ast

from tests.sources import modules, statements


def test_no_class_that_others_are_made_of_leaves_a_plural_to_tr() -> None:
    plurals: dict[str, list[str]] = {}
    bases: set[str] = set()
    for path, text in modules(r"\bclass "):
        for node in statements(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                bases |= {name.id for base in node.bases for name in ast.walk(base) if isinstance(name, ast.Name)}
                plurals.setdefault(node.name, []).extend(
                    f"{path.name}:{call.lineno}"
                    for call in (ast.walk(node) if "%" in text and "self.tr(" in text else ())
                    if isinstance(call, ast.Call) and len(call.args) > 2 and ast.unparse(call.func) == "self.tr"
                )
    assert len([name for name, places in plurals.items() if places]) > 10
    assert {name: places for name, places in plurals.items() if places and name in bases} == {}
