"""How values are put into SQL: by `?` alone, or by names. CPython 3.12.1 takes `?1` for a name, and warns of it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NUMBERED = re.compile(r"(?:[(=,]|\b(?:IN|THEN|ELSE|WHEN|AND|OR|LIMIT|OFFSET|VALUES|LIKE|MATCH|SELECT))\s*\?\d")


def test_no_placeholder_has_a_number() -> None:
    assert NUMBERED.search("CASE root WHEN ?1 THEN ?2 END")
    assert NUMBERED.search("WHERE id IN (?1, ?2)")
    for path in (ROOT / "scoro_desktop").rglob("*.py"):
        found = [line for line in path.read_text("utf-8").splitlines() if NUMBERED.search(line)]
        assert not found, path
