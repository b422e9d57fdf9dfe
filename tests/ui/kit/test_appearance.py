"""The looks of the app, applied once a window."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.appearance import Appearance, stylesheet
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Start

pytestmark = pytest.mark.looks


def test_a_window_has_the_style_sheet_of_its_scheme(start: Start, qapp: QApplication) -> None:
    application = start()
    assert qapp.styleSheet() == stylesheet(application.appearance.colours)
    application.appearance.choose("dark")
    application.window.language_chosen.emit("ru")
    assert qapp.styleSheet() == stylesheet(application.appearance.colours)


def test_nothing_is_styled_twice_while_a_window_is_built(
    start: Start, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets: list[str] = []
    build = MainWindow._build_front

    def watched(window: MainWindow) -> None:
        sheets.append(qapp.styleSheet())
        build(window)

    monkeypatch.setattr(MainWindow, "_build_front", watched)
    start().window.language_chosen.emit("ru")
    assert sheets == ["", ""]


def test_a_window_that_cannot_be_built_leaves_the_looks(qapp: QApplication) -> None:
    appearance = Appearance(qapp)
    with pytest.raises(KeyError), appearance.held_back():
        raise KeyError
    assert qapp.styleSheet() == stylesheet(appearance.colours)


def test_icons_are_as_sharp_as_the_screens(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen with twice the pixels that is added later, or set so, has sharp icons as well."""
    appearance = Appearance(qapp)
    plain = assets.icon("send", "#123456")
    assert plain.availableSizes() == [QSize(20, 20)]
    drawn: list[list[QSize]] = []
    appearance.changed.connect(lambda: drawn.append(assets.icon("send", "#123456").availableSizes()))
    qapp.primaryScreen().geometryChanged.emit(QRect())
    assert drawn == []  # as sharp as before
    monkeypatch.setattr(assets, "sharpness", lambda: 2)
    qapp.primaryScreen().geometryChanged.emit(QRect())
    assert drawn == [[QSize(20, 20), QSize(40, 40)]]
    qapp.primaryScreen().geometryChanged.emit(QRect())
    assert len(drawn) == 1
