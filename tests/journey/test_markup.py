"""Names and texts that look like markup: shown to the letter wherever they stand, so that none of them reads a file."""

import ast
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QWidget

import scoro_desktop
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Keys
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import account_at
from tests.journey.test_library import keep_draft

MARKUP: Final = '<img src="file:///etc/hostname"><b>Sale</b>'


def rendered() -> set[tuple[str, str]]:
    """Finds what Qt would take for markup, of all that a label shows or a tool tip says, and where."""
    found = set()
    for widget in QApplication.allWidgets():
        texts = [widget.toolTip()]
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            texts += [each.toolTip() for each in widget.actions()]
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            texts.append(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts += tips(widget.model())
        found |= {(type(widget).__name__, each) for each in texts if "<b>" in each and Qt.mightBeRichText(each)}
    return found


def tips(model: QAbstractItemModel) -> list[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    places = [model.index(row, column) for row in range(min(model.rowCount(), 20)) for column in range(columns)]
    return [str(each.data(Qt.ItemDataRole.ToolTipRole) or "") for each in places]


@pytest.fixture
def window(start: Start, have_account: HaveAccount, person: Person, server: Sandbox) -> MainWindow:
    """The app, over an account that somebody gave such a name."""
    account = replace(
        account_at(server.address),
        name=MARKUP,
        application_id=server.application_id,
        access_kind=AccessKind.MASTER,
    )
    have_account(account, Keys(server.client_key, server.master_key, ""))
    window = start().window
    person.wait_for_keys(window)
    return window


def test_no_name_and_no_text_is_rendered(window: MainWindow, person: Person) -> None:
    assert MARKUP in window.band.text()
    person.write_push(window, MARKUP, '{"deviceType": "ios", "city": "<b>Omsk</b>"}')
    keep_draft(window, person, MARKUP)
    person.wait_for_count(window)
    assert rendered() == set()
    person.fill(window.tab.audience.editor, '{"deviceType": "ios"}')
    dialog = person.press_send(window)
    assert rendered() == set()
    person.confirm(window, dialog)
    details = person.open_details(window)
    assert rendered() == set()
    details.close()
    for page in MainPage:
        window.turn_to(page)
        person.settle()
        assert rendered() == set(), page
    accounts = person.open_accounts(window)

    def asked(box: PlainBox) -> None:
        assert MARKUP in box.text()
        assert rendered() == set()

    with person.answering(PlainBox, asked):
        person.click(accounts.delete_button)
    person.press(accounts, "Close")


def test_both_texts_of_a_box_are_shown_to_the_letter(qapp: QApplication) -> None:
    box = PlainBox()
    box.setText(MARKUP)
    box.setInformativeText(MARKUP)
    assert [each.textFormat() for each in box.findChildren(QLabel) if each.text() == MARKUP] == [
        Qt.TextFormat.PlainText
    ] * 2


def test_there_is_no_other_kind_of_box() -> None:
    """Qt's own would render what it takes for markup."""
    root = Path(scoro_desktop.__file__).parent
    made = {
        f"{path.relative_to(root.parent).as_posix()}: {ast.unparse(node.func)}"
        for path in root.rglob("*.py")
        if "QMessageBox" in (code := path.read_text("utf-8")) or "QErrorMessage" in code or "QProgressDialog" in code
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[0] in {"QMessageBox", "QErrorMessage", "QProgressDialog"}
    }
    assert made == set()


def test_what_would_be_rendered_is_found(qapp: QApplication) -> None:
    label, tip = QLabel(MARKUP), QWidget()
    tip.setToolTip(MARKUP)
    assert rendered() == {("QLabel", MARKUP), ("QWidget", MARKUP)}
    label.deleteLater()
    tip.deleteLater()
