"""The reasons for which the sandbox says no."""

from http import HTTPStatus


class QueryRefused(Exception):  # noqa: N818
    """A query that the database behind the API would not take. Its text is the `errMsg` of the answer."""


class TookTooLong(Exception):  # noqa: N818
    """A query that was given up on, as a database does that was given a limit of time for it."""


class Refused(Exception):  # noqa: N818
    """A request that is answered with `{"error": true}`: `status` is the HTTP status and the `errCode`.

    The documentation only says that codes are 4XX and 5XX. The one that it shows for a fault in a request is 404 for a
    collection that does not exist ("Scorocode.Object", exceptions), which is also its HTTP meaning: so are the others.
    """

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
