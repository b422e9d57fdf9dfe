"""The editor, by what a person sees in it and does with keyboard and mouse."""

import json
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.known_values import Values, known_values
from scoro_desktop.audience.query import read_query
from scoro_desktop.audience.schema import documented_fields
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.editor.letters import LONGEST, Letters
from scoro_desktop.ui.kit.appearance import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonValue
from tests.examples import how_many
from tests.journey.sight import proposed_in
from tests.ui.audience.test_audience_panel import button, underlined

pytestmark = pytest.mark.looks

CONTROL = Qt.KeyboardModifier.ControlModifier
ONE_LINE = json.dumps({"_id": {"$in": [f"😀{number:06}, {number}" for number in range(2_000)]}}, ensure_ascii=False)


@pytest.fixture
def editor(qtbot: QtBot, panel: AudiencePanel) -> QueryEditor:
    panel.by_query.setChecked(True)
    made = panel.editor
    made.offer_fields(lambda: documented_fields("devices"))
    panel.activateWindow()
    made.setFocus()
    return made


def put(editor: QueryEditor, text: str) -> None:
    """Shows a text with the cursor where the bar stands."""
    editor.replace(text.replace("|", ""))
    cursor = editor.textCursor()
    cursor.setPosition(editor.letters.position(text.index("|")))
    editor.setTextCursor(cursor)


def seen(editor: QueryEditor) -> str:
    """The text, with a bar for the cursor."""
    units = editor.text().encode("utf-16-le")
    at = 2 * editor.textCursor().position()
    return f"{units[:at].decode('utf-16-le')}|{units[at:].decode('utf-16-le')}"


def colour(editor: QueryEditor, piece: str) -> str:
    """The colour in which a piece of the first line that has it is painted."""
    block = editor.document().begin()
    while piece not in block.text():
        block = block.next()
    at = len(block.text()[: block.text().index(piece)].encode("utf-16-le")) // 2
    formats = block.layout().formats()
    found = [each for each in formats if each.start <= at < each.start + each.length]
    return found[0].format.foreground().color().name().upper() if found else ""


# Colours and numbers


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_each_part_of_a_query_has_its_colour(editor: QueryEditor, colours: Colours) -> None:
    editor.set_colours(colours)
    editor.replace('{"😀": "👍",\n "age": {"$gte": 18}, "x": [true, null],\n \'y\': "z')
    assert colour(editor, '"😀"') == colours.code_key
    assert colour(editor, '"👍"') == colours.code_text
    assert colour(editor, '"$gte"') == colours.code_operator
    assert colour(editor, "18") == colour(editor, "true") == colour(editor, "null") == colours.code_number
    assert colour(editor, "'y'") == colours.code_key
    assert colour(editor, '"z') == colours.code_text
    QTest.keyClicks(editor, '"}')
    assert colour(editor, '"z"') == colours.code_text
    editor.replace('{"a": {"$gte": {"$relativeDate": {"days": -30}}}, "b": "$relativeDate", "days": -30}')
    for piece in ('"$relativeDate"', '"days"', "-30"):
        assert colour(editor, piece) == colours.code_date
    assert colour(editor, '"b"') == colours.code_key
    assert colour(editor, '"$relativeDate",') == colours.code_text


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, "contrast ratio")."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("colours", "wanted"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST_LIGHT, 7), (CONTRAST_DARK, 7)])
def test_the_colours_can_be_read(colours: Colours, wanted: float) -> None:
    for each in (colours.code_key, colours.code_operator, colours.code_text, colours.code_number):
        assert contrast(each, colours.surface) >= wanted
        assert contrast(each, colours.selection) >= 4.5


def test_only_what_is_in_sight_is_coloured_and_the_rest_when_it_comes_into_sight(editor: QueryEditor) -> None:
    editor.replace(json.dumps({"_id": {"$in": [f"id{number}" for number in range(5_000)]}}, indent=1))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert colour(editor, '"id1"') == LIGHT.code_text
    assert colour(editor, '"id4990"') == ""
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert colour(editor, '"id4990"') == LIGHT.code_text


def test_a_wrapped_line_has_one_number(qtbot: QtBot, editor: QueryEditor) -> None:
    editor.replace('{"a": "' + "word " * 40 + '",\n"b": 1}')
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    (first, above), (second, below) = editor.numbers.shown()
    assert (first, second) == (1, 2)
    assert below.top() - above.top() > 2 * editor.fontMetrics().height()


# Brackets


def test_the_partner_of_the_bracket_beside_the_cursor_is_shown(qtbot: QtBot, editor: QueryEditor) -> None:
    put(editor, '{"😀": [1, {"b": "]"}|]}')
    qtbot.waitUntil(lambda: editor._pair is not None)
    pair = editor._pair
    assert pair is not None
    assert {editor.text()[each] for each in (pair.offset, pair.partner or 0)} == {"{", "}"}
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: editor._pair is not None and editor._pair != pair)
    put(editor, '{"a|": 1}')
    qtbot.waitUntil(lambda: editor._pair is None)


def test_a_bracket_is_found_in_what_was_written_while_nobody_saw_it(qtbot: QtBot, editor: QueryEditor) -> None:
    editor.hide()
    put(editor, "|[1]")
    assert editor._pair is None
    editor.show()
    qtbot.waitUntil(lambda: editor._pair is not None)


def test_a_bracket_without_a_partner_is_told_by_its_colour(qtbot: QtBot, editor: QueryEditor) -> None:
    def colours() -> set[str]:
        image = editor.viewport().grab().toImage()
        return {image.pixelColor(x, y).name().upper() for x in range(40) for y in range(24)}

    put(editor, "|[1]")
    qtbot.waitUntil(lambda: editor._pair is not None)
    assert LIGHT.danger not in colours()
    put(editor, "|[1}")
    editor.setExtraSelections([])
    qtbot.waitUntil(lambda: LIGHT.danger in colours())


# Proposals


def test_a_field_an_operator_and_a_value_are_chosen_by_keyboard(editor: QueryEditor) -> None:
    put(editor, "{|}")
    QTest.keyClicks(editor, '"dev')
    assert proposed_in(editor) == ["deviceId", "deviceType"]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert seen(editor) == '{"deviceType": |}'
    assert proposed_in(editor) == []
    QTest.keyClicks(editor, "{$i")
    assert proposed_in(editor) == ["$in"]
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert seen(editor) == '{"deviceType": {"$in": [|]}'
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert proposed_in(editor) == ["android", "ios", "null"]
    QTest.keyClicks(editor, '"i')
    QTest.keyClick(editor, Qt.Key.Key_Enter)
    assert seen(editor) == '{"deviceType": {"$in": ["ios"|]}'
    editor.undo()
    assert '"i]' in editor.text()


def test_relative_dates_are_proposed_where_a_date_is_compared(editor: QueryEditor) -> None:
    for operator in ("$gte", "$lt"):
        put(editor, f'{{"createdAt": {{"{operator}": |}}}}')
        QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
        assert proposed_in(editor)[:4] == ["30 day(s) ago", "7 day(s) ago", "24 hour(s) ago", "the start of today"]
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert seen(editor) == f'{{"createdAt": {{"{operator}": {{"$relativeDate": {{"days": -30}}}}|}}}}'
    for elsewhere in ('{"createdAt": {"$ne": |}}', '{"createdAt": |}', '{"deviceType": {"$gte": |}}'):
        put(editor, elsewhere)
        QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
        assert "the start of today" not in proposed_in(editor)


def test_what_a_proposal_wrote_is_not_written_twice_by_who_types_on(editor: QueryEditor) -> None:
    QTest.keyClicks(editor, '{"deviceT')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, ': {"$i')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, ': ["a b"]')
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClicks(editor, ", [1]: ]")
    assert editor.text() == '{"deviceType": {"$in": ["a b"], [1]: ]'
    put(editor, "|")
    QTest.keyClicks(editor, '{"$o')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, ":[{}]}")
    assert editor.text() == '{"$or": [{}]}'


def test_values_of_a_sample_are_proposed_in_the_form_in_which_they_are_stored(editor: QueryEditor) -> None:
    date: JsonValue = {"$date": "2026-09-01T09:00:00Z"}
    values: tuple[JsonValue, ...] = ("Омск", 9_007_199_254_740_993, date, {"$oid": "5a0000000000000000000001"})
    sample: Values = {"x": tuple((value, 41 - number) for number, value in enumerate(values))}
    editor.offer_values(lambda field: known_values(field, sample))
    put(editor, '{"x": {"$in": [|]}}')
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    shown = ["Омск", "9007199254740993", "2026-09-01T09:00:00Z", "5a0000000000000000000001"]
    assert proposed_in(editor) == [*shown, "true", "false", "null"]
    lines = [editor._completions.item(row).text() for row in range(5)]
    assert lines[0] == "Омск   41 in the sample"
    assert lines[1:] == [f"{shown[1]}   40", f"{shown[2]}   39", f"{shown[3]}   38", "true"]
    for row in range(4):
        put(editor, '{"x": {"$in": [|]}}')
        QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
        for _ in range(row):
            QTest.keyClick(editor, Qt.Key.Key_Down)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        written = json.loads(editor.text())["x"]["$in"]
        assert [json.dumps(each) for each in written] == [json.dumps(values[row])]


def test_within_quotes_only_texts_are_proposed_for_a_value(editor: QueryEditor) -> None:
    editor.offer_values(
        lambda field: known_values(field, {"x": (("5", 1), (5, 1), ({"$date": "2026-09-01T09:00:00Z"}, 1))})
    )
    put(editor, '{"x": |}')
    QTest.keyClicks(editor, '"')
    assert proposed_in(editor) == ["5"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == '{"x": "5"}'


@pytest.mark.parametrize("operator", ["$regex", "$size", "$mod", "$not", "$elemMatch", "$type", "$exists"])
def test_no_value_of_the_field_is_proposed_where_none_fits(editor: QueryEditor, operator: str) -> None:
    editor.offer_values(lambda field: known_values(field, {"x": (("Omsk", 1), (7, 1))}))
    put(editor, f'{{"x": {{"{operator}": |}}}}')
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert not {"Omsk", "7"} & set(proposed_in(editor))


def test_the_proposals_stay_while_a_mistake_below_takes_room(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 640)
    window.tab.audience.by_query.click()
    editor = window.tab.audience.editor
    editor.setFocus()
    editor.replace('{"a": 1}')
    QApplication.processEvents()
    tall = editor.height()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    QTest.keyClicks(editor, ', "')
    assert proposed_in(editor)
    qtbot.waitUntil(lambda: editor.height() < tall)
    assert "deviceType" in proposed_in(editor)


def test_documented_operators_come_first_and_those_that_fit_the_place(editor: QueryEditor) -> None:
    put(editor, "{|}")
    QTest.keyClicks(editor, "$")
    assert proposed_in(editor) == ["$or", "$and", "$nor"]
    put(editor, '{"a": {|}}')
    QTest.keyClicks(editor, "$")
    assert proposed_in(editor)[0] == "$in"
    assert proposed_in(editor).index("$options") < proposed_in(editor).index("$not")
    assert "$or" not in proposed_in(editor)


def test_secret_fields_are_not_proposed(editor: QueryEditor) -> None:
    editor.offer_fields(lambda: documented_fields("users"))
    put(editor, "{|}")
    QTest.keyClicks(editor, '"')
    assert "phone" in proposed_in(editor)
    assert {"password", "token", "readACL"}.isdisjoint(proposed_in(editor))


def test_the_proposals_are_never_in_the_way(qtbot: QtBot, editor: QueryEditor) -> None:
    put(editor, "{|}")
    QTest.keyClicks(editor, '"')
    assert proposed_in(editor)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert proposed_in(editor) == []
    QTest.keyClicks(editor, "mine")
    assert proposed_in(editor) == []
    QTest.keyClicks(editor, '": 1')
    assert editor.text() == '{"mine": 1}'
    put(editor, '{"a": |}')
    QTest.keyClicks(editor, '"text of my own"')
    assert proposed_in(editor) == []
    assert editor.text() == '{"a": "text of my own"}'


def test_tab_leaves_the_editor_while_nothing_is_proposed(qtbot: QtBot, editor: QueryEditor) -> None:
    put(editor, "{|}")
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.text() == "{}"


def test_a_key_that_is_there_is_replaced_whole(editor: QueryEditor) -> None:
    put(editor, '{"dev|Type": "ios"}')
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == '{"deviceType": "ios"}'


# Fixes


@pytest.mark.parametrize(
    ("broken", "words", "right"),
    [
        ('{"a": 1', "close the bracket", '{"a": 1}'),
        ('{"a": 1,}', "remove the comma", '{"a": 1}'),
        ("{“a”: 1}", "straighten the quotes", '{"a": 1}'),
        ("{'a': 1}", "put it in double quotes", '{"a": 1}'),
        ("{a: 1}", "put it in double quotes", '{"a": 1}'),
        ('{"😀": 1 "b": 2}', "add a comma", '{"😀": 1, "b": 2}'),
        ('{"a": True}', "write true", '{"a": true}'),
        ('{"a": {"$exist": true}}', 'write "$exists"', '{"a": {"$exists": true}}'),
    ],
)
def test_a_fix_is_one_press_and_one_undo(
    panel: AudiencePanel, editor: QueryEditor, broken: str, words: str, right: str
) -> None:
    editor.replace(broken)
    fix = button(panel, "Fix: ")
    assert fix.isVisible()
    assert words in fix.text()
    QTest.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert editor.text() == right
    assert panel.audience() == read_query(right).query is not None
    assert (underlined(panel), fix.isVisible()) == ([], False)
    editor.undo()
    assert editor.text() == broken
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert editor.text() == right


def test_no_fix_is_offered_where_none_is_evident(panel: AudiencePanel, editor: QueryEditor) -> None:
    for text in ('{"$or": [{}]}', '{"a": }', '{"a": 1, "a": 2}', ""):
        editor.replace(text)
        assert not any(each.isVisible() for each in panel.findChildren(QPushButton) if "Fix" in each.text())
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        assert editor.text() == text


# Finding


def test_text_is_found_counted_and_gone_through(qtbot: QtBot, editor: QueryEditor) -> None:
    put(editor, '|{"😀": "Type", "deviceType": "type"}')
    QTest.keyClick(editor, Qt.Key.Key_F, CONTROL)
    bar = editor.find_bar
    assert bar.isVisible()
    QTest.keyClicks(bar.needle, "type")
    assert (bar.count.text(), editor.textCursor().selectedText()) == ("1 of 3", "Type")
    QTest.keyClick(bar.needle, Qt.Key.Key_Return)
    QTest.keyClick(bar.needle, Qt.Key.Key_Return)
    assert (bar.count.text(), editor.textCursor().selectedText()) == ("3 of 3", "type")
    QTest.keyClick(bar.needle, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 3"
    QTest.keyClick(bar.needle, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    QTest.keyClicks(bar.needle, "x")
    assert (bar.count.text(), bar.next.isEnabled()) == ("None", False)
    QTest.keyClick(bar.needle, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(editor.hasFocus)


def test_ctrl_f_is_the_editors_only_while_it_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.tab.audience.editor
    window.activateWindow()
    window.tab.audience.by_query.setChecked(True)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClick(editor, Qt.Key.Key_F, CONTROL)
    assert editor.find_bar.needle.hasFocus()
    QTest.keyClick(editor.find_bar.needle, Qt.Key.Key_Escape)
    first = window.tab.form.first()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_F, CONTROL)
    assert not editor.find_bar.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.history.isAncestorOf(focused)


# Undo


def test_undo_survives_another_way_to_choose(panel: AudiencePanel, editor: QueryEditor) -> None:
    put(editor, '{"deviceType": "ios"|}')
    QTest.keyClicks(editor, ', "x": 1')
    for mode in (panel.everyone, panel.by_conditions, panel.by_query):
        mode.click()
    assert editor.text() == '{"deviceType": "ios", "x": 1}'
    editor.undo()
    assert editor.text() == '{"deviceType": "ios"}'
    editor.redo()
    assert editor.text() == '{"deviceType": "ios", "x": 1}'


# Long lines


def test_a_long_line_is_one_line_to_everyone_but_qt(qtbot: QtBot, editor: QueryEditor) -> None:
    editor.replace(ONE_LINE + "\n")
    assert editor.text() == ONE_LINE + "\n"
    block, longest = editor.document().begin(), 0
    while block.isValid():
        longest, block = max(longest, block.length()), block.next()
    assert longest <= LONGEST
    assert editor.document().blockCount() > 10
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert editor.numbers.shown()[-1][0] == 2
    editor.selectAll()
    editor.copy()
    assert QApplication.clipboard().text() == ONE_LINE + "\n"
    editor.undo()
    assert editor.text() == ""
    editor.redo()
    assert editor.text() == ONE_LINE + "\n"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_keys_take_letters_away_also_where_a_long_line_is_cut(editor: QueryEditor, key: Qt.Key) -> None:
    editor.replace(ONE_LINE)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(3).position() - (key == Qt.Key.Key_Delete))
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, key)
    assert len(editor.text()) == len(ONE_LINE) - 1
    editor.undo()
    assert editor.text() == ONE_LINE


def test_a_new_line_within_a_long_one_is_a_line_and_typing_at_a_cut_stays_in_it(editor: QueryEditor) -> None:
    editor.replace(ONE_LINE)
    for number in (2, 4):
        cursor = editor.textCursor()
        block = editor.document().findBlockByNumber(number)
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        editor.setTextCursor(cursor)
        QTest.keyClicks(editor, "ab")
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text().count("\n") == 2
    assert "ab\n" in editor.text()


def test_a_mark_in_a_long_line_is_in_its_place(qtbot: QtBot, panel: AudiencePanel, editor: QueryEditor) -> None:
    editor.replace(ONE_LINE[:-1] + ', "x": Пермь}')
    qtbot.waitUntil(lambda: underlined(panel) == ["Пермь"])
    QTest.mouseClick(button(panel, "Line 1"), Qt.MouseButton.LeftButton)
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 5)
    assert cursor.selectedText() == "Пермь"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "enter", "paste", "cut", "delete", "backspace", "undo", "redo"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from(["x", "a\nb", "😀", "y" * 5_000, '"1",' * 2_000 + "\n" + "z" * 4_500]),
    ),
    max_size=8,
)


@settings(max_examples=how_many(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_to_long_lines_no_letter_and_no_line_end_is_lost_or_added(
    editor: QueryEditor, steps: list[tuple[str, float, float, str]]
) -> None:
    """The same is done to a plain string."""
    editor.replace("")
    editor.replace(ONE_LINE)
    editor.document().clearUndoRedoStacks()
    text = ONE_LINE
    for what, start, length, piece in steps:
        if what in {"undo", "redo"}:
            before = editor.text()
            editor.undo()
            if what == "undo":
                editor.redo()
                assert editor.text() == before or not editor.document().isRedoAvailable()
            text = editor.text()
            continue
        at = round(start * len(text))
        end = min(len(text), at + round(length * 3_000)) if what in {"paste", "cut"} else at
        cursor = editor.cursor_over(at, end)
        editor.setTextCursor(cursor)
        assert (editor.letters.offset(cursor.selectionStart()), editor.letters.offset(cursor.selectionEnd())) == (
            at,
            end,
        )
        if what == "type":
            QTest.keyClick(editor, Qt.Key.Key_X)
            text = text[:at] + "x" + text[at:]
        elif what == "enter":
            QTest.keyClick(editor, Qt.Key.Key_Return)
            text = text[:at] + "\n" + text[at:]
        elif what == "paste":
            data = QMimeData()
            data.setText(piece)
            editor.insertFromMimeData(data)
            text = text[:at] + piece + text[end:]
        elif what == "cut":
            copied = editor.createMimeDataFromSelection().text()
            assert copied == text[at:end]
            editor.textCursor().removeSelectedText()
            text = text[:at] + text[end:]
        elif what == "delete":
            QTest.keyClick(editor, Qt.Key.Key_Delete)
            text = text[:at] + text[at + 1 :]
        else:
            QTest.keyClick(editor, Qt.Key.Key_Backspace)
            text = text[: max(at - 1, 0)] + text[at:]
        assert editor.text() == text


def test_proposals_come_in_a_long_query_too(editor: QueryEditor) -> None:
    put(editor, ONE_LINE[:-1] + ", |}")
    QTest.keyClicks(editor, '"deviceT')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == ONE_LINE[:-1] + ', "deviceType": }'


def test_no_key_in_a_long_query_fetches_its_text(qtbot: QtBot, window: MainWindow) -> None:
    """1 MB takes some 10 ms: the text waits for the pause, and until then there is nobody to send to."""
    tab = window.tab
    tab.audience.by_query.click()
    tab.audience.editor.replace(ONE_LINE)
    qtbot.waitUntil(lambda: tab.draft().audience is not None)
    with patch.object(Letters, "text", side_effect=AssertionError("fetched")):
        QTest.keyClicks(tab.audience.editor, " ")
        draft = tab.draft()
        problems = window.current.problems(draft)
    assert (draft.audience, draft.audience_text, draft.being_read) == (None, "", True)
    assert "query_being_read" in {each.code for each in problems}
    qtbot.waitUntil(lambda: tab.draft().audience is not None)
    assert tab.draft().audience_text == tab.audience.editor.text()
