"""JSON as it goes over the wire, read alike by every Python."""

import pytest

from scoro_desktop import wire

DEEPEST = [
    "[" * wire.MAX_DEPTH + "]" * wire.MAX_DEPTH,
    '{"a":' * (wire.MAX_DEPTH - 1) + "{}" + "}" * (wire.MAX_DEPTH - 1),
    '[1, {"a": [2]}, ' * (wire.MAX_DEPTH // 2) + "3" + "]" * (wire.MAX_DEPTH // 2),
]


@pytest.mark.parametrize("text", DEEPEST)
def test_what_is_nested_as_deeply_as_may_be_is_read(text: str) -> None:
    assert wire.compact(wire.read(text)).decode() == text.replace(" ", "")


@pytest.mark.parametrize("text", [f"[{DEEPEST[0]}]", f'{{"a": {DEEPEST[1]}}}', f"[[], 1, {DEEPEST[0]}]"])
@pytest.mark.parametrize("times", [1, 3, 250])
def test_what_is_nested_more_deeply_is_refused(text: str, times: int) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        wire.read("[" * times + text + "]" * times)


@pytest.mark.parametrize("text", ["[]", "{}", "1", "null", '"["', '["[[["]', '{"a":[{},[]]}'])
def test_what_is_hardly_nested_is_read(text: str) -> None:
    assert wire.compact(wire.read(text)).decode() == text
