"""The languages that can be chosen and those that there are translations for are the same wherever they stand."""

import re
from pathlib import Path
from typing import Final

import translations

from scoro_desktop.storage.settings import LANGUAGES
from scoro_desktop.ui.runtime.language import SPOKEN

ROOT: Final = Path(__file__).resolve().parents[3]


def test_the_settings_the_menu_and_the_translations_have_the_same_languages() -> None:
    assert [*LANGUAGES] == ["system", *SPOKEN]
    assert [*translations.LANGUAGES] == [*SPOKEN]
    assert {each.name for each in translations.FOLDER.glob("*.ts")} == {*map(translations.file_of, SPOKEN)}


def test_the_packages_bring_qts_own_words_in_each_of_them() -> None:
    for script in ("packaging/scoro-desktop.spec", "packaging/windows/tree.py"):
        found = re.findall(r"qtbase_\(([a-z|]+)\)", (ROOT / script).read_text("utf-8"))
        assert [each.split("|") for each in found] == [[*SPOKEN]], script
    bundle = re.search(r'"CFBundleLocalizations": \[(.*)\]', (ROOT / "packaging/scoro-desktop.spec").read_text("utf-8"))
    assert bundle is not None
    assert re.findall(r'"([a-z]+)"', bundle[1]) == [*SPOKEN]
