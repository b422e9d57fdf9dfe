"""Keeps resources/translations in step with the words in the code.

    python packaging/translations.py update     take new and changed words from the code into the .ts files, compile
    python packaging/translations.py check      fail if `update` has anything to do or a translation is missing
    python packaging/translations.py compile    make the .qm files that Qt loads where they are missing or older

English stands in the code itself; its file holds plural forms only.

Qt's lupdate (6.11) silently loses words when it reads Python: plurals in `translate()`, keyword arguments, calls inside
f-strings. So Python's own parser finds them here, and lupdate is given them written out as C++, which it reads well.
"""

import ast
import itertools
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "ru")
"""The app's languages; a test holds them against those that the window offers. English has plural forms only."""
SHOWN = 20
"""The most texts without a translation that are named."""


MENTION = re.compile(r"\btr\b|\btranslate\b")
"""Stands in each module that has a text."""


class Text(NamedTuple):
    """One text that a person reads, as it stands in the code."""

    context: str
    source: str
    comment: str
    plural: bool


QT_LACKS = (
    Text("QFileDialog", "&Look in:", "", plural=False),
    Text("QFileDialog", "Files of &type:", "", plural=False),
    Text("QAbstractFileIconProvider", "Drive", "", plural=False),
    Text("QAbstractFileIconProvider", "Folder", "All other platforms", plural=False),
    Text("QAbstractFileIconProvider", "Shortcut", "All other platforms", plural=False),
    Text("QAbstractFileIconProvider", "Unknown", "", plural=False),
)
"""Words of the dialog of files that Qt shows where the system has none of its own, which its Russian lacks (6.11)."""


class UntranslatableError(Exception):
    """A call of tr() or translate() whose texts are not plain literals, with its place."""


def texts_in(code: str, place: str) -> list[Text]:
    """The texts in one module, in its order; `place` is its name in errors.

    `QCoreApplication.translate` may be called `translate` for short, and nothing else.

    Raises:
        UntranslatableError: a text is put together while the program runs, so that no translation can be found for it.
    """

    in_order: list[Text] = []

    def visit(node: ast.AST, of_class: str) -> None:
        inner = list(ast.iter_child_nodes(node))
        match node:
            case ast.ClassDef(name=of_class):
                pass
            case ast.Call(func=ast.Attribute(attr="tr")):
                in_order.append(text_of(node, ["source", "comment", "n"], of_class))
                inner.remove(node.func)
            case ast.Call(func=function) if is_translate(function) or is_short(function):
                in_order.append(text_of(node, ["context", "source", "comment", "n"], of_class))
                inner.remove(function)
            case ast.Assign(targets=[ast.Name(id="translate")], value=value) if is_translate(value):
                return
            case ast.expr() if is_translate(node):
                raise UntranslatableError(f"{place}:{node.lineno}: QCoreApplication.translate under another name")
        for child in inner:
            visit(child, of_class)

    def is_translate(node: ast.expr) -> bool:
        return (
            isinstance(node, ast.Attribute)
            and node.attr == "translate"
            and ast.unparse(node).endswith("QCoreApplication.translate")
        )

    def is_short(node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == "translate"

    def text_of(call: ast.Call, names: list[str], of_class: str) -> Text:
        given = dict(zip(names, call.args, strict=False))
        given |= {"comment" if word.arg == "disambiguation" else str(word.arg): word.value for word in call.keywords}
        found = {"context": of_class, "comment": ""}
        for name in names[:-1]:
            value = given.get(name)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[name] = value.value
            elif not (name == "comment" and (value is None or isinstance(value, ast.Constant))):
                raise UntranslatableError(f"{place}:{call.lineno}: {name} is not a plain literal: {ast.unparse(call)}")
        return Text(found["context"], found["source"], found["comment"], "n" in given)

    if MENTION.search(code):
        visit(ast.parse(code), "")
    return in_order


def texts() -> list[Text]:
    """Every text of the app, and those of Qt that its translations lack, by context."""
    found = [
        text
        for path in sorted((ROOT / "scoro_desktop").rglob("*.py"))
        for text in texts_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    ]
    return sorted([*found, *QT_LACKS], key=lambda text: text.context)


def as_cpp(found: list[Text]) -> str:
    def literal(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'

    lines = []
    for text in found:
        arguments = [
            literal(text.context),
            literal(text.source),
            literal(text.comment),
            *(["n"] if text.plural else []),
        ]
        lines.append(f"QCoreApplication::translate({', '.join(arguments)});")
    return "\n".join(["void words(int n) {", *lines, "}", ""])


def tool(name: str, *arguments: str) -> None:
    """Runs one of Qt's programs; says what it said only if it failed."""
    program = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


def file_of(language: str) -> str:
    """The name of the .ts file of a language."""
    return f"scoro_desktop_{language}.ts"


def take_words(folder: Path) -> None:
    """Brings the .ts files in `folder` up to date with the code."""
    with tempfile.TemporaryDirectory() as name:
        words = Path(name) / "words.cpp"
        words.write_text(as_cpp(texts()), "utf-8")
        common = [str(words), "-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
        for language in LANGUAGES:
            only = ["-pluralonly"] if language == "en" else []
            tool("lupdate", *common, *only, "-target-language", language, "-ts", str(folder / file_of(language)))


def compile_all() -> None:
    for source in sorted(FOLDER.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            # A running app has the old file mapped: writing into it would pull the ground from under it.
            fresh = target.with_suffix(".qm.new")
            tool("lrelease", "-silent", str(source), "-qm", str(fresh))
            fresh.replace(target)


def unfinished(source: Path) -> list[str]:
    """The texts in a .ts file that have no finished translation, each with its context."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')!r}"
        for context in ElementTree.parse(source).getroot().iter("context")
        for message in context.iter("message")
        for translation in itertools.islice(message.iter("translation"), 1)
        if translation.get("type") == "unfinished"
    ]


def check() -> list[str]:
    """Finds what is wrong with the translations, one sentence each."""
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        files = [file_of(language) for language in LANGUAGES]
        for file in files:
            if (FOLDER / file).exists():
                shutil.copy(FOLDER / file, fresh)
        take_words(fresh)
        for file in files:
            kept = FOLDER / file
            if not kept.exists() or kept.read_bytes() != (fresh / file).read_bytes():
                wrong.append(f"{kept.relative_to(ROOT)} is behind the code: run `make translations`")
        wrong += left_to_translate(fresh)
    return wrong


def left_to_translate(folder: Path = FOLDER) -> list[str]:
    """Names the texts that somebody has to translate yet, a sentence each."""
    left = []
    for file in map(file_of, LANGUAGES):
        missing = unfinished(folder / file)
        left += [f"{file}, not translated: {text}" for text in missing[:SHOWN]]
        if len(missing) > SHOWN:
            left.append(f"{file}, not translated: {len(missing) - SHOWN} more")
    return left


def main() -> None:
    try:
        match sys.argv[1:]:
            case ["update"]:
                FOLDER.mkdir(parents=True, exist_ok=True)
                take_words(FOLDER)
                compile_all()
                print(*left_to_translate() or ["complete and up to date"], sep="\n")
            case ["compile"]:
                compile_all()
            case ["check"]:
                wrong = check()
                print(*wrong or ["complete and up to date"], sep="\n")
                sys.exit(1 if wrong else 0)
            case _:
                sys.exit(__doc__)
    except UntranslatableError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
