"""The project's own rules that no other tool checks."""

import ast
import functools
import re
from collections import Counter
from pathlib import Path

import pytest
import translations

import scoro_desktop
from tests.sources import statements

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "scoro_desktop").rglob("*.py"))
NAMED = re.compile(r'"(scoro_desktop(?:\.\w+)+)"')
QUESTIONS = {"what", "whether", "which", "how", "who", "whom", "whose", "where", "when", "why"}
MOST_LINES = 320
"""ARCHITECTURE.md: a module that needs more than about 300 lines has two subjects."""


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_every_module_says_what_it_is_for() -> None:
    assert names([path for path in MODULES if not ast.get_docstring(tree_of(path))]) == []


def test_no_module_has_two_subjects() -> None:
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_docstrings_open_with_a_verb_or_a_noun() -> None:
    opened = {
        f"{path.name}: {doc.splitlines()[0]}"
        for path in MODULES
        for node in statements(tree_of(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (doc := ast.get_docstring(node))
        if (doc.split() or [""])[0].strip(",.:;").casefold() in QUESTIONS
    }
    assert opened == set()


def imported_by(path: Path) -> set[str]:
    """Lists what a module imports, now or later, by the names of modules and of what is taken from them."""
    found: set[str] = set()
    for node in statements(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found | set(NAMED.findall(path.read_text("utf-8")))  # what is imported by its name, at rest


def test_no_module_was_left_behind() -> None:
    """Nothing but the list of codes, which the tests hold the words against, is there without being imported."""
    imported = set().union(*map(imported_by, MODULES))
    unused = [
        path
        for path in MODULES
        if path.stem not in {"__init__", "__main__"}
        and ".".join(path.relative_to(ROOT).with_suffix("").parts) not in imported
    ]
    assert set(names(unused)) == {"scoro_desktop/messages/codes.py"}


DEFINED = re.compile(r"^ *def ([a-z_0-9]+)\(", re.MULTILINE)
ASKED_BY_OTHERS = {
    *("_new_conn", "cert_verify", "get_connection_with_tls_context"),  # by urllib3 and requests
    *("handle_error", "handle_one_request", "log_message", "process_request", "send_error"),  # by http.server
    *("handle_expect_100", "fixup"),  # by http.server, and by Qt
    *("deliveries_per_device", "deliveries_per_person", "refused_for_rate", "lose_answer"),  # by who tries a campaign
}
"""Functions that code of others asks for: libraries, and programs that use the sandbox as a server to be tried."""


def test_nothing_is_there_for_tests_alone() -> None:
    """Names of functions that stand nowhere but where they are defined; Qt asks for those with capitals."""
    texts = [path.read_text("utf-8") for path in MODULES]
    words = Counter(word for text in texts for word in re.findall(r"\w+", text))
    defined = Counter(name for text in texts for name in DEFINED.findall(text) if not name.startswith("__"))
    assert {name for name, times in defined.items() if words[name] == times} == ASKED_BY_OTHERS


def test_the_tests_mirror_the_rooms() -> None:
    """A folder of the package has a folder of its tests; those of the tests alone are of no room."""
    rooms = {path.parent.relative_to(ROOT / "scoro_desktop") for path in MODULES}
    tests = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert sorted(map(str, rooms - tests)) == []


def test_nothing_hides_in_a_drawer() -> None:
    drawers = {"utils", "util", "common", "helpers", "manager", "managers", "misc"}
    assert names([path for path in MODULES if drawers & {path.stem, path.parent.name}]) == []


def test_every_text_is_a_literal_that_a_translator_can_find() -> None:
    for path in MODULES:
        list(translations.texts_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix()))


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", scoro_desktop.__version__)
    repeated = [
        path for path in [*MODULES, ROOT / "pyproject.toml"] if scoro_desktop.__version__ in path.read_text("utf-8")
    ]
    assert names(repeated) == ["scoro_desktop/__init__.py"]


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"{n} devices")',
        'self.tr("Hello " + name)',
        'self.tr("Hello {}".format(name))',
        "self.tr(words)",
        'QCoreApplication.translate(context, "Hello")',
        'translate("Words", words)',
        "words = QCoreApplication.translate",
    ],
)
def test_a_text_put_together_at_run_time_is_found_out(call: str) -> None:
    with pytest.raises(translations.UntranslatableError, match=r"^form\.py:3: "):
        list(translations.texts_in(f"class Form:\n    def words(self):\n        {call}\n", "form.py"))


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('self.tr("Hello")', ("Form", "Hello", "", False)),
        ('self.tr("Hello {name}").format(name=1)', ("Form", "Hello {name}", "", False)),
        ('self.tr("Hello " "again")', ("Form", "Hello again", "", False)),
        ('self.tr("%Ln devices", "", len(found))', ("Form", "%Ln devices", "", True)),
        ('self.tr("%Ln devices", n=3)', ("Form", "%Ln devices", "", True)),
        ('self.tr("Open", "a file")', ("Form", "Open", "a file", False)),
        ("f\"{self.tr('Hello')}\"", ("Form", "Hello", "", False)),
        ('QCoreApplication.translate("Words", "%Ln users", None, n)', ("Words", "%Ln users", "", True)),
        ('translate = QCoreApplication.translate; translate("Words", "Hello")', ("Words", "Hello", "", False)),
        ('word.translate(table); "a".translate({}); self.tr("Hello")', ("Form", "Hello", "", False)),
    ],
)
def test_every_way_to_write_a_text_is_understood(call: str, text: tuple[str, str, str, bool]) -> None:
    code = f"class Form:\n    def words(self):\n        {call}\n"
    assert [tuple(found) for found in translations.texts_in(code, "form.py")] == [text]
