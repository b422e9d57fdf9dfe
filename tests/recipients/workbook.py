"""Workbooks as bytes, made by hand: what programs write, and what none would."""

import io
import zipfile
from collections.abc import Mapping

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def workbook(
    *sheets: str,
    names: tuple[str, ...] = ("Лист1", "Лист2", "Лист3"),
    hidden: tuple[int, ...] = (),
    strings: str = "",
    tail: str = "",
    extra: Mapping[str, bytes] | None = None,
    without: frozenset[str] = frozenset(),
) -> bytes:
    """A workbook with the rows of each sheet; `tail` stands behind them."""
    state = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name="{names[at]}" sheetId="{at + 1}" r:id="s{at}"{state.get(at, "")}/>' for at in range(len(sheets))
    )
    related = "".join(
        f'<Relationship Id="s{at}" Type="{_REL}/worksheet" Target="worksheets/sheet{at + 1}.xml"/>'
        for at in range(len(sheets))
    )
    related += f'<Relationship Id="t" Type="{_REL}/styles" Target="styles.xml"/>'
    related += f'<Relationship Id="u" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
    parts: dict[str, bytes] = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type="{_REL}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'.encode()
        ),
        "xl/styles.xml": _STYLES.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>'.encode(),
    }
    for at, rows in enumerate(sheets):
        whole = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>'
        parts[f"xl/worksheets/sheet{at + 1}.xml"] = whole.encode()
    return packed({**parts, **(extra or {})}, without)


def packed(parts: Mapping[str, bytes], without: frozenset[str] = frozenset()) -> bytes:
    """An archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in without:
                archive.writestr(name, data)
    return file.getvalue()


def table(*rows: tuple[str | int | float, ...], first: int = 1, attributes: Mapping[int, str] | None = None) -> str:
    """Rows of cells: a text as such, a number as it is stored. A text that begins with `<` is a cell as it is."""
    written = []
    for number, row in enumerate(rows, first):
        cells = []
        for at, cell in enumerate(row):
            place = f"{chr(65 + at)}{number}"
            if isinstance(cell, str) and cell.startswith("<"):
                cells.append(cell)
            elif isinstance(cell, str):
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>')
            else:
                cells.append(f'<c r="{place}"><v>{cell}</v></c>')
        more = (attributes or {}).get(number, "")
        written.append(f'<row r="{number}"{more}>{"".join(cells)}</row>')
    return "".join(written)
