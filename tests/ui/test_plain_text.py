"""No text from outside is ever rendered: a name, an answer or a folder may hold `<img src="file:///...">`.

Qt takes what looks like markup for markup, in labels, message boxes and tool tips, unless it is told otherwise. So the
code is read here: each of these is told, or shows nothing but words of the app's own.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

import scoro_desktop
from scoro_desktop.ui import plain_text
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion, KeysStayQuestion, UnsavedQuestion
from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion, TooLongQuestion
from scoro_desktop.ui.plain_box import PlainBox
from tests.journey.conftest import Person

ROOT = Path(scoro_desktop.__file__).parent
SOURCES = [path for path in sorted(ROOT.rglob("*.py")) if "ui" in path.parts or path.name in {"app.py", "command.py"}]
HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> & "quoted"'


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_own_words(node: ast.expr) -> bool:
    """Whether an expression gives nothing but words of the app's own, or what `tip` has escaped."""
    match node:
        case ast.Constant():
            return True
        case ast.Call() if name_of(node) in {"tr", "translate", "tip"}:
            return True
        case ast.IfExp():
            return is_own_words(node.body) and is_own_words(node.orelse)
        case _:
            return False


def in_sources(kind: str) -> list[tuple[Path, ast.AST]]:
    trees = [(path, ast.parse(path.read_text("utf-8"))) for path in SOURCES]
    return [(path, tree) for path, tree in trees if kind in path.read_text("utf-8")]


def test_every_message_box_is_the_plain_one() -> None:
    found = []
    for path, tree in in_sources("QMessageBox"):
        if path.name == "plain_box.py":
            continue
        bases = [base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases]
        found += [f"{path.name}:{node.lineno}" for node in bases if getattr(node, "id", "") == "QMessageBox"]
        for call in calls(tree):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
            if getattr(owner, "id", "") == "QMessageBox":
                found.append(f"{path.name}:{call.lineno}")
    assert found == []


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_label_is_plain_or_shows_words_of_our_own() -> None:
    found = []
    for path, tree in in_sources("QLabel"):
        source = ast.unparse(tree)
        texts = {
            ast.unparse(call.func.value): call
            for call in calls(tree)
            if isinstance(call.func, ast.Attribute)
            and call.func.attr == "setText"
            and not all(is_own_words(each) for each in call.args)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            if name_of(node.value) != "QLabel":
                continue
            names = [ast.unparse(target) for target in node.targets]
            told = any(f"{name}.setTextFormat(Qt.TextFormat.PlainText)" in source for name in names)
            given = [
                each for each in node.value.args if not isinstance(each, ast.Name) or each.id not in {"self", "parent"}
            ]
            changed = any(name in texts for name in names) or any("return " + name in source for name in names)
            if not told and (changed or not all(is_own_words(each) for each in given)):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_every_tool_tip_is_escaped_or_of_our_own_words() -> None:
    found = []
    for path, tree in in_sources("ip"):
        for call in calls(tree):
            tips = {"setToolTip": call.args[-1:], "setWhatsThis": call.args[-1:], "setStatusTip": call.args[-1:]}
            given = tips.get(name_of(call), [])
            if name_of(call) == "showText" and isinstance(call.func, ast.Attribute):
                given = call.args[1:2] if ast.unparse(call.func.value) == "QToolTip" else []
            if name_of(call) in {"setData", "setItemData"} and "ToolTipRole" in ast.unparse(call):
                given = [each for each in call.args if "ToolTipRole" not in ast.unparse(each)][-1:]
            found += [
                f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(each)}"
                for each in given
                if not is_own_words(each)
            ]
    assert found == []


def labels_of(box: QMessageBox) -> dict[str, Qt.TextFormat]:
    return {label.text(): label.textFormat() for label in box.findChildren(QLabel) if label.text()}


def test_a_box_shows_every_text_to_the_letter(qtbot: QtBot) -> None:
    box = PlainBox()
    qtbot.addWidget(box)
    box.setInformativeText(HOSTILE)
    box.setText(HOSTILE + "1")
    box.setInformativeText(HOSTILE + "2")
    assert labels_of(box) == {HOSTILE + "1": Qt.TextFormat.PlainText, HOSTILE + "2": Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: DeleteQuestion.ask(HOSTILE),
        lambda: KeysStayQuestion.ask(HOSTILE, HOSTILE),
        lambda: UnsavedQuestion.ask(HOSTILE),
        lambda: KeysQuestion.ask(HOSTILE, HOSTILE),
        lambda: TooLongQuestion.ask(HOSTILE),
        lambda: CannotCopy.tell(HOSTILE),
    ],
    ids=["delete", "keys stay", "unsaved", "copy keys", "too long", "cannot copy"],
)
def test_every_question_about_a_name_shows_it_to_the_letter(person: Person, ask: object) -> None:
    seen: list[dict[str, Qt.TextFormat]] = []
    with person.answering(QMessageBox, lambda box: seen.append(labels_of(box))):
        assert callable(ask)
        ask()
    assert any(HOSTILE in text for text in seen[0])
    assert set(seen[0].values()) == {Qt.TextFormat.PlainText}


def test_a_tool_tip_is_to_the_letter() -> None:
    assert "<img" not in plain_text.tip(HOSTILE)
    assert plain_text.tip("a < b") == "a < b"
