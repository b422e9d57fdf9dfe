"""One request of a campaign exactly as it was sent, without its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.requests_model import answer_words
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.long_text import MOST_SHOWN, LongText
from scoro_desktop.ui.kit.room import begin_with

if TYPE_CHECKING:
    from scoro_desktop.storage.campaigns.types import CampaignSend

_SIZE: Final = QSize(620, 520)


class RequestDialog(QDialog):
    """Shows it until it is closed."""

    def __init__(self, request: CampaignSend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Request of a campaign"))
        said = [campaign_words.person_word(request.state), campaign_words.people(request.people)]
        if (at := request.settled_at or request.began_at) is not None:
            said.append(campaign_words.when(at))
        head = QLabel(" · ".join(said), self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("role", "heading")
        self.answer = QLabel(answer_words(request), self)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.answer.setVisible(bool(self.answer.text()))
        name = self.tr("Exact request, without keys")
        label = QLabel(name, self)
        label.setProperty("role", "label")
        beginning = wire.pretty_beginning(request.body, MOST_SHOWN)
        self.body = LongText(name, beginning, lambda: wire.pretty(request.body), self)
        self.body.box.setFont(fixed_font())
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.answer)
        column.addWidget(label)
        column.addWidget(self.body, 1)
        column.addLayout(buttons)
        begin_with(self, _SIZE.width(), _SIZE.height())
        close.setFocus(Qt.FocusReason.OtherFocusReason)
