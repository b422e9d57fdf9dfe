"""The language that the windows speak: words, numbers and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from scoro_desktop.ui.kit import assets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SPOKEN: Final = {"en": "English", "ru": "Русский"}
"""The languages that there are translations for, each by its own name; the first is spoken where there is none."""


class Language:
    """The language of the app. Windows that are open keep their words: they are built anew."""

    def __init__(self, qt: QApplication) -> None:
        self._qt = qt
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Takes a language of `storage.settings`: "system", or its code."""
        self.forget()
        locale = QLocale.system() if language == "system" else QLocale(language)
        if locale.language() is QLocale.Language.C:  # as on a server: it would write numbers without groups
            locale = QLocale(QLocale.Language.English)
        QLocale.setDefault(locale)
        own = QLocale.languageToCode(locale.language())
        code = own if own in SPOKEN else next(iter(SPOKEN))
        folder = str(assets.folder() / "translations")
        for name, where in (
            (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"scoro_desktop_{code}", folder),
        ):
            translator = QTranslator(self._qt)
            if translator.load(name, where):
                self._qt.installTranslator(translator)
                self._translators.append(translator)

    def forget(self) -> None:
        """Speaks none but the system's again."""
        for translator in self._translators:
            self._qt.removeTranslator(translator)
        self._translators.clear()
        QLocale.setDefault(QLocale.system())
