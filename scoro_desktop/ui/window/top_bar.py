"""The bar at the top: which account, starting anew, and Send."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCursor, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from scoro_desktop.scorocode.account import Account
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import wording


class TopBar(QWidget):
    """The bar that a person reaches from anywhere in the window."""

    account_chosen = Signal(str)
    accounts_wanted = Signal()
    sandbox_wanted = Signal()
    preview_toggled = Signal(bool)
    clear_wanted = Signal()
    drafts_wanted = Signal()
    templates_wanted = Signal()
    import_wanted = Signal()
    keep_draft_wanted = Signal()
    keep_template_wanted = Signal()
    send_wanted = Signal()
    test_wanted = Signal()
    language_chosen = Signal(str)
    appearance_chosen = Signal(str)
    log_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, colours: Colours, language: str, appearance: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons: dict[QToolButton, str] = {}
        self.accounts = NoWheelComboBox(self)
        self.accounts.setMinimumWidth(220)
        self.accounts.setMaximumWidth(360)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.setToolTip(self.tr("The account that messages are sent through"))
        self.accounts.activated.connect(self._chosen)
        self.manage = self._button("people", self.tr("Accounts…"))
        self.manage.clicked.connect(self.accounts_wanted)
        self.new = self._button("plus", self.tr("New"))
        self.new.setToolTip(self.tr("Empties the form of this tab (Ctrl+N)"))
        QShortcut(QKeySequence("Ctrl+N"), self, self.new.click, autoRepeat=False)  # the button's own acts late
        self.new.clicked.connect(self.clear_wanted)
        self.open = self._button("folder", self.tr("Open"))
        self.open.setToolTip(self.tr("Puts a message from elsewhere into the form"))
        self._put_menu(self.open, self._make_open_menu())
        self.save = self._button("save", self.tr("Save"))
        self.save.setToolTip(self.tr("Gives what is on screen a name, to be found again"))
        self._put_menu(self.save, self._make_save_menu())
        self.arrived = self._button("inbox", self.tr("Sandbox: what arrived"))
        self.arrived.clicked.connect(self.sandbox_wanted)
        self.preview = self._button("panel", self.tr("Preview"))
        self.preview.setCheckable(True)
        self.preview.clicked.connect(self.preview_toggled)
        self.menu = self._button("menu", "")
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(self.tr("Menu"))
        self._put_menu(self.menu, self._make_menu(language, appearance))
        self.test = QPushButton(self.tr("Send test"), self)
        self.test.setToolTip(self.tr("Sends what is on screen to the audience for tests"))
        self.test.clicked.connect(self.test_wanted)
        self.send = QPushButton(self.tr("Send…"), self)
        self.send.setProperty("role", "primary")
        self.send.setToolTip(self.tr("Shows who gets it and asks once more (Ctrl+Enter)"))
        self.send.clicked.connect(self.send_wanted)
        self._first_to_shrink = (self.arrived, self.preview, self.manage, self.save, self.open, self.new)
        self._lay_out()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.accounts)
        for button in (self.manage, self.new, self.open, self.save):
            row.addWidget(button)
        row.addStretch()
        for widget in (self.arrived, self.preview, self.menu, self.test, self.send):
            row.addWidget(widget)

    def show_accounts(self, accounts: Sequence[Account], chosen: str) -> None:
        """Fills the list of accounts: name and environment in words."""
        self.accounts.clear()
        for account in accounts:
            self.accounts.addItem(wording.account_line(account), account.id)
        self.accounts.setCurrentIndex(max(self.accounts.findData(chosen), 0))

    def set_colours(self, colours: Colours) -> None:
        """Draws the icons in the colours of a scheme."""
        for button, name in self._icons.items():
            button.setIcon(assets.icon(name, colours.text))
        self.send.setIcon(assets.icon("send", colours.on_accent))

    def show_arrived(self, shown: bool) -> None:
        """Tells whether there is a sandbox to look into."""
        self.arrived.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the widths of the words are known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leaves some buttons with their icons only where there is no room for all words; tool tips keep the words."""
        row = self._row
        for button in self._first_to_shrink:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in self._first_to_shrink:
            row.invalidate()
            if row.minimumSize().width() <= self.width():
                break
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row.activate()

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        if text:
            button.setToolTip(tip(text))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._icons[button] = icon
        return button

    def _put_menu(self, button: QToolButton, menu: QMenu) -> None:
        def left() -> None:
            """Qt does not tell a button that the mouse went away over its menu: it would look hovered from then on."""
            inside = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, inside)
            button.update()

        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        menu.aboutToHide.connect(left)

    def _make_open_menu(self) -> QMenu:
        menu = QMenu(self)
        self.drafts = menu.addAction(self.tr("Drafts…"), QKeySequence("Ctrl+O"))
        self.drafts.triggered.connect(self.drafts_wanted)
        self.templates = menu.addAction(self.tr("Templates…"), QKeySequence("Ctrl+T"))
        self.templates.triggered.connect(self.templates_wanted)
        self.import_curl = menu.addAction(self.tr("Import cURL…"), QKeySequence("Ctrl+I"))
        self.import_curl.triggered.connect(self.import_wanted)
        return menu

    def _make_save_menu(self) -> QMenu:
        menu = QMenu(self)
        self.keep_draft = menu.addAction(self.tr("Save draft as…"), QKeySequence("Ctrl+S"))
        self.keep_draft.triggered.connect(self.keep_draft_wanted)
        self.keep_template = menu.addAction(self.tr("Save as template…"), QKeySequence("Ctrl+Shift+S"))
        self.keep_template.triggered.connect(self.keep_template_wanted)
        return menu

    def _make_menu(self, language: str, appearance: str) -> QMenu:
        menu = QMenu(self)
        self.undo = menu.addAction(self.tr("Undo"), QKeySequence("Ctrl+Z"))
        self.redo = menu.addAction(self.tr("Redo"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addSeparator()
        self.curl = CopyMenu(keys=True, parent=menu)
        menu.addMenu(self.curl)
        menu.addSeparator()
        self._choices(
            menu.addMenu(self.tr("Language")),
            (("system", self.tr("As in the system")), ("en", "English"), ("ru", "Русский")),
            language,
            self.language_chosen.emit,
        )
        self._choices(
            menu.addMenu(self.tr("Appearance")),
            (
                ("system", self.tr("As in the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
            appearance,
            self.appearance_chosen.emit,
        )
        menu.addSeparator()
        menu.addAction(self.tr("Open the log folder")).triggered.connect(self.log_wanted)
        menu.addAction(self.tr("About Scoro Desktop")).triggered.connect(self.about_wanted)
        return menu

    def _choices(
        self, menu: QMenu, choices: Sequence[tuple[str, str]], chosen: str, take: Callable[[str], object]
    ) -> None:
        group = QActionGroup(menu)
        for value, words in choices:
            action = QAction(words, menu, checkable=True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: take(str(action.data())))

    def _chosen(self) -> None:
        self.account_chosen.emit(str(self.accounts.currentData()))
