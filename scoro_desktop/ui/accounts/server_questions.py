"""The accounts dialog's questions to the server: a session, its end, what it accepts. It never sends a message."""

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QObject

from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.check import FieldCheck
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.accounts.account_form import AccountForm
from scoro_desktop.ui.accounts.login_dialog import LoginDialog
from scoro_desktop.ui.accounts.notice import Notice
from scoro_desktop.ui.accounts.pending_task import PendingTask
from scoro_desktop.ui.words import account_words

T = TypeVar("T")

_FOR_LOGIN: Final = ("address", "application_id", "client_key")


class AccountClient(Protocol):
    """The part of `scorocode.client.Client` that the dialog needs; whoever makes a client imports that."""

    def login(self, email: str, password: str) -> str | Failure:
        """The id of a new session."""

    def logout(self) -> Failure | None:
        """Ends the session."""

    def check(self) -> tuple[FieldCheck, ...]:
        """Asks which fields the server accepts."""

    def close(self) -> None:
        """Lets its connections go."""


class ServerQuestions(QObject):
    """Asks with the account as it stands in the form, saved or not, and tells in the notice what came of it."""

    def __init__(
        self,
        form: AccountForm,
        notice: Notice,
        errands: PendingTask,
        client_factory: Callable[[Account, Keys], AccountClient],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._notice = notice
        self._errands = errands
        self._client_factory = client_factory
        self._login: LoginDialog | None = None  # the last that was opened

    def log_in(self) -> None:
        """Asks for e-mail and password, and puts the session that they give into the form."""
        if not self._can_ask(_FOR_LOGIN):
            return
        if self._login is not None:
            self._login.deleteLater()
        dialog = self._login = LoginDialog(self._form.account().name, self._form.window())

        def log_in(email: str, password: str) -> None:
            def done(result: str | Failure) -> None:
                if isinstance(result, Failure):
                    dialog.refuse(result)
                    return
                dialog.accept()
                self._form.set_session(result)
                self._notice.show_text(self.tr("Logged in. Save to keep the session."), "good")

            def failed(error: Exception) -> None:
                dialog.fail(self._fault(error))

            self._ask_server(lambda client: client.login(email, password), done, self.tr("Logging in…"), failed)

        def given_up() -> None:
            self._errands.drop()
            self._notice.clear()

        dialog.wanted.connect(log_in)
        dialog.rejected.connect(given_up)
        dialog.open()

    def log_out(self) -> None:
        """Ends the session on the server, and takes it out of the form."""
        if not self._can_ask((*_FOR_LOGIN, "session")):
            return

        def done(result: Failure | None) -> None:
            if result is not None:
                self._show_failure(result)
                return
            self._form.set_session("")
            self._notice.show_text(self.tr("Logged out. Save to forget the session."), "good")

        self._ask_server(lambda client: client.logout(), done, self.tr("Logging out…"))

    def check(self) -> None:
        """Asks the server what it accepts of the account as it stands in the form."""
        self._form.show_all_problems()
        account, keys = self._form.account(), self._form.keys()
        given = {
            "address": account.address,
            "application_id": account.application_id,
            "client_key": keys.client_key,
            "access_key": keys.access_key,
            "session": keys.session,
        }

        def done(found: tuple[FieldCheck, ...]) -> None:
            roles = {"accepted": "good", "untested": "help"}
            lines = [
                (
                    self.tr("{field}: {verdict}").format(
                        field=account_words.field_name(one.field),
                        verdict=account_words.verdict(one, given=bool(given[one.field])),
                    ),
                    roles.get(one.verdict, "problem"),
                )
                for one in found
            ]
            said = account_words.check_heading(found)
            heading = (said, "problem") if said else (self.tr("Result of the check"), "label")
            self._notice.show_lines([heading, *lines])

        self._ask_server(lambda client: client.check(), done, self.tr("Asking the server. No message is sent."))

    def _can_ask(self, fields: tuple[str, ...]) -> bool:
        problems = [each for each in self._form.problems() if each.stops]
        wrong = [problem.field[-1] for problem in problems if problem.field[-1] in fields]
        if wrong:
            self._form.show_all_problems(wrong)
        return not wrong

    def _ask_server(
        self,
        question: Callable[[AccountClient], T],
        done: Callable[[T], None],
        waiting: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        account, keys = self._form.account(), self._form.keys()

        def job() -> T:
            client = self._client_factory(account, keys)
            try:
                return question(client)
            finally:
                client.close()

        def say(error: Exception) -> None:
            self._notice.show_text(self._fault(error), "problem")

        self._errands.run(job, done, failed or say, waiting)

    def _fault(self, error: Exception) -> str:
        return self.tr("Something went wrong in the app: {what}").format(what=type(error).__name__)

    def _show_failure(self, failure: Failure) -> None:
        self._notice.show_text(account_words.failure(failure), "problem")
