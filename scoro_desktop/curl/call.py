"""The effect of a command: its address, its data, and what else it asks for."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from scoro_desktop.curl.options import (
    CMDLET_SWITCHES,
    CMDLET_WITHOUT_EFFECT,
    CMDLETS,
    FLAGS,
    SHORT,
    WITH_ARGUMENT,
    WITHOUT_EFFECT,
)
from scoro_desktop.curl.script import Command, Finding, Word, joined
from scoro_desktop.messages.shape import printable

_DASHES: Final = re.compile("^[\u2010-\u2015\u2212]")
_TOKEN: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}")
_OPTIONS: Final = WITH_ARGUMENT | FLAGS
_NAMES_SAID: Final = 20
_JSON_TYPE: Final = re.compile(r"application/(?:[\w.+-]+\+)?json\b", re.IGNORECASE)


@dataclass
class Call:
    """One request of a command. `data` is None where none is given, or none that could be read."""

    url: Word | None = None
    data: Word | None = None
    parts: int = 0
    """The number of `-d` options that the data was joined from."""
    problems: list[Finding] = dataclasses.field(default_factory=list)
    notes: list[Finding] = dataclasses.field(default_factory=list)


def read_call(command: Command, stdin: Word | None) -> Call:
    """Reads what curl, or PowerShell's own command, would do. `stdin`: its input, as far as that is known."""
    reader = _Reader(stdin, command.file_stdin)
    words = command.words[1:]
    if is_cmdlet(command):
        reader.cmdlet(words)
    else:
        reader.curl(words)
    return reader.call()


def is_cmdlet(command: Command) -> bool:
    """Tells whether it is one of PowerShell's own commands, to which `curl` is another name in Windows PowerShell."""
    return command.name in CMDLETS or (
        command.name == "curl" and any(word.text.lower() in {"-uri", "-body"} for word in command.words)
    )


class _Reader:
    def __init__(self, stdin: Word | None, file: str | None) -> None:
        self._stdin = stdin
        self._file = file
        self._method: Word | None = None
        self._addresses: list[Word] = []
        self._strays: list[Word] = []
        self._data: list[Word] = []
        self._json: list[Word] = []
        self._content_type: Word | None = None
        self._headers: dict[str, None] = {}
        self._options: dict[str, None] = {}
        self._problems: list[Finding] = []
        self._notes: list[Finding] = []
        self._in_url = False
        self._asked_for_data = False

    def call(self) -> Call:
        addresses = self._addresses or [word for word in self._strays if _looks_like_address(word.text)][:1]
        extra = [*self._addresses[1:], *self._strays]
        first = next((word for word in extra if not addresses or word is not addresses[0]), None)
        if first is not None:
            self._notes.append(_at("extra_word", first))
        if self._method is not None and self._method.text.upper() != "POST":
            self._notes.append(_at("method", self._method, method=printable(self._method.text)))
        elif self._method is None and self._in_url:
            self._notes.append(Finding("method", {"method": "GET"}))
        if self._content_type is not None and not _JSON_TYPE.match(self._content_type.text):
            value = printable(self._content_type.text)
            self._notes.append(_at("content_type", self._content_type, value=value))
        for code, names in (("headers_dropped", self._headers), ("options_dropped", self._options)):
            if names:
                listed = [*names][:_NAMES_SAID] + ["…"] * (len(names) > _NAMES_SAID)
                self._notes.append(Finding(code, {"names": ", ".join(listed)}))
        data = joined(self._json) if self._json else joined(self._data, "&") if self._data else None
        if data is None and not self._asked_for_data:
            self._problems.append(Finding("no_data"))
        url = addresses[0] if addresses else None
        return Call(url, data, len(self._data), self._problems, self._notes)

    def curl(self, words: list[Word]) -> None:
        waiting = iter(words)
        only_words = False
        for raw in waiting:
            word = self._dashed(raw)
            text = word.text
            if text == "--" and not only_words:
                only_words = True
            elif only_words or not text.startswith("-") or text == "-":
                self._strays.append(word)
            elif text.startswith("--"):
                if self._long(word, waiting):
                    return
            elif self._short(word, waiting):
                return

    def _dashed(self, word: Word) -> Word:
        """A word whose dash a document has made longer, as it was typed."""
        text = word.text
        if word.quoted or not _DASHES.match(text):
            return word
        self._notes.append(_at("smart_dashes", word))
        plain = Word()
        plain.add("-" if len(text) == 2 else "--", word.place or 0)
        plain.extend(word.cut(1))
        return plain

    def _long(self, word: Word, waiting: Iterator[Word]) -> bool:
        """Reads `--option`, `--option value` or `--option=value`. True: what follows is another request."""
        text = word.text
        name, equals, _ = text[2:].partition("=")
        name = _whole_name(name)
        if name in WITH_ARGUMENT:
            value = word.cut(len(text.partition("=")[0]) + 1) if equals else next(waiting, Word())
            self._option(name, value)
        elif name in FLAGS:
            return self._flag(name)
        elif text != "--%":
            self._notes.append(_at("unknown_option", word, option="--" + printable(name)))
        return False

    def _short(self, word: Word, waiting: Iterator[Word]) -> bool:
        """Reads `-s`, `-sSf`, `-XPOST` or `-X POST`. True: what follows is another request."""
        text = word.text
        for index, letter in enumerate(text[1:], 1):
            name = SHORT.get(letter)
            if name is None:
                self._notes.append(_at("unknown_option", word, option="-" + printable(letter)))
                return False
            if name in WITH_ARGUMENT:
                self._option(name, word.cut(index + 1) if index + 1 < len(text) else next(waiting, Word()))
                return False
            if self._flag(name):
                return True
        return False

    def _flag(self, name: str) -> bool:
        if name == "next":
            self._notes.append(Finding("several_commands"))
            return True
        if name in {"get", "head"}:
            self._in_url = True
        elif name not in WITHOUT_EFFECT:
            self._options[f"--{name}"] = None
        return False

    def _option(self, name: str, value: Word) -> None:
        match name:
            case "data" | "data-ascii" | "data-binary":
                self._take(self._data, value, as_it_is=name == "data-binary")
            case "json":
                self._take(self._json, value, as_it_is=True)
            case "data-raw":
                self._data.append(value)
            case "data-urlencode":
                self._notes.append(_at("url_encoded", value))
                self._data.append(value.cut(1) if value.text.startswith("=") else value)
            case "form" | "form-string" | "upload-file":
                self._asked_for_data = True
                self._problems.append(_at("form_data", value))
            case "url":
                self._addresses.append(value)
            case "request":
                self._method = value
            case "header":
                self._header(value)
            case "user":
                self._notes.append(Finding("login_dropped"))
            case _:
                if name not in WITHOUT_EFFECT:
                    self._options[f"--{name}"] = None

    def _take(self, data: list[Word], value: Word, *, as_it_is: bool) -> None:
        text = value.text
        if not text.startswith("@"):
            data.append(value)
            return
        self._asked_for_data = True
        file = text[1:] if text != "@-" else self._file
        if file is not None:
            self._problems.append(_at("data_in_file", value, file=printable(file)))
        elif self._stdin is None:
            self._problems.append(_at("data_from_input", value))
        else:
            data.append(self._stdin if as_it_is else joined(_lines(self._stdin)))
            self._stdin = Word()  # it is read once: a second @- finds nothing

    def _header(self, value: Word) -> None:
        name, colon, content = value.text.partition(":")
        name = name.strip()
        if name.lower() == "content-type" and colon:
            start = len(value.text) - len(content.lstrip())
            self._content_type = value.cut(start)
        elif _TOKEN.fullmatch(name) and colon:
            self._headers[name] = None
        elif value.text.startswith("@"):
            self._options["--header @"] = None

    def cmdlet(self, words: list[Word]) -> None:
        """Reads the parameters of Invoke-RestMethod and Invoke-WebRequest, whose names may be cut short."""
        known: dict[str, Callable[[Word], None]] = {
            "uri": self._addresses.append,
            "method": lambda value: setattr(self, "_method", value),
            "body": self._data.append,
            "contenttype": lambda value: setattr(self, "_content_type", value),
        }
        waiting = iter(words)
        for raw in waiting:
            word = self._dashed(raw)
            text = word.text
            if word.quoted or not text.startswith("-") or len(text) < 2:
                self._strays.append(word)
                continue
            name, colon, _ = text[1:].lower().partition(":")
            if name in CMDLET_SWITCHES:
                if name not in CMDLET_WITHOUT_EFFECT:
                    self._options[f"-{text[1:].partition(':')[0]}"] = None
                continue
            value = word.cut(len(name) + 2) if colon and len(text) > len(name) + 2 else next(waiting, Word())
            take = known.get(name)
            if take:
                take(value)
            elif name == "infile":
                self._asked_for_data = True
                self._problems.append(_at("data_in_file", value, file=printable(value.text)))
            elif name not in CMDLET_WITHOUT_EFFECT:
                self._options["-" + printable(text[1:].partition(":")[0])] = None
        if self._method is None:
            self._in_url = True


def _at(code: str, word: Word, **params: str) -> Finding:
    return Finding(code, params, word.place, max(len(word.text), 1) if word.place is not None else 0)


def _whole_name(name: str) -> str:
    """An option's name, which may be cut short where that leaves no doubt."""
    if name in WITH_ARGUMENT or name in FLAGS or not name:
        return name
    longer = [each for each in _OPTIONS if each.startswith(name)]
    return longer[0] if len(longer) == 1 else name


def _lines(word: Word) -> Iterator[Word]:
    """The word without its line ends: what `-d` does to a file."""
    done = 0
    for match in re.finditer(r"[\r\n\0]+", word.text):
        yield word.cut(done, match.start())
        done = match.end()
    yield word.cut(done)


def _looks_like_address(text: str) -> bool:
    return "/" in text or "." in text or text.startswith("localhost")
