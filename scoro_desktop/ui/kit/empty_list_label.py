"""Words in the place of a list's rows while there are none."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel


class EmptyListLabel(QLabel):
    """Words in the middle of a list that is empty; hidden while something is in it."""

    def __init__(self, words: str, view: QAbstractItemView) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setProperty("role", "help")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(16)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show_state)
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the list."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)

    def _show_state(self) -> None:
        self.setVisible(self._view.model().rowCount() == 0)
