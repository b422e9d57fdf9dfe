r"""Reading of a line as Windows cmd, and then the program's start-up code, read it.

cmd first: a caret outside of quotes takes the next character literally, a caret before the end of a line joins the
lines, `"` opens and closes quotes inside which carets and `&|<>` are plain. What remains is one string, which the C
runtime cuts into arguments (Microsoft, "Parsing C command-line arguments"): blanks part them outside of quotes, `\"`
is a quote, pairs of backslashes before a quote count as one, and `""` inside quotes is a quote. Nothing is expanded:
`%NAME%` stays as it is written, and is said.
"""

import re
from typing import Final

from scoro_desktop.curl.script import BLANKS, UNSEEN, Command, Commands, Finding, Word, hidden

_PLAIN: Final = re.compile(r'[^\^"&|<>()\r\n]+')
_VARIABLE: Final = re.compile(r"%[A-Za-z_][A-Za-z_0-9()]*%")
_NEWLINE: Final = re.compile(r"\r?\n")
_CARET_NEWLINE: Final = re.compile(rf"\^[{BLANKS}]*\r?\n")
_BLANK_LINES: Final = re.compile(rf"(?:[{BLANKS}]*\r?\n)+(?=[{BLANKS}]*(?:-|\^?\"))")
_PARTING: Final = BLANKS + "\n"
_INSIDE: Final = re.compile(r'[^\\"]+')
_OUTSIDE: Final = re.compile(rf'[^\\"{BLANKS}\n]+')
_SLASHES: Final = re.compile(r"\\*")


def read_cmd(text: str, start: int = 0) -> list[Command]:
    """The commands of a text from `start` on, in order."""
    commands = Commands()
    at, piped = start, False
    while at < len(text) and not commands.is_full:
        line, findings, at, ended_by = _after_carets(text, at)
        command = Command(words=split_arguments(line, findings), findings=findings, piped=piped)
        if command.words:
            commands.append(command)
        piped = ended_by == "|"
    return commands


def _after_carets(text: str, at: int) -> tuple[Word, list[Finding], int, str]:
    """One command as the program is given it, where the text goes on, and what ended it."""
    line = Word()
    findings: list[Finding] = []
    in_quotes = False
    while at < len(text):
        char = text[at]
        if char == '"':
            in_quotes = not in_quotes
            line.add(char, at)
            at += 1
        elif char in "\r\n":
            return line, findings, at + 1, "\n"
        elif in_quotes and char in "^&|<>()":
            line.add(char, at)
            at += 1
        elif char == "^":
            newline = _CARET_NEWLINE.match(text, at)
            if newline:  # the character after the line's end is taken literally, a second line's end too
                at = newline.end()
                second = _NEWLINE.match(text, at)
                if second:
                    line.add("\n", at)
                    at = second.end()
                more = _BLANK_LINES.match(text, at)
                at = more.end() if more else at
            else:
                line.add(text[at + 1 : at + 2], at + 1)
                at += 2
        elif char in "&|":
            double = text.startswith(char * 2, at)
            return line, findings, at + (2 if double else 1), char * 2 if double else char
        elif char in "<>()":
            line.add(char, at)
            at += 1
        else:
            run = _PLAIN.match(text, at)[0]  # type: ignore[index]
            findings += (
                Finding("shell_variable", {"name": match[0][:60]}, at + match.start(), len(match[0]))
                for match in _VARIABLE.finditer(run)
            )
            line.add(run, at)
            at += len(run)
    return line, findings, at, ""


def split_arguments(line: Word, findings: list[Finding]) -> list[Word]:
    """The C runtime's part: one string as arguments."""
    text = line.text
    words: list[Word] = []
    word: Word | None = None
    in_quotes, opened, at = False, 0, 0
    while at < len(text):
        if not in_quotes and text[at] in _PARTING:
            if word is not None and text[at] not in UNSEEN:
                words.append(word)
                word = None
            if text[at] not in " \t\n":
                findings.append(hidden(text[at], line.place_of(at)))
            at += 1
            continue
        word = Word() if word is None else word
        run = (_INSIDE if in_quotes else _OUTSIDE).match(text, at)
        if run:
            word.extend(line.cut(at, run.end()))
            at = run.end()
            continue
        slashes = len(_SLASHES.match(text, at)[0])  # type: ignore[index]
        is_before_quote = text.startswith('"', at + slashes)
        word.extend(line.cut(at, at + (slashes // 2 if is_before_quote else slashes)))
        at += slashes
        if not is_before_quote:
            continue
        if slashes % 2:
            word.extend(line.cut(at, at + 1))
        elif in_quotes and text.startswith('""', at):
            at += 1
            word.extend(line.cut(at, at + 1))
        else:
            in_quotes = not in_quotes
            word.quoted = True
            opened = at
        at += 1
    if in_quotes:
        findings.append(Finding("unclosed_quote", {"quote": '"'}, line.place_of(opened), 1))
    return words if word is None else [*words, word]
