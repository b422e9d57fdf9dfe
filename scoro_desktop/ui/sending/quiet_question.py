"""A question in the quiet hours of an account, before a message goes out all the same."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scoro_desktop.scorocode.account import Account
from scoro_desktop.sending.checks import quiet_now
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import recount_words


class QuietQuestion(QWidget):
    """A box to be ticked; hidden while it is not quiet. `changed`: it was ticked, or its tick was taken away."""

    changed = Signal()

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._then: datetime | None = None
        self._is_quiet = False
        self._words = wrapped(self, "warning")
        self.box = QCheckBox(self.tr("Send in the quiet hours anyway"), self)
        self.box.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    @property
    def is_met(self) -> bool:
        """Tells whether nothing is asked, or it was ticked."""
        return not self._is_quiet or self.box.isChecked()

    def expect(self, then: datetime) -> None:
        """Asks about another moment than now (aware): it is to go out then."""
        self._then = then
        self.refresh()

    def refresh(self) -> bool:
        """Looks at the clock. The value is that of `is_met`, which hours that began a moment ago take away."""
        now = datetime.now(UTC) if self._then is None else self._then
        hours = quiet_now(self._account, now)
        self._is_quiet = hours is not None
        say = recount_words.quiet if self._then is None else recount_words.quiet_then
        self._words.setText("" if hours is None else "⚠ " + say(hours, now))
        self.setVisible(self._is_quiet)
        return self.is_met
