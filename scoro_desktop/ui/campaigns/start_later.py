"""The start of a campaign at a time: it is asked for when everything else is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.storage.planned_types import When
    from scoro_desktop.ui.campaigns.check_view import CheckView
    from scoro_desktop.ui.later.later_dialog import LaterDialog
    from scoro_desktop.ui.runtime.services import Services


class StartLater(QObject):
    """Asks for a time, and has the campaign approved. `start`: does so; `account`: through which it goes."""

    def __init__(
        self, services: Services, view: CheckView, start: Callable[[], object], account: Callable[[], Account | None]
    ) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._start = start
        self._account = account
        self.when: When | None = None
        """The time that was chosen, until it is taken; None: it starts at once."""
        self.in_quiet_hours = False
        """True if it may start then though it is in the quiet hours."""
        view.later_wanted.connect(self.ask)

    def ask(self) -> LaterDialog:
        """Opens the dialog for the time."""
        from scoro_desktop.ui.later.later_dialog import LaterDialog

        dialog = LaterDialog(
            self._services.later.clock,
            self._account(),
            self._view,
            words=self.tr("Start at this time"),
            asks_quiet=True,
        )
        dialog.chosen.connect(lambda when: self._chosen(when, in_quiet_hours=dialog.is_agreed))
        dialog.open()
        return dialog

    def take(self) -> When | None:
        """Gives the time, once."""
        when, self.when = self.when, None
        return when

    def _chosen(self, when: When, *, in_quiet_hours: bool) -> None:
        self.when, self.in_quiet_hours = when, in_quiet_hours
        self._start()
