"""The windows of details that are open, one for each send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.kit.unhurried import soon

if TYPE_CHECKING:
    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.history.history_pane import HistoryPane
    from scoro_desktop.ui.history.send_details import SendDetails
    from scoro_desktop.ui.history.send_reader import SendReader


class OpenDetails:
    """Opens them over the pane, which hears what a person wants done with a send."""

    def __init__(self, pane: HistoryPane) -> None:
        self._pane = pane
        self._open: dict[int, SendDetails] = {}

    def show(self, send: Send) -> None:
        """Opens all that is known of a send, or brings it to the front."""
        from scoro_desktop.ui.history.send_details import SendDetails

        details = self._open.get(send.id)
        if details is None:
            details = SendDetails(send, self._pane)
            details.use_again.connect(self._pane.use_again)
            details.count_again.connect(self._pane.count_again)
            details.correct.connect(self._pane.correct)
            details.copy_wanted.connect(self._pane.copy_wanted)
            details.finished.connect(lambda _, send_id=send.id: self._open.pop(send_id, None))
            self._open[send.id] = details
        details.show()
        details.raise_()
        details.activateWindow()

    def compare(self, pair: tuple[int, int] | None, reader: SendReader) -> None:
        """Shows two side by side, by their ids, once both are read."""
        if pair is None:
            return
        from scoro_desktop.ui.history.compare_dialog import CompareDialog

        def show(one: Send, other: Send) -> None:
            dialog = CompareDialog(one, other, self._pane)
            soon(dialog, dialog.open)  # made in this turn of the event loop, shown in the next

        reader.read(pair[0], lambda one: reader.read(pair[1], lambda other: show(one, other)))

    def changed(self, send: Send) -> None:
        """Shows what became of a send."""
        if details := self._open.get(send.id):
            details.show_send(send)
