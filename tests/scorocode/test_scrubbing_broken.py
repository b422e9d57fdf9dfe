"""A secret that was broken into lines, grouped, mixed with other signs or cut off is masked as a whole one is."""

import base64
import json
import quopri
import re
import textwrap
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.scorocode.scrubbing import ANSWER_MAX, CODE_MAX, MASK, MESSAGE_MAX, Scrubber

KEY = "1b24fb33e47ac19f0d6e5587aa90c3d2"
LOGIN = f"bob@example.com:{KEY}; and some more words, so that it takes several lines of base64 in any mail"


def lines(text: str, width: int, seam: str = "\n") -> str:
    return seam.join(textwrap.wrap(text, width, break_on_hyphens=False))


def mixed(text: str, sign: str, every: int) -> str:
    return sign.join(text[at : at + every] for at in range(0, len(text), every))


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


FORMS: dict[str, Callable[[str], str]] = {
    "base64 in lines of 76": lambda key: base64.encodebytes(b"x" * 40 + key.encode() + b"y" * 70).decode(),
    "base64 in lines of 64, as in PEM": lambda key: lines(encoded("x" * 40 + key + "y" * 50), 64),
    "base64 in lines of 8, indented": lambda key: lines(encoded(key), 8, "\r\n    "),
    "base64 in lines, in JSON": lambda key: json.dumps(base64.encodebytes(b"x" * 41 + key.encode() + b"yy").decode()),
    "base64 in lines, in JSON twice": lambda key: json.dumps(json.dumps(lines(encoded(key), 16))),
    "base64 in lines, repr": lambda key: repr(base64.encodebytes(b"x" * 42 + key.encode())),
    "base64 in a list": lambda key: json.dumps(textwrap.wrap(encoded(key), 16)),
    "base64 in a URL": lambda key: urllib.parse.quote(lines(encoded(key), 16), safe=""),
    "base64 cited": lambda key: "> " + lines(encoded(key), 20, "\n> "),
    "hex with blanks": lambda key: key.encode().hex(" "),
    "hex with colons": lambda key: key.encode().hex(":").upper(),
    "hex with hyphens": lambda key: key.encode().hex("-"),
    "hex, each with 0x": lambda key: ", ".join(f"0x{byte:02X}" for byte in key.encode()),
    "hex in fours": lambda key: key.encode().hex(" ", 2).upper(),
    "hex in lines": lambda key: lines(key.encode().hex(), 16),
    "a list of bytes": lambda key: str(list(key.encode())),
    "a buffer": lambda key: json.dumps({"type": "Buffer", "data": list(key.encode())}, indent=2),
    "broken over lines": lambda key: lines(key, 10),
    "broken over lines, indented": lambda key: lines(key, 10, "\r\n      "),
    "broken with a backslash": lambda key: lines(key, 10, "\\\n"),
    "broken, in JSON": lambda key: json.dumps(lines(key, 10)),
    "broken, in a URL": lambda key: lines(key, 10, "%0D%0A"),
    "broken in a mail": lambda key: quopri.encodestring(("x" * 60 + key).encode()).decode(),
    "pieces of code": lambda key: '"' + lines(key, 10, '"\n  + "') + '"',
    "a table": lambda key: lines(key, 10, " |\n| "),
    "grouped with blanks": lambda key: mixed(key, " ", 4),
    "grouped with hyphens": lambda key: mixed(key, "-", 8),
    "grouped with no-break spaces": lambda key: mixed(key, "\u00a0", 4),
    "zero width spaces": lambda key: mixed(key, "\u200b", 3),
    "soft hyphens": lambda key: mixed(key, "\xad", 5),
    "joiners and a direction": lambda key: "\u202a" + mixed(key, "\u2060", 1) + "\u202c",
    "zero width, escaped": lambda key: json.dumps(mixed(key, "\ufeff", 7)),
    "<wbr>": lambda key: mixed(key, "&#8203;", 4),
}


def in_base64(text: str) -> list[str]:
    """The signs that hold nothing but bits of the text, at each place that it may have within a group."""
    inner = [encoded("-" * at + text)[(at * 8 + 5) // 6 : (at + len(text)) * 8 // 6] for at in range(3)]
    return [bare(each) for each in inner]


def bare(text: str) -> str:
    """The letters and digits alone, as somebody would who wants the key."""
    return re.sub(r"[^0-9a-z]", "", text.lower())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("before", ["", ".", ".."])
def test_it_is_masked(form: str, before: str) -> None:
    """`before`: base64 has a secret at any of three places within a group."""
    written = FORMS[form](before + KEY)
    scrubbed = Scrubber([KEY]).text(f"<<{written}>> after")
    assert scrubbed.startswith("<<")
    assert scrubbed.endswith(">> after")
    assert MASK in scrubbed
    left = bare(scrubbed)
    for whole in (KEY, KEY.encode().hex(), bare(str(list(KEY.encode()))), *in_base64(KEY)):
        assert not [whole[at : at + 8] for at in range(len(whole) - 8) if whole[at : at + 8] in left]


SHOWN = 24


@pytest.mark.parametrize("end", ["", "...", "…", '..."}', "… [2,048 characters more]"])
@pytest.mark.parametrize("written", [KEY, KEY.upper(), KEY.encode().hex(), encoded(KEY), encoded("u:" + KEY)])
def test_it_is_masked_where_it_was_cut_off_behind(written: str, end: str) -> None:
    scrubbed = Scrubber([KEY]).text(f"said: {written[:SHOWN]}{end}")
    assert scrubbed.startswith("said: ")
    assert written[4:8] not in scrubbed
    assert written[SHOWN - 8 : SHOWN] not in scrubbed


@pytest.mark.parametrize("written", [KEY, KEY.encode().hex(), encoded(KEY), encoded("u:" + KEY)])
@pytest.mark.parametrize("start", ["", "...", "[cut]"])
def test_it_is_masked_where_it_was_cut_off_before(written: str, start: str) -> None:
    scrubbed = Scrubber([KEY]).text(f"{start}{written[-SHOWN:]} was said")
    assert scrubbed.endswith(" was said")
    assert written[-SHOWN : -SHOWN + 8] not in scrubbed
    assert written[-12:-4] not in scrubbed


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("width", [1, 7, 19, 76])
def test_base64_in_lines_anywhere_in_a_longer_text(at: int, width: int) -> None:
    whole = "\n".join(textwrap.wrap(encoded("-" * at + LOGIN), width))
    scrubbed = Scrubber([KEY]).text(f"Authorization: Basic {whole}")
    assert MASK in scrubbed
    assert not [each for each in in_base64(KEY) if each[8:16] in bare(scrubbed)]
    assert bare(scrubbed).endswith(bare(whole)[-40:])


@pytest.mark.parametrize(
    "text",
    [
        "The lamp\nshade is\nnot a key: 1b 24, but a name.",
        "sec\nret",
        "let me in",
        "said... it\n\nand more…",
        "a long text in English, with 12345678 and 20261128T190000Z, ends",
        'Traceback (most recent call last):\n  File "x.py", line 3, in f\n    return 1\nKeyError: 16\n',
    ],
)
def test_other_text_stays_to_the_letter(text: str) -> None:
    assert Scrubber(["letmein", "lampshadeisnot", "sec ret", KEY, "2026112819", "x" * 40_000]).text(text) == text


@given(st.text("abcdef0123456789", min_size=12, max_size=64), st.sampled_from(list(FORMS)), st.integers(1, 40))
def test_any_key_in_lines(secret: str, form: str, width: int) -> None:
    assert MASK in Scrubber([secret]).text(f"({FORMS[form](secret)})")
    assert MASK in Scrubber([secret]).text(f"({lines(encoded(LOGIN + secret + LOGIN), width)})")


def test_a_secret_of_several_lines_is_found_however_its_lines_end() -> None:
    secret = "-----BEGIN KEY-----\nabc+def/ghi\n-----END KEY-----"
    for text in (secret, secret.replace("\n", "\r\n"), secret.replace("\n", ""), json.dumps(secret)[1:-1]):
        assert Scrubber([secret]).text(f"<{text}>") == f"<{MASK}>"


def test_of_a_very_long_text_no_more_is_looked_through_than_is_kept() -> None:
    long = ('{"a":"\\u0442 \\"' + KEY + '\\n"},' + " \n" * 50) * 20_000
    failure = Scrubber([KEY]).failure(Failure(Outcome.REFUSED, "refused", long, long, None, long, long))
    assert [len(each) for each in (failure.answer, failure.error_code, failure.error_message, failure.detail)] == [
        ANSWER_MAX,
        CODE_MAX,
        MESSAGE_MAX,
        MESSAGE_MAX,
    ]
    assert KEY[:4] not in failure.answer + failure.error_code + failure.error_message + failure.detail
    assert KEY[-8:] not in Scrubber([KEY]).end("x" * 7 + long, 1000)


@pytest.mark.parametrize("long", [" \\" * 100_000, "\n" * 200_000, "ab" * 100_000, "...a" * 50_000, "\u200b" * 200_000])
def test_a_long_text_is_gone_through_once(long: str) -> None:
    """A pattern that goes back and forth would take minutes for these."""
    assert Scrubber(["ab" * 10_000 + "c", "a1" * 16_000, KEY]).text(long)[-3:] in {long[-3:], MASK}
