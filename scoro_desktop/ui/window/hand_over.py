"""The page and the tab that a window shows, handed to the one that takes its place in another language."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, NamedTuple

from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.left import Left
    from scoro_desktop.ui.window.main_window import MainWindow


class Place(NamedTuple):
    """The page that is seen, the key of the tab in front on Compose, and the campaign that runs and is opened, if one
    is. `left`: what else there is of a campaign, which may be prepared still.
    """

    page: MainPage
    tab: str
    campaign: int | None
    left: Left | None


def hand_over(old: MainWindow, new: MainWindow) -> None:
    """Shows `new` in the place of `old`, which goes. Where `old` was at is gone back to once `new` is complete."""
    place, window = _place_of(old), weakref.ref(new)  # a signal of its own must not keep it

    def go_back() -> None:
        if (built := window()) is not None:
            _go_back(built, place)

    new.building.done.connect(go_back)
    new.show()
    old.hide()
    old.deleteLater()


def _place_of(window: MainWindow) -> Place:
    front = window.tabs.in_front()
    campaign = window.campaigns.shown if window.is_complete else None
    left = window.campaigns.leave() if window.is_complete else None
    return Place(window.pages.page, "" if front is None else front.key, campaign, left)


def _go_back(window: MainWindow, place: Place) -> None:
    if window.is_complete and place.left is not None:
        window.campaigns.take_over(place.left)
    if not window.is_complete or window.pages.page is not MainPage.COMPOSE:
        return  # a part of it failed, or somebody went elsewhere meanwhile
    tab = next((each for each in window.tabs.all() if each.key == place.tab), None)
    if tab is not None and tab is not window.tabs.in_front():
        window.tabs.setCurrentWidget(tab)
        tab.go_to_start()
    if place.page is MainPage.CAMPAIGNS and place.campaign is not None:
        window.campaigns.show(place.campaign)
    elif place.page is not MainPage.COMPOSE:
        window.turn_to(place.page)
