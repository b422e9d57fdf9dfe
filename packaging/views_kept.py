"""Views of what is kept for another day: drafts, templates and audiences, and the window without any."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from looking import View, nothing, settle
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import Template, TemplateAudience
from scoro_desktop.messages.variables import Variable
from scoro_desktop.storage.arrivals import arrivals
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.template_kind import TemplateKind
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject

NAMES = {
    "en": ("Goal", "Second half begins", "Weekend sale for those who have not bought anything since the summer"),
    "ru": ("Гол", "Начало второго тайма", "Распродажа выходного дня для тех, кто ничего не покупал с самого лета"),
}
TAGS = {"en": ("football", "live"), "ru": ("футбол", "прямой эфир")}
WITH_VARIABLES = {
    "en": ("{{team}} scores!", "{{team}} lead {{score}} in minute {{minute}}. Watch the replay in the app."),
    "ru": ("{{team}} забивает!", "{{team}} ведёт {{score}}, минута {{minute}}. Повтор — в приложении."),
}
NOTES = {
    "en": (Variable("team", "Denmark", "As it stands in the table"), Variable("score", "", "Like 2:1")),
    "ru": (Variable("team", "Дания", "Как в турнирной таблице"), Variable("score", "", "Например, 2:1")),
}
AUDIENCES = {"en": ("Android in Moscow", "Colleagues"), "ru": ("Android в Москве", "Коллеги")}
QUERIES = (
    '{"deviceType": "android", "city": {"$in": ["Moscow", "Tver", "Kazan"]}}',
    '{"deviceType": "ios", "tags": "team"}',
)


def with_variables(language: str) -> JsonObject:
    """A push with three variables."""
    title, body = WITH_VARIABLES[language]
    text: JsonObject = {"title": title, "body": body}
    return {"data": {"gcm": {"notification": text}, "apns": {"aps": {"alert": dict(text)}}}}


def templates_of(language: str) -> list[Template]:
    """One of each sort."""
    first, second, third = NAMES[language]
    audience = TemplateAudience("devices", QUERIES[0])
    push = Template.of(first, request(Channel.PUSH, with_variables(language)), tags=TAGS[language], audience=audience)
    plain: JsonObject = {"text": WITH_VARIABLES[language][1]}
    return [
        push.with_notes(NOTES[language], ("team", "score", "minute")),
        Template.of(second, request(Channel.PUSH, {"data": {"gcm": {"notification": {"title": second}}}})),
        Template.of(third, request(Channel.SMS, plain), tags=TAGS[language][:1]),
    ]


def empties(window: MainWindow) -> Iterator[View]:
    """Each list while nothing is in it."""
    drafts = window.drafts.show()
    settle()
    yield "drafts-empty", drafts, nothing
    drafts.lists.setCurrentIndex(1)
    yield "drafts-empty-aside", drafts, drafts.reject
    templates = window.templates.show()
    settle()
    yield "templates-empty", templates, templates.reject
    saved = window.saved.show(window.tab)
    settle()
    yield "audiences-empty", saved, saved.reject
    window.show_sandbox()
    view = window._sandbox_view
    if view is not None:
        yield "sandbox-empty", view, view.close


def drafts(window: MainWindow, language: str) -> Iterator[View]:
    """A draft is named, found again, and deleted."""
    for number, name in enumerate(NAMES[language]):
        body: JsonObject = {"data": {"gcm": {"notification": {"title": name}}}}
        window.messages.open(request(Channel.PUSH, body), everyone=False, query_text="{}")
        if number == 2:
            yield "notice-aside", window, nothing
        naming = window.drafts.keep(window.tab)
        if naming is None:
            continue
        if number == 1:
            yield "name", naming, nothing
            naming.name.setText(NAMES[language][0])
            naming.buttons[0].click()
            settle()
            yield "name-taken", naming, nothing
            naming.name.setText(name)
        naming.buttons[0].click()
        settle()
    window.drafts.keep(window.tab)
    settle()
    yield "notice-saved", window, window.notice.action.click
    naming_again = window.findChildren(type(naming))[-1] if naming is not None else None
    if naming_again is not None:
        yield "name-copy", naming_again, naming_again.reject
    listed = window.drafts.show()
    settle()
    yield "drafts", listed, nothing
    listed.named.list.setCurrentRow(0)
    listed.delete.click()
    settle()
    yield "drafts-deleted", listed, nothing
    listed.search.setText("qqq")
    yield "drafts-not-found", listed, listed.search.clear
    listed.lists.setCurrentIndex(1)
    listed.aside.list.setCurrentRow(1)
    yield "drafts-aside", listed, listed.reject


def templates(window: MainWindow, language: str) -> Iterator[View]:
    """A template is made, found, used, changed and taken in from a file."""
    message = request(Channel.PUSH, with_variables(language))
    window.messages.open(message, everyone=False, query_text=QUERIES[0])
    yield "variables-left", window, nothing
    saving = window.templates.keep()
    if saving is not None:
        saving.name.setText(NAMES[language][0])
        saving.tags.setText(", ".join(TAGS[language]))
        yield "template-save", saving, nothing
        saving.audience.setChecked(True)
        saving.save.click()
        settle()
    saving = window.templates.keep()
    if saving is not None:
        saving.name.setText(NAMES[language][0])
        saving.save.click()
        settle()
        yield "template-save-taken", saving, saving.reject
    all_templates(window, *templates_of(language)[1:])
    room = window.templates.show()
    settle()
    room.list.list.setCurrentRow(0)
    yield "templates", room, nothing
    room.list.list.selectAll()
    yield "templates-several", room, nothing
    room.list.list.setCurrentRow(2)
    room.duplicate.click()
    settle()
    room.delete.click()
    settle()
    yield "templates-deleted", room, nothing
    room.list.search.setText("qqq")
    yield "templates-not-found", room, room.reject
    third = dataclasses.replace(templates_of(language)[0], name=NAMES[language][0] + " (3)")
    stored = all_templates(window, third)
    incoming = [*templates_of(language), *templates_of("ru" if language == "en" else "en")]
    brought = LibraryImport(
        TemplateKind(), arrivals([(each.id, each.template) for each in stored], incoming), NAMES[language][1:], window
    )
    brought.open()
    yield "template-import", brought, brought.reject
    fill = window.templates.fill_in()
    yield "fill-in", fill, nothing
    fill.fields[0].edit.setText(NAMES[language][2])
    fill.fields[1].keep.setChecked(True)
    yield "fill-in-typed", fill, fill.reject
    room = window.templates.show()
    with_some = next(each for each in stored if each.template.variables and each.template.variables[0].default)
    using = window.templates.use(with_some, room)
    if using is not None:
        yield "fill-in-use", using, using.reject
    room.reject()


def all_templates(window: MainWindow, *new: Template) -> list[StoredTemplate]:
    """The templates that are kept, with some new ones."""
    found: list[StoredTemplate] = []

    def add(stores: Stores) -> list[StoredTemplate]:
        for template in new:
            stores.templates.add(template)
        return stores.templates.all()

    window._services.storage.write(window, add, found.extend)
    settle()
    return found


def audiences(window: MainWindow, language: str) -> Iterator[View]:
    """Audiences with a name, one of them for tests, and those of the last sends."""
    at = datetime.now(UTC) - timedelta(days=3)

    def keep(stores: Stores) -> None:
        for name, query, count in zip(AUDIENCES[language], QUERIES, (812, None), strict=True):
            stores.audiences.add("devices", name, query, count, at if count else None)
        first, second = stores.audiences.of("devices")
        stores.audiences.mark_for_tests(second, is_test=True)
        stores.audiences.set_tags(first.id, TAGS[language])

    window._services.storage.write(window, keep)
    saved = window.saved.show(window.tab)
    settle(200)
    saved.list.setCurrentRow(0)
    yield "audiences", saved, nothing
    saved.lists.setCurrentIndex(1)
    saved.recent.setCurrentRow(0)
    yield "audiences-recent", saved, saved.reject
