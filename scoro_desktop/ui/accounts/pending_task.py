"""Questions to the keyring and the server, asked in the background, whose answers may come too late to matter."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from scoro_desktop.ui.accounts.notice import Action, Notice
from scoro_desktop.ui.runtime.background import Background

T = TypeVar("T")


class PendingTask(QObject):
    """One question at a time: a newer one, or `drop`, leaves the one before without an ear.

    `changed` is emitted when one begins to be waited for or ends. `blocks`: whether the form waits with it.
    """

    changed = Signal()

    def __init__(self, background: Background, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._notice = notice
        self._asked = 0
        self.blocks = False

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        waiting: str,
        *actions: Action,
        blocks: bool = True,
    ) -> None:
        """Shows what is waited for, with what can be done meanwhile, and gives the answer to `done` or `failed`."""
        self.wait_for(lambda *told: self._background.submit(job, *told), done, failed, waiting, *actions, blocks=blocks)

    def wait_for(
        self,
        ask: Callable[[Callable[[T], None], Callable[[Exception], None]], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        waiting: str,
        *actions: Action,
        blocks: bool = True,
    ) -> None:
        """The same for what `ask` begins, which is given whom to tell."""
        self.drop()
        asked = self._asked
        self._set(blocks)
        self._notice.show_text(waiting, "help", actions, busy=True)

        def is_waited_for() -> bool:
            if not isValid(self) or asked != self._asked:
                return False
            self._notice.clear()
            self._set(False)
            return True

        ask(
            lambda value: done(value) if is_waited_for() else None,
            lambda error: failed(error) if is_waited_for() else None,
        )

    def drop(self) -> None:
        """Whatever is still to be answered is not waited for any more."""
        self._asked += 1
        self._set(False)

    def _set(self, blocks: bool) -> None:
        self.blocks = blocks
        self.changed.emit()
