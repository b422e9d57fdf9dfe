"""An iPhone with the message on its lock screen and as a banner above its home screen."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFontMetricsF

from scoro_desktop.ui.channels.push import fate_words
from scoro_desktop.ui.channels.push.shown_message import Fate, Shown
from scoro_desktop.ui.phone import phone_words
from scoro_desktop.ui.phone.cut_text import Line, lay_out
from scoro_desktop.ui.phone.scene import MARGIN, RADIUS, AppIcon, Box, Look, Scene, Stage, TextLine
from scoro_desktop.ui.phone.shown_words import Words

translate = QCoreApplication.translate

WIDTH: Final = 390
"""Of the screen in points, from iPhone 12 on (Apple, Human Interface Guidelines, "Layout")."""
TEXT: Final = 15
"""Of title and text in points: the text style "subheadline" at its usual size (the same, "Typography")."""
LOCK_SCREEN_LINES: Final = 4
LOCK_SCREEN_CHARACTERS: Final = 180
"""Advice of senders of push: four lines, 150 to 180 characters."""
BANNER_LINES: Final = 2
BANNER_CHARACTERS: Final = 80
"""Advice of senders of push: two lines, about 80 characters."""
_CARD: Final = 8
_PADDING: Final = 14
_ICON: Final = 38
_TEXT_LEFT: Final = _CARD + _PADDING + _ICON + 10
TEXT_WIDTH: Final = WIDTH - _TEXT_LEFT - _CARD - _PADDING
_HOME_ICON: Final = 52
_BADGE: Final = 20
_MOST_DIGITS: Final = 10**9


def iphone_scene(shown: Shown, look: Look) -> Scene:
    """Both places of the message, or why there is none; the number on the icon in any case."""
    stage = Stage(WIDTH, look)
    if shown.fate is Fate.SHOWN:
        stage.caption(translate("preview", "Lock screen"))
        _screen(stage, shown, lines=LOCK_SCREEN_LINES, characters=LOCK_SCREEN_CHARACTERS, clock=True)
        stage.caption(translate("preview", "Banner"))
        _screen(stage, shown, lines=BANNER_LINES, characters=BANNER_CHARACTERS, clock=False)
    else:
        _nothing(stage, shown, look, 4 * MARGIN)
    return _done(stage, shown)


def _nothing(stage: Stage, shown: Shown, look: Look, padding: int) -> None:
    with stage.box(0, radius=RADIUS, fill=look.phone.hover, padding=padding):
        phone_words.nothing(stage, fate_words.nothing_on_iphone(shown.fate))
        _home_icon(stage, shown.badge)


def _done(stage: Stage, shown: Shown) -> Scene:
    if shown.badge == 0:
        stage.caption(translate("preview", "The number on the icon is removed."))
    if shown.sound:
        stage.sound(shown.sound)
    return stage.done()


def iphone_brief(shown: Shown, name: str, look: Look) -> Scene:
    """The message once, as the lock screen shows it, under the name of the platform; with the number on the icon."""
    stage = Stage(WIDTH, look)
    stage.caption(name)
    if shown.fate is Fate.SHOWN:
        _screen(stage, shown, lines=LOCK_SCREEN_LINES, characters=LOCK_SCREEN_CHARACTERS, clock=False)
    else:
        _nothing(stage, shown, look, 2 * MARGIN)
    return _done(stage, shown)


def _screen(stage: Stage, shown: Shown, *, lines: int, characters: int, clock: bool) -> None:
    cuts = phone_words.Cuts()
    with stage.box(0, radius=RADIUS, fill=stage.phone.hover, padding=_CARD):
        if clock:
            stage.text(phone_words.CLOCK, 0, WIDTH, 32, stage.phone.text, bold=True, centred=True)
            stage.y += 4
        with stage.box(_CARD, radius=RADIUS, fill=stage.phone.surface, padding=12):
            _card(stage, shown, cuts, lines, characters)
        if not clock:
            _home_icon(stage, shown.badge)
    stage.y += 4
    cuts.say(stage)
    stage.y += 8


def _card(stage: Stage, shown: Shown, cuts: phone_words.Cuts, lines: int, characters: int) -> None:
    phone = stage.phone
    icon = QRectF(_CARD + _PADDING, stage.y, _ICON, _ICON)
    stage.add(AppIcon(icon, phone.muted))
    now, font = phone_words.now(), stage.font(12)
    now_width = QFontMetricsF(font).horizontalAdvance(now) + 8
    place = QRectF(_TEXT_LEFT + TEXT_WIDTH - now_width + 8, stage.y, now_width, 20)
    stage.add(TextLine(place, Line(now), font, phone.muted))
    title = shown.title or Words(phone_words.app_name())  # iOS heads a message without a title by the app's name
    cuts.title = stage.words(title, _TEXT_LEFT, TEXT_WIDTH - now_width, TEXT, bold=True).hidden
    if shown.subtitle:
        cuts.subtitle = stage.words(shown.subtitle, _TEXT_LEFT, TEXT_WIDTH, TEXT, bold=True).hidden
    if shown.body:
        seen = stage.words(shown.body, _TEXT_LEFT, TEXT_WIDTH, TEXT, lines=lines, characters=characters)
        cuts.body = seen.hidden
    stage.y = max(stage.y, icon.bottom())


def _home_icon(stage: Stage, badge: int | None) -> None:
    """The app among others on the home screen, where its badge is seen."""
    if badge is None:
        return
    phone = stage.phone
    stage.y += 16
    left, top = (WIDTH - _HOME_ICON) / 2, stage.y
    stage.add(AppIcon(QRectF(left, top, _HOME_ICON, _HOME_ICON), phone.muted))
    if badge:
        font = stage.font(13, bold=True)
        number = str(badge) if badge < _MOST_DIGITS else translate("preview", "too big")
        seen = lay_out(number, font, width=WIDTH / 3, lines=1).text
        width = max(_BADGE, QFontMetricsF(font).horizontalAdvance(seen) + 10)
        place = QRectF(left + _HOME_ICON - _BADGE / 2, top - _BADGE / 2, width, _BADGE)
        stage.add(Box(place, _BADGE / 2, phone.production, phone.on_environment))
        inner = (width - QFontMetricsF(font).horizontalAdvance(seen)) / 2
        stage.add(TextLine(place.adjusted(inner, 0, 0, 0), Line(seen), font, phone.on_environment))
        stage.scene.spoken.append(translate("preview", "Number on the icon: {number}").format(number=seen))
    stage.y += _HOME_ICON + 2
    stage.text(phone_words.app_name(), 0, WIDTH, 12, phone.text, centred=True)
