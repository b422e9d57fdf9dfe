"""Words for what is wrong with a value in JSON: those of a query, but for what is true of queries alone."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.ui.words.query_words import query_problem

translate = QCoreApplication.translate


def value_problem(problem: QueryProblem) -> str:
    """One sentence or two about a problem of a value."""
    words = {
        "empty": translate("value", "Write a value in JSON."),
        "not_an_object": translate("value", "This has to be an object, in curly brackets: {{…}}."),
        "text_after_end": translate("value", "The value has ended before this. Delete what follows."),
        "text_around": translate("value", "Only the value belongs here. Remove what is around it."),
        "empty_key": translate("value", "A key cannot be empty."),
        "reserved_key": translate("value", "“{key}” cannot be written here: it has a place of its own in the app."),
    }
    if problem.code in words:
        return words[problem.code].format(**problem.params)
    return query_problem(problem)
