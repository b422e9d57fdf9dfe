"""Reading of a text as PowerShell does: quotes, backticks, here-strings, pipes, variables that hold a plain text.

After "about_Quoting_Rules", "about_Special_Characters" and "about_Parsing" (Microsoft). What would have to be run
stays as it is written, and is said.
"""

import re
from typing import Final

from scoro_desktop.curl.cmd import split_arguments
from scoro_desktop.curl.script import (
    BLANKS,
    CONTINUED,
    SMART_DOUBLE,
    SMART_SINGLE,
    UNSEEN,
    VARIABLE_MAX,
    Command,
    Commands,
    Finding,
    Variables,
    Word,
    hidden,
    surrogates_joined,
)

_SINGLE: Final = "'" + SMART_SINGLE
_DOUBLE: Final = '"' + SMART_DOUBLE[:3]  # PowerShell knows these three
_PLAIN: Final = re.compile(rf"[^\s{BLANKS}{_SINGLE}{_DOUBLE}`$|&;<>(){{}}@#]+")
_IN_SINGLE: Final = re.compile(f"[^{_SINGLE}]+")
_IN_DOUBLE: Final = re.compile(f"[^{_DOUBLE}`$]+")
_VARIABLE: Final = re.compile(rf"\$(?:\{{([^}}\n]{{0,{VARIABLE_MAX}}})\}}|((?:\w+:)?\w+|[$?^]))")
_CHARACTER: Final = re.compile(r"\$\(\[char\](0x[0-9a-fA-F]{1,4}|[0-9]{1,5})\)", re.IGNORECASE)
_HERE: Final = re.compile(rf"@([{_SINGLE}{_DOUBLE}])[ \t]*\r?\n")
_CODE_POINT: Final = re.compile(r"`u\{([0-9a-fA-F]{1,6})\}")
_NEWLINE: Final = re.compile(rf"`{CONTINUED}")
_ASSIGNMENT: Final = re.compile(r"\$(\w+)")
_ESCAPES: Final = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def read_powershell(text: str, start: int = 0) -> list[Command]:
    """The commands of a text from `start` on, in order."""
    return _Reader(text, start).commands()


def read_old_powershell(text: str, start: int = 0) -> list[Command]:
    r"""The same as Windows PowerShell 5 hands it to a program: a quote in an argument reaches it only as `\"`."""
    commands = read_powershell(text, start)
    for command in commands:
        command.words = [each for word in command.words for each in _handed_over(word)]
    return commands


def _handed_over(word: Word) -> list[Word]:
    line = Word()
    if any(each.isspace() for each in word.text):
        line.add('"', word.place or 0)
        line.extend(word)
        line.add('"', word.place or 0)
    else:
        line.extend(word)
    return split_arguments(line, [])


class _Reader:
    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._done = Commands()
        self._command = Command()
        self._word: Word | None = None
        self._variables = Variables(text)

    def commands(self) -> list[Command]:
        while self._at < len(self._text) and not self._done.is_full:
            self._step(self._text[self._at])
        self._end_command()
        return self._done

    def _step(self, char: str) -> None:
        text, at = self._text, self._at
        if char in BLANKS:
            self._blank(char)
        elif char in "\r\n;|&{})":
            self._at += 2 if text.startswith(("||", "&&"), at) else 1
            self._end_command(piped=char == "|" and not text.startswith("||", at))
        elif char in _SINGLE:
            self._single()
        elif char in _DOUBLE:
            self._double()
        elif char == "`":
            self._backtick()
        elif char == "$":
            self._variable(self._open_word())
        elif char == "@" and self._word is None and _HERE.match(text, at):
            self._here_string()
        elif char == "(" or (char == "@" and text.startswith(("@{", "@("), at)):
            self._group()
        elif char in "<>":
            self._end_word()
            self._at += 1
        elif char == "#" and self._word is None:
            end = text.find("\n", at)
            self._at = end if end >= 0 else len(text)
        else:
            match = _PLAIN.match(text, at)
            run = match[0] if match else char
            self._open_word().add(run, at)
            self._at += len(run)
            if run == "--%":
                self._rest_of_line()

    def _blank(self, char: str) -> None:
        if char not in UNSEEN:
            self._end_word()
        if char not in " \t":
            self._command.findings.append(hidden(char, self._at))
        self._at += 1

    def _open_word(self) -> Word:
        if self._word is None:
            self._word = Word()
        return self._word

    def _end_word(self) -> None:
        if self._word is not None:
            self._command.words.append(surrogates_joined(self._word))
            self._word = None

    def _end_command(self, *, piped: bool = False) -> None:
        self._end_word()
        command = self._command
        words = command.words
        if len(words) == 3 and words[1].text == "=" and (name := _ASSIGNMENT.fullmatch(words[0].text)):
            self._variables.keep(name[1].lower(), words[2])
        if words or command.findings:
            self._done.append(command)
        elif self._text[self._at - 1 : self._at] in {"\r", "\n"}:
            piped = command.piped  # a pipe may be followed by the end of a line
        self._command = Command(piped=piped)

    def _find(self, code: str, at: int, length: int, **params: str) -> None:
        self._command.findings.append(Finding(code, params, at, length))

    def _opened(self, at: int) -> Word:
        """The word that a quote at `at` belongs to."""
        word = self._open_word()
        word.quoted = True
        if self._text[at] in SMART_SINGLE + SMART_DOUBLE:
            self._find("smart_quotes", at, 1)
        return word

    def _single(self) -> None:
        text, opened = self._text, self._at
        word = self._opened(opened)
        at = opened + 1
        while at < len(text):
            run = _IN_SINGLE.match(text, at)
            if run:
                word.add(run[0], at)
                at = run.end()
            elif text[at + 1 : at + 2] and text[at + 1] in _SINGLE:
                word.add(text[at + 1], at + 1)
                at += 2
            else:
                self._at = at + 1
                return
        self._find("unclosed_quote", opened, 1, quote=text[opened])
        self._at = at

    def _double(self) -> None:
        text, opened = self._text, self._at
        word = self._opened(opened)
        self._at = opened + 1
        while self._at < len(text):
            at = self._at
            run = _IN_DOUBLE.match(text, at)
            if run:
                word.add(run[0], at)
                self._at = run.end()
            elif text[at] == "`":
                self._escape(word)
            elif text[at] == "$":
                self._variable(word)
            elif text[at + 1 : at + 2] and text[at + 1] in _DOUBLE:
                word.add(text[at + 1], at + 1)
                self._at += 2
            else:
                self._at += 1
                return
        self._find("unclosed_quote", opened, 1, quote=text[opened])

    def _here_string(self) -> None:
        text, opened = self._text, self._at
        head = _HERE.match(text, opened)
        if head is None:
            return
        quotes = _SINGLE if head[1] in _SINGLE else _DOUBLE
        word = self._opened(opened + 1)
        foot = re.compile(rf"\r?\n[{quotes}]@").search(text, head.end() - 1)
        if foot is None:
            self._find("unclosed_quote", opened, 2, quote=head[0].strip())
        end = foot.start() if foot else len(text)
        self._at = head.end()
        while self._at < end:
            if quotes is _DOUBLE and text[self._at] == "`":
                self._escape(word)
            elif quotes is _DOUBLE and text[self._at] == "$":
                self._variable(word)
            else:
                run = re.compile(r"[^`$]+" if quotes is _DOUBLE else r"(?s:.+)").match(text, self._at, end)
                piece = run[0] if run else text[self._at]
                word.add(piece, self._at)
                self._at += len(piece)
        self._at = foot.end() if foot else end

    def _backtick(self) -> None:
        newline = _NEWLINE.match(self._text, self._at)
        if newline:
            self._at = newline.end()
        else:
            self._escape(self._open_word())

    def _escape(self, word: Word) -> None:
        text, at = self._text, self._at
        point = _CODE_POINT.match(text, at)
        if point and int(point[1], 16) <= 0x10FFFF:
            word.add(chr(int(point[1], 16)), at)
            self._at = point.end()
            return
        follower = text[at + 1 : at + 2]
        word.add(_ESCAPES.get(follower, follower), at + 1)
        self._at += 2

    def _variable(self, word: Word) -> None:
        text, at = self._text, self._at
        character = _CHARACTER.match(text, at)
        if character and (point := int(character[1], 0)) <= 0xFFFF:
            word.add(chr(point), at)
            self._at = character.end()
            return
        match = _VARIABLE.match(text, at)
        if match is None:
            if text.startswith("$(", at):
                self._find("shell_variable", at, 2, name="$(")
            word.add("$", at)
            self._at += 1
            return
        self._at = match.end()
        is_assigned = not self._command.words and word.place is None
        if not is_assigned:
            known = self._variables.take((match[1] or match[2] or "").lower())
            if known is not None:
                word.extend(known)
                return
            self._find("shell_variable", at, len(match[0]), name=match[0][:60])
        word.add(match[0], at)

    def _group(self) -> None:
        """A table or an expression. It is given for the one text in it, as in `(...GetBytes('...'))`."""
        inner = _Reader(self._text, self._at)
        inner._variables = self._variables
        opened, depth, texts, runs = self._at, 0, list[Word](), False
        while inner._at < len(self._text):
            at = inner._at
            char = self._text[at]
            if char in "({)}" or (char == "@" and self._text[at + 1 : at + 2] in {"(", "{"}):
                inner._at += 1
                inner._word = None
                depth += (char in "({") - (char in ")}")
                if depth <= 0 and char != "@":
                    break
                continue
            runs = runs or char == "|"
            inner._step(char)
            if inner._word is not None and (inner._word.quoted or char == "$"):
                texts.append(inner._word)
                inner._word = None
        self._at = inner._at
        word = self._open_word()
        if len(texts) == 1 and not runs:
            word.quoted = True
            word.extend(texts[0])
        elif self._text[opened] == "(":
            self._find("shell_variable", opened, 1, name="(")
            word.add(self._text[opened : self._at], opened)
        else:
            word.add(self._text[opened : self._at], opened)

    def _rest_of_line(self) -> None:
        """After `--%` everything up to a pipe or the line's end goes to the program as it stands."""
        self._word = None
        end = re.compile(r"[^|\r\n]*").match(self._text, self._at)
        if end:
            line = Word()
            line.add(end[0], self._at)
            self._command.words += split_arguments(line, self._command.findings)
            self._at = end.end()
