"""Words for what is wrong with a file of the library."""

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.storage.file_parts import LibraryFileError, place_in_file
from scoro_desktop.ui.words import wording

translate = QCoreApplication.translate


def file_problem(error: LibraryFileError) -> str:
    """Describes the problem of a file, its place, and that nothing came of it."""
    words = {
        "unreadable": translate("templates", "The file could not be read: {reason}."),
        "too_big": translate("templates", "The file is too big: at most {limit} bytes are read."),
        "not_utf8": translate("templates", "This is not a library file: it is not UTF-8 text."),
        "not_json": translate("templates", "The file is not JSON."),
        "other_file": translate("templates", "This is not a library file."),
        "newer_version": translate(
            "templates", "The file was written by a newer version of the app (format {version}, known here: {known})."
        ),
        "missing_field": translate("templates", "Something that must be there is missing."),
        "unknown_field": translate("templates", "The format has no such part."),
        "wrong_type": translate("templates", "The value is of another type than it should be: {expected}."),
        "too_long": translate("templates", "The text is too long: at most {limit} characters."),
        "too_many": translate("templates", "There are too many: at most {limit}."),
        "not_a_line": translate("templates", "This must be one line of text."),
        "no_name": translate("templates", "A name is missing."),
        "bad_channel": translate("templates", "The channel must be one of: {allowed}."),
        "bad_collection": translate("templates", "The collection must be one of: {allowed}."),
        "bad_query": translate("templates", "The query cannot be used."),
        "bad_tag": translate("templates", "Tags must be different, and without commas and spaces at their ends."),
        "bad_variable": translate("templates", "This is not the name of a variable, or it is there twice."),
        "too_deep": translate("templates", "Brackets are nested more than {limit} deep."),
        "name_twice": translate("templates", "Two are called “{name}”."),
    }
    params: dict[str, object] = {
        key: QLocale().toString(value) if isinstance(value, int) else value for key, value in error.params.items()
    }
    if "expected" in params:
        params["expected"] = wording.type_name(str(params["expected"]))
    sentences = [words[error.code].format(**params)]
    if error.problem is not None:
        at = translate("templates", "Line {line}, column {column}:").format(
            line=error.problem.line, column=error.problem.column
        )
        sentences.append(f"{at} {wording.query_problem(error.problem)}")
    if error.place:
        sentences.append(translate("templates", "Place: {place}.").format(place=place_in_file(error.place)))
    sentences.append(translate("templates", "Nothing was imported."))
    return " ".join(sentences)
