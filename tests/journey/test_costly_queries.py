"""A condition that would keep any computer busy for ever: its count is unknown, and the window lives."""

import pytest

from scoro_desktop.sandbox import selecting
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, Start

HANGS = '{"deviceId": {"$regex": "^(.|.)*!$"}}'
WHY = "The server failed while counting: operation exceeded time limit."


def test_a_pattern_that_never_ends_in_the_form_and_in_a_draft(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "QUERY_S", 0.3)
    window: MainWindow = start().window
    person.write_push(window, "Hello", HANGS)
    for _ in range(2):
        person.wait_for_no_count(window)
        strip = window.tab.audience.count
        assert (strip.text(), strip.why()) == ("? How many match is unknown.", WHY)
        assert window.footer.text() == "Recipients unknown · SANDBOX"
        window = start().window  # what was written stands in the draft, and is counted at the start
        assert window.tab.audience.editor.text() == HANGS
    monkeypatch.setattr(selecting, "QUERY_S", 60)
    person.fill(window.tab.audience.editor, '{"deviceId": {"$regex": "^sandbox-a"}}')
    assert person.wait_for_count(window) == 3463
