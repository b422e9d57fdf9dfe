"""Measures how files of people are read: time against the bare library, memory above idle, and the longest stall.

    python bench/recipients.py [--rows N] [--rounds N]

Files are made up, with a name, a phone, an e-mail, a number and a city. Time is that of the processor, of this process
and of the one for sheets together; the library alone and we take turns, and the middle of the ratios counts. Memory is
the peak of a fresh process less what it has before it reads. It ends with 1 where a
CSV or an XLSX takes more than 1.5 times the bare library's time, or more than 40 MB, or more for ten times the rows.
"""

import argparse
import csv
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients.source import Source

TIMES: Final = 1.5
MEGABYTES: Final = 40
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BARE: Final = """
import sys
from python_calamine import CalamineWorkbook
for row in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).iter_rows():
    pass
"""
HIGHEST: Final = """
import re
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""
PEAK: Final = """
import re, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from scoro_desktop.recipients.look import look
from scoro_desktop.recipients.reading import read
from scoro_desktop.recipients import sheets
def now(name):
    return int(re.search(name + r":\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
small, path = Path(sys.argv[2]), Path(sys.argv[3])
for row in read(small, look(small).source):  # what is loaded with the first file is not of the second
    pass
Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
idle = now("VmRSS")
for row in read(path, look(path).source):
    pass
print(now("VmHWM") - idle)
"""


def person(number: int) -> tuple[str, str, str, str, str]:
    return (
        f"Имя{number} Фамилия",
        f"8 (912) {number % 1000:03}-{number // 1000 % 100:02}-{number % 100:02}",
        f"user{number}@example.com",
        str(number % 5_000),
        f"Город {number % 30}",
    )


def make_csv(path: Path, rows: int, quoting: Literal[0, 1] = csv.QUOTE_MINIMAL) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", quoting=quoting)
        writer.writerow(("Имя", "Телефон", "Почта", "Баллы", "Город"))
        writer.writerows(map(person, range(rows)))


def make_xlsx(path: Path, rows: int) -> None:
    """A workbook as programs write them: texts inline, and a reference at each cell."""
    sheet = [f'<worksheet xmlns="{MAIN}"><sheetData>']
    sheet.append(
        f'<row r="1">{"".join(map(text_cell, "ABCDE", "11111", ("Имя", "Телефон", "Почта", "n", "Город")))}</row>'
    )
    for number in range(2, rows + 2):
        name, phone, mail, points, city = person(number)
        cells = "".join(map(text_cell, "ABCE", [number] * 4, (name, phone, mail, city)))
        sheet.append(f'<row r="{number}">{cells}<c r="F{number}"><v>{points}</v></c></row>')
    sheet.append("</sheetData></worksheet>")
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="a" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr("xl/worksheets/sheet1.xml", "".join(sheet))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">'
            '<sheets><sheet name="1" sheetId="1" r:id="a"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="a" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )


def text_cell(column: str, row: object, text: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'


def processor_s() -> float:
    """Seconds of the processor, of this process and of those that it started and waited for."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def taken(act: Callable[[], object]) -> float:
    before = processor_s()
    act()
    return processor_s() - before


def bare_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass


def ours(path: Path, source: Source) -> None:
    for _ in read(path, source):
        pass


def bare_xlsx(path: Path) -> None:
    subprocess.run([sys.executable, "-c", BARE, str(path)], check=True)


def ratio(bare: Callable[[], object], own: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """The middle of the ratios of two that take turns, and the middle time of each."""
    pairs = [(taken(bare), taken(own)) for _ in range(rounds)]
    middle = statistics.median(mine / theirs for theirs, mine in pairs)
    return middle, statistics.median(theirs for theirs, _ in pairs), statistics.median(mine for _, mine in pairs)


def peak(small: Path, path: Path) -> float:
    """Megabytes above idle of a process that reads a file, once it has read a small one."""
    top = str(Path(__file__).resolve().parents[1])
    command = [sys.executable, "-c", PEAK, top, str(small), str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024


def peak_of_library(path: Path) -> float:
    """Megabytes that a process of the bare library has at most: that for sheets has as many."""
    done = subprocess.run([sys.executable, "-c", BARE + HIGHEST, str(path)], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def longest_gap_ms(act: Callable[[], object]) -> float:
    """The longest time in which this thread did not come to its turn while another one does something."""
    other = threading.Thread(target=act)
    other.start()
    longest, last = 0.0, time.perf_counter()
    while other.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.csv", Path(folder) / "large.csv"
        sheet = Path(folder) / "small.xlsx"
        tiny, tiny_sheet = Path(folder) / "tiny.csv", Path(folder) / "tiny.xlsx"
        make_csv(tiny, 1_000)
        make_xlsx(tiny_sheet, 1_000)
        make_csv(small, asked.rows)
        quoted = Path(folder) / "quoted.csv"
        make_csv(quoted, asked.rows, csv.QUOTE_ALL)
        make_csv(large, asked.rows * 10)
        make_xlsx(sheet, asked.rows)
        source = look(small).source
        times, theirs, mine = ratio(lambda: bare_csv(small), lambda: ours(small, source), asked.rounds)
        print(f"CSV, {asked.rows} rows: {times:.2f} times csv.reader ({theirs * 1000:.0f} and {mine * 1000:.0f} ms)")
        quoted_times, *_ = ratio(lambda: bare_csv(quoted), lambda: ours(quoted, source), asked.rounds)
        print(f"  with each cell in quotes: {quoted_times:.2f} times")
        failed |= quoted_times > TIMES
        print(f"  the first look: {taken(lambda: look(small)) * 1000:.0f} ms")
        failed |= times > TIMES
        few, many = peak(tiny, small), peak(tiny, large)
        print(f"  above idle: {few:.1f} MB, and {many:.1f} MB for ten times the rows")
        failed |= max(few, many) > MEGABYTES or many > few + 4
        gaps = [longest_gap_ms(act) for act in (lambda: ours(large, source), lambda: bare_csv(large))]
        print(f"  longest gap of another thread: {gaps[0]:.0f} ms; beside csv.reader {gaps[1]:.0f} ms")
        source = look(sheet).source
        times, theirs, mine = ratio(lambda: bare_xlsx(sheet), lambda: ours(sheet, source), max(3, asked.rounds // 2))
        failed |= times > TIMES
        print(f"XLSX, {asked.rows} rows: {times:.2f} times calamine ({theirs * 1000:.0f} and {mine * 1000:.0f} ms)")
        print(f"  above idle: {peak(tiny_sheet, sheet):.1f} MB; the library alone has {peak_of_library(sheet):.0f} MB")
        print(f"  longest gap of another thread: {longest_gap_ms(lambda: ours(sheet, source)):.0f} ms")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
