"""One field of the form: its label above, its editor, help and what is wrong under it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.restyle import restyle


class FieldRow(QWidget):
    """A label, an editor (with `beside` to its right), help and a problem, in one column."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        help_text: str = "",
        beside: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        title = QLabel(label, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "label")
        title.setBuddy(editor)
        editor.setAccessibleName(label)
        self._help = _small_label(self, "help")
        self._problem = _small_label(self, "problem")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(editor, 1)
        for widget in beside:
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(line)
        column.addWidget(self._problem)
        column.addWidget(self._help)
        self.show_help(help_text)
        self._problem.hide()
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.installEventFilter(self)

    def show_help(self, text: str) -> None:
        """Shows help under the field."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._describe()

    def show_problem(self, text: str) -> None:
        """Shows what is wrong under the field; empty text takes it away."""
        if text == self._problem.text():  # nearly always: each key in any field asks this of every row
            return
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._describe()
        if bool(self.editor.property("invalid")) != bool(text):
            self.editor.setProperty("invalid", bool(text))
            restyle(self.editor)

    def problem(self) -> str:
        """Returns the problem that is shown."""
        return self._problem.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the wheel scroll the form, not change a field that merely lies under it."""
        if event.type() == QEvent.Type.Wheel and watched is self.editor and not self.editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _describe(self) -> None:
        texts = (self._problem.text(), self._help.text())
        self.editor.setAccessibleDescription(" ".join(text for text in texts if text))


class SecretEdit(LineEdit):
    """A line for a secret: masked until its `toggle` is pressed, and masked again for every new value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.toggle = QToolButton(parent)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_or_hide)
        self._show_or_hide(False)

    def load(self, text: str) -> None:
        """Takes a value, masked."""
        self.toggle.setChecked(False)
        self.setText(text)
        self.setCursorPosition(0)

    def name_toggle(self, label: str) -> None:
        """Tells the toggle which field it belongs to, for those who hear it and do not see it."""
        self.toggle.setAccessibleName(
            QCoreApplication.translate("SecretEdit", "Show or hide: {field}").format(field=label)
        )

    def _show_or_hide(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        show, hide = self.tr("Show"), self.tr("Hide")
        self.toggle.setText(hide if shown else show)


def button(parent: QWidget, text: str, role: str = "") -> QPushButton:
    """A push button that Enter in another field never presses by itself."""
    result = QPushButton(text, parent)
    result.setAutoDefault(False)
    if role:
        result.setProperty("role", role)
    return result


def _small_label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
