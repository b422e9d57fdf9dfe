"""Words for templates: where a variable stands, when something was, what is wrong with a file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.messages.variables import Use
from scoro_desktop.storage.template_file import TemplateFileError, place_in_file
from scoro_desktop.ui.channels.registry import VIEWS, channel_name
from scoro_desktop.ui.words import wording

translate = QCoreApplication.translate

NAMED: Final = 5
"""Templates without a form are named as far as that; more names help nobody."""


def moment(when: datetime) -> str:
    """A moment as the system writes it."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale.FormatType.ShortFormat)


def line(template: Template) -> str:
    """Returns the line under a template's name in a list: its channel and tags."""
    return " · ".join((channel_name(template.channel), *template.tags))


def of_unknown_channels(others: Sequence[tuple[str, str]]) -> str:
    """That templates (name, code of the channel) are kept and cannot be used."""
    named = [f"“{name}” ({channel_name(code)})" for name, code in others[:NAMED]]
    names = ", ".join(named) + (", …" if len(others) > NAMED else "")
    return translate("templates", "Kept, but this version of the app has no form for them: {names}.").format(
        names=names
    )


def places(channel: Channel, uses: Iterable[Use], *, in_query: bool) -> str:
    """Lists the places of a variable in a message of a channel; each place once."""
    of_path = VIEWS[channel].place
    names = [of_path(each.path) or ".".join(each.path) for each in uses]
    if in_query:
        names.append(translate("templates", "audience"))
    return ", ".join(dict.fromkeys(names))


def file_problem(error: TemplateFileError) -> str:
    """Describes the problem of a file, its place, and that nothing came of it."""
    words = {
        "unreadable": translate("templates", "The file could not be read: {reason}."),
        "too_big": translate("templates", "The file is too big: at most {limit} bytes are read."),
        "not_utf8": translate("templates", "This is not a file of templates: it is no text in UTF-8."),
        "not_json": translate("templates", "The file is not JSON."),
        "other_file": translate("templates", "This is not a file of templates."),
        "newer_version": translate(
            "templates", "The file was written by a newer version of the app (format {version}, known here: {known})."
        ),
        "missing_field": translate("templates", "Something that must be there is missing."),
        "unknown_field": translate("templates", "A template has no such part."),
        "wrong_type": translate("templates", "The value is of another type than it should be: {expected}."),
        "too_long": translate("templates", "The text is too long: at most {limit} characters."),
        "too_many": translate("templates", "There are too many: at most {limit}."),
        "not_a_line": translate("templates", "This must be a single line of text."),
        "no_name": translate("templates", "A template has no name."),
        "bad_channel": translate("templates", "The channel must be one of: {allowed}."),
        "bad_collection": translate("templates", "The collection must be one of: {allowed}."),
        "bad_query": translate("templates", "The query cannot be used."),
        "bad_tag": translate("templates", "Tags must be different, and without commas and spaces at their ends."),
        "bad_variable": translate("templates", "This is no name of a variable, or it stands there twice."),
        "too_deep": translate("templates", "Brackets are nested more than {limit} deep."),
        "name_twice": translate("templates", "Two templates are called “{name}”."),
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
