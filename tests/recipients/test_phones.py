"""Phone numbers as they stand in files: the right digits, or a word for what is wrong; never other digits."""

import pytest

from scoro_desktop.recipients.countries import CODES, COUNTRIES, code_of
from scoro_desktop.recipients.phones import Flaw, PhoneFlaw, Take, normalised

RUSSIAN = "79123456789"


@pytest.mark.parametrize(
    ("text", "country", "digits"),
    [
        ("8 (912) 345-67-89", "RU", RUSSIAN),
        ("+7 912 345-67-89", "RU", RUSSIAN),
        ("+7 912 345-67-89", "", RUSSIAN),
        ("79123456789", "", RUSSIAN),
        ("79123456789", "FR", RUSSIAN),
        ("612345678", "FR", "33612345678"),  # a sheet ate the zero
        ("9123456789", "RU", RUSSIAN),
        ("8-912-345-67-89", "KZ", RUSSIAN),
        ("007 912 345 67 89", "RU", RUSSIAN),
        ("810 375 29 123 45 67", "RU", "375291234567"),
        ('="79123456789"', "RU", RUSSIAN),
        ("'+79123456789", "RU", RUSSIAN),
        ("'79123456789'", "RU", RUSSIAN),
        ("79123456789.0", "RU", RUSSIAN),
        ("тел. 8 912 345 67 89", "RU", RUSSIAN),
        ("\u202a+7\xa0912\u00a0345\u201167\u201189\u202c", "RU", RUSSIAN),  # as copied out of an address book
        ("8\u200b912\u200b3456789", "RU", RUSSIAN),
        ("\uff18\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19", "RU", RUSSIAN),  # digits of full width
        ("+٧٩١٢٣٤٥٦٧٨٩", "RU", RUSSIAN),
        ("8 (812) 345-67-89", "RU", "78123456789"),
        ("8123456789", "RU", "78123456789"),  # ten digits: the 8 is of Saint Petersburg
        ("+44 (0) 20 7946 0958", "RU", "442079460958"),
        ("020 7946 0958", "GB", "442079460958"),
        ("0151 23456789", "DE", "4915123456789"),
        ("8 029 123-45-67", "BY", "375291234567"),
        ("80291234567", "BY", "375291234567"),
        ("0671234567", "UA", "380671234567"),
        ("380671234567", "RU", "380671234567"),
        ("(212) 555-0100", "US", "12125550100"),
        ("1-212-555-0100", "US", "12125550100"),
        ("06 12 34 56 78", "FR", "33612345678"),
        ("+39 06 1234 5678", "RU", "390612345678"),
        ("06 30 123 4567", "HU", "36301234567"),
    ],
)
def test_numbers_get_their_country_code(text: str, country: str, digits: str) -> None:
    assert normalised(text, country) == digits


@pytest.mark.parametrize(
    ("text", "country", "flaw"),
    [
        ("", "RU", Flaw.EMPTY),
        ("\u200b \xa0", "RU", Flaw.EMPTY),
        ("7.9E+10", "RU", Flaw.LOST_DIGITS),
        ("7,91235E+10", "RU", Flaw.LOST_DIGITS),
        ("7e10", "RU", Flaw.LOST_DIGITS),
        ("8 (495) 123-45-67 доб. 123", "RU", Flaw.EXTENSION),
        ("+7 495 123 45 67 ext 12", "RU", Flaw.EXTENSION),
        ("+74951234567x12", "RU", Flaw.EXTENSION),
        ("+74951234567#12", "RU", Flaw.EXTENSION),
        ("8 912 345-67-89, 8 912 345-67-90", "RU", Flaw.TWO_NUMBERS),
        ("89123456789/89123456790", "RU", Flaw.TWO_NUMBERS),
        ("89123456789 или 89123456790", "RU", Flaw.TWO_NUMBERS),
        ("+79123456789+79123456790", "RU", Flaw.TWO_NUMBERS),
        ("89123456789 89123456790", "RU", Flaw.TWO_NUMBERS),
        ("345-67-89/90", "RU", Flaw.TWO_NUMBERS),
        ("89123456789\n89123456790", "RU", Flaw.TWO_NUMBERS),
        ("Анна", "RU", Flaw.LETTERS),
        ("8 912 ABC 67 89", "RU", Flaw.LETTERS),
        ("8912345678О", "RU", Flaw.LETTERS),  # a letter that looks like a zero
        ("112", "RU", Flaw.TOO_SHORT),
        ("345-67-89", "RU", Flaw.NO_COUNTRY),
        ("8 912 345-67-8", "RU", Flaw.NO_COUNTRY),
        ("+7 912 345-67-8", "RU", Flaw.WRONG_LENGTH),
        ("+7 912 345-67-890", "RU", Flaw.WRONG_LENGTH),
        ("+8 912 345-67-89", "RU", Flaw.NO_SUCH_CODE),
        ("+0 912 345-67-89", "RU", Flaw.NO_SUCH_CODE),
        ("1234567890123456", "RU", Flaw.TOO_LONG),
        ("9123456789", "", Flaw.NO_COUNTRY),
        ("7912345678", "RU", Flaw.NO_COUNTRY),
        ("15123456789", "DE", Flaw.NO_COUNTRY),  # of Germany, less its zero, or of the USA: nobody knows
        ("491512345678", "RU", Flaw.NO_COUNTRY),  # German numbers have no one length: nothing proves it
        ("#N/A", "RU", Flaw.LETTERS),
        ("-", "RU", Flaw.LETTERS),
    ],
)
def test_what_is_no_number_is_named(text: str, country: str, flaw: Flaw) -> None:
    assert normalised(text, country) == PhoneFlaw(flaw)


@pytest.mark.parametrize(("take", "digits"), [(Take.FIRST, RUSSIAN), (Take.LAST, "79123456790")])
def test_which_of_two_is_answered_for_the_column(take: Take, digits: str) -> None:
    for between in (", ", " / ", "\n", " "):
        assert normalised(f"8 912 345-67-89{between}8 912 345-67-90", "RU", take) == digits


def test_a_number_with_its_code_is_itself_again_in_every_country() -> None:
    for country in COUNTRIES.values():
        for length in country.lengths:
            digits = country.code + "9" * length
            assert normalised(f"+{digits}", "RU") == digits
            assert normalised(f"+{digits}", country.iso) == digits
            if country.trunk != "8" or country.code != "7":
                assert normalised(country.trunk + "9" * length, country.iso) == digits


def test_no_code_is_the_beginning_of_another() -> None:
    assert all(code_of(each) == each for each in CODES)
    assert {each.code for each in COUNTRIES.values()} <= CODES
