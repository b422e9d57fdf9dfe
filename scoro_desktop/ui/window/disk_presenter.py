"""The window's notices about its disk: what is not kept, what is damaged, and who else may write there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from scoro_desktop.storage.copies import Kept, kept
from scoro_desktop.storage.health import Health, look_after
from scoro_desktop.storage.private_files import others_may_write
from scoro_desktop.storage.reindexing import make_indexes_anew
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.drafts.unkept_note import UnkeptNote
from scoro_desktop.ui.kit import questions
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.runtime.retention import Retention
from scoro_desktop.ui.words import disk_words, startup_words

if TYPE_CHECKING:
    from scoro_desktop.ui.runtime.new_day import NewDay
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.window_memory import WindowMemory

LATER_MS: Final = 3000
"""The database is looked at so long after the start, which it would slow down. Ours."""


class DiskPresenter(QWidget):
    """Three lines of the window, hidden while there is nothing to say. `looked`: the database was looked at."""

    looked = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self.retention = Retention(services.storage, self)
        self._day: NewDay | None = None
        services.storage.unheard.connect(self._say_unheard)
        services.storage.slow_changed.connect(self._show_slow)
        self._memory: WindowMemory | None = None
        self.unkept = UnkeptNote(self)
        self.slow = NoticeBar(self)
        self.bar = NoticeBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.unkept)
        column.addWidget(self.slow)
        column.addWidget(self.bar)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, memory: WindowMemory) -> None:
        """Says what of `memory` is not kept."""
        self._memory = memory
        memory.saving_changed.connect(self._show_slow)
        memory.unkept_changed.connect(self._show_unkept)
        memory.tell_unkept()  # what was told before there was anybody to hear it
        self._show_slow()

    def _show_unkept(self) -> None:
        if self._memory is not None:
            self.unkept.show_unkept(self._memory.unkept())

    def begin(self) -> None:
        """Says what is known at the start, and has the database looked at a moment later."""
        folder = self._services.data_dir
        if self._unread():
            self._say_damaged(disk_words.damaged())
        elif self._services.is_put_back:
            self.bar.say(startup_words.put_back())
        elif others_may_write(folder):
            self.bar.say(startup_words.others_may_write(folder))
        self._timer.start()

    def look(self) -> None:
        """Has every page of the database looked at, away from the window; again on each new day, for the copy of it."""
        from scoro_desktop.ui.runtime import new_day  # not on the thread: it names classes of Qt

        self._timer.stop()
        copies = self._services.copies

        def look_at_it() -> Health:
            new_day.find_the_zone()
            return look_after(copies)

        def answered(health: Health) -> None:
            if not isValid(self):
                return
            self._await_tomorrow()
            # After the copy of the day, which has the mark of before. That one is good where the disk takes no other.
            services = self._services
            services.storage.write(self, lambda stores: stores.renew_mark(services.machine), failed=tolerate)
            if health.can_be_mended:
                self._mend()
                return
            if health.is_well:
                self._delete_due()
                return
            self._say_damaged(disk_words.damaged())
            self.looked.emit()

        def failed(_error: Exception) -> None:  # a full disk, a folder that is gone: said where something is written
            if isValid(self):
                self.looked.emit()

        self._services.background.submit(look_at_it, answered, failed)

    def _await_tomorrow(self) -> None:
        if self._day is None:
            from scoro_desktop.ui.runtime.new_day import NewDay

            self._day = NewDay(self)
            self._day.begun.connect(self.look)

    def _delete_due(self) -> None:
        """Has done what waits since the last time, as what is due to be deleted. Tried again at the next start."""

        def done() -> None:
            self.retention.begin()
            self.looked.emit()

        self._services.storage.go_through(self, lambda stores: stores.overdue(), done, lambda _error: done())

    def _mend(self) -> None:
        """Has the indexes made anew, where no more than those is damaged, and says what came of it."""
        place = self._services.copies.place

        def mended(is_well: bool) -> None:
            if is_well and not self._unread():
                self.bar.say(disk_words.mended())
            else:
                self._say_damaged(disk_words.damaged())
            self.looked.emit()

        def failed(_error: Exception) -> None:  # all is as it was before
            mended(is_well=False)

        self._services.storage.write(self, lambda _stores: make_indexes_anew(place), mended, failed)

    def may_close(self) -> bool:
        """Tells whether nothing is lost by closing the window, or a person wants it all the same."""
        unkept = {} if self._memory is None else self._memory.unkept()
        return not unkept or questions.close_unkept(self.window(), draft_words.lost_by_closing(unkept))

    def _show_slow(self) -> None:
        """Says that the disk is waited for, as long as it is."""
        if self._memory is not None and self._memory.is_saving:
            self.slow.say(
                self.tr(
                    "Saving what you wrote before the window closes: the disk is slow, or another program holds the "
                    "file with drafts and history."
                )
            )
            return
        if not self._services.storage.is_slow:
            self.slow.hide()
            return
        self.slow.say(
            self.tr(
                "Waiting for the file with drafts and history: the disk is slow, or another program holds the file. "
                "You can go on writing."
            )
        )

    def _say_unheard(self, error: Exception) -> None:
        self.bar.say(draft_words.not_written(error))

    def _unread(self) -> bool:
        return self._memory is not None and bool(self._memory.unread())

    def _say_damaged(self, words: str) -> None:
        if self._unread():
            words = disk_words.with_unread_draft(words)
        self.bar.offer(words, self.tr("What to do"), self._explain)

    def _explain(self) -> None:
        """Looks for copies away from the window, and says what they are good for."""
        database = self._services.copies.place.path

        def found(copies: list[Kept]) -> None:
            if isValid(self):
                self._show_way_back(disk_words.way_back(database, copies))

        self._services.background.submit(lambda: kept(database), found)

    def _show_way_back(self, words: str) -> None:
        box = PlainBox(self.window())
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("The data is damaged"))
        box.setText(
            self.tr(
                "Everything that could be read is shown. A message is sent only if it can be recorded in the history."
            )
        )
        box.setInformativeText(words)
        box.open()
