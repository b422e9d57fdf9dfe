"""Every dialog has room for its words in both languages and on a small screen, and its buttons stand where all do."""

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path

import looking
import pytest
import views
import views_around
import views_fields
import views_history
import views_kept
from looking import View
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Start
from tests.journey.stored import rest

pytestmark = pytest.mark.looks

WIDEST, HIGHEST = 1024 - 16, 640 - 20
"""The small screen less the frame of a dialog, in pixels."""
SMALLEST = 24
CLICKED = (QPushButton, QCheckBox, QRadioButton, QComboBox)


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def settled(_milliseconds: int = 0) -> None:
    rest()
    QApplication.processEvents()


@pytest.fixture
def window(start: Start, data_dir: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        Settings(connection).language = language  # type: ignore[assignment]
    for module in (looking, views_around, views_fields, views_history):
        monkeypatch.setattr(module, "settle", settled)
    window = start().window
    window.resize(1024, 640)
    return window


def dialogs(window: MainWindow, language: str) -> Iterator[tuple[str, QDialog]]:
    """Each dialog of the pictures, in each of its states."""

    def all_views() -> Iterator[View]:
        yield from views_kept.empties(window)
        yield from views.imports(window)
        yield from views_kept.drafts(window, language)
        yield from views_kept.templates(window, language)
        yield from views_kept.audiences(window, language)
        yield from views.confirmations(window)
        yield from views_fields.moments(window, language)
        yield from views_fields.values(window, language)
        yield from views_around.accounts(window)
        yield from views_around.refusals(window)
        yield from views_around.trouble(window)
        yield from views_around.silent()
        yield from views_around.commands(window)
        yield from views_around.questions(window)
        yield from views_history.page(window, language)

    for name, widget, put_away in all_views():
        settled()
        if isinstance(widget, QDialog) and widget.isWindow():  # a list of the library is a page
            yield name, widget
        put_away()


def seen(dialog: QDialog, kind: type[QWidget] | tuple[type[QWidget], ...]) -> list[QWidget]:
    return [each for each in dialog.findChildren(QWidget) if isinstance(each, kind) and each.isVisibleTo(dialog)]


def is_cut(widget: QWidget) -> bool:
    """Tells whether a widget has less room than its words need."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < widget.minimumSizeHint().width()
    if isinstance(widget, QComboBox):
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.currentText()) + 40  # frame and arrow
    return widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()


def words_of(widget: QWidget) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else str(widget.property("text"))


class Looks:
    """All that is wrong with the dialogs of one language: to open each of them takes longer than to look at it."""

    def __init__(self, window: MainWindow, language: str) -> None:
        self.met: set[str] = set()
        self.without_room: list[str] = []
        self.out_of_order: list[str] = []
        self.small: set[str] = set()
        for name, dialog in dialogs(window, language):
            self.met.add(type(dialog).__name__)
            self.without_room += without_room(name, dialog)
            self.out_of_order += out_of_order(name, dialog)
            self.small |= {f"{name}: {words_of(each)}" for each in seen(dialog, CLICKED) if each.height() < SMALLEST}
        self.small |= {
            words_of(each) for each in window.findChildren(QWidget) if isinstance(each, CLICKED) and is_small(each)
        }


@pytest.fixture(scope="module")
def looks_so_far() -> dict[str, Looks]:
    return {}


@pytest.fixture
def looks(language: str, looks_so_far: dict[str, Looks], request: pytest.FixtureRequest) -> Looks:
    if language not in looks_so_far:
        looks_so_far[language] = Looks(request.getfixturevalue("window"), language)
    return looks_so_far[language]


def without_room(name: str, dialog: QDialog) -> list[str]:
    wrong = []
    if dialog.width() > WIDEST or dialog.height() > HIGHEST:
        wrong.append(f"{name}: {dialog.width()} x {dialog.height()}")
    kinds = (QLabel, QAbstractButton, QComboBox)
    return wrong + [f"{name}: {words_of(each)}" for each in seen(dialog, kinds) if words_of(each) and is_cut(each)]


def out_of_order(name: str, dialog: QDialog) -> list[str]:
    wrong = []
    buttons = [each for each in seen(dialog, QPushButton) if each.property("role") != "link"]
    filled = [each for each in buttons if each.property("role") == "primary"]
    cancel = [each for each in buttons if words_of(each) in {"Cancel", "Отмена"}]
    if cancel and len(filled) != 1:
        wrong.append(f"{name}: {len(filled)} filled")
    for one, other in itertools.product(filled, buttons):
        row = abs(one.mapTo(dialog, one.rect().center()).y() - other.mapTo(dialog, other.rect().center()).y()) < 4
        x, other_x = (each.mapTo(dialog, each.rect().topLeft()).x() for each in (one, other))
        if row and other_x > x:
            wrong.append(f"{name}: {words_of(other)} stands after {words_of(one)}")
    for one in cancel:
        gap = filled[0].mapTo(dialog, filled[0].rect().topLeft()).x() if filled else 0
        wrong += [f"{name}: Cancel stands after"] if gap <= one.mapTo(dialog, one.rect().topLeft()).x() else []
    return wrong


def test_dialogs_fit_a_small_screen_and_cut_no_words(looks: Looks) -> None:
    assert "\n".join(looks.without_room) == ""
    assert len(looks.met) >= 15


def test_what_a_dialog_is_for_is_its_filled_button_and_stands_last_in_its_row_or_first_in_its_column(
    looks: Looks,
) -> None:
    assert looks.out_of_order == []


def test_whatever_is_clicked_is_big_enough(looks: Looks) -> None:
    """24 pixels at least (WCAG 2.2, 2.5.8)."""
    assert looks.small == set()


def is_small(widget: QWidget) -> bool:
    return widget.isVisible() and widget.height() < SMALLEST
