"""Keys out of lists: each says what it is, as keys are compared; what is none is told with its row."""

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.recipients.list_keys import (
    ListKey,
    UnreadableKey,
    below_each_other,
    email_key,
    keys_of,
    keys_of_text,
    list_key,
)
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from tests.examples import how_much


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("8 (912) 345-67-89", KeyKind.PHONE, "79123456789"),
        ("+7 912 345 67 89", KeyKind.PHONE, "79123456789"),
        ("9123456789", KeyKind.PHONE, "79123456789"),
        ('="79123456789"', KeyKind.PHONE, "79123456789"),
        ("\u200e+7\u00a0912\u00a0345-67-89\u202c", KeyKind.PHONE, "79123456789"),
        ("+44 7700 900123", KeyKind.PHONE, "447700900123"),
        ("Anna@Example.COM ", KeyKind.EMAIL, "anna@example.com"),
        ("Анна <anna@example.com>", KeyKind.EMAIL, "anna@example.com"),
        ("mailto:anna@example.com", KeyKind.EMAIL, "anna@example.com"),
        ("ПОЧТА@ПРИМЕР.РФ", KeyKind.EMAIL, "почта@пример.рф"),
        ("XukL1FrVoL", KeyKind.ID, "XukL1FrVoL"),
        ("qRmXrHscaB", KeyKind.ID, "qRmXrHscaB"),
        ("5a0000000000000000000a00", KeyKind.ID, "5a0000000000000000000a00"),
        # As mail programs, sheets and letters have them.
        ("'anna@example.com'", KeyKind.EMAIL, "anna@example.com"),
        ("'anna@example.com", KeyKind.EMAIL, "anna@example.com"),
        ('"anna@example.com"', KeyKind.EMAIL, "anna@example.com"),
        ("«anna@example.com»", KeyKind.EMAIL, "anna@example.com"),
        ("“anna@example.com”", KeyKind.EMAIL, "anna@example.com"),
        ('="anna@example.com"', KeyKind.EMAIL, "anna@example.com"),
        ("<mailto:anna@example.com>", KeyKind.EMAIL, "anna@example.com"),
        ("\"Анна\" <'anna@example.com'>", KeyKind.EMAIL, "anna@example.com"),
        ("o'neil@example.com", KeyKind.EMAIL, "o'neil@example.com"),
        ("'XukL1FrVoL'", KeyKind.ID, "XukL1FrVoL"),
        ('="XukL1FrVoL"', KeyKind.ID, "XukL1FrVoL"),
        ("«8 912 345 67 89»", KeyKind.PHONE, "79123456789"),
        ("=79123456789", KeyKind.PHONE, "79123456789"),
        ("• 8 912 345 67 89", KeyKind.PHONE, "79123456789"),
        ("1) anna@example.com", KeyKind.EMAIL, "anna@example.com"),
        ("12. XukL1FrVoL", KeyKind.ID, "XukL1FrVoL"),
        ("— 'anna@example.com'", KeyKind.EMAIL, "anna@example.com"),
        ("8) 912 345 67 89", KeyKind.PHONE, "79123456789"),
        # As commands of a database and programs have them.
        ("('79123456789')", KeyKind.PHONE, "79123456789"),
        ("VALUES ('79123456789'", KeyKind.PHONE, "79123456789"),
        ("'79123456789');", KeyKind.PHONE, "79123456789"),
        ("phone IN ('79123456789'", KeyKind.PHONE, "79123456789"),
        ('["anna@example.com"', KeyKind.EMAIL, "anna@example.com"),
        ("('XukL1FrVoL')", KeyKind.ID, "XukL1FrVoL"),
    ],
)
def test_a_key_says_what_it_is(text: str, kind: KeyKind, key: str) -> None:
    found = list_key(text, "RU", 7)
    assert isinstance(found, ListKey)
    assert (found.kind, found.key, found.row) == (kind, key, 7)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Анна", "nothing"),
        ("christopher", "nothing"),
        ("Александра1", "nothing"),
        ("-", "nothing"),
        ("anna@", "bad_email"),
        ("@anna", "bad_email"),
        ("a@b@c.ru", "bad_email"),
        ("anna@example", "bad_email"),
        ("7.9E+10", "lost_digits"),
        ("12345", "too_short"),
        ("+7 912 345 67 89 доб. 12", "extension"),
        ("+7 912 345 67 89 / +7 913 000 00 00", "two_numbers"),
    ],
)
def test_what_is_no_key_says_why(text: str, code: str) -> None:
    found = list_key(text, "RU", 3)
    assert isinstance(found, UnreadableKey)
    assert (found.code, found.written, found.row) == (code, text, 3)


def test_phones_as_at_home_need_a_country() -> None:
    assert isinstance(list_key("8 (912) 345-67-89", ""), UnreadableKey)
    assert isinstance(list_key("+7 (912) 345-67-89", ""), ListKey)


def test_a_pasted_text_has_one_key_a_line_or_several() -> None:
    text = "8 (912) 345-67-89\n\nanna@example.com; boris@example.com,XukL1FrVoL\t\nАнна, 89120000000\n"
    found = [(each.row, each.key if isinstance(each, ListKey) else each.code) for each in keys_of_text(text, "RU")]
    assert found == [
        (1, "79123456789"),
        (3, "anna@example.com"),
        (3, "boris@example.com"),
        (3, "XukL1FrVoL"),
        (4, "79120000000"),
    ]
    assert list(keys_of_text("", "RU")) == list(keys_of_text(" \n\t\n", "RU")) == []


def test_a_table_has_its_keys_in_one_column() -> None:
    table = "Имя\tТелефон\nАнна\t8 912 345-67-89\nБорис\t\nВера\tнет\n"
    found = look(table)
    assert found.guesses.key == 1
    keys = list(keys_of(read(table, found.source), found.guesses.key, "RU"))
    assert [(each.row, type(each).__name__) for each in keys] == [(2, "ListKey"), (4, "UnreadableKey")]
    first = list(keys_of(read(table, found.source), None, "RU"))
    assert [each.written for each in first] == ["Анна", "Борис", "Вера"]


def test_emails_are_one_whatever_their_capitals() -> None:
    assert email_key(" ANNA@Example.com") == email_key("anna@example.com")


def test_nothing_of_a_person_is_in_what_is_printed() -> None:
    assert "912" not in repr(list_key("+79123456789"))
    assert "доб" not in repr(list_key("+7 912 345 67 89 доб. 12"))


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("79123456789, 79123456790;79123456791", "79123456789\n79123456790\n79123456791"),
        (" 79123456789 79123456790\n", "79123456789\n79123456790"),
        ("8 (912) 345-67-89\t8 (912) 345-67-90", "8 (912) 345-67-89\n8 (912) 345-67-90"),
        ("ann@example.com; bob@example.com;", "ann@example.com\nbob@example.com"),
        ("Q7w8E9r0T1,A7w8E9r0T2", "Q7w8E9r0T1\nA7w8E9r0T2"),
        # What follows is a table, or one key.
        ("8 912 345 67 89", None),
        ("Анна\t79123456789", None),
        ("Q7w8E9r0T1;79123456789", None),
        ("79123456789;79123456790\n79123456791;79123456792", None),
        ("79123456789, later", None),
        ("79123456789", None),
        ("", None),
    ],
)
def test_keys_in_one_line_are_put_below_each_other(text: str, below: str | None) -> None:
    assert below_each_other(text, "RU") == (text if below is None else below)


@pytest.mark.parametrize("piece", ["79121234567 ", "1 ", "+7 912 ", "(0) ", "x 1 "])
@pytest.mark.timeout(60)  # what is quadratic here would take many minutes
def test_a_long_line_takes_no_time_without_end(piece: str) -> None:
    text = piece * (how_much(200_000) // len(piece))
    assert below_each_other(text, "RU").count("\n") == (text.count(" ") - 1 if piece.startswith("79") else 0)
    assert len(list(keys_of_text(text, "RU"))) == 1


@pytest.mark.timeout(60)  # what is quadratic here would take many minutes
def test_a_long_line_with_one_digit_takes_no_time_without_end() -> None:
    found = list_key("1" + "« " * how_much(100_000), "RU")
    assert isinstance(found, UnreadableKey)
