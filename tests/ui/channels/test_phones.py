"""The drawn phones: what they say, and where they put it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from scoro_desktop.messages.channels.sms.parts import split
from scoro_desktop.ui.channels.push import android_phone, iphone
from scoro_desktop.ui.channels.push.shown_message import Fate, Shown
from scoro_desktop.ui.channels.sms import sms_bubbles
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, DARK, LIGHT, Colours
from scoro_desktop.ui.phone.cut_text import count_characters
from scoro_desktop.ui.phone.scene import AppIcon, Box, CutMark, Look, Note, Scene, TextLine, paint, readable_on
from scoro_desktop.ui.phone.shown_words import Words
from tests.examples import how_many
from tests.journey.sight import lines_on
from tests.ui.compose.messages import HARD_TEXTS

LONG = "The second half begins in ten minutes. " * 20


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    """There are no fonts without an application."""


def look(phone: Colours = LIGHT) -> Look:
    return Look(phone, LIGHT, QApplication.font())


def android(*, phone: Colours = LIGHT, **shown: object) -> Scene:
    return android_phone.android_scene(Shown(Fate.SHOWN, **shown), look(phone))  # type: ignore[arg-type]


def apple(*, phone: Colours = LIGHT, fate: Fate = Fate.SHOWN, **shown: object) -> Scene:
    return iphone.iphone_scene(Shown(fate, **shown), look(phone))  # type: ignore[arg-type]


def sms(text: str | None, phone: Colours = LIGHT) -> Scene:
    return sms_bubbles.sms_scene(text, look(phone))


def part(scene: Scene, begin: str, end: str = "\0") -> list[str]:
    """The lines between two captions."""
    lines = lines_on(scene)
    start = lines.index(begin) + 1
    return lines[start : lines.index(end) if end in lines else len(lines)]


def body_of(lines: list[str], beginning: str) -> list[str]:
    """The lines of a text, from the one that begins so to the one that is cut."""
    start = next(at for at, line in enumerate(lines) if line.startswith(beginning))
    end = next((at for at, line in enumerate(lines) if at >= start and line.endswith("…")), len(lines) - 1)
    return lines[start : end + 1]


def drawn(scene: Scene) -> QImage:
    image = QImage(round(scene.width), round(scene.height) + 1, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, scene)
    painter.end()
    return image


def colours_in(image: QImage, rect: QRectF) -> set[str]:
    area = rect.toRect() & image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def test_android_shows_one_line_collapsed_and_more_expanded() -> None:
    scene = android(title=Words("Match"), body=Words(LONG))
    collapsed, expanded = part(scene, "Collapsed", "Expanded"), part(scene, "Expanded")
    assert "Match" in collapsed
    assert "Match" in expanded
    one = body_of(collapsed, "The second")
    many = body_of(expanded, "The second")
    assert len(one) == 1
    assert 30 <= count_characters(one[0]) <= 50 + 1
    assert len(many) > 5
    assert 300 <= sum(map(count_characters, many)) <= 450 + 1
    assert sum(isinstance(each, CutMark) for each in scene.items) == 2


def test_android_shows_no_more_lines_than_it_has() -> None:
    expanded = part(android(body=Words("\n".join(map(str, range(40))))), "Expanded")
    assert body_of(expanded, "0") == [*map(str, range(12)), "12…"]


def test_an_iphone_shows_four_lines_on_its_lock_screen_and_two_in_a_banner() -> None:
    scene = apple(title=Words("Match"), subtitle=Words("Group B"), body=Words(LONG))
    locked, banner = part(scene, "Lock screen", "Banner"), part(scene, "Banner")
    for lines in (locked, banner):
        assert lines.index("Match") < lines.index("Group B")
    assert len(body_of(locked, "The second")) == 4
    assert 130 <= sum(map(count_characters, body_of(locked, "The second"))) <= 180 + 1
    assert len(body_of(banner, "The second")) == 2


def test_an_iphone_shows_no_more_lines_than_it_has() -> None:
    scene = apple(title=Words("t"), body=Words("\n".join("abcdefgh")))
    assert body_of(part(scene, "Lock screen", "Banner"), "a") == ["a", "b", "c", "d…"]
    assert body_of(part(scene, "Banner"), "a") == ["a", "b…"]


def test_an_iphone_heads_a_message_without_title_by_the_name_of_the_app() -> None:
    lines = part(apple(body=Words("Hello")), "Lock screen", "Banner")
    assert lines.index("Your app") < lines.index("Hello")
    assert "Your app" not in part(apple(title=Words("t"), body=Words("b")), "Lock screen", "Banner")


def test_what_is_cut_is_said_with_how_much() -> None:
    text = "m" * 200
    scene = android(title=Words("x"), body=Words(text))
    seen = body_of(part(scene, "Collapsed", "Expanded"), "m")[0]
    hidden = len(text) - len(seen.removesuffix("…"))
    said = f"Text cut here on most phones: {hidden} more"
    assert any(line.startswith(said) for line in part(scene, "Collapsed", "Expanded"))
    assert any(line.startswith(said) for line in scene.spoken)
    assert not any("cut" in line for line in lines_on(android(title=Words("x"), body=Words("y"))))


def test_a_cut_title_and_subtitle_are_said_too() -> None:
    said = "\n".join(apple(title=Words(LONG), subtitle=Words(LONG), body=Words("b")).spoken)
    assert "Title cut here" in said
    assert "Subtitle cut here" in said
    assert "Text cut here" not in said


def test_the_colour_tints_the_small_icon_of_android() -> None:
    scene = android(title=Words("t"), colour="#D6336C")
    icons = [each for each in scene.items if isinstance(each, AppIcon)]
    assert [each.fill for each in icons] == ["#D6336C"] * 2
    assert "#d6336c" in colours_in(drawn(scene), icons[0].rect)
    assert "#d6336c" not in colours_in(drawn(android(title=Words("t"))), icons[0].rect)


@pytest.mark.parametrize(("fill", "ring"), [("#000000", "#FFFFFF"), ("#FFFFFF", "#000000"), ("#FFE94D", "#000000")])
def test_the_placeholder_stands_out_on_any_colour(fill: str, ring: str) -> None:
    assert readable_on(QColor(fill)) == ring


def test_a_badge_stands_on_the_icon() -> None:
    scene = apple(title=Words("t"), badge=12)
    assert "12" in part(scene, "Banner")
    assert "Number on the icon: 12" in scene.spoken
    assert "0" not in lines_on(apple(title=Words("t"), badge=0))
    assert "The number on the icon is removed." in lines_on(apple(title=Words("t"), badge=0))
    assert len([each for each in apple(title=Words("t")).items if isinstance(each, AppIcon)]) == 2
    assert apple(title=Words("t"), badge=10**5000).height > 0


def test_a_badge_without_any_text_is_still_shown() -> None:
    lines = lines_on(apple(fate=Fate.SILENT, badge=3, sound="goal"))
    assert "No text is shown. The app gets what is sent with it." in lines
    assert "3" in lines
    assert "goal" in lines


@pytest.mark.parametrize("make", [android, apple])
def test_a_sound_is_a_note_with_its_name(make: Callable[..., Scene]) -> None:
    scene = make(title=Words("t"), sound="goal")
    assert "goal" in lines_on(scene)
    assert "Sound: goal" in scene.spoken
    assert sum(isinstance(each, Note) for each in scene.items) == 1
    assert not any(isinstance(each, Note) for each in make(title=Words("t")).items)


@pytest.mark.parametrize("make", [android, apple])
def test_a_text_by_key_is_a_chip(make: Callable[..., Scene]) -> None:
    scene = make(title=Words(key="MATCH", values=("Lisbon", "18:00")), body=Words("b"))
    line = next(each for each in scene.items if isinstance(each, TextLine) and "MATCH" in each.line.text)
    assert line.line.text == "key MATCH: Lisbon, 18:00"
    assert any(isinstance(each, Box) and each.rect.contains(line.rect.topLeft()) for each in scene.items)
    assert "the app's own text for the key MATCH: Lisbon, 18:00" in scene.spoken


@pytest.mark.parametrize(
    ("fate", "on_android", "on_iphone"),
    [
        (Fate.SILENT, "Nothing is shown. The app gets the data.", "No text is shown."),
        (Fate.EMPTY, "Write a title", "Write a title"),
        (Fate.OFF, "Android is turned off", "iPhone is turned off"),
        (Fate.UNREADABLE, "The request has something here", "The request has something here"),
    ],
)
def test_why_nothing_is_shown_stands_in_the_phone(fate: Fate, on_android: str, on_iphone: str) -> None:
    for scene, words in (
        (android_phone.android_scene(Shown(fate), look(DARK)), on_android),
        (iphone.iphone_scene(Shown(fate), look(DARK)), on_iphone),
    ):
        assert " ".join(lines_on(scene)).startswith(words)
        assert scene.spoken[0].startswith(words)


def test_text_from_the_right_is_set_right() -> None:
    def ink(title: str) -> list[int]:
        scene = android(title=Words(title))
        line = next(each for each in scene.items if isinstance(each, TextLine) and each.line.text == title)
        image, area = drawn(scene), line.rect.toRect()
        dark = [
            x
            for x in range(area.left(), area.right())
            if any(image.pixelColor(x, y).lightness() < 128 for y in range(area.top() + 2, area.bottom() - 2))
        ]
        return [dark[0] - area.left(), area.right() - dark[-1]]

    left, right = ink("Match")
    assert left < 6 < 100 < right
    left, right = ink("משחק")
    assert right < 6 < 100 < left


def test_the_phone_is_drawn_in_its_own_colours() -> None:
    for colours in (LIGHT, DARK, CONTRAST_DARK):
        scene = android(title=Words("t"), phone=colours)
        card = [each for each in scene.items if isinstance(each, Box)][1]
        inside = QRectF(card.rect.right() - 20, card.rect.bottom() - 6, 4, 3)
        assert colours_in(drawn(scene), inside) == {colours.surface.lower()}
    card = [each for each in android(title=Words("t"), phone=CONTRAST_DARK).items if isinstance(each, Box)][1]
    assert card.line == CONTRAST_DARK.text


@pytest.mark.parametrize("text", ["Short", "a" * 160, "a" * 161, "Привет " * 30, "€" * 200, "\U0001f600" * 100])
def test_an_sms_has_a_bubble_for_each_part(text: str) -> None:
    parts = split(text).parts
    scene = sms(text)
    bubbles = [each for each in scene.items if isinstance(each, Box)][1:]
    assert len(bubbles) == len(parts)
    numbers = [line for line in lines_on(scene) if line.startswith("Part ")]
    assert numbers == [f"Part {n} of {len(parts)}" for n in range(1, len(parts) + 1) if len(parts) > 1]
    inside = [
        "".join(
            each.line.text
            for each in scene.items
            if isinstance(each, TextLine) and bubble.rect.contains(each.rect.center())
        )
        for bubble in bubbles
    ]
    assert ["".join(each.split()) for each in inside] == ["".join(each.split()) for each in parts]


def test_of_very_many_parts_the_first_are_drawn_and_the_rest_counted() -> None:
    scene = sms("a" * 153 * 25)
    assert "Part 10 of 25" in lines_on(scene)
    assert "Part 11 of 25" not in lines_on(scene)
    assert any(line.startswith("15 more part") for line in lines_on(scene))


@pytest.mark.parametrize("text", [None, ""])
def test_an_sms_without_text_says_what_will_be_here(text: str | None) -> None:
    assert " ".join(lines_on(sms(text))) == "Write the text to see here how it is cut into parts."


@settings(max_examples=how_many(60), deadline=None)
@given(st.sampled_from(HARD_TEXTS) | st.text(st.characters(), max_size=60), st.sampled_from([LIGHT, CONTRAST_DARK]))
def test_any_text_can_be_drawn_within_its_place(text: str, phone: Colours) -> None:
    words = Words(text)
    keyed = Words(key=text or "k", values=(text,))
    for scene in (
        android(phone=phone, title=words, body=keyed, sound=text),
        apple(phone=phone, title=keyed, subtitle=words, body=words, sound=text, badge=5),
        sms(text, phone),
    ):
        drawn(scene)
        for each in scene.items:
            if isinstance(each, TextLine):
                assert each.rect.left() >= 0
                assert each.rect.right() <= scene.width + 0.5
                assert each.rect.bottom() <= scene.height + 0.5
                if each.line.text.isascii() and len(each.line.text) > 1:
                    assert QFontMetricsF(each.font).horizontalAdvance(each.line.text) <= each.rect.width() + 1
