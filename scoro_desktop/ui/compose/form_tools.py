"""Tools that the fields of a form work with beside what is typed in them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoro_desktop.ui.editor.editing import Editing
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.runtime.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class RecentEmoji:
    """The emoji that were picked last, the newest first. `load` and `keep` lead to where they outlive the app."""

    def __init__(
        self,
        load: Callable[[], Sequence[str]] = tuple,
        keep: Callable[[Sequence[str]], None] = lambda _recent: None,
    ) -> None:
        self._keep = keep
        self._load = load
        self._recent: tuple[str, ...] | None = None

    MOST = 27
    """Three rows of the picker."""

    def all(self) -> tuple[str, ...]:
        """At most `MOST` of them."""
        if self._recent is None:
            self._recent = tuple(self._load())[: self.MOST]
        return self._recent

    def picked(self, emoji: str) -> None:
        """Puts one first."""
        self._recent = (emoji, *(each for each in self.all() if each != emoji))[: self.MOST]
        self._keep(self._recent)


def _alone() -> Editing:
    return Editing(Background(), lambda: LIGHT)


@dataclass(frozen=True, eq=False, repr=False)
class FormTools:
    """`editing`: for values in JSON. `recent_emoji`: one list for all fields. By itself it remembers nothing."""

    editing: Editing = dataclasses.field(default_factory=_alone)
    recent_emoji: RecentEmoji = dataclasses.field(default_factory=RecentEmoji)
