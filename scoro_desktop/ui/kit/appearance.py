"""The looks of the app: the colours of each scheme, and the one place that applies them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.kit import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen

STYLE: Final = "Fusion"
BODY_PX: Final = 13
HELP_PX: Final = 12
HEADING_PX: Final = 15
COUNT_PX: Final = 28
"""The other letters, in pixels beside a body of `BODY_PX`."""


class Colours(NamedTuple):
    """The colours of one scheme, each as "#rrggbb"."""

    dark: bool
    window: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    good: str
    caution: str
    danger: str
    hover: str
    selection: str
    code_key: str
    code_operator: str
    code_text: str
    code_number: str
    code_date: str
    sandbox: str = "#0F766E"
    test: str = "#9A5B00"
    production: str = "#B42318"
    on_environment: str = "#FFFFFF"

    def of_environment(self, environment: str) -> str:
        """The colour of an environment by its word: "sandbox", "test" or "production"."""
        return {"sandbox": self.sandbox, "test": self.test}.get(environment, self.production)

    def of_role(self, role: str) -> str:
        """The colour of a label by its role: "good", "warning", "problem" or "muted"."""
        return {"good": self.good, "warning": self.caution, "problem": self.danger}.get(role, self.muted)


LIGHT: Final = Colours(
    dark=False,
    window="#F6F7F9",
    surface="#FFFFFF",
    text="#1B1F24",
    muted="#586069",
    line="#DDE1E6",
    accent="#2563EB",
    on_accent="#FFFFFF",
    good="#167041",
    caution="#8A5B00",
    danger="#B42318",
    hover="#EEF1F5",
    selection="#DCE7FD",
    code_key="#0B4F9E",
    code_operator="#7A2E9D",
    code_text="#1A6B3C",
    code_number="#9A4A00",
    code_date="#00666B",
)
DARK: Final = Colours(
    dark=True,
    window="#15181D",
    surface="#1D2128",
    text="#E6E9EE",
    muted="#9AA4B2",
    line="#303742",
    accent="#7AA7FF",
    on_accent="#10141A",
    good="#4CC38A",
    caution="#E2B341",
    danger="#FF8A80",
    hover="#272D36",
    selection="#283858",
    code_key="#8AB8FF",
    code_operator="#D7A6FF",
    code_text="#7FD6A4",
    code_number="#F0B072",
    code_date="#5FD0D6",
)
CONTRAST_LIGHT: Final = Colours(
    dark=False,
    window="#FFFFFF",
    surface="#FFFFFF",
    text="#000000",
    muted="#2B2B2B",
    line="#000000",
    accent="#0033AA",
    on_accent="#FFFFFF",
    good="#004D26",
    caution="#5C3B00",
    danger="#8A0000",
    hover="#E4E4E4",
    selection="#BBD3FF",
    code_key="#002F7A",
    code_operator="#4B0082",
    code_text="#003D1C",
    code_number="#5A2A00",
    code_date="#00474A",
)
CONTRAST_DARK: Final = Colours(
    dark=True,
    window="#000000",
    surface="#000000",
    text="#FFFFFF",
    muted="#E0E0E0",
    line="#FFFFFF",
    accent="#FFE94D",
    on_accent="#000000",
    good="#7CFFB8",
    caution="#FFD866",
    danger="#FFB0A8",
    hover="#2A2A2A",
    selection="#4A4A00",
    code_key="#9CD0FF",
    code_operator="#E9C0FF",
    code_text="#8CFFB0",
    code_number="#FFD08A",
    code_date="#7DEBF0",
    sandbox="#00473F",
    test="#5C3600",
    production="#7A0000",
)


def palette(colours: Colours) -> QPalette:
    """The same colours as Qt's styles ask for them."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.window,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.danger,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.ToolTipBase: colours.surface,
        roles.ToolTipText: colours.text,
        roles.Accent: colours.accent,
        roles.Light: colours.surface,
        roles.Midlight: colours.hover,
        roles.Mid: colours.line,
        roles.Dark: colours.line,
        roles.Shadow: colours.line,
    }.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faded = QColor(colours.muted)
        faded.setAlphaF(0.6)
        result.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return result


def scaled(pixels: int) -> int:
    """The size of letters that are `pixels` high beside a body of `BODY_PX`, in proportion to those of the app."""
    return round(max(BODY_PX, QApplication.font().pixelSize()) * pixels / BODY_PX)


def stylesheet(colours: Colours) -> str:
    """`resources/style.qss` filled in with a scheme, its letters in proportion to those of the app."""
    count = COUNT_PX + scaled(BODY_PX) - BODY_PX  # it is the largest in any case, and needs room
    sizes = {"help": scaled(HELP_PX), "heading": scaled(HEADING_PX), "count": count}
    sizes |= {"field": scaled(20), "button": scaled(18), "item": scaled(24)}  # as high as their words at least
    sheet = (assets.folder() / "style.qss").read_text("utf-8")
    icons = (assets.folder() / "icons").as_posix()
    check = "check-dark" if colours.dark else "check-white"
    return sheet % {**colours._asdict(), **sizes, "icons": icons, "check": check}


class Appearance(QObject):
    """Applies a scheme to the application and follows the system where that is what was chosen.

    `changed` is emitted after every change, for what draws its own colours, and where a sharper screen is added: icons
    are drawn for the screens that there are.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system", *, styled: bool = True) -> None:
        """`styled`: whether the style sheet is applied at once; else `held_back` does it, once a window is built."""
        super().__init__()
        self._application = application
        self._choice = choice
        self.colours = LIGHT
        if not application.property("styled"):
            from PySide6.QtWidgets import QStyleFactory

            application.setStyle(QStyleFactory.create(STYLE))
        font = QFont(application.font())
        font.setPixelSize(max(BODY_PX, QFontInfo(font).pixelSize() if font.pixelSize() < 0 else BODY_PX))
        application.setFont(font)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._sharpness = assets.sharpness()
        application.screenAdded.connect(self._watch)
        for screen in application.screens():
            self._watch(screen)
        self._apply(styled=styled)

    @property
    def choice(self) -> str:
        """Returns the person's choice: "system", "light", "dark" or "contrast"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Applies "system", "light", "dark" or "contrast"."""
        self._choice = choice
        self._apply()

    @contextlib.contextmanager
    def held_back(self) -> Iterator[None]:
        """Builds what is made inside without the style sheet, and applies it afterwards, once.

        Qt otherwise looks up the rules again for a widget and all that is in it each time it gets another parent, which
        takes as long as the rest of the building (bench/README.md).
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(stylesheet(self.colours))

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_at_screens)  # so is one told whose pixels are counted otherwise now
        self._look_at_screens()

    def _look_at_screens(self) -> None:
        before, self._sharpness = self._sharpness, assets.sharpness()
        if self._sharpness > before:
            self.changed.emit()

    def _system_changed(self) -> None:
        if self._choice in {"system", "contrast"}:
            self._apply()

    def _scheme(self) -> Colours:
        hints = QGuiApplication.styleHints()
        system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and newer
        high_contrast = (
            accessibility is not None and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        )
        if self._choice == "contrast" or (self._choice == "system" and high_contrast):
            return CONTRAST_DARK if system_dark else CONTRAST_LIGHT
        if self._choice == "dark" or (self._choice == "system" and system_dark):
            return DARK
        return LIGHT

    def _apply(self, *, styled: bool = True) -> None:
        self.colours = self._scheme()
        self._application.setPalette(palette(self.colours))
        if styled:
            self._application.setStyleSheet(stylesheet(self.colours))
        self.changed.emit()
