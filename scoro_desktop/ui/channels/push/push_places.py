"""The places of the parts of a push: the texts above, the platforms below them, and what is folded away."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scoro_desktop.ui.channels.push.same_text import SHARED
from scoro_desktop.ui.compose.more_fields import column_of
from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.kit.disclosure import Disclosure

if TYPE_CHECKING:
    from scoro_desktop.ui.channels.push.android_form import AndroidForm
    from scoro_desktop.ui.channels.push.around_form import AroundForm
    from scoro_desktop.ui.channels.push.iphone_form import IphoneForm
    from scoro_desktop.ui.channels.push.platform_form import PlatformForm
    from scoro_desktop.ui.channels.push.replaceable import Replaceable
    from scoro_desktop.ui.channels.push.same_text import SameText

translate = QCoreApplication.translate

SERVICES: Final = ("GCM", "APNs")
"""The services through which Android and iPhones are reached, as developers know them."""


class PushPlaces:
    """Puts the parts into the form. `details` and `more` are the buttons that open what is folded away.

    There is one title and one body above while both platforms get the same, or one of them gets nothing.
    """

    def __init__(
        self,
        form: QWidget,
        platforms: tuple[AndroidForm, IphoneForm],
        around: AroundForm,
        text: SameText,
        replaceable: Replaceable,
    ) -> None:
        self._form = form
        self._android, self._iphone = platforms
        self._around = around
        self._text = text
        self._first, self._second = QVBoxLayout(), QVBoxLayout()
        details, inner = column_of(form)
        for platform in platforms:
            inner.addWidget(platform.details)
        self.details = Disclosure(translate("PushForm", "Subtitle, sound, badge, data"), details, form)
        self.details.unfolded.connect(self._open_details)
        self.more = Disclosure(translate("PushForm", "More"), replaceable, form)
        self.more.unfolded.connect(self._show_folding)
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._first)
        column.addLayout(self._switches())
        for platform in platforms:
            column.addWidget(platform.problem_line)
        column.addWidget(text.differs)
        column.addLayout(self._second)
        for button, content in ((self.details, details), (self.more, replaceable)):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(content)
        for section in (*platforms, around):
            column.addWidget(section)
            section.more.unfolded.connect(self._open_more)
            section.folding.setContentsMargins(12, 0, 0, 0)
        column.addStretch(1)
        self._texts: dict[PlatformForm, list[QWidget]] = {
            platform: tab_order.stops(platform.front) for platform in platforms
        }
        self._first.addWidget(self._android.front)
        self._second.addWidget(self._iphone.front)
        rest = [stop for part in (replaceable, *platforms, around) for stop in tab_order.stops(part)]
        tab_order.chain([*self._in_order(self._android, self._iphone), self.details, self.more, *rest])
        self._arranged: tuple[bool, bool, bool] | None = None
        for platform in platforms:
            platform.switch.toggled.connect(self.arrange)
            platform.opening.connect(self._open)
            platform.details_made.connect(functools.partial(self._details_made, platform))
        text.differs.toggled.connect(self.arrange)
        self.arrange()

    def arrange(self) -> None:
        """Shows the texts that are written, and what belongs to the platforms that are on."""
        android, iphone = self._android.is_on(), self._iphone.is_on()
        differs = android and iphone and not self._text.is_linked()
        if self._arranged == (android, iphone, differs):
            return
        self._arranged = (android, iphone, differs)
        first: PlatformForm
        second: PlatformForm
        first, second = (self._iphone, self._android) if iphone and not android else (self._android, self._iphone)
        self._first.addWidget(first.front)
        self._second.addWidget(second.front)
        first.front.show()
        second.front.setVisible(differs)
        self._text.differs.setVisible(android and iphone)
        for platform, is_on in ((self._android, android), (self._iphone, iphone)):
            platform.details.setVisible(is_on)
        self.details.setVisible(android or iphone)
        self._call(android and iphone, differs)
        self._show_folding()
        tab_order.chain(self._in_order(first, second))

    def _in_order(self, first: PlatformForm, second: PlatformForm) -> list[QWidget]:
        switches = [self._android.switch, self._iphone.switch, self._text.differs]
        return [*self._texts[first], *switches, *self._texts[second]]

    def _switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for platform, service in zip((self._android, self._iphone), SERVICES, strict=True):
            word = QLabel(service, self._form)
            word.setProperty("role", "muted")
            row.addWidget(platform.switch)
            row.addWidget(word)
            row.addSpacing(20)
        row.addStretch()
        return row

    def _call(self, both: bool, differs: bool) -> None:
        """Names the texts by their platform wherever there are two of them; the ear is always told."""
        for of_android, of_iphone in SHARED:
            one, other = self._android.field(*of_android), self._iphone.field(*of_iphone)
            name = one.name()
            spoken = name if both and not differs else self._android.spoken(name)
            one.call(self._android.spoken(name) if differs else name, spoken)
            other.call(self._iphone.spoken(name) if differs else name, self._iphone.spoken(name))

    def _show_folding(self) -> None:
        for section in (self._android, self._iphone, self._around):
            section.folding.setVisible(self.more.isChecked() and section.is_on())

    def _open_details(self, is_open: bool) -> None:
        if is_open:
            for platform in (self._android, self._iphone):
                platform.make_details()

    def _details_made(self, platform: AndroidForm | IphoneForm) -> None:
        """Gives the keyboard its way through the details of a platform: Android's come first, whichever were made."""
        after = [] if platform is self._iphone else [each.edit() for each in self._iphone.details.fields.values()]
        tab_order.insert_before(platform.details, (*after, self.more)[0])

    def _open_more(self, is_open: bool) -> None:
        if is_open:
            self.more.setChecked(True)

    def _open(self, part: QWidget) -> None:
        button = self.more if part in {self._android.folding, self._iphone.folding} else self.details
        button.setChecked(True)
