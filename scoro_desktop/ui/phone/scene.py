"""A picture of a phone as a list of things to draw, put together once for a message and drawn as often as needed."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextOption

from scoro_desktop import late
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.phone.cut_text import CutText, Line, lay_out
from scoro_desktop.ui.phone.shown_words import Words

translate = QCoreApplication.translate

SAMPLE: Final = "The quick brown fox jumps over the lazy dog"
LETTER_EM: Final = {False: 0.47, True: 0.49}
"""Mean width of a letter of SAMPLE in ems as phones set it, plain and bold: of Roboto and of Apple's San Francisco."""
STRETCH: Final = (75, 120)
"""Per cent within which the font of this computer is made narrower or wider to be as wide as a phone's."""
LINE_HEIGHT: Final = 1.35
MARGIN: Final = 12
RADIUS: Final = 18


@dataclass(frozen=True)
class Box:
    """A rounded rectangle."""

    rect: QRectF
    radius: float
    fill: str
    line: str


@dataclass(frozen=True)
class TextLine:
    """One line of text in a place of a given width."""

    rect: QRectF
    line: Line
    font: QFont
    colour: str


@late.dataclass(frozen=True)
class CutMark:
    """A dashed line under what is seen of a text that goes on."""

    start: QPointF
    width: float
    colour: str


@late.dataclass(frozen=True)
class AppIcon:
    """A placeholder for the icon of an app: a ring on a square or, `round`, on a disc."""

    rect: QRectF
    fill: str
    round: bool = False


@late.dataclass(frozen=True)
class Note:
    """A musical note, for a sound."""

    at: QPointF
    colour: str


_fonts: dict[tuple[str, int, bool], QFont] = {}
"""Fonts by the app's own, size in pixels and weight: a handful, wanted with every key."""

Item = Box | TextLine | CutMark | AppIcon | Note


@dataclass
class Scene:
    """`width` and `height` in pixels of the phone; `spoken`: what is seen, in words, a line each."""

    width: float
    height: float = 0
    items: list[Item] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """The looks of a scene: the colours on the phone and around it, the font of the app, the size of captions."""

    phone: Colours
    around: Colours
    font: QFont
    caption_pixels: int = 12


Drawing: TypeAlias = Callable[[Look], Scene]
"""Puts a picture together for a look."""


class Stage:
    """Builds a scene downwards. `y` is where the next thing goes, in pixels of the phone."""

    def __init__(self, width: float, look: Look) -> None:
        self.scene = Scene(width)
        self.phone = look.phone
        self.around = look.around
        self.y = 0.0
        self._family = look.font
        self._key = look.font.key()
        self._caption = look.caption_pixels

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        """The font of the app, with letters as wide as on a phone."""
        wanted = (self._key, pixels, bold)
        font = _fonts.get(wanted)
        if font is None:
            font = _fonts[wanted] = _font(self._family, pixels, bold=bold)
        return font

    def add(self, item: Item) -> None:
        """Draws one more thing on top."""
        self.scene.items.append(item)

    def caption(self, text: str, *, colour: str = "") -> None:
        """A line or more in the colours of the app, above or beneath a phone."""
        self.text(text, 2, self.scene.width - 4, self._caption, colour or self.around.muted, lines=4)
        self.scene.spoken.append(text)
        self.y += 4

    @contextlib.contextmanager
    def box(self, x: float, *, radius: float, fill: str, padding: float) -> Iterator[None]:
        """A box around whatever is drawn inside the `with`, from `x` to the same distance on the right."""
        place, top = len(self.scene.items), self.y
        self.y += padding
        yield
        self.y += padding
        rect = QRectF(x, top, self.scene.width - 2 * x, self.y - top).adjusted(0.5, 0.5, -0.5, -0.5)
        self.scene.items.insert(place, Box(rect, radius, fill, self.phone.line))

    def text(
        self,
        text: str,
        x: float,
        width: float,
        pixels: int,
        colour: str,
        *,
        bold: bool = False,
        lines: int = 1,
        characters: int | None = None,
        centred: bool = False,
    ) -> CutText:
        """Text in so many lines, cut where it has to be and marked there."""
        font = _fonts.get((self._key, pixels, bold)) or self.font(pixels, bold=bold)
        seen = lay_out(text, font, width=width, lines=lines, characters=characters)
        height = pixels * LINE_HEIGHT
        for line in seen.lines:
            left = x
            if centred:
                left += max(0.0, (width - QFontMetricsF(font).horizontalAdvance(line.text)) / 2)
            self.scene.items.append(TextLine(QRectF(left, self.y, width - (left - x), height), line, font, colour))
            self.y += height
        if seen.cut is not None:
            self.add(CutMark(QPointF(x, self.y), width, self.phone.caution))
            self.y += 2
        return seen

    def words(
        self,
        words: Words,
        x: float,
        width: float,
        pixels: int,
        *,
        bold: bool = False,
        lines: int = 1,
        characters: int | None = None,
    ) -> CutText:
        """A text of the message; one that the app finds by its key stands as that key, in a frame."""
        if not words.key:
            seen = self.text(
                words.text, x, width, pixels, self.phone.text, bold=bold, lines=lines, characters=characters
            )
            self.scene.spoken.append(seen.lines[0].text if len(seen.lines) == 1 else seen.text)
            return seen
        key = translate("preview", "key {key}").format(key=words.key)
        if words.values:
            key = translate("preview", "{key}: {values}").format(key=key, values=", ".join(words.values))
        place, top = len(self.scene.items), self.y
        seen = lay_out(key, self.font(pixels - 2), width=width - 12, lines=1)
        height = pixels * LINE_HEIGHT
        chip = QRectF(x + 0.5, top + 0.5, width - 1, height)
        if seen.lines and not seen.lines[0].from_right:
            advance = QFontMetricsF(self.font(pixels - 2)).horizontalAdvance(seen.lines[0].text)
            chip.setWidth(min(width - 1, advance + 13))
        self.scene.items.insert(place, Box(chip, 5, self.phone.hover, self.phone.muted))
        for line in seen.lines:
            self.add(TextLine(QRectF(x + 6, top, width - 12, height), line, self.font(pixels - 2), self.phone.muted))
        self.scene.spoken.append(translate("preview", "the app's own text for the {key}").format(key=key))
        self.y += height + 4
        return CutText(seen.lines)

    def sound(self, name: str) -> None:
        """A note with the name of a sound, in the colours of the app."""
        self.add(Note(QPointF(4, self.y + self._caption * LINE_HEIGHT - 14), self.around.muted))
        self.text(name, 22, self.scene.width - 24, self._caption, self.around.muted)
        self.scene.spoken.append(translate("preview", "Sound: {name}").format(name=name))
        self.y += 4

    def done(self) -> Scene:
        """The scene as it stands."""
        self.scene.height = self.y
        return self.scene


def _option(*, from_right: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side)
    return option


_OPTIONS: Final = {from_right: _option(from_right=from_right) for from_right in (False, True)}


def paint(painter: QPainter, scene: Scene) -> None:
    """Draws a scene in its own pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in scene.items:
        match item:
            case Box():
                painter.setPen(QPen(QColor(item.line), 1))
                painter.setBrush(QColor(item.fill))
                painter.drawRoundedRect(item.rect, item.radius, item.radius)
            case TextLine():
                painter.setPen(QColor(item.colour))
                painter.setFont(item.font)
                painter.drawText(item.rect, item.line.text, _OPTIONS[item.line.from_right])
            case CutMark():
                painter.setPen(QPen(QColor(item.colour), 1.4, Qt.PenStyle.DashLine))
                painter.drawLine(item.start, item.start + QPointF(item.width, 0))
            case AppIcon():
                _paint_icon(painter, item)
            case Note():
                _paint_note(painter, item)


def _paint_icon(painter: QPainter, item: AppIcon) -> None:
    fill = QColor(item.fill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    side = item.rect.width()
    radius = side / 2 if item.round else side * 0.23
    painter.drawRoundedRect(item.rect, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(_ring_on(item.fill)), side * 0.09))
    painter.drawEllipse(item.rect.center(), side * 0.2, side * 0.2)


def _paint_note(painter: QPainter, item: Note) -> None:
    path = QPainterPath()
    path.addEllipse(QRectF(0, 8, 5.5, 4.5))
    path.addRect(QRectF(4.4, 0, 1.2, 10))
    path.addRect(QRectF(4.4, 0, 5, 2))
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(item.colour))
    painter.drawPath(path.translated(item.at))


@functools.lru_cache(maxsize=16)
def _ring_on(fill: str) -> str:
    return readable_on(QColor(fill))


def readable_on(fill: QColor) -> str:
    """Black or white, whichever stands out more (WCAG 2.2, relative luminance; their contrast is equal at 0.179)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    luminance = 0.2126 * linear(fill.redF()) + 0.7152 * linear(fill.greenF()) + 0.0722 * linear(fill.blueF())
    return "#000000" if luminance > 0.179 else "#FFFFFF"


def _weight(*, bold: bool) -> QFont.Weight:
    return QFont.Weight.DemiBold if bold else QFont.Weight.Normal


def _font(family: QFont, pixels: int, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(_weight(bold=bold))
    font.setStretch(_stretch(family, bold=bold))
    return font


def _stretch(font: QFont, *, bold: bool) -> int:
    """Returns the stretch of the font, in per cent, at which a line holds as much as on a phone."""
    measured = QFont(font)
    measured.setPixelSize(100)
    measured.setWeight(_weight(bold=bold))
    em = QFontMetricsF(measured).horizontalAdvance(SAMPLE) / len(SAMPLE) / 100
    return max(STRETCH[0], min(STRETCH[1], round(100 * LETTER_EM[bold] / em))) if em > 0 else 100
