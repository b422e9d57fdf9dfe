"""The pages for people who use the app name what stands in its window, and nothing that does not."""

import functools
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import translations

PAGES = sorted((translations.ROOT / "docs").glob("*.md"))


def plain(text: str) -> str:
    """A text as it is compared: without marks for keys, in three dots or one sign, with one kind of blank."""
    return re.sub(r"\s+", " ", text.replace("&", "").replace("...", "…").replace("’", "'")).rstrip(":").strip()


@functools.cache
def in_the_window(language: str) -> set[str]:
    if language == "en":
        return {plain(each.source) for each in translations.texts()}
    root = ElementTree.parse(translations.FOLDER / translations.file_of(language)).getroot()
    return {plain("".join(each.itertext())) for each in root.iter("translation")}


def bold(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [plain(each) for each in re.findall(r"\*\*([^*]+)\*\*", text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_says_to_press_is_there(page: Path) -> None:
    """Tells that what ends in three dots opens something: a menu, a button. Menus stand before it."""
    texts = in_the_window("ru" if page.name.endswith(".ru.md") else "en")
    named = [each for name in bold(page) if name.endswith("…") for each in re.split(" > | › ", name)]
    assert [each for each in named if each not in texts] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_quotes_is_what_the_app_says(page: Path) -> None:
    texts = in_the_window("ru" if page.name.endswith(".ru.md") else "en")
    quoted = [name[1:-1] for name in bold(page) if name[0] in '"«' and name[-1] in '"»']
    assert [each for each in quoted if not any(text.startswith(each) for text in texts)] == []
