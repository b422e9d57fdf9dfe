"""The doubt that falls on an audience when something went wrong in the app: until the next edit nobody is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Doubt(QObject):
    """Stands from an exception on until a person edits the audience, which is another turn of the event loop.

    What went wrong may lie anywhere between an edit and what is told of it, so nobody can say which part of the screen
    was brought up to date. `stands`: whether there is one, changed here alone. `over`: that turn is over, and what is
    shown can be made to agree again.
    """

    over = Signal()

    def __init__(self, revision: Callable[[], int], parent: QObject) -> None:
        """`revision`: the number of the text that is edited."""
        super().__init__(parent)
        self._revision = revision
        self.stands = False
        self._is_over = False
        self._at = -1
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._end_turn)

    def cast(self) -> None:
        """Begins it."""
        self.stands = True
        if not self._is_over:  # what is done when the turn is over may fail as well, and is not done again for that
            self._at = self._revision()
            self._turn.start()

    def lift(self) -> None:
        """Ends it, for an edit that began in a later turn."""
        if not self._turn.isActive():
            self.stands = False

    def lift_for_text(self) -> None:
        """The same where the text was told to be another, which it may be told late: it has to be one."""
        if self._revision() != self._at:
            self.lift()

    def _end_turn(self) -> None:
        self._is_over = True
        self.over.emit()
        self._is_over = False
