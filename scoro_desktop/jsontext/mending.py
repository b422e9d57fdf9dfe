"""The mend of a mistake in a query, where one way to do it is evident."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Final

from scoro_desktop import late
from scoro_desktop.jsontext.brackets import brackets
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.jsontext.strict import is_json
from scoro_desktop.jsontext.wrapped_json import json_within

_JSON_NUMBER: Final = late.pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_CLOSING: Final = {"{": "}", "[": "]"}
_SPACES: Final = " \t\r\n"


@late.dataclass(frozen=True)
class Mend:
    """One change: `length` code points at `offset` give way to `text`.

    `code` says what it does: `close_bracket`, `close_text`, `remove_comma`, `remove_bracket`, `remove_character`,
    `remove_comment`, `add_comma`, `add_colon`, `add_brackets`, `double_quotes`, `straight_quotes`, `keep_json`,
    `write`.
    `written` is what would stand there, where that is worth telling.
    """

    code: str
    offset: int
    length: int
    text: str
    written: str = ""


def mend(text: str, problem: QueryProblem) -> Mend | None:
    """Returns the mend of a problem in a text, or None where that is the person's to decide.

    Nothing is offered that makes a query select more people: those problems are no slips of the pen.
    """
    way = _WAYS.get(problem.code)
    return None if way is None else way(text, problem)


def _marked(text: str, problem: QueryProblem) -> str:
    return text[problem.offset : problem.offset + problem.length]


def _instead(code: str, problem: QueryProblem, text: str, *, written: bool = False) -> Mend:
    return Mend(code, problem.offset, problem.length, text, text if written else "")


def _remover(code: str) -> Callable[[str, QueryProblem], Mend]:
    return lambda _text, problem: _instead(code, problem, "")


def _adder(code: str, sign: str) -> Callable[[str, QueryProblem], Mend]:
    """Adds a sign behind what stands before the problem, spaces left out."""
    return lambda text, problem: Mend(code, len(text[: problem.offset].rstrip(_SPACES)), 0, sign)


def _quoter(code: str) -> Callable[[str, QueryProblem], Mend]:
    """Writes what stands in quotes of another kind, or in none, as JSON."""

    def way(text: str, problem: QueryProblem) -> Mend:
        marked = _marked(text, problem)
        if code == "double_quotes" and marked[:1] == "'":
            inside = marked[1:-1].replace("\\'", "'")
        elif code == "straight_quotes":
            inside = marked[1:-1]
        else:
            inside = marked.strip()
        quoted = '"' + re.sub(r'(?<!\\)"', r"\\" + '"', inside) + '"'
        return _instead(code, problem, quoted, written=len(quoted) <= 40)

    return way


def _replacer(parameter: str, *, quoted: bool) -> Callable[[str, QueryProblem], Mend | None]:
    """Writes what a parameter of the problem suggests."""

    def way(_text: str, problem: QueryProblem) -> Mend | None:
        right = str(problem.params.get(parameter, ""))
        return _instead("write", problem, json.dumps(right) if quoted else right, written=True) if right else None

    return way


def _close_text(text: str, problem: QueryProblem) -> Mend:
    marked = _marked(text, problem)
    ends_in_half_an_escape = (len(marked) - len(marked.rstrip("\\"))) % 2 == 1
    return Mend("close_text", problem.offset + problem.length, 0, ('\\"' if ends_in_half_an_escape else '"'))


def _close_bracket(text: str, problem: QueryProblem) -> Mend | None:
    """Closes a bracket, and those inside of it, before the bracket that closes what encloses it, or at the end."""
    opened = text[problem.offset]
    waiting: list[str] = []
    at = len(text)
    for place, bracket in brackets(text, problem.offset):
        if bracket in _CLOSING:
            waiting.append(bracket)
        elif _CLOSING[waiting[-1]] == bracket:
            waiting.pop()
            if not waiting:
                return None
        else:
            at = place
            if bracket in map(_CLOSING.__getitem__, waiting):
                # One inside is not closed either: closing it first leaves this one for its own turn.
                inner = len(waiting) - 1 - [_CLOSING[each] for each in reversed(waiting)].index(bracket)
                waiting = waiting[inner + 1 :]
            break
    if opened not in _CLOSING or not waiting:
        return None
    closing = "".join(_CLOSING[each] for each in reversed(waiting))
    before = text[:at].rstrip(_SPACES)
    comma = before.endswith(",")
    start = len(before) - comma
    return Mend("close_bracket", start, int(comma), closing, closing if len(closing) <= 10 else "")


def _write_number(text: str, problem: QueryProblem) -> Mend | None:
    meant = re.sub(r"(?<![0-9])\.", "0.", _marked(text, problem).removeprefix("+"))
    meant = re.sub(r"\.(?![0-9])", ".0", meant)
    return _instead("write", problem, meant, written=True) if _JSON_NUMBER.fullmatch(meant) else None


def _remove_invisible(_text: str, problem: QueryProblem) -> Mend:
    # A space of another kind separates words all the same.
    return _instead("remove_character", problem, " ")


def _double_backslash(text: str, problem: QueryProblem) -> Mend:
    return _instead("write", problem, "\\" + _marked(text, problem), written=True)


def _write_escaped(text: str, problem: QueryProblem) -> Mend:
    return _instead("write", problem, json.dumps(_marked(text, problem))[1:-1], written=True)


def _add_brackets(text: str, _problem: QueryProblem) -> Mend | None:
    inside = text.strip(_SPACES)
    if is_json(text) or not is_json("{" + inside + "}"):
        return None
    return Mend("add_brackets", 0, len(text), "{" + inside + "}")


def _keep_json(text: str, _problem: QueryProblem) -> Mend | None:
    within = json_within(text)
    return None if within is None else Mend("keep_json", 0, len(text), text[slice(*within)])


_WAYS: Final[Mapping[str, Callable[[str, QueryProblem], Mend | None]]] = {
    "missing_comma": _adder("add_comma", ","),
    "missing_colon": _adder("add_colon", ":"),
    "trailing_comma": _remover("remove_comma"),
    "stray_comma": _remover("remove_comma"),
    "single_quotes": _quoter("double_quotes"),
    "curly_quotes": _quoter("straight_quotes"),
    "unquoted_key": _quoter("double_quotes"),
    "unquoted_text": _quoter("double_quotes"),
    "wrong_word": _replacer("right", quoted=False),
    "bad_number": _write_number,
    "unclosed_string": _close_text,
    "unclosed_bracket": _close_bracket,
    "unexpected_bracket": _remover("remove_bracket"),
    "invisible_character": _remove_invisible,
    "comment": _remover("remove_comment"),
    "bad_escape": _double_backslash,
    "raw_control_character": _write_escaped,
    "not_an_object": _add_brackets,
    "text_around": _keep_json,
    "unknown_operator": _replacer("suggestion", quoted=True),
    "missing_dollar": _replacer("suggestion", quoted=True),
}
