"""An SMS as it is cut into parts, a bubble for each."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFontMetricsF

from scoro_desktop.messages.channels.sms.parts import split
from scoro_desktop.ui.phone import phone_words
from scoro_desktop.ui.phone.cut_text import lay_out
from scoro_desktop.ui.phone.scene import LINE_HEIGHT, MARGIN, RADIUS, Box, Look, Scene, Stage, TextLine

translate = QCoreApplication.translate

WIDTH: Final = 360
"""Of the screen, as of `android_phone`."""
TEXT: Final = 15
PARTS: Final = 10
"""The most parts that are drawn: more are hardly ever meant, and gateways commonly stop there."""
_BUBBLE: Final = 276
_PADDING: Final = 12
_LINES: Final = 160
"""No part has more lines than characters."""


def sms_scene(text: str | None, look: Look) -> Scene:
    """Every part of a text, numbered. None is a message that cannot be read as a text."""
    stage, phone = Stage(WIDTH, look), look.phone
    parts = split(text or "").parts
    if not parts:
        with stage.box(0, radius=RADIUS, fill=phone.hover, padding=4 * MARGIN):
            phone_words.nothing(stage, translate("preview", "Write the text to see here how it is cut into parts."))
        return stage.done()
    stage.caption(translate("preview", "%Ln part(s)", None, len(parts)))
    with stage.box(0, radius=RADIUS, fill=phone.hover, padding=MARGIN):
        for number, part in enumerate(parts[:PARTS], 1):
            if len(parts) > 1:
                numbered = translate("preview", "Part {number} of {count}").format(number=number, count=len(parts))
                stage.text(numbered, MARGIN + _PADDING, _BUBBLE, 11, phone.muted)
                stage.scene.spoken.append(numbered)
            _bubble(stage, part)
            stage.y += 0 if number == min(len(parts), PARTS) else 8
    stage.y += 4
    if len(parts) > PARTS:
        stage.caption(translate("preview", "%Ln more part(s) are not shown", None, len(parts) - PARTS))
    if len(parts) > 1:
        stage.caption(translate("preview", "Most phones join the parts into one message. Each is paid for."))
    return stage.done()


def _bubble(stage: Stage, part: str) -> None:
    font = stage.font(TEXT)
    seen = lay_out(part, font, width=_BUBBLE - 2 * _PADDING, lines=_LINES)
    colour = stage.phone.text
    if not seen.lines:
        seen = lay_out(translate("preview", "nothing but blanks"), font, width=_BUBBLE, lines=1)
        colour = stage.phone.muted
    measure = QFontMetricsF(font)
    widest = max((measure.horizontalAdvance(line.text) for line in seen.lines), default=0.0)
    width = min(float(_BUBBLE), max(4.0 * _PADDING, widest + 2 * _PADDING + 1))
    line_height = TEXT * LINE_HEIGHT
    height = max(1, len(seen.lines)) * line_height + _PADDING
    stage.add(Box(QRectF(MARGIN, stage.y, width, height), 14, stage.phone.surface, stage.phone.line))
    top = stage.y + _PADDING / 2
    for line in seen.lines:
        place = QRectF(MARGIN + _PADDING, top, width - 2 * _PADDING, line_height)
        stage.add(TextLine(place, line, font, colour))
        top += line_height
    stage.scene.spoken.append(seen.text)
    stage.y += height
