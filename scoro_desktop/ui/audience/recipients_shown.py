"""Reads the recipients that the choice of the audience shows: for the composition, and once more to compare at Send."""

from typing import TYPE_CHECKING

from scoro_desktop.audience.query import Audience, Everyone, Query
from scoro_desktop.composing.recipients import Mode, Recipients
from scoro_desktop.wire import JsonObject, StrictText

if TYPE_CHECKING:
    from scoro_desktop.ui.audience.audience_panel import AudiencePanel


def read(panel: "AudiencePanel", collection: str, *, waits: bool, edits: int) -> Recipients:
    """Reads the choice in a collection.

    `waits`: the conditions say something that the text does not say yet; `edits`: of them.
    """
    reading, is_everyone = panel.json.reading(), panel.everyone.isChecked()
    being_read = reading is None and not is_everyone
    unfinished, in_doubt = panel.is_unfinished(), panel.is_in_doubt()
    audience: Audience | None = None
    mode = Mode.JSON if panel.by_query.isChecked() else Mode.CONDITIONS
    if is_everyone:
        audience, mode = Everyone(), Mode.EVERYONE
    elif reading is not None and not unfinished and not waits:
        audience = reading.query
    return Recipients(
        collection,
        mode,
        None if in_doubt else audience,
        text="" if reading is None or is_everyone else reading.text,  # 1 MB is not fetched with every key
        problems=() if reading is None or is_everyone else reading.problems,
        unfinished=unfinished,
        being_read=being_read,
        in_doubt=in_doubt,
        edits=edits,
    )


def kept(panel: "AudiencePanel", *, waits: bool) -> JsonObject:
    """Reads the choice as drafts keep it. `waits`: as for `read`."""
    reading, is_everyone = panel.json.reading(), panel.everyone.isChecked()
    by_conditions = panel.by_conditions.isChecked()
    mode = "everyone" if is_everyone else "conditions" if by_conditions else "json"
    text = panel.editor.text() if reading is None else reading.text
    rows, begun = None, False
    if by_conditions or panel.conditions.may_add_to(text):
        begun = panel.conditions.is_unfinished()
        rows = panel.conditions.rows(text) if begun or waits else None
    return {
        "collection": str(panel.collection_box.currentData()),
        "everyone": is_everyone,
        "mode": mode,
        "query_text": text,
        "unfinished": begun and not is_everyone and (by_conditions or panel.conditions.is_text(text)),
        "conditions": rows,
    }


def shows(panel: "AudiencePanel", audience: Audience | None, text: str) -> bool:
    """Tells whether an audience stands on the screen, which is read anew: nothing that was kept decides here.

    What a long text says was read on a thread before, by strict reading alone, and is known to be that of a text which
    equals, letter by letter, the one that the document has now. Any other is read here.
    """
    if not isinstance(audience, Query):
        return audience == Everyone() and panel.everyone.isChecked()
    shown, reading = panel.editor.letters.afresh(), panel.json.reading()
    if panel.everyone.isChecked() or shown != text:
        return False
    strict = None if reading is None else reading.strict
    if strict is None or strict.text != shown:
        strict = StrictText(shown)
    if not strict.gives(audience.value):
        return False
    return not panel.by_conditions.isChecked() or panel.conditions.is_query(audience.value)
