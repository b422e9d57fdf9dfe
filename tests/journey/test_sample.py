"""Seeing who is about to be reached."""

from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person


def open_sample(window: MainWindow, person: Person, query: str) -> SampleView:
    person.type_into(window.tab.audience.editor, query)
    person.wait_for_count(window)
    person.click(window.tab.audience.count.see)
    view = window.tab.findChild(SampleView)
    assert isinstance(view, SampleView)
    person.qtbot.waitUntil(lambda: view.table.model() is not None, timeout=WAIT_MS)
    return view


def test_up_to_a_hundred_documents_with_columns_to_choose(window: MainWindow, person: Person) -> None:
    window.tab.audience.collection_box.setCurrentIndex(1)
    view = open_sample(window, person, '{"phone": {"$exists": true}}')
    model = view.table.model()
    assert model.rowCount() == 100
    assert "100" in view.text()
    headers = [
        model.headerData(section, view.table.horizontalHeader().orientation()) for section in range(model.columnCount())
    ]
    assert headers[0] == "username"
    assert not view.table.wordWrap()  # an id is cut where its column ends, not at its first dash
    assert not {"password", "token", "readACL"} & set(headers)
    hidden = headers.index("_id")
    assert view.table.isColumnHidden(hidden)
    view.columns.menu().actions()[hidden].trigger()
    assert not view.table.isColumnHidden(hidden)
    view.close()


def test_a_small_audience_is_shown_whole(window: MainWindow, person: Person) -> None:
    window.tab.audience.collection_box.setCurrentIndex(2)
    view = open_sample(window, person, '{"name": "manager"}')
    assert view.table.model().rowCount() == 1
    assert "1" in view.text()
    view.close()


def test_what_the_query_is_about_stands_among_the_first_columns(window: MainWindow, person: Person) -> None:
    window.tab.audience.collection_box.setCurrentIndex(1)
    view = open_sample(window, person, '{"emailVerified": true}')
    model = view.table.model()
    orientation = view.table.horizontalHeader().orientation()
    assert [model.headerData(section, orientation) for section in range(2)] == ["username", "emailVerified"]
    view.close()
