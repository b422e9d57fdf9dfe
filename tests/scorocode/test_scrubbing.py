"""No way to write a secret gets it past the scrubber, and what is no secret stays as it was."""

import base64
import html
import json
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop.scorocode import known_secrets
from scoro_desktop.scorocode.scrubbing import MASK, Scrubber, remember
from scoro_desktop.scorocode.unescaping import views

SECRET = "fb33e4/7a+c1=Ключ💩'\"\\<&>"

FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "json": lambda text: json.dumps(text)[1:-1],
    "json as it is": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "json in json": lambda text: json.dumps(json.dumps(text)),
    "json in json in json": lambda text: json.dumps(json.dumps(json.dumps(text))),
    "slashes of PHP": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "every unit": lambda text: "".join(
        f"\\u{unit[0]:02X}{unit[1]:02x}" for unit in zip(*[iter(text.encode("utf-16-be"))] * 2, strict=True)
    ),
    "url": lambda text: urllib.parse.quote(text, safe=""),
    "url twice": lambda text: urllib.parse.quote(urllib.parse.quote(text, safe=""), safe=""),
    "every byte": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "html": html.escape,
    "html by number": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "html by hex": lambda text: "".join(f"&#x{ord(each):X};" for each in text),
    "repr": repr,
    "ascii": ascii,
    "bytes": lambda text: repr(text.encode()),
    "repr of json": lambda text: repr(json.dumps({"cli": text})),
    "url of json": lambda text: urllib.parse.quote(json.dumps(text)),
    "hex": lambda text: text.encode().hex(),
    "HEX": lambda text: text.encode().hex().upper(),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for a URL": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64, one before": lambda text: base64.b64encode(b":" + text.encode() + b"..").decode(),
    "base64, two before": lambda text: base64.b64encode(b"u:" + text.encode() + b".").decode(),
    "base64 in json": lambda text: json.dumps({"a": base64.b64encode(b"bob:" + text.encode()).decode()}),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_in_any_form(form: str) -> None:
    written = FORMS[form](SECRET)
    scrubbed = Scrubber([SECRET]).text(f"before {written} after")
    assert MASK in scrubbed
    assert scrubbed.startswith("before ")
    assert scrubbed.endswith(" after")
    for view in views(scrubbed):
        assert not any(part in view.text for part in ("fb33", "7a+c1", "ключ", "💩"))
    assert not any(part in scrubbed for part in (written, written[4:-4], written[-12:-4]))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_within_text_of_the_same_form_leaves_the_rest(form: str) -> None:
    """One run of escapes is masked where the secret stands in it, and no further."""
    around = FORMS[form]("Привет, мир 1") if "base64" not in form else "Привет"
    scrubbed = Scrubber([SECRET]).text(f"{around} {FORMS[form](SECRET)} {around}")
    assert scrubbed.startswith(f"{around} ")
    assert scrubbed.endswith(f" {around}")


def test_a_run_of_escapes_keeps_its_neighbours() -> None:
    assert Scrubber(["secret-1"]).text("%7B%22a%22%3A%22%73ecret-1%22%7D") == f"%7B%22a%22%3A%22{MASK}%22%7D"
    assert Scrubber(["secret-1"]).text("\\u0442secret-1\\u0442") == f"\\u0442{MASK}\\u0442"


@given(
    # two letters of Latin 1 may be one of another alphabet: ascii() writes both alike
    st.text(st.characters(exclude_categories=["Cs"]).filter(lambda each: not "\x7f" < each < "\u0100"), min_size=6),
    st.sampled_from([form for form in FORMS if form != "capitals"]),
    st.sampled_from([form for form in FORMS if form not in {"capitals", "html by number", "html by hex"}]),
)
@example("000000", "plain", "plain")
@example("00000Â", "ascii", "json")
@example("%41\\u0042&lt;", "plain", "plain")
def test_any_secret_in_a_form_of_a_form(secret: str, inner: str, outer: str) -> None:
    if "base64" in inner or "hex" in inner.lower() or secret.strip() != secret:
        outer = "plain"
    if "base64" in outer or "hex" in outer.lower():
        inner = "plain"
    written = FORMS[outer](FORMS[inner](secret))
    assert MASK in Scrubber([secret]).text(f"<<{written}>>")


@pytest.mark.parametrize(
    "cut", ["fb33e4/7a", "fb33e4/7a+c1=\\u041a", "fb33e4%2F7a%2Bc1%3D%D0%9A%D0", "fb33e4/7a+c1=Ключ\\ud83d\\udca9&#3"]
)
def test_a_beginning_of_a_secret_where_the_answer_was_cut_off(cut: str) -> None:
    scrubbed = Scrubber([SECRET]).text("echo: " + cut)
    assert scrubbed.startswith(f"echo: {MASK}")
    assert "fb33" not in scrubbed


def test_other_text_stays_to_the_letter() -> None:
    text = 'Привет "world" %20 \\ &amp; \\u0041 %zz &#99999999; \\U00110000 sec İstanbul'
    assert Scrubber(["secret", "x-1", ""]).text(text) == text


def test_a_short_secret_goes_only_where_it_stands_by_itself() -> None:
    scrubber = Scrubber(["a", "1", "text"])
    assert scrubber.text('{"errMsg":"a context of 11 data","cli":"a"}') == (
        f'{{"errMsg":"{MASK} context of 11 data","cli":"{MASK}"}}'
    )
    remember("e", "", "or")
    assert Scrubber([]).text("e or not") == "e or not"  # nothing so short is remembered


def test_what_was_seen_in_this_run_is_masked_by_every_scrubber() -> None:
    scrubber = Scrubber([])
    assert scrubber.text("key-of-before") == "key-of-before"
    remember("key-of-before", "ключ-и-слово")
    assert scrubber.text("key-of-before and ключ-и-слово") == f"{MASK} and {MASK}"


def test_not_more_are_remembered_than_there_is_room_for() -> None:
    remember("the-first")
    remember(*(f"key-{number}" for number in range(known_secrets.MOST - 1)))
    remember("the-first")
    remember("one-more", "x" * 10 * known_secrets.LENGTH_MAX)
    known = known_secrets.all_known()
    assert len(known) == known_secrets.MOST
    assert {"the-first", "one-more"} <= known
    assert "key-0" not in known
    assert max(map(len, known)) == known_secrets.LENGTH_MAX


@pytest.mark.parametrize(
    "text",
    [
        """curl -d '{"app":"a","cli":"word-1","acc":"word-2", "sess" : "word-3"'""",
        r'curl -d "{\"cli\":\"word-1\",\"acc\":\"word-2\",\"sess\":\"word-3\"}"',
        "cli=word-1&acc=word-2&sess=word-3",
        "{'cli':\n'word-1','acc':'word-2','sessionId':'word-3",
    ],
)
def test_keys_of_a_request_that_could_not_be_read(text: str) -> None:
    assert known_secrets.in_a_request(text) == ["word-1", "word-2", "word-3"]


def test_a_long_text_without_end_is_looked_through_at_once() -> None:
    """A pattern that goes back and forth would take minutes for these."""
    for text in ("cli" * 100_000, "cli " * 100_000, 'cli"' * 100_000, "cli:" * 100_000):
        known_secrets.in_a_request(text)
    Scrubber(["a\\" * 100, "secret"]).text('\\\\"' * 100_000 + "%" * 100_000 + "&#" * 100_000)
