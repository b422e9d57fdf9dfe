"""The log of what went wrong in the app: where, and never with what."""

import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.storage import error_log
from scoro_desktop.storage.error_log import ErrorLog, place_of, wordless_text


def raise_key(words: str) -> None:
    raise KeyError(words)


def raised(words: str) -> Exception:
    """An exception that says these words in every way there is, as does the one that led to it."""
    with pytest.raises(ValueError) as caught:  # noqa: PT012
        try:
            raise_key(words)
        except KeyError as error:
            raise ValueError(words, {"message": words}) from error
    caught.value.add_note(words)
    return caught.value


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=3))
def test_no_word_of_an_exception_is_written(words: str) -> None:
    error = raised(words)
    text = wordless_text(error)
    assert words not in text
    assert words in "".join(traceback.format_exception(error))
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")
    assert "in raised" in text
    assert words not in place_of(error)


def test_a_chain_that_bites_its_tail_has_an_end() -> None:
    error = raised("a")
    cause = error.__cause__
    assert cause is not None
    cause.__cause__ = error
    assert wordless_text(error).count("builtins.") == 2


def test_the_place_tells_two_lines_apart_and_the_same_line_not() -> None:
    first, second = raised("a"), raised("b")
    assert place_of(first) == place_of(second)
    assert place_of(first) != place_of(ValueError("never raised"))


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path)
    for number in range(12):
        log.write(f"{number} " + "x" * (error_log.MOST // 5))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([error_log.NAME, error_log.BEFORE])
    for name in (error_log.NAME, error_log.BEFORE):
        path = tmp_path / name
        assert path.stat().st_size <= error_log.MOST
        assert path.stat().st_mode & 0o777 == 0o600
    assert " 11 x" in (tmp_path / error_log.NAME).read_text("utf-8")


def test_a_disk_that_does_not_take_it_is_no_further_trouble(tmp_path: Path) -> None:
    (tmp_path / error_log.NAME).mkdir()
    ErrorLog(tmp_path).write("something")
    ErrorLog(tmp_path / "gone").write("something")
    ErrorLog(tmp_path / "gone").write("half a pair: \ud800")
