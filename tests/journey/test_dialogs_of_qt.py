"""Qt's own dialogs: in the language of the app, and without pictures on their buttons."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from scoro_desktop.ui.audience.builder.many_values import ManyDialog
from scoro_desktop.ui.history.export_file import ExportFile
from scoro_desktop.ui.kit.appearance import stylesheet
from scoro_desktop.ui.kit.questions import discard_changes
from scoro_desktop.ui.library import files
from scoro_desktop.ui.library.audiences import SavedAudiences
from tests.journey.conftest import Person, Start

HINT = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons


class WithPictures(QProxyStyle):
    """The style of a desktop that wants pictures on the buttons of dialogs, as GNOME's and KDE's do."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        return 1 if hint == HINT else int(super().styleHint(hint, option, widget, returned))


@pytest.fixture
def with_pictures(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().name()
    yield
    qapp.setStyle(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def words(dialog: QDialog) -> list[str]:
    """Reads the words of its buttons, and sees that none of them has a picture but no words."""
    buttons = [each for box in dialog.findChildren(QDialogButtonBox) for each in box.findChildren(QAbstractButton)]
    assert buttons
    assert all(each.icon().isNull() for each in buttons)
    return [each.text().replace("&", "") for each in buttons]


BUTTONS = {
    "en": {
        "box": ["Discard changes", "Go on editing"],
        "own": ["OK", "Cancel", "Yes", "No"],
        "line": ["Save", "Cancel"],
        "many": ["Apply", "Cancel"],
        "read": ["Open", "Cancel"],
        "write": ["Save", "Cancel"],
        "history": ["Save", "Cancel"],
        "labels": ["Look in:", "File name:", "Files of type:"],
        "folder": ["Folder"],
    },
    "ru": {
        "box": ["Не сохранять", "Вернуться к правке"],
        "own": ["OK", "Отмена", "Да", "Нет"],
        "line": ["Сохранить", "Отмена"],
        "many": ["Применить", "Отмена"],
        "read": ["Открыть", "Отмена"],
        "write": ["Сохранить", "Отмена"],
        "history": ["Сохранить", "Отмена"],
        "labels": ["Папка:", "Имя файла:", "Тип файла:"],
        "folder": ["Папка"],
    },
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.usefixtures("with_pictures")
def test_they_speak_the_language_and_have_no_pictures(
    start: Start, person: Person, qapp: QApplication, language: str
) -> None:
    application = start()
    next(each for each in application.window.bar.findChildren(QAction) if each.data() == language).trigger()
    qapp.setStyle(WithPictures("Fusion"))
    plain = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    qapp.setStyleSheet("")
    with_icon = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    assert not with_icon.buttons()[0].icon().isNull()  # what the desktop asks for
    qapp.setStyleSheet(stylesheet(application.appearance.colours))
    window, said, labels, kinds = application.window, {}, [], set()

    def read(name: str, dialog: QDialog) -> None:
        said[name] = words(dialog)
        if isinstance(dialog, QFileDialog):
            texts = [each.text().replace("&", "") for each in dialog.findChildren(QLabel)]
            labels.append([each for each in texts if each.endswith(":")])
            kinds.add(dialog.iconProvider().type(QFileInfo(str(Path(__file__).parent))))  # as its table names it

    with person.answering(QMessageBox, lambda box: read("box", box)):
        discard_changes(window)
    standard = QMessageBox.StandardButton
    with person.answering(QMessageBox, lambda box: read("own", box)):
        QMessageBox(
            QMessageBox.Icon.Question, "-", "-", standard.Ok | standard.Cancel | standard.Yes | standard.No
        ).exec()
    person.click(window.tab.audience.saved)
    (room,) = window.findChildren(SavedAudiences)
    with person.answering(QInputDialog, lambda dialog: read("line", dialog)):
        room.ask_name("-", "-")
    with person.answering(QFileDialog, lambda dialog: read("read", dialog)):
        assert files.to_read(window) is None
    with person.answering(QFileDialog, lambda dialog: read("write", dialog)):
        assert files.to_write(window) is None
    with person.answering(QFileDialog, lambda dialog: read("history", dialog)):
        assert ExportFile(application.services.storage, window).ask("-", "list.csv", {"CSV (*.csv)": None}) is None
    many = ManyDialog("-", [], lambda: (), window)
    read("many", many)
    for each in (many, room, plain, with_icon):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wanted = BUTTONS[language]
    assert labels == [wanted["labels"]] * 3
    assert [*kinds] == wanted["folder"]
    assert {name: sorted(found) for name, found in said.items()} == {
        name: sorted(wanted[name]) for name in wanted if name not in {"labels", "folder"}
    }
