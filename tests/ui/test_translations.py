"""The two languages of the window: each text is there, says the same, and is put together into whole sentences."""

import contextlib
import errno
import itertools
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, Send
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.words import wording
from scoro_desktop.ui.words.line_words import audience_words
from scoro_desktop.ui.words.outcome_words import outcome_sentence, took_words
from tests.storage.sends import new_send

FORMS: Final = {"en": 2, "ru": 3}
KEPT: Final = 1750
"""Different texts that have a finished translation into Russian."""
NUMBERS: Final = (0, 1, 2, 5, 11, 21, 111, 1000)
NBSP: Final = "\N{NO-BREAK SPACE}"
PLACEHOLDER: Final = re.compile(r"\{\{|\}\}|\{\w+\}|%L?n|[{}]")
EXAMPLES: Final = re.compile(
    r'\{"[^{}]*\}|'
    r"https?://\S*|[0-9a-f]+(-[0-9a-f]+){4}|\d{4}-\d\d-\d\dT\S+|#\w+|\$\w+|\{\w+\}|%Ln|\\[nt]"
)
"""Texts that are quoted to the letter, in any language."""
NAMES: Final = (
    "Android Apple GNOME Google Keyring KWallet KeePassXC Linux Postman PowerShell PySide6 Qt Scoro Desktop Scorocode "
    "Windows iOS iPhone Mac macOS Excel OpenDocument"
)
TERMS: Final = (
    "API APNs CSV cURL GCM GSM ID JSON LGPL MIT PDF POSIX Push push SMS TSV UCS UTC UTF UUID XLS XLSX Alt Ctrl Enter L "
    "Esc F2 F4 F6 F8 F9 N Shift"
)
WIRE: Final = (
    "POST apns bundle city cmd collapse curl d day days default false hours http i id m masterKey messageKey minutes "
    "month months msg nor null s sendpush sendsms startOf text true week weeks x xmpp year years"
)
SETTINGS: Final = "csv json tsv txt xlsx users REQUESTS_CA_BUNDLE CURL_CA_BUNDLE HOME data dir https shm wal 2F"
LATIN: Final = frozenset(f"{NAMES} {TERMS} {WIRE} RUB EUR Europe Moscow {SETTINGS}".split())
"""Names, what people who speak Russian call things as well, and what stands in a request to the letter."""

Translate = Callable[[str], None]


class Message(NamedTuple):
    """One text of a .ts file. `meaning` tells it apart; `forms`: translations, more than one where a number decides."""

    context: str
    source: str
    meaning: str
    forms: tuple[str, ...]
    finished: bool
    plural: bool


def messages(language: str) -> list[Message]:
    root = ElementTree.parse(translations.FOLDER / f"scoro_desktop_{language}.ts").getroot()
    return [
        Message(
            context=context.findtext("name", ""),
            source=message.findtext("source", ""),
            meaning=message.findtext("comment", ""),
            forms=tuple(form.text or "" for form in message.iterfind("translation/numerusform"))
            or (message.findtext("translation", ""),),
            finished=all(each.get("type") is None for each in message.iter("translation")),
            plural=message.get("numerus") == "yes",
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def pairs(language: str) -> list[tuple[str, str]]:
    """Each source with each of its forms, less what is not translated yet: that is told once."""
    return [(each.source, form) for each in messages(language) for form in each.forms if form]


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("language", FORMS)
def test_nothing_is_left_untranslated(language: str) -> None:
    found = messages(language)
    assert found
    assert [each for each in found if not each.finished or not all(each.forms)] == []


def test_no_translation_is_lost_where_code_moves() -> None:
    """A class that is renamed takes its texts along, or they are translated anew: `KEPT` sinks with a text alone that
    nobody reads any more.
    """
    assert len({each.source for each in messages("ru") if each.finished}) >= KEPT


@pytest.mark.parametrize("language", FORMS)
def test_every_number_has_its_form(language: str) -> None:
    found = [each for each in messages(language) if each.plural]
    assert found
    assert [each for each in found if len(each.forms) != FORMS[language]] == []


def test_english_has_plural_forms_only() -> None:
    assert [each for each in messages("en") if not each.plural] == []


@pytest.mark.parametrize("language", FORMS)
def test_a_translation_has_the_placeholders_of_its_source(language: str) -> None:
    assert [(source, form) for source, form in pairs(language) if placeholders(form) != placeholders(source)] == []


@pytest.mark.parametrize("language", FORMS)
def test_no_form_leaves_the_choice_to_the_reader(language: str) -> None:
    assert [form for _, form in pairs(language) if re.search(r"\(e?s\)", form)] == []


def test_russian_is_written_in_russian_letters() -> None:
    """A Latin letter within a Russian word shows as well: no such word is allowed."""
    foreign = {
        word
        for _, form in pairs("ru")
        for word in re.findall(r"\w*[A-Za-z]\w*", EXAMPLES.sub("", form))
        if word not in LATIN
    }
    assert foreign == set()


def test_russian_is_set_in_russian_type() -> None:
    """Its own quotation marks, no dash at the start of a line, no unit away from its number, nothing doubled."""
    forms = [form for _, form in pairs("ru")]
    assert [form for form in forms if re.search(r"[“”„]| [—–] | - |\.\.\.|\S  |[\s«][,.:;»]", form)] == []
    assert [form for form in forms if re.search(r"\} (Б|с|мин)\b", form)] == []
    assert [form for form in forms if form.count("«") != form.count("»")] == []


def test_a_command_that_asks_more_says_so_in_russian() -> None:
    assert [(source, form) for source, form in pairs("ru") if source.endswith("…") and not form.endswith("…")] == []


def test_one_thing_has_one_name_in_russian() -> None:
    names: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for each in messages("ru"):
        names.setdefault((each.source, each.meaning), set()).add(each.forms)
    several = {source for (source, _), forms in names.items() if len(forms) > 1}
    assert several == {
        "PRODUCTION",  # shorter in the narrow column of the history
    }


def test_the_app_is_no_application_in_russian() -> None:
    """«Приложение» is the customer's app: what this one did, or could not do, was done by «программа»."""
    ours = re.compile(r"\b(this|our) app\b|\bin the app\b|\bapp (was closed|closes|was closed|cannot|did|tries)\b")
    wrong = [form for source, form in pairs("ru") if ours.search(source) and "приложени" in form.lower()]
    assert wrong == []


def test_the_app_is_no_we_in_russian() -> None:
    """Holds that what the program does is said without «мы»: «Чтение истории…», not «Читаем историю…»."""
    verbs = r"\w*([аяу]ем|[жб]дём|берём|[вн][её]сим|носим|ходим|храним|правим|полним|сём|пишем)(ся)?"
    ours = re.compile(rf"\b({verbs}|мы|нам|нас|нами|наш(а|е|и|его|ей|их)?)\b")
    assert [form for _, form in pairs("ru") if ours.search(form.lower())] == []


def test_the_words_of_developers_are_gone_from_english() -> None:
    sources = {each.source for each in messages("ru")}
    odd = re.compile(
        r"\b(mend|mended|at hand|all the same|written down|stands (twice|here|in it))\b"
        r"|(?<!here )\bis no (?!longer|sum)"
    )
    assert {each for each in sources if odd.search(each)} == set()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .qm files as they are built for the app."""
    folder = tmp_path_factory.mktemp("translations")
    for language in FORMS:
        source = translations.FOLDER / f"scoro_desktop_{language}.ts"
        translations.tool("lrelease", "-silent", str(source), "-qm", str(folder / f"scoro_desktop_{language}.qm"))
    return folder


@pytest.fixture
def speak(compiled: Path, qapp: QApplication) -> Iterator[Translate]:
    """Puts the app into a language, as `app.Application` does."""
    before = QLocale()
    installed: list[QTranslator] = []

    def begin(language: str) -> None:
        QLocale.setDefault(QLocale(language))
        translator = QTranslator()
        assert translator.load(f"scoro_desktop_{language}", str(compiled))
        assert qapp.installTranslator(translator)
        installed.append(translator)

    yield begin
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def spoken(say: Callable[[int], str]) -> list[str]:
    """The words for each of NUMBERS, with plain spaces."""
    return [say(number).replace(NBSP, " ") for number in NUMBERS]


def test_counts_in_english(speak: Translate) -> None:
    speak("en")
    assert spoken(lambda n: wording.send_to("devices", n)) == [
        "Send to 0 devices",
        "Send to 1 device",
        "Send to 2 devices",
        "Send to 5 devices",
        "Send to 11 devices",
        "Send to 21 devices",
        "Send to 111 devices",
        "Send to 1,000 devices",
    ]
    assert wording.matching("users", 1) == "user matches"
    assert wording.matching("users", 21, is_everyone=True) == "users match: EVERYONE"
    assert wording.recipients("roles", 1) == "role: everyone who holds it will get it"
    assert wording.recipients("roles", 2) == "roles: everyone who holds them will get it"


def test_counts_in_russian(speak: Translate) -> None:
    speak("ru")
    assert spoken(lambda n: wording.send_to("devices", n)) == [
        "Отправить на 0 устройств",
        "Отправить на 1 устройство",
        "Отправить на 2 устройства",
        "Отправить на 5 устройств",
        "Отправить на 11 устройств",
        "Отправить на 21 устройство",
        "Отправить на 111 устройств",
        "Отправить на 1 000 устройств",
    ]
    assert spoken(lambda n: wording.send_to("users", n)) == [
        "Отправить 0 пользователям",
        "Отправить 1 пользователю",
        "Отправить 2 пользователям",
        "Отправить 5 пользователям",
        "Отправить 11 пользователям",
        "Отправить 21 пользователю",
        "Отправить 111 пользователям",
        "Отправить 1 000 пользователям",
    ]
    assert spoken(lambda n: f"{n} {wording.recipients('roles', n)}") == [
        "0 ролей: получат все, у кого они есть",
        "1 роль: получат все, у кого она есть",
        "2 роли: получат все, у кого они есть",
        "5 ролей: получат все, у кого они есть",
        "11 ролей: получат все, у кого они есть",
        "21 роль: получат все, у кого она есть",
        "111 ролей: получат все, у кого они есть",
        "1000 ролей: получат все, у кого они есть",
    ]
    assert spoken(lambda n: f"{n} {wording.matching('devices', n)}") == [
        "0 устройств подходят",
        "1 устройство подходит",
        "2 устройства подходят",
        "5 устройств подходят",
        "11 устройств подходят",
        "21 устройство подходит",
        "111 устройств подходят",
        "1000 устройств подходят",
    ]


def test_the_age_of_a_count_in_russian(speak: Translate) -> None:
    speak("ru")
    ages = [wording.age(60.0 * minutes) for minutes in (0, 1, 2, 5, 21, 60, 300)]
    assert ages == [
        "только что",
        "1\xa0минуту назад",
        "2\xa0минуты назад",
        "5\xa0минут назад",
        "21\xa0минуту назад",
        "1 час назад",
        "5 часов назад",
    ]


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Callable[..., Send]]:
    """A send that the server took a second and a half for, and sent to `count` of `expected`."""
    begun = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    moments = itertools.count(step=1.5)
    with contextlib.closing(open_database(tmp_path / "scoro.db")) as connection:
        history = History(connection, lambda: begun, lambda: next(moments))

        def record(count: int, **different: object) -> Send:
            row = history.record(new_send(**{"expected": count, **different}))
            return history.settle(row.id, Sent(count))

        yield record


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The server took the message. It was sent to 21 devices."),
        ("ru", "Сервер принял сообщение. Получатели: 21 устройство."),
    ],
)
def test_an_outcome_reads_as_one_text(
    speak: Translate, sent: Callable[..., Send], language: str, sentence: str
) -> None:
    speak(language)
    assert outcome_sentence(sent(21)).replace(NBSP, " ") == sentence


def test_an_outcome_that_differs_reads_as_one_text_in_russian(speak: Translate, sent: Callable[..., Send]) -> None:
    speak("ru")
    assert outcome_sentence(sent(2, collection="users", expected=1000)).replace(NBSP, " ") == (
        "Сервер принял сообщение. Получатели: 2 пользователя. Перед отправкой насчитали другое: 1 000 пользователей. "
        "С тех пор аудитория могла измениться, или часть получателей не может принимать сообщения."
    )
    assert audience_words(sent(21, everyone=True, query_text="")).replace(NBSP, " ") == "Все: 21 устройство"
    assert took_words(sent(21)) == f"1,5{NBSP}с"


def test_a_problem_names_what_is_wanted_in_russian(speak: Translate) -> None:
    speak("ru")
    text = wording.problem(Problem("payload_too_big", ("msg",), {"section": "apns", "bytes": 5000, "limit": 4096}))
    assert text.replace(NBSP, " ") == "iPhone: 5 000 Б — слишком много, доставят не больше 4 096 Б."
    text = wording.problem(Problem("wrong_type", ("msg",), {"expected": "text|integer"}))
    assert text == "Нужен другой тип значения: текст / целое число."


@pytest.mark.parametrize(
    ("language", "one", "both"),
    [("en", "under Push ", "under Push, SMS "), ("ru", "вкладки Push ", "вкладок Push, SMS ")],
)
def test_tabs_that_are_not_kept_agree_in_number(speak: Translate, language: str, one: str, both: str) -> None:
    full = OSError(errno.ENOSPC, "full")
    speak(language)
    for say in (draft_words.not_kept, draft_words.lost_by_closing):
        assert one in say({Channel.PUSH: full})
        assert both in say({Channel.PUSH: full, Channel.SMS: full})


def test_the_buttons_of_qt_speak_russian_too(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load("qtbase_ru", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(translator)
    try:
        words = [QCoreApplication.translate("QPlatformTheme", word) for word in ("Cancel", "Close")]
    finally:
        qapp.removeTranslator(translator)
    assert words == ["Отмена", "Закрыть"]
