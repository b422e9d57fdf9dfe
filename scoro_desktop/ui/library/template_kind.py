"""Templates as the library shows them."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.template import Template
from scoro_desktop.messages.variables import Variable, written
from scoro_desktop.storage.arrivals import Arrival, Way, arrivals, key_of, settled
from scoro_desktop.storage.library_file import Entry, LibraryFile
from scoro_desktop.storage.search import indexed
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.library.kind import LATEST, Details, Kind, Line, WayBack, Words, changed_and_used
from scoro_desktop.ui.templates import template_words
from scoro_desktop.ui.templates.message_card import message_parts
from scoro_desktop.ui.words import wording

translate = QCoreApplication.translate


class TemplateKind(Kind[StoredTemplate]):
    """The templates of every channel that has a form."""

    order = LATEST

    def words(self) -> Words:
        """The words of the kind."""
        return Words(
            title=translate("TemplatesDialog", "Templates"),
            search=translate("TemplateList", "Search by any word"),
            search_name=translate("TemplateList", "Search the templates"),
            use=translate("TemplatesDialog", "Use"),
            rename=translate("TemplatesDialog", "Rename…"),
            rename_title=translate("TemplatesDialog", "Rename the template"),
            export_all=translate("TemplatesDialog", "All templates…"),
            none_in_file=translate("Exchange", "There is no template in this file."),
        )

    def read(self, stores: Stores) -> Sequence[Sequence[StoredTemplate]]:
        """All of them."""
        return (stores.templates.all(),)

    def unknown(self, stores: Stores) -> Sequence[tuple[str, str]]:
        """Those of channels without a form."""
        return stores.templates.of_unknown_channels()

    def unknown_words(self, others: Sequence[tuple[str, str]]) -> str:
        """That some are kept and cannot be used."""
        return template_words.of_unknown_channels(others)

    def text(self, item: StoredTemplate) -> str:
        """Its name, tags, texts and query."""
        template = item.template
        query = "" if template.audience is None else template.audience.query_text
        return indexed("\n".join((template.name, *template.tags, template.request().words(), query)))

    def line(self, item: StoredTemplate) -> Line:
        """Its name, channel and tags."""
        template = item.template
        latest = max(item.changed_at, item.used_at or item.changed_at)
        return Line(item.id, template.name, template_words.line(template), template.tags, latest)

    def details(self, item: StoredTemplate) -> Details:
        """The template as it will be used."""
        template, audience = item.template, item.template.audience
        reading = None if audience is None else read_query(audience.query_text)
        query = None if reading is None or reading.query is None else reading.query.value
        brings = (
            translate("TemplateDetails", "It has no audience of its own: the one in the window stays.")
            if audience is None
            else translate("TemplateDetails", "It brings its own audience: {collection}.").format(
                collection=wording.collection_name(audience.collection)
            )
        )
        notes = [brings, *map(_asks_for, template.variables), changed_and_used(item.changed_at, item.used_at)]
        return Details(template.name, template_words.line(template), message_parts(template.request(), query), notes)

    def rename(self, stores: Stores, item: StoredTemplate, name: str) -> None:
        """Gives it another name."""
        stores.templates.update(item.id, dataclasses.replace(item.template, name=name))

    def duplicate(self, stores: Stores, item: StoredTemplate) -> int:
        """Makes a second one."""
        return stores.templates.duplicate(item).id

    def set_tags(self, stores: Stores, item: StoredTemplate, tags: Sequence[str]) -> None:
        """Gives it tags."""
        stores.templates.set_tags(item.id, tags)

    def remove(self, stores: Stores, items: Sequence[StoredTemplate]) -> WayBack:
        """Forgets some."""
        stores.templates.remove([each.id for each in items])
        return lambda stores: [each.id for each in stores.templates.put_back(items)]

    def entries(self, stores: Stores, items: Sequence[StoredTemplate]) -> list[Entry]:  # noqa: ARG002
        """The templates themselves."""
        return [each.template for each in items]

    def arrivals(self, stores: Stores, file: LibraryFile) -> Sequence[Arrival[Any]]:
        """The templates of a file."""
        return arrivals(_there(stores), file.templates)

    def take_in(self, stores: Stores, ways: Sequence[tuple[Arrival[Any], Way]]) -> tuple[list[int], WayBack]:
        """Takes in what arrived."""
        imported = stores.templates.take_in(*settled([key_of(each) for _, each in _there(stores)], ways))
        replaced = [each.id for each in imported.replaced]

        def take_back(stores: Stores) -> list[int]:
            stores.templates.take_back(imported)
            return replaced

        return [*imported.added, *replaced], take_back

    def entry_line(self, entry: Any) -> str:
        """The channel and tags of one that arrives."""
        return template_words.line(entry)

    def name_taken(self, name: str) -> str:
        """That another has this name."""
        words = translate("TemplatesDialog", "There is a template “{name}” already. Choose another name.")
        return words.format(name=name)

    def deleted(self, names: Sequence[str]) -> str:
        """That some were deleted."""
        if len(names) == 1:
            return translate("TemplatesDialog", "The template “{name}” was deleted.").format(name=names[0])
        return translate("TemplatesDialog", "%Ln template(s) were deleted.", "", len(names))

    def selected(self, number: int) -> str:
        """Says in words how many are selected."""
        return translate("TemplatesDialog", "%Ln template(s) are selected", "", number)

    def written(self, number: int) -> str:
        """Says in words how many were written."""
        return translate("Exchange", "%Ln template(s) written to {file}.", "", number)

    def to_be_added(self, number: int) -> str:
        """Says in words how many will be added."""
        return translate("TemplateImport", "%Ln template(s) will be added", "", number)

    def imported(self, number: int) -> str:
        """Says in words how many came."""
        return translate("Exchange", "%Ln template(s) imported.", "", number)


def _there(stores: Stores) -> list[tuple[int, Template]]:
    return [(each.id, each.template) for each in stores.templates.all()]


def _asks_for(variable: Variable) -> str:
    words = translate("TemplateDetails", "Asks for {variable}").format(variable=written(variable.name))
    if variable.default:
        words = translate("TemplateDetails", "Asks for {variable}, offers “{value}”").format(
            variable=written(variable.name), value=variable.default
        )
    return f"{words}: {variable.description}" if variable.description else words
