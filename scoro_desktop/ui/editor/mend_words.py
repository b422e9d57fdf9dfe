"""Words for the button that mends a mistake."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.jsontext.mending import Mend

translate = QCoreApplication.translate


def mend_words(mend: Mend) -> str:
    """Returns the caption of the button that mends."""
    words = {
        "close_bracket": translate("mend", "Fix: close the bracket"),
        "close_text": translate("mend", "Fix: close the quotes"),
        "remove_comma": translate("mend", "Fix: remove the comma"),
        "remove_bracket": translate("mend", "Fix: remove the bracket"),
        "remove_character": translate("mend", "Fix: put a plain space there"),
        "remove_comment": translate("mend", "Fix: remove the comment"),
        "add_comma": translate("mend", "Fix: add a comma"),
        "add_colon": translate("mend", "Fix: add a colon"),
        "add_brackets": translate("mend", "Fix: put it in curly brackets"),
        "double_quotes": translate("mend", "Fix: put it in double quotes"),
        "straight_quotes": translate("mend", "Fix: straighten the quotes"),
        "keep_json": translate("mend", "Fix: remove what is around it"),
        "write": translate("mend", "Fix: write {text}"),
    }
    return words[mend.code].format(text=mend.written)
