"""The kinds of pages that can be opened beside the messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.runtime.services import Services

PageMaker: TypeAlias = Callable[[Services, QWidget], Page]
"""Makes a page of a kind in the window."""

PAGE_KINDS: Final[dict[str, PageMaker]] = {}
"""A line for each, by the `key` of its page."""
