"""Titles as they are compared, the header as it is guessed, and what columns seem to hold."""

import pytest

from scoro_desktop.recipients.columns import KeyKind, clashes, columns_of, find, letter_of, normal_title
from scoro_desktop.recipients.look import Look, look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import Kind, Notice, Source


@pytest.mark.parametrize(
    "title",
    ["Счёт клиента", "счет_клиента", "СЧЕТ-КЛИЕНТА", " Счет\xa0клиента ", "Счет\nклиента", "\u200bсчет клиента:"],
)
def test_titles_are_one_without_case_blanks_and_dashes(title: str) -> None:
    assert normal_title(title) == normal_title("Счет клиента")


def test_each_later_title_clashes_with_the_first() -> None:
    columns = columns_of(["Имя", "Телефон", "имя", "", "", "И м я"])
    assert [(first.at, second.at) for first, second in clashes(columns)] == [(0, 2), (0, 5)]


def test_a_column_is_found_by_its_title_or_where_it_has_none_by_its_letter() -> None:
    columns = columns_of(["First name", "", "C"])
    assert find(columns, "first_name") == columns[0]
    assert find(columns, "b") == columns[1]
    assert find(columns, "C") == columns[2]
    assert find(columns, "A") is None  # it has a title
    assert find(columns, "") is None


def test_letters_go_on_after_z() -> None:
    assert [letter_of(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def seen(text: str) -> Look:
    return look(text)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Имя;Телефон\nАнна;79123456789\n", 1),
        ("Анна;79123456789\nБорис;79123456790\n", None),
        ("Отчёт;;\nза ноябрь;;\nИмя;Город;Телефон\nАнна;Москва;79123456789\n", 3),
        ("Anna;anna1\nBoris;boris2\n", None),  # nothing tells: nobody is eaten
        ("Кто;Сколько\nАнна;1200\n", 1),
        ("anna@example.com\nboris@example.com\n", None),
        ("e-mail\nanna@example.com\n", 1),
        ("XukL1FrVoL;Анна\nqRmX5rHsc6;Борис\n", None),
        ("user_id;Кто\nXukL1FrVoL;Анна\n", 1),
        ("Телефон\n", 1),
        ("Телефон;;\n79123456789;Анна;Тверь\n79123456790;Борис;Омск\n", 1),  # the others have no title
        ("phone;name\n79123456789;Anna;1;2;3\n", 1),
        ("Клиенты\nТелефон\n79123456789;Анна;Тверь\n79123456790;Борис;Омск\n79123456791;Вера;Пермь\n", 2),
        ("Клиенты\n79123456789;Анна;Тверь\n", None),
    ],
)
def test_the_header_is_guessed(text: str, header: int | None) -> None:
    assert look(text).source.header_row == header


def test_another_header_can_be_chosen_or_none() -> None:
    text = "Отчёт;\nИмя;Телефон\nАнна;79123456789\n"
    for header, first, titles in ((1, 2, "Отчёт"), (2, 3, "Имя"), (3, None, "Анна"), (None, 1, "")):
        source = Source(Kind.PASTED, delimiter=";", header_row=header)
        assert look(text, source).columns[0].title == titles
        assert next((row.number for row in read(text, source)), None) == first


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("Имя;Телефон;Почта\nАнна;8 (912) 345-67-89;a@example.com\n", 1, KeyKind.PHONE),
        ("Имя;Почта\nАнна;a@example.com\n", 1, KeyKind.EMAIL),
        ("_id;Телефон\nXukL1FrVoL;79123456789\n", 1, KeyKind.PHONE),
        ("_id;Имя\nXukL1FrVoL;Анна\n", 0, KeyKind.ID),
        ("Анна;79123456789\nБорис;79123456790\n", 1, KeyKind.PHONE),
        ("Номер;Мобильный\n1;79123456789\n2;79123456790\n", 1, KeyKind.PHONE),
        ("Логин;Имя\nanna;Анна\n", 0, KeyKind.USERNAME),
        ("Дата;Имя\n28.11.2026;Анна\n", None, KeyKind.PHONE),
        ("Город;Имя\nМосква;Анна\n", None, KeyKind.PHONE),
    ],
)
def test_the_key_column_is_guessed(text: str, at: int | None, kind: KeyKind) -> None:
    guesses = look(text).guesses
    assert (guesses.key, guesses.kind) == (at, kind)


@pytest.mark.parametrize(
    "title",
    ["Status", "Статус", "Unsubscribed", "Отписан", "Согласие на рассылку", "Opt-out", "Не звонить", "Do not call"],
)
def test_a_column_that_may_say_no_is_noticed(title: str) -> None:
    found = look(f"Имя;Телефон;{title}\nАнна;79123456789;да\n")
    assert found.guesses.status == (2,)
    assert found.notices == (Notice("status_column", {"column": title}),)


@pytest.mark.parametrize("title", ["Имя", "Остаток", "Подпись", "Estate"])
def test_other_titles_say_no_such_thing(title: str) -> None:
    assert look(f"{title};Телефон\nАнна;79123456789\n").notices == ()


def test_pasted_cells_are_those_of_a_sheet() -> None:
    text = 'Имя\tТелефон\r\n"Анна\nПетровна"\t8 (912) 345-67-89\r\n\t\r\n'
    found = look(text)
    assert (found.source.kind, found.source.delimiter) == (Kind.PASTED, "\t")
    assert [row.cells for row in read(text, found.source)] == [("Анна\nПетровна", "8 (912) 345-67-89")]
