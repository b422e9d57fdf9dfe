"""Reading of a text as a POSIX shell (with what bash and zsh add) does: quotes, escapes, pipes, here-documents.

After POSIX.1-2017, "Shell Command Language", 2.2 Quoting, 2.7 Redirection; and the Bash manual, "Here Strings".
Nothing is run: a variable that the text itself does not set stays as it is written, and is said.
"""

import re
from typing import Final

from scoro_desktop.curl.ansi_c import read_ansi_c
from scoro_desktop.curl.script import (
    BLANKS,
    CONTINUED,
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

_PLAIN: Final = re.compile(rf"[^\s{BLANKS}'\"\\$`|&;<>(){{}}#]+")
_IN_DOUBLE: Final = re.compile(r'[^"\\$`]+')
_VARIABLE: Final = re.compile(rf"\$(?:\{{[^}}\n]{{0,{VARIABLE_MAX}}}\}}|[A-Za-z_][A-Za-z_0-9]*|[0-9@*#?$!-])")
_NEWLINE: Final = re.compile(rf"\\{CONTINUED}")
_HEREDOC: Final = re.compile(r"<<(-?)[ \t]*(?:'([^'\n]*)'|\"([^\"\n]*)\"|\\?([^\s'\"|&;<>()]+))")
_ASSIGNMENT: Final = re.compile(r"([A-Za-z_]\w*)=")
_BRACES: Final = re.compile(r"[{}](?=\s|$|;)")


def read_posix(text: str, start: int = 0) -> list[Command]:
    """The commands of a text from `start` on, in order."""
    return _Reader(text, start).commands()


class _Reader:
    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._done = Commands()
        self._command = Command()
        self._word: Word | None = None
        self._heredocs: list[tuple[Command, str, bool, bool]] = []
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
        elif char == "\n" or text.startswith("\r\n", at):
            self._at += 1 if char == "\n" else 2
            self._end_command()
            self._read_heredocs()
        elif char == "'":
            self._single()
        elif char == '"':
            self._double()
        elif char == "\\":
            self._backslash()
        elif char == "$":
            self._dollar()
        elif char == "`":
            self._backtick()
        elif char in "<>":
            self._redirect(char)
        elif char in "|&;()" or self._is_brace():
            piped = char == "|" and not text.startswith("||", at)
            self._at += 2 if text.startswith(("||", "&&", "|&", ";;"), at) else 1
            self._end_command(piped=piped)
        elif char == "#" and self._word is None:
            self._at = _line_end(text, at)
        else:
            match = _PLAIN.match(text, at)
            run = match[0] if match else char
            self._open_word().add(run, at)
            self._at += len(run)

    def _blank(self, char: str) -> None:
        if char not in UNSEEN:
            self._end_word()
        if char not in " \t":
            self._command.findings.append(hidden(char, self._at))
        self._at += 1

    def _is_brace(self) -> bool:
        """Tells whether a group of commands opens or closes here, where a command would begin."""
        return self._word is None and not self._command.words and bool(_BRACES.match(self._text, self._at))

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
        self._keep_variables(command.words)
        if command.words or command.findings:
            self._done.append(command)
        elif self._text[self._at - 1 : self._at] == "\n":
            piped = command.piped  # a pipe may be followed by the end of a line
        self._command = Command(piped=piped)

    def _keep_variables(self, words: list[Word]) -> None:
        """Remembers what is assigned by a command of its own, as in `BODY='...'`."""
        if words and not words[0].quoted and words[0].text == "export":
            words = words[1:]
        texts = [_ASSIGNMENT.match(word.text) for word in words]
        if all(texts):
            for match, word in zip(texts, words, strict=True):
                if match:
                    self._variables.keep(match[1], word.cut(match.end()))

    def _unclosed(self, quote: str, at: int) -> None:
        self._command.findings.append(Finding("unclosed_quote", {"quote": quote}, at, len(quote)))

    def _single(self) -> None:
        word = self._open_word()
        word.quoted = True
        end = self._text.find("'", self._at + 1)
        if end < 0:
            self._unclosed("'", self._at)
            end = len(self._text)
        word.add(self._text[self._at + 1 : end], self._at + 1)
        self._at = end + 1

    def _double(self) -> None:
        word = self._open_word()
        word.quoted = True
        text, opened = self._text, self._at
        self._at += 1
        while self._at < len(text):
            at = self._at
            char = text[at]
            if char == '"':
                self._at += 1
                return
            if char == "\\":
                follower = text[at + 1 : at + 2]
                if follower == "\n" or text.startswith("\r\n", at + 1):
                    self._at += 2 if follower == "\n" else 3
                elif follower and follower in '$`"\\':
                    word.add(follower, at + 1)
                    self._at += 2
                else:
                    word.add("\\", at)
                    self._at += 1
            elif char in "$`":
                self._variable(char, word)
            else:
                run = _IN_DOUBLE.match(text, at)[0]  # type: ignore[index]
                word.add(run, at)
                self._at += len(run)
        self._unclosed('"', opened)

    def _backslash(self) -> None:
        text, at = self._text, self._at
        newline = _NEWLINE.match(text, at)
        if newline:
            self._at = newline.end()
            return
        self._open_word().add(text[at + 1 : at + 2] or "\\", at + 1)
        self._at += 2

    def _dollar(self) -> None:
        follower = self._text[self._at + 1 : self._at + 2]
        if follower == "'":
            self._ansi_c()
        elif follower == '"':
            self._at += 1
            self._double()
        else:
            self._variable("$", self._open_word())

    def _backtick(self) -> None:
        self._variable("`", self._open_word())

    def _variable(self, char: str, word: Word) -> None:
        """Keeps a variable or a substitution as it is written, and says so."""
        text, at = self._text, self._at
        match = _VARIABLE.match(text, at)
        if match:
            self._at = match.end()
            known = self._variables.take(match[0].strip("${}"))
            if known is not None:
                word.extend(known)
                return
            self._command.findings.append(Finding("shell_variable", {"name": match[0][:60]}, at, len(match[0])))
            word.add(match[0], at)
            return
        if char == "`" or text.startswith("$(", at):
            self._command.findings.append(Finding("shell_variable", {"name": "`" if char == "`" else "$("}, at, 1))
        word.add(char, at)
        self._at += 1

    def _ansi_c(self) -> None:
        word = self._open_word()
        word.quoted = True
        opened = self._at
        self._at, is_closed = read_ansi_c(self._text, opened, word)
        if not is_closed:
            self._unclosed("$'", opened)

    def _redirect(self, char: str) -> None:
        text, at = self._text, self._at
        word = self._word
        if word is not None and not word.quoted and word.text.isdigit():
            self._word = None  # the number of a file, as in 2>/dev/null
        self._end_word()
        heredoc = None if text.startswith("<<<", at) else _HEREDOC.match(text, at)
        if heredoc:
            quoted = heredoc[2] is not None or heredoc[3] is not None or "\\" in heredoc[0]
            delimiter = next(each for each in heredoc.groups()[1:] if each is not None)
            self._heredocs.append((self._command, delimiter, bool(heredoc[1]), quoted))
            self._at = heredoc.end()
            return
        operator = re.compile(r"<<<|<>|<&|<|>>|>&|>\||>").match(text, at)[0]  # type: ignore[index]
        self._at += len(operator)
        target = self._next_word()
        if operator == "<<<":
            target.add("\n", self._at)
            self._command.stdin = target
        elif char == "<":
            self._command.file_stdin = target.text

    def _next_word(self) -> Word:
        while self._text[self._at : self._at + 1] and self._text[self._at] in BLANKS:
            self._at += 1
        while self._at < len(self._text) and self._text[self._at] not in BLANKS + "\r\n|&;<>()":
            self._step(self._text[self._at])
        word, self._word = self._word, None
        return surrogates_joined(word) if word is not None else Word()

    def _read_heredocs(self) -> None:
        for command, delimiter, tabs, quoted in self._heredocs:
            stdin = Word()
            stdin.quoted = True
            while self._at < len(self._text):
                end = _line_end(self._text, self._at)
                line, place = self._text[self._at : end], self._at
                self._at = end + 1
                if tabs:
                    place += len(line) - len(line.lstrip("\t"))
                    line = line.lstrip("\t")
                if line.strip(" \t\r") == delimiter:  # also where a document has moved it to the right
                    break
                if quoted:
                    stdin.add(line + "\n", place)
                else:
                    _unquoted_line(line, place, stdin, command)
            command.stdin = stdin
        self._heredocs = []


def _unquoted_line(line: str, place: int, stdin: Word, command: Command) -> None:
    at = 0
    while at < len(line):
        if line[at] == "\\" and line[at + 1 : at + 2] in {"$", "`", "\\"}:
            stdin.add(line[at + 1], place + at + 1)
            at += 2
            continue
        match = _VARIABLE.match(line, at)
        if match:
            command.findings.append(Finding("shell_variable", {"name": match[0][:60]}, place + at, len(match[0])))
        stdin.add(line[at], place + at)
        at += 1
    if line.endswith("\\") and not line.endswith("\\\\"):
        return
    stdin.add("\n", place + len(line))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
