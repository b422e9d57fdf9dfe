"""The choice of the kind of a value: in words, or as a sign where a range leaves no room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.audience.builder.operator_words import kind_sign, kind_words
from scoro_desktop.ui.audience.builder.value_kinds import ValueKind
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

AROUND_SIGN: Final = 10
"""Frame and padding of both sides, in pixels."""


class KindBox(ElidingComboBox):
    """A list of kinds. Its list and a screen reader have the words whichever way it is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, as_wide_as_words=True)
        self._is_brief = False
        self.setAccessibleName(self.tr("Kind of value"))
        self.currentTextChanged.connect(self._say)

    def offer(self, kinds: Sequence[ValueKind]) -> None:
        """Lists these kinds."""
        if [self.itemData(index) for index in range(self.count())] != list(kinds):
            self.clear()
            for kind in kinds:
                self.addItem(kind_words(kind), kind)

    def show_brief(self, *, brief: bool) -> None:
        """Draws a sign in the place of the words, or the words."""
        if brief != self._is_brief:
            self._is_brief = brief
            self._say()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the words and the arrow, or for the widest sign."""
        hint = super().sizeHint()
        return QSize(self._sign_width(), hint.height()) if self._is_brief else hint

    def minimumSizeHint(self) -> QSize:
        """Room for a word's beginning, or for the widest sign."""
        hint = super().minimumSizeHint()
        return QSize(self._sign_width(), hint.height()) if self._is_brief else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the sign in the middle of the frame, without an arrow."""
        kind = self.currentData()
        if not self._is_brief or kind is None:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter  # slow to load: hundreds of names

        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(self.palette().text().color())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), kind_sign(ValueKind(kind)))
        painter.end()

    def _sign_width(self) -> int:
        metrics = self.fontMetrics()
        signs = (kind_sign(ValueKind(self.itemData(each))) for each in range(self.count()))
        return max((metrics.horizontalAdvance(each) for each in signs), default=0) + AROUND_SIGN

    def _say(self) -> None:
        words = self.tr("Kind of value: {kind}").format(kind=self.currentText())
        self.setToolTip(tip(words) if self._is_brief else "")
