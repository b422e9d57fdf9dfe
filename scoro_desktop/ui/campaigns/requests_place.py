"""The place of the requests of a campaign: they are made once they are looked at, a few milliseconds at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.kit.reveal import Gradual, measured, painted_next

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scoro_desktop.ui.campaigns.requests_view import RequestsView
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.stack import Stack
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class RequestsPlace(QObject):
    """`made`: they are all there. `are_wanted`: tells whether they are to be seen in `rows`."""

    made = Signal()

    def __init__(self, storage: AsyncStorage, colours: Colours, rows: Stack, are_wanted: Callable[[], bool]) -> None:
        super().__init__(rows)
        self._storage = storage
        self._colours = colours
        self._rows = rows
        self._are_wanted = are_wanted
        self._view: RequestsView | None = None
        self._making: Gradual | None = None
        self.is_made = False

    def show(self) -> None:
        """Shows them, once they are made."""
        if self._making is None:
            self._making = Gradual(self, self._pieces())
        elif self.is_made:
            self._rows.setCurrentWidget(self.view)

    @property
    def view(self) -> RequestsView:
        """Returns them; what is missing of them is made now."""
        if self._making is None:
            self._making = Gradual(self, self._pieces())
        self._making.finish()
        return cast("RequestsView", self._view)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self._colours = colours
        if self._making is not None:
            self.view.set_colours(colours)

    def _pieces(self) -> Iterator[None]:
        from scoro_desktop.ui.campaigns.requests_view import RequestsView

        yield
        self._view = view = RequestsView(self._storage, self._colours, self._rows)
        view.hide()
        yield
        yield from measured(view)
        self._rows.addWidget(view)
        if self._are_wanted():
            painted_next(self._rows)
            self._rows.setCurrentWidget(view)
        self.is_made = True
        self.made.emit()
