"""The texts that both platforms have: the same on both, or the iPhone's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

if TYPE_CHECKING:
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.channels.push.platform_form import PlatformForm
    from scoro_desktop.ui.compose.fields import Field

SHARED: Final = (
    (("notification", "title"), ("aps", "alert", "title")),
    (("notification", "body"), ("aps", "alert", "body")),
)
"""The texts that both platforms have: their paths in the Android and in the iPhone section."""


class SameText(QObject):
    """Writes what is typed for one platform for the other, too, unless the box `differs` is ticked."""

    def __init__(self, android: PlatformForm, iphone: PlatformForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._android = android
        self._iphone = iphone
        self.differs = QCheckBox(self.tr("iPhone text differs"), parent)
        self.differs.setToolTip(self.tr("Opens a separate title and body for iPhone"))
        self._partner: dict[Field, tuple[PlatformForm, FieldPath, Field]] = {}
        for of_android, of_iphone in SHARED:
            one, other = android.field(*of_android), iphone.field(*of_iphone)
            self._partner[one] = (iphone, of_iphone, other)
            self._partner[other] = (android, of_android, one)

    def is_linked(self) -> bool:
        """Tells whether both platforms have the same text, in the form and as it is typed."""
        return not self.differs.isChecked()

    def link(self, linked: bool) -> None:
        """Has them be the same from now on, or not; what stands there is left alone."""
        self.differs.setChecked(not linked)

    def texts_agree(self) -> bool:
        """Tells whether the texts are the same as they stand."""
        for one, other in SHARED:
            if self._android.values.value(one) != self._iphone.values.value(other):
                return False
            if self._android.carries(one) or self._iphone.carries(other):
                return False
        return True

    def shown_for(self, field: Field) -> Field:
        """The field in which a text is seen: Android's, also for an iPhone's text where both are the same."""
        partner = self._partner.get(field)
        is_once = self.is_linked() and self._android.is_on() and self._iphone.is_on()
        return partner[2] if is_once and partner is not None and partner[0] is self._android else field

    def copy(self, source: Field) -> None:
        """Writes a text into the other section, too; where that is not what stands there then, the link ends."""
        if source in self._partner and not self.differs.isChecked():
            section, path, target = self._partner[source]
            value = source.value()
            if section.values.value(path) != value and not target.load(value):
                self.differs.setChecked(True)

    def hold(self) -> None:
        """Ends the link where the two texts differ: the form must never say that both platforms get the same."""
        if self.is_linked() and not self.texts_agree():
            self.link(False)

    def make_same(self) -> None:
        """Gives iPhones Android's texts, and Android those of iPhones where it has none."""
        for android, iphone in SHARED:
            one, other = self._android.field(*android), self._iphone.field(*iphone)
            if one.value() is None:
                one.load(other.value())
            else:
                other.load(one.value())
            self._android.let_go(android)
            self._iphone.let_go(iphone)
