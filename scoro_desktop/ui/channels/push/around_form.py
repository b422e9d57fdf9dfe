"""The form of what stands in a push around its two sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.ui.compose.more_fields import without_frame
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.compose.text_fields import LineField
from scoro_desktop.ui.compose.value_fields import FlagField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.compose.form_tools import FormTools

SECTIONS: Final = (("msg", "data", "gcm"), ("msg", "data", "apns"))
TEXT: Final = ("msg", "text")
DEBUG: Final = ("debug",)
ELSEWHERE = (*(("app",), ("cli",), ("acc",), ("sess",), ("coll",), ("query",)), *SECTIONS)
"""Members of the JSON around the sections that have other places: keys in the account, recipients in the audience."""


class AroundForm(SectionForm):
    """The text beside the sections, and the wish for a log."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__("", (), parent, tools=tools, elsewhere=ELSEWHERE)
        without_frame(self)
        self.switch.hide()
        self.front.hide()  # nothing stands in it: all is folded away
        self.more.call(self.tr("Request"))
        self.add_later(self._add_more, TEXT, DEBUG)

    def _add_more(self) -> None:
        self.add(
            TEXT,
            LineField(
                self.tr("Message text (msg.text)"),
                self.tr("Sent along with the sections. Some Scorocode applications read it; most do not need it."),
            ),
            more=True,
        )
        self.add(
            DEBUG,
            FlagField(
                self.tr("Ask the server for its debug log"),
                self.tr("The message is sent anyway."),
                on=True,
            ),
            more=True,
        )
