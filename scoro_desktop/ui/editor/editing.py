"""The tools of an editor of JSON, handed down to whoever opens one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.background import Background


@dataclass(frozen=True, eq=False, repr=False)
class Editing:
    """The tools of an editor of JSON. `colours` gives those of the scheme in use."""

    background: Background
    colours: Callable[[], Colours]
