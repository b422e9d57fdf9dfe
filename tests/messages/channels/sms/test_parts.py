"""An SMS is cut as the networks cut it (3GPP TS 23.038 and TS 23.040)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.channels.sms.parts import Alphabet, split

BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà"
EXTENSION = "\f^{}\\[~]|€"


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "parts", "left"),
    [
        ("", "gsm7", 0, 0, 160),
        ("a", "gsm7", 1, 1, 159),
        ("a" * 160, "gsm7", 160, 1, 0),
        ("a" * 161, "gsm7", 161, 2, 145),
        ("a" * 306, "gsm7", 306, 2, 0),
        ("a" * 307, "gsm7", 307, 3, 152),
        ("€" * 80, "gsm7", 160, 1, 0),
        ("€" * 81, "gsm7", 162, 2, 143),  # 76 pairs fill 152 of 153 units, 5 pairs are left
        ("a" * 152 + "€" + "a" * 7, "gsm7", 161, 2, 144),  # the pair does not fit the last unit of the first part
        ("я" * 70, "ucs2", 70, 1, 0),
        ("я" * 71, "ucs2", 71, 2, 63),
        ("я" * 134, "ucs2", 134, 2, 0),
        ("😀" * 35, "ucs2", 70, 1, 0),
        ("😀" * 36, "ucs2", 72, 2, 61),  # 33 emoji fill 66 of 67 units, 3 are left
        ("€я", "ucs2", 2, 1, 68),
        ("a\r\nb", "gsm7", 4, 1, 156),
        ("ça va", "ucs2", 5, 1, 65),
    ],
)
def test_parts(text: str, alphabet: str, units: int, parts: int, left: int) -> None:
    found = split(text)
    assert (found.alphabet, found.units, len(found.parts), found.units_left) == (alphabet, units, parts, left)


@pytest.mark.parametrize("character", BASIC)
def test_the_basic_alphabet_takes_one_unit(character: str) -> None:
    assert (split(character).alphabet, split(character).units) == (Alphabet.GSM7, 1)


@pytest.mark.parametrize("character", EXTENSION)
def test_the_extension_takes_two_units_and_one_in_ucs2(character: str) -> None:
    assert (split(character).alphabet, split(character).units) == (Alphabet.GSM7, 2)
    assert split(character + "я").units == 2


@pytest.mark.parametrize("character", "`çáíóú«»“”‘’–—…\u00a0ъ\t\u2126😀")
def test_lookalikes_force_ucs2_and_are_pointed_at(character: str) -> None:
    found = split("a" + character + "b")
    assert found.alphabet is Alphabet.UCS2
    assert found.forcing == ((1, character),)


@given(st.text(st.sampled_from("a€я😀\ud800[") | st.characters(), max_size=400))
def test_the_parts_make_the_text_and_each_fits(text: str) -> None:
    found = split(text)
    assert "".join(found.parts) == text
    assert all(found.parts)

    def cost(part: str) -> int:
        if found.alphabet is Alphabet.UCS2:
            return len(part.encode("utf-16-le", "surrogatepass")) // 2
        return sum(2 if each in EXTENSION else 1 for each in part)

    gsm7 = found.alphabet is Alphabet.GSM7
    room = (160 if gsm7 else 70) if len(found.parts) < 2 else (153 if gsm7 else 67)
    assert all(cost(part) <= room for part in found.parts)
    assert found.units == sum(map(cost, found.parts)) == cost(text)
    assert found.units_left == room - (cost(found.parts[-1]) if found.parts else 0)
    for part, following in zip(found.parts, found.parts[1:], strict=False):
        assert cost(part) + cost(following[0]) > room, "a part was closed before it was full"
    assert bool(found.forcing) is not gsm7
    assert all(text[at] == character for at, character in found.forcing)


@pytest.mark.parametrize(
    ("text", "alphabet", "units", "parts"),
    [
        ("this is a " + "]" * 75 + "\U0001f618", "ucs2", 87, 2),
        ("x" * 152 + "[" + "y" * 152 + ".", "gsm7", 307, 3),
        ("\u00e7a va", "ucs2", 5, 1),
        ("\f", "gsm7", 2, 1),
        ("a\r\nb", "gsm7", 4, 1),
    ],
)
def test_texts_that_other_counters_get_wrong(text: str, alphabet: str, units: int, parts: int) -> None:
    found = split(text)
    assert (found.alphabet.value, found.units, len(found.parts)) == (alphabet, units, parts)
    assert "".join(found.parts) == text
