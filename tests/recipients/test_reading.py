"""Rows of people out of the bytes of files: each is there, or is named."""

from pathlib import Path

import pytest

from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import Kind, Row, Source


def test_a_file_of_excel_in_russian_is_guessed_and_read(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("Имя;Телефон\r\nАнна;8 (912) 345-67-89\r\n;8 (912) 345-67-90\r\n".encode("cp1251"))
    seen = look(file)
    assert seen.source == Source(Kind.CSV, "cp1251", ";", header_row=1)
    assert [each.title for each in seen.columns] == ["Имя", "Телефон"]
    assert seen.guesses.key == 1
    assert list(read(file, seen.source)) == [
        Row(2, ("Анна", "8 (912) 345-67-89")),
        Row(3, ("", "8 (912) 345-67-90")),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_pasted_cells_are_parted_by_any_delimiter(delimiter: str) -> None:
    text = "name,phone\nAnna,79123456789\nBoris,79123456788".replace(",", delimiter)
    seen = look(text)
    assert seen.source == Source(Kind.PASTED, delimiter=delimiter, header_row=1)
    assert [row.cells for row in read(text, seen.source)] == [("Anna", "79123456789"), ("Boris", "79123456788")]
