"""One template as it will be used: its texts, its audience, what it asks for, when it was changed and used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.variables import Variable, written
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.templates import template_words
from scoro_desktop.ui.templates.message_card import MessageCard
from scoro_desktop.ui.words import wording


class TemplateDetails(QScrollArea):
    """The details of a template, to be read before it is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The template that is selected"))
        self._page = QWidget(self)
        self._page.setProperty("role", "page")
        self._name = self._label("heading")
        self._line = self._label("muted")
        self._card = MessageCard(self._page)
        self._audience = self._label("help")
        self._variables = self._label("help")
        self._when = self._label("help")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self._name, self._line, self._card, self._audience, self._variables, self._when):
            column.addWidget(widget)
        column.addStretch()
        self.setWidget(self._page)

    def show_template(self, stored: StoredTemplate) -> None:
        """Shows a template."""
        template, audience = stored.template, stored.template.audience
        reading = None if audience is None else read_query(audience.query_text)
        self._name.setText(template.name)
        self._line.setText(template_words.line(template))
        query = None if reading is None or reading.query is None else reading.query.value
        self._card.show_message(template.request(), query)
        self._audience.setText(
            self.tr("It has no audience of its own: the one in the window stays.")
            if audience is None
            else self.tr("It brings its own audience: {collection}.").format(
                collection=wording.collection_name(audience.collection)
            )
        )
        self._variables.setText("\n".join(map(self._asks_for, template.variables)))
        self._variables.setVisible(bool(template.variables))
        changed = self.tr("Changed {when}").format(when=template_words.moment(stored.changed_at))
        used = (
            self.tr("not used yet")
            if stored.used_at is None
            else self.tr("used {when}").format(when=template_words.moment(stored.used_at))
        )
        self._when.setText(f"{changed} · {used}")
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """Everything that is shown, a part a line."""
        parts = (self._name, self._line, self._card, self._audience, self._variables, self._when)
        return "\n".join(each.text() for each in parts)

    def _asks_for(self, variable: Variable) -> str:
        words = self.tr("Asks for {variable}").format(variable=written(variable.name))
        if variable.default:
            words = self.tr("Asks for {variable}, offers “{value}”").format(
                variable=written(variable.name), value=variable.default
            )
        return f"{words}: {variable.description}" if variable.description else words

    def _label(self, role: str) -> QLabel:
        label = QLabel(self._page)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider
        label.setSizePolicy(policy)
        return label
