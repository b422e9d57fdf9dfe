"""Problems beside the fields that they are about."""

from collections.abc import Iterable

from scoro_desktop.messages.problems import Problem
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.words import problem_words, wording


def show_beside(form: MessageForm, problems: Iterable[Problem]) -> None:
    """Shows the first problem of each field under it, those of a section in its head, and takes away all others.

    What a campaign fills in is no mistake of who writes: it looks like a warning, though a single send stops for it.
    """
    form.clear_section_problems()
    shown = {}
    for problem in problems:
        owner = form.owner(problem.field)
        text = wording.problem(problem)
        if owner is None:
            form.show_section_problem(problem.field, text, warning=not problem.stops)
        elif owner not in shown:
            shown[owner] = (text, not problem.stops or problem_words.is_for_campaigns(problem))
    for field in form.fields():
        text, warning = shown.get(field, ("", False))
        field.show_problem(text, warning=warning)
    form.tell_folded()
