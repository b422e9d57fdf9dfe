"""Words for files of recipients: why one is refused, what to do then, and what to know of one that is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from collections.abc import Mapping

C_INT_MAX = 2**31 - 1
"""Qt's plurals take a C int."""
translate = QCoreApplication.translate


def refused(code: str, params: Mapping[str, str | int]) -> str:
    """Says why a file is not taken (`UnreadableFileError`), and what to do. Nothing of it was read then."""
    match code:
        case "no_file":
            return translate("campaigns", "This is not a file. Choose a CSV, TSV or XLSX file.")
        case "not_there":
            return translate("campaigns", "The file is not there any more. Choose it again.")
        case "unreadable":
            return translate(
                "campaigns",
                "The system does not let the file be read: {reason}. Close it in other programs, or copy it.",
            ).format(**params)
        case "changed":
            return translate("campaigns", "The file was changed since it was chosen. Choose it again.")
        case "empty":
            return translate("campaigns", "There is nothing in the file.")
        case "too_big":
            return translate("campaigns", "The file is larger than {limit}. Split it into several.").format(
                limit=_size(params)
            )
        case "line_too_long":
            return translate(
                "campaigns", "Row {row} is longer than any table’s. Is it really a list of people?"
            ).format(**params)
        case "too_many_columns":
            return translate(
                "campaigns", "The file has more than {limit} columns. Delete those that the message does not need."
            ).format(**params)
        case "no_text":
            return translate(
                "campaigns", "This is not a text or a spreadsheet. Save your list as CSV UTF-8 or as XLSX."
            )
        case "other_letters":
            return translate(
                "campaigns",
                "The letters seem to be Chinese, Japanese or Korean, in an older encoding that cannot be read here. "
                "Open the list in a spreadsheet program and save it as CSV UTF-8 or as XLSX.",
            )
        case "cut_off":
            return translate("campaigns", "The file ends in the middle of a character: it was not copied to its end.")
        case "quote_open":
            return translate(
                "campaigns",
                "A quotation mark that opens in row {row} is never closed, so the rows below it cannot be told apart. "
                "Close it in the file.",
            ).format(**params)
        case "bad_quotes":
            return translate(
                "campaigns",
                "The quotation marks in the file do not stand around whole cells, as in row {row}. Export the list "
                "again as CSV or XLSX.",
            ).format(**params)
        case "lines_in_quotes":
            return translate(
                "campaigns",
                "Each line of the file is a single cell in quotation marks. Open it in a spreadsheet program, split "
                "the text into columns, and save it again.",
            )
        case "no_such_row":
            return translate("campaigns", "The file has no row {row}. Choose another for the titles.").format(**params)
        case "same_titles":
            return translate(
                "campaigns",
                "Two columns have the same title: “{first}” and “{second}”. Rename one of them in the file.",
            ).format(**params)
        case "other_kind":
            return _other_kind(str(params.get("kind", "")))
        case "broken_sheet" | "no_sheet":
            return translate("campaigns", "The spreadsheet is damaged. Open it in Excel and save it again as XLSX.")
        case "row_twice":
            return translate(
                "campaigns",
                "Row {row} is in this sheet twice, and only one of the two can be read. Export the list again from the "
                "program that made it, as CSV if it offers that.",
            ).format(**params)
        case "no_such_sheet":
            return translate("campaigns", "There is no sheet “{sheet}” in the file. Choose another.").format(**params)
        case "unpacks_too_far":
            return translate(
                "campaigns", "The spreadsheet is larger than {limit} when it is unpacked. Save it as CSV instead."
            ).format(limit=_size(params))
        case "sheet_too_large":
            return translate(
                "campaigns", "The sheet reaches as far as cell {cell}. Delete what is not part of the list, or use CSV."
            ).format(**params)
        case "took_too_long":
            return translate(
                "campaigns", "The spreadsheet took longer than {limit} seconds to read. Save it as CSV instead."
            ).format(**params)
        case "no_process":
            return translate(
                "campaigns",
                "The reader of spreadsheets could not be started. Save the list as CSV, or start the app again.",
            )
        case _:
            return translate("campaigns", "The file cannot be read. Save it as CSV UTF-8 and try again.")


def _other_kind(kind: str) -> str:
    match kind:
        case "xls":
            return translate("campaigns", "This is a spreadsheet of the old kind (XLS). Save it as XLSX or CSV.")
        case "ods":
            return translate("campaigns", "This is an OpenDocument spreadsheet. Save it as XLSX or CSV.")
        case "html":
            return translate(
                "campaigns", "This is a web page with the name of a spreadsheet. Open it in Excel and save it as XLSX."
            )
        case "pdf":
            return translate("campaigns", "This is a PDF. Ask for the list as XLSX or CSV.")
        case "zip" | "gzip" | "7z" | "rar":
            return translate("campaigns", "This is an archive. Unpack it and choose the list inside.")
        case "xlsb" | "numbers":
            return translate("campaigns", "This is a spreadsheet of another program. Save it as XLSX or CSV.")
        case "sql":
            return translate(
                "campaigns", "These are commands for a database (SQL), not a table. Export the list as CSV instead."
            )
        case "encrypted":
            return translate("campaigns", "The spreadsheet has a password. Save it without one, or as CSV.")
        case _:
            return translate("campaigns", "This is not a list of people. Choose a CSV, TSV or XLSX file.")


def _size(params: Mapping[str, str | int]) -> str:
    limit = params.get("limit", 0)
    return QLocale().formattedDataSize(int(limit), 0)


def encoding_name(code: str) -> str:
    """Names an encoding as people meet it."""
    match code:
        case "utf-8":
            return "UTF-8"
        case "utf-16-le":
            return "UTF-16"
        case "utf-16-be":
            return "UTF-16 BE"
        case "cp1251":
            return "Windows-1251"
        case "koi8-r":
            return "KOI8-R"
        case "cp866":
            return "DOS (CP866)"
        case "cp1252":
            return "Windows-1252"
        case "mac-cyrillic":
            return translate("campaigns", "Mac (Cyrillic)")
        case "iso8859-5":
            return "ISO 8859-5"
        case "koi8-u":
            return "KOI8-U"
        case "cp1250":
            return translate("campaigns", "Windows-1250 (Central Europe)")
        case "cp1253":
            return translate("campaigns", "Windows-1253 (Greek)")
        case "cp1254":
            return translate("campaigns", "Windows-1254 (Turkish)")
        case "cp1255":
            return translate("campaigns", "Windows-1255 (Hebrew)")
        case "cp1256":
            return translate("campaigns", "Windows-1256 (Arabic)")
        case "cp1257":
            return translate("campaigns", "Windows-1257 (Baltic)")
        case "mac-roman":
            return translate("campaigns", "Mac (Western Europe)")
        case _:
            return code


def delimiter_name(sign: str) -> str:
    """Names what parts the cells."""
    match sign:
        case ",":
            return translate("campaigns", "comma (,)")
        case ";":
            return translate("campaigns", "semicolon (;)")
        case "\t":
            return translate("campaigns", "tab")
        case "|":
            return translate("campaigns", "bar (|)")
        case _:
            return sign


def notice(code: str, params: Mapping[str, str | int]) -> str:
    """Says what to know of a list that can be read (`recipients.source.Notice`)."""
    match code:
        case "status_column":
            return translate(
                "campaigns",
                "The column “{column}” seems to say who must not be written to. It is not looked at: take those rows "
                "out of the file first.",
            ).format(**params)
        case "lost_letters":
            return translate(
                "campaigns",
                "In row {row} question marks stand in the place of letters: the program that saved the list lost them. "
                "Export it again as CSV UTF-8 or as XLSX.",
            ).format(**params)
        case "merged":
            return translate(
                "campaigns", "Cells are merged in {range}: only the first of them has the value, the others are empty."
            ).format(**params)
        case "hidden_sheet":
            return translate("campaigns", "This sheet is hidden in the spreadsheet.")
        case "other_sheets":
            count = min(int(params.get("count", 0)), C_INT_MAX)
            return translate(
                "campaigns", "The file has %Ln more sheet(s): see that this is the right one.", None, count
            )
        case _:
            return ""
