"""Steps without a window: any edits, undone, are the beginning; redone, the end."""

from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.ui.compose.undo_history import (
    MOST_STEPS,
    MOST_WEIGHT,
    MOVE_S,
    PAUSE_S,
    TextEdit,
    UndoHistory,
    difference,
)

values = st.none() | st.booleans() | st.integers(0, 3) | st.text("ab\U0001f600", max_size=4) | st.lists(st.text("a"))
edits = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(["title", "body", "on"]), values, min_size=1),
        st.floats(0, 3),
        st.none() | st.builds(TextEdit, st.integers(0, 3), st.text("a ", max_size=1), st.text("a ", max_size=1)),
    ),
    max_size=30,
)


class Writer:
    """Types into one text as a person does, with a clock of its own."""

    def __init__(self, text: str = "") -> None:
        self.steps = UndoHistory({"text": text, "other": ""})
        self.text = text
        self.at = 0.0

    def types(self, typed: str, *, wait: float = 0.1) -> None:
        for character in typed:
            self.becomes(self.text + character, wait=wait)

    def rubs_out(self, times: int) -> None:
        for _ in range(times):
            self.becomes(self.text[:-1])

    def becomes(self, text: str, *, wait: float = 0.1, cursor: int | None = None) -> None:
        self.at += wait
        edit = difference(self.text, text, cursor)
        self.steps.record({"text": text}, at=self.at, place="text", edit=edit, editor=self)
        self.text = text

    def undone(self) -> list[object]:
        """The text after each undo until there is nothing left."""
        texts: list[object] = []
        while self.steps.undo() is not None:
            texts.append(self.steps.now["text"])
        return texts


@given(edits)
def test_undoing_all_is_the_beginning_and_redoing_all_the_end(
    made: list[tuple[dict[str, object], float, TextEdit | None]],
) -> None:
    start = {"title": None, "body": None, "on": True}
    steps = UndoHistory(start)
    at = 0.0
    for parts, wait, edit in made:
        at += wait
        steps.record(parts, at=at, place="title", edit=edit, editor=steps)  # type: ignore[arg-type]
    end = dict(steps.now)
    passed = [end]
    while steps.undo() is not None:
        passed.append(dict(steps.now))
    assert repr(steps.now) == repr(start)
    assert steps.last is None
    for before in reversed(passed[:-1]):
        assert steps.redo() is not None
        assert repr(dict(steps.now)) == repr(before)
    assert steps.next is None


@given(st.text("ab\n\U0001f600"), st.text("ab\n\U0001f600"), st.none() | st.integers(0, 9))
def test_a_difference_makes_one_text_of_the_other(before: str, after: str, cursor: int | None) -> None:
    edit = difference(before, after, None if cursor is None else min(cursor, len(after)))
    assert before[: edit.start] + edit.inserted + before[edit.start + len(edit.removed) :] == after
    assert before[edit.start : edit.start + len(edit.removed)] == edit.removed


def test_the_cursor_tells_which_of_two_equal_letters_was_typed() -> None:
    assert difference("hel", "hell", 3) == TextEdit(2, "", "l")
    assert difference("hel", "hell", 4) == TextEdit(3, "", "l")
    assert difference("one, two, three", "one, three") == TextEdit(3, ", two", "")


def test_words_are_steps() -> None:
    writer = Writer()
    writer.types("Great match today")
    assert writer.undone() == ["Great match ", "Great ", ""]


def test_a_pause_begins_a_step() -> None:
    writer = Writer()
    writer.types("Gre")
    writer.types("a", wait=PAUSE_S + 0.1)
    writer.types("t")
    assert writer.undone() == ["Gre", ""]


def test_rubbing_out_is_another_step_than_typing() -> None:
    writer = Writer()
    writer.types("Great")
    writer.rubs_out(3)
    writer.types("y")
    assert writer.undone() == ["Gr", "Great", ""]


def test_typing_elsewhere_is_a_step() -> None:
    writer = Writer()
    writer.types("ab")
    writer.becomes("xab", cursor=1)
    writer.becomes("xyab", cursor=2)
    assert writer.undone() == ["ab", ""]


def test_typing_over_a_selection_goes_on_as_one_step() -> None:
    writer = Writer("Great match")
    writer.becomes("Great g", cursor=7)
    writer.types("ame")
    assert writer.undone() == ["Great match"]


def test_a_paste_is_a_step() -> None:
    writer = Writer()
    writer.types("a")
    writer.becomes("a and more")
    writer.types("b")
    assert writer.undone() == ["a and more", "a", ""]


def test_a_text_that_is_dragged_elsewhere_is_one_step() -> None:
    writer = Writer("one two")
    writer.becomes("twoone two", cursor=3)
    writer.becomes("twoone ", wait=MOVE_S / 2, cursor=7)
    assert writer.undone() == ["one two"]


def test_an_edit_after_an_undo_takes_away_what_could_be_redone() -> None:
    writer = Writer()
    writer.types("one two")
    writer.steps.undo()
    writer.text = "one "
    writer.types("x")
    assert writer.steps.redo() is None
    assert writer.undone() == ["one ", ""]


def test_what_does_not_differ_is_no_step() -> None:
    steps = UndoHistory({"on": True, "badge": 5})
    assert not steps.record({"on": True, "badge": 5}, at=0, place="on")
    assert not steps.record({"gone": None}, at=0, place="gone")
    assert steps.record({"on": 1}, at=0, place="on")  # 1 is not true


def test_memory_is_bounded_by_steps_and_by_weight() -> None:
    steps = UndoHistory({"n": 0})
    for number in range(2 * MOST_STEPS):
        steps.record({"n": number + 1}, at=10.0 * number, place="n")
    count = 0
    while steps.undo() is not None:
        count += 1
    assert count == MOST_STEPS
    assert steps.now["n"] == MOST_STEPS

    heavy = UndoHistory({"text": ""})
    for number in range(20):
        heavy.record({"text": str(number % 10) * 500_000}, at=10.0 * number, place="text")
    count = 0
    while heavy.undo() is not None:
        count += 1
    assert 1 <= count <= MOST_WEIGHT // 500_000


def test_what_stands_beside_comes_back_as_it_was_left() -> None:
    steps = UndoHistory({"title": "a"})
    steps.record({"title": "b"}, at=0, place="", around=({"to": "few"}, {"to": "many"}))
    step = steps.undo({"to": "many, edited since"})
    assert step is not None
    assert step.around_before == {"to": "few"}
    again = steps.redo({"to": "few"})
    assert again is not None
    assert again.around_after == {"to": "many, edited since"}


def test_an_audience_that_alone_was_replaced_is_a_step() -> None:
    steps = UndoHistory({"title": "a"})
    assert steps.record({"title": "a"}, at=0, place="", around=({"to": "few"}, {"to": "many"}))
    assert steps.undo({"to": "many"}) is not None
