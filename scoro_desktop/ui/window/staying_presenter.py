"""Ways to be there when something planned is due: a start with the computer, an icon in the tray, a word at closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
from shiboken6 import isValid

from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.words import later_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.kit.commands import Commands
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.services import Services

MOST_NAMED: Final = 3


class StayingPresenter(QObject):
    """Has an icon in the tray, where there is one, while something is planned or the person wants the app to stay.

    `is_available` and `end` are what a test takes the place of: the tray of the desktop, and the end of the process.
    """

    @staticmethod
    def is_available() -> bool:  # a method of Qt's in `staticmethod` has PySide write a signature, for 40 ms
        """Tells whether the desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @staticmethod
    def end() -> None:
        """Ends the event loop of the app."""
        QCoreApplication.quit()

    def __init__(
        self,
        services: Services,
        commands: Commands,
        notice: NoticeBar,
        show_plans: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._settings = services.settings
        self._commands = commands
        self._notice = notice
        self._show_plans = show_plans
        self._window = window
        self._is_quitting = False
        self.icon: QSystemTrayIcon | None = None
        self.starts: bool | None = None
        """Tells whether the app starts with the computer; None while that is not known."""
        commands["view.tray"].setChecked(self._settings.tray)
        services.later.changed.connect(self._show_icon)
        services.background.submit(_is_on, self._know, lambda _error: None)
        if self._settings.tray:
            self._show_icon()

    # --- the start with the computer -------------------------------------------------------------------------

    def start_with_computer(self, wanted: bool) -> None:
        """Has the app start with the computer, or not; says what came of it."""
        data_dir = self._services.data_dir

        def change() -> bool:
            from scoro_desktop.storage import autostart

            if wanted:
                autostart.turn_on(autostart.command_line(data_dir.absolute()))
            else:
                autostart.turn_off()
            return wanted

        def done(is_on: bool) -> None:
            if not isValid(self):
                return
            self._know(is_on)
            on = self.tr("Scoro Desktop will start with the computer, out of the way.")
            self._notice.say_done(on if is_on else self.tr("Scoro Desktop will not start with the computer."))

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError | ValueError):
                raise error
            if not isValid(self):
                return
            self._know(bool(self.starts))
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            words = self.tr("This could not be changed: {reason}. Your system has a list of its own for it.")
            self._notice.say(words.format(reason=reason))

        self._services.background.submit(change, done, failed)

    def _know(self, is_on: bool) -> None:
        if not isValid(self):  # another window took the place of this one meanwhile
            return
        self.starts = is_on
        self._commands["view.autostart"].setChecked(is_on)

    # --- the tray --------------------------------------------------------------------------------------------

    def keep_in_tray(self, wanted: bool) -> None:
        """Has the app stay in the tray when its window is closed, or not."""
        if wanted and not self.is_available():
            self._commands["view.tray"].setChecked(False)
            self._notice.say(self.tr("This desktop has no tray. Minimize the window instead of closing it."))
            return
        self._settings.tray = wanted
        self._show_icon()

    def hide_in_tray(self) -> None:
        """Hides the window; the icon brings it back."""
        self._show_icon(always=True)
        QApplication.setQuitOnLastWindowClosed(False)  # a dialog that is closed would be the last window
        self._window.hide()
        self._window.installEventFilter(self)

    def come_back(self) -> None:
        """Brings the window to the front."""
        bring_forward(self._window)
        self._show_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Has closing the window end the app again, whoever shows it: a note on the desktop, or a second start."""
        if event.type() is QEvent.Type.Show and not event.spontaneous():  # one of the system comes after hiding, too
            watched.removeEventFilter(self)
            QApplication.setQuitOnLastWindowClosed(True)
            self._show_icon()
        return False

    def quit(self) -> None:
        """Closes the app, whatever stays in the tray otherwise; what is to be asked first is asked."""
        was_hidden = self._window.isHidden()
        self._is_quitting = True
        if was_hidden and self._asks_first():
            self.come_back()
        closed = self._window.close()
        self._is_quitting = False
        if closed and was_hidden:
            self.end()  # what is hidden is no last window that closes

    def _asks_first(self) -> bool:
        dispatch = self._services.dispatch
        return bool(self._plans() or dispatch.holds or dispatch.under_way or self._services.campaigns.at_work)

    def _show_icon(self, *, always: bool = False) -> None:
        wanted = always or self._window.isHidden() or self._settings.tray or bool(self._plans())
        if not wanted or not self.is_available():
            if self.icon is not None:
                self.icon.hide()
            return
        if self.icon is None:
            self.icon = self._made_icon()
        plans = self._plans()
        words = "Scoro Desktop"
        if plans:
            count = self.tr("%Ln planned", "", len(plans))
            words = self.tr("Scoro Desktop: {count}, the next {when}").format(
                count=count, when=later_words.day_words(plans[0].when)
            )
        self.icon.setToolTip(words)
        self.icon.show()

    def _made_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._window.windowIcon(), self)
        menu = QMenu(self._window)
        menu.addAction(self.tr("Show the window"), self.come_back)
        menu.addAction(self.tr("Planned…"), self._come_to_plans)
        menu.addSeparator()
        menu.addAction(self.tr("Quit"), self.quit)
        icon.setContextMenu(menu)
        icon.activated.connect(self._clicked)
        return icon

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.come_back()

    def _come_to_plans(self) -> None:
        self.come_back()
        self._show_plans()

    # --- closing ---------------------------------------------------------------------------------------------

    def hides(self) -> bool:
        """Hides the window in the place of closing it, where the person wants that and there is a tray."""
        if self._is_quitting or not self._settings.tray or not self.is_available():
            return False
        self.hide_in_tray()
        return True

    def may_close(self) -> bool:
        """Asks where something is planned: it does not go while the app is closed."""
        plans = self._plans()
        if not plans:
            return True
        from scoro_desktop.ui.window.closing_question import Answer, ask

        can_hide = not self._is_quitting and self.is_available()
        answer, starts = ask(self._window, self._said(plans), starts=self.starts, can_hide=can_hide)
        if answer is not Answer.STAY and starts is not None and starts != self.starts:
            self.start_with_computer(starts)
        if answer is Answer.HIDE:
            self.hide_in_tray()
        return answer is Answer.CLOSE

    def _plans(self) -> list[Plan]:
        return [each for each in self._services.later.plans if each.ask is None]

    def _said(self, plans: list[Plan]) -> str:
        now = self._services.later.clock.now()
        pattern = self.tr("• “{title}” · {when}")
        lines = [
            pattern.format(title=later_words.subject(each), when=later_words.full_words(each.when, now))
            for each in plans[:MOST_NAMED]
        ]
        if (more := len(plans) - MOST_NAMED) > 0:
            lines.append(self.tr("and %Ln more", "", more))
        return "\n".join(lines)


def _is_on() -> bool:
    from scoro_desktop.storage import autostart

    return autostart.is_on()
