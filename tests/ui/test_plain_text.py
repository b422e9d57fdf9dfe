"""No text from outside is ever rendered: a name, an answer or a folder may hold `<img src="file:///...">`.

Qt takes what looks like markup for markup, in labels, message boxes and tool tips, unless it is told otherwise. So the
code is read here: each of these is told, or shows nothing but words of the app's own.
"""

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

import scoro_desktop
from scoro_desktop.ui import plain_text
from scoro_desktop.ui.accounts.account_questions import DeleteQuestion, KeysStayQuestion, UnsavedQuestion
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.curl.copy_questions import CannotCopy, KeysQuestion, TooLongQuestion
from scoro_desktop.ui.plain_box import PlainBox
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import KEYS, account_at

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
            given = [each for each in node.value.args[:1] if ast.unparse(each) not in {"self", "parent"}]
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


def test_the_name_of_an_account_is_rendered_nowhere(
    start: Start, have_account: HaveAccount, person: Person, qtbot: QtBot
) -> None:
    have_account(dataclasses.replace(account_at("http://127.0.0.1:9/"), name=HOSTILE), KEYS)
    window = start().window
    person.wait_for_keys(window)
    person.write_push(window, "Hello", '{"deviceType": "ios"}')
    accounts = person.open_accounts(window)
    login = LoginDialog(HOSTILE, accounts)
    qtbot.addWidget(login)
    seen = set()
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and "<img" in widget.text():
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget
            seen.add(type(widget.parent()).__name__)
        assert "<img" not in widget.toolTip()
    assert {"LoginDialog", "Footer"} <= seen
    assert "<img" in window.band.text()
    assert HOSTILE in window.bar.accounts.currentText()
    person.press(accounts, "Close")


def test_what_cannot_be_seen_in_a_name_is_shown_as_an_escape(
    start: Start, have_account: HaveAccount, person: Person
) -> None:
    """It would turn the letters after it around: the name of a test could read as that of the real thing."""
    have_account(dataclasses.replace(account_at("http://127.0.0.1:9/"), name="Shop \u202etset\u200b\nlive"), KEYS)
    window = start().window
    person.wait_for_keys(window)
    assert window.bar.accounts.currentText() == "Shop \\u202etset\\u200b live — TEST"
    assert window.band.text() == "TEST — Shop \\u202etset\\u200b live"
    accounts = person.open_accounts(window)
    assert accounts.list.item(0).text() == "Shop \\u202etset\\u200b live"
    person.fill(accounts.form.name, "\u200e Plain \u200b")
    person.save_account(accounts)
    assert accounts.list.item(0).text() == "Plain"
    person.press(accounts, "Close")


def test_a_tool_tip_is_to_the_letter() -> None:
    assert "<img" not in plain_text.tip(HOSTILE)
    assert plain_text.tip("a < b") == "a < b"
