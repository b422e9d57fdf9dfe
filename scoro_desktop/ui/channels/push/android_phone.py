"""An Android phone with the message in its shade, collapsed and expanded."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF

from scoro_desktop.ui.channels.push import fate_words
from scoro_desktop.ui.channels.push.shown_message import Fate, Shown
from scoro_desktop.ui.phone import phone_words
from scoro_desktop.ui.phone.scene import MARGIN, RADIUS, AppIcon, Look, Scene, Stage

translate = QCoreApplication.translate

WIDTH: Final = 360
"""Of the screen in dp. Most Android phones are this wide or a little wider (Android developers, "Screen sizes")."""
TEXT: Final = 14
"""Of title and text in sp, as Material Design sets notifications."""
COLLAPSED_CHARACTERS: Final = 50
"""A collapsed notification has one line of each; advice of senders of push is 40 to 50 characters."""
EXPANDED_CHARACTERS: Final = 450
"""Advice of senders of push for an expanded one."""
EXPANDED_LINES: Final = 13
"""Android Open Source Project, `Notification.BigTextStyle.MAX_LINES`."""
_CARD: Final = 8
_PADDING: Final = 16
_ICON: Final = 24
_TEXT_LEFT: Final = _CARD + _PADDING + _ICON + 12
TEXT_WIDTH: Final = WIDTH - _TEXT_LEFT - _CARD - _PADDING


def android_scene(shown: Shown, look: Look) -> Scene:
    """Both states of the notification, or why there is none."""
    stage = Stage(WIDTH, look)
    if shown.fate is not Fate.SHOWN:
        with stage.box(0, radius=RADIUS, fill=look.phone.hover, padding=4 * MARGIN):
            phone_words.nothing(stage, fate_words.nothing_on_android(shown.fate))
        return stage.done()
    head = fate_words.app_and_time()
    stage.caption(translate("preview", "Collapsed"))
    _notification(stage, shown, head, lines=1, characters=COLLAPSED_CHARACTERS)
    stage.caption(translate("preview", "Expanded"))
    _notification(stage, shown, head, lines=EXPANDED_LINES, characters=EXPANDED_CHARACTERS)
    if shown.sound:
        stage.sound(shown.sound)
    return stage.done()


def android_brief(shown: Shown, name: str, look: Look) -> Scene:
    """The notification once, with all of it that is ever seen, under the name of the platform."""
    stage = Stage(WIDTH, look)
    stage.caption(name)
    if shown.fate is not Fate.SHOWN:
        with stage.box(0, radius=RADIUS, fill=look.phone.hover, padding=2 * MARGIN):
            phone_words.nothing(stage, fate_words.nothing_on_android(shown.fate))
        return stage.done()
    head = fate_words.app_and_time()
    _notification(stage, shown, head, lines=EXPANDED_LINES, characters=EXPANDED_CHARACTERS)
    if shown.sound:
        stage.sound(shown.sound)
    return stage.done()


def _notification(stage: Stage, shown: Shown, head: str, *, lines: int, characters: int) -> None:
    phone = stage.phone
    cuts = phone_words.Cuts()
    with (
        stage.box(0, radius=RADIUS, fill=phone.hover, padding=_CARD),
        stage.box(_CARD, radius=14, fill=phone.surface, padding=10),
    ):
        icon = QRectF(_CARD + _PADDING, stage.y + 2, _ICON, _ICON)
        stage.scene.items.append(AppIcon(icon, shown.colour or phone.muted, round=True))
        stage.text(head, _TEXT_LEFT, TEXT_WIDTH, 12, phone.muted)
        if shown.title.text or shown.title.key:
            seen = stage.words(shown.title, _TEXT_LEFT, TEXT_WIDTH, TEXT, bold=True, characters=COLLAPSED_CHARACTERS)
            cuts.title = seen.hidden
        if shown.body.text or shown.body.key:
            cuts.body = stage.words(shown.body, _TEXT_LEFT, TEXT_WIDTH, TEXT, lines=lines, characters=characters).hidden
        stage.y = max(stage.y, icon.bottom())
    stage.y += 4
    cuts.say(stage)
    stage.y += 8
