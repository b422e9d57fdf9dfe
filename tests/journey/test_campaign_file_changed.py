"""A file that was saved anew between the choice of its columns and the check is read as it was chosen, or refused."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.sight import words_in

TEXT = "{{Имя|друг}}, {{код}}"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def saved_anew(path: Path, *order: int) -> None:
    """Puts the columns in another order, as a program of sheets saves them."""
    rows = [line.split(";") for line in path.read_bytes().decode("cp1251").split("\r\n")]
    path.write_bytes("\r\n".join(";".join(row[at] for at in order) for row in rows).encode("cp1251"))


@pytest.mark.parametrize("order", [(0, 3, 2, 1), (1, 0, 2, 3), (0, 1, 3)])
def test_columns_in_other_places_are_not_read_in_those_of_before(
    start: Start, person: Campaigner, tmp_path: Path, order: tuple[int, ...]
) -> None:
    path = out_of_excel(tmp_path / "list.csv", 12)
    application = start()
    view = person.begin(application.window, TEXT)
    person.take_list(view, path)
    saved_anew(path, *order)
    person.click(view.recipients.check)
    person.qtbot.waitUntil(view.check.again.isVisible, timeout=WAIT_MS)
    assert not view.check.is_checked
    assert "The file was changed since it was chosen. Choose it again." in words_in(view.check)
    assert reached(application) == {}


def test_a_column_more_at_the_end_and_other_rows_are_no_matter(
    start: Start, person: Campaigner, tmp_path: Path
) -> None:
    path = out_of_excel(tmp_path / "list.csv", 12)
    application = start()
    view = person.begin(application.window, TEXT)
    person.take_list(view, path)
    lines = path.read_bytes().decode("cp1251").split("\r\n")
    wider = [f"{lines[0]};Город", *(f"{line};Пермь" for line in lines[1:7])]
    path.write_bytes("\r\n".join(wider).encode("cp1251"))
    person.check(view)
    person.start(view, 6)
    person.wait_for_end(view)
    assert reached(application) == {each["_id"]: 1 for each in WITH_PHONE[:6]}
