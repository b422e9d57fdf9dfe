"""The states of a campaign, of its people and of its requests, and the reasons there are for each."""

import enum


class CampaignState(enum.StrEnum):
    """The state of a campaign. It is worked out from its rows and from what a person wants, and stands nowhere.

    PREPARING: not approved yet; its people are read and judged. READY: approved, and never begun. FINISHED: nothing
    of it is planned or under way any more. STOPPED: the rest was given up by a person.
    """

    PREPARING = "preparing"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class PersonState(enum.StrEnum):
    """The state of a person in a campaign; a request has those from PLANNED on.

    READ: a row as it was read, not judged yet. PLANNED: nothing of it has left. SENDING is on the disk before a byte
    leaves. NOT_SENT: proven, no connection came to be. UNKNOWN: the request may have arrived. SKIPPED: given up, or
    proven to have got nothing by a request that the server took.
    """

    READ = "read"
    LEFT_OUT = "left_out"
    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


OPEN_STATES = (PersonState.PLANNED, PersonState.NOT_SENT, PersonState.SENDING)
"""The states that keep a campaign from being finished."""
TAKEN_ON = (PersonState.PLANNED, PersonState.NOT_SENT)
"""The only states from which a request may leave."""


SAYS_NO = (*TAKEN_ON, PersonState.REFUSED, PersonState.SKIPPED)
"""The states that say of the request somebody is in now that they have nothing by it."""


class Why(enum.StrEnum):
    """The reason for a person's state, where the state does not say it.

    Those up to BY_HAND are of rows that are left out. IN_REQUEST: SENT, in a request of which it is not proven that it
    reached this person. NO_LONGER: SKIPPED, did not match the clause any more at the moment of sending. NOBODY:
    SKIPPED, the server took the request and counted nobody. STOPPED: SKIPPED by a person who stopped the campaign.
    """

    EMPTY_KEY = "empty_key"
    BAD_KEY = "bad_key"
    NOT_FOUND = "not_found"
    FOUND_TWICE = "found_twice"
    BAD_VALUE = "bad_value"
    NO_ADDRESS = "no_address"
    SAME_PERSON = "same_person"
    SAME_PHONE = "same_phone"
    DO_NOT_SEND = "do_not_send"
    MESSAGED_LATELY = "messaged_lately"
    OUTSIDE_CLAUSE = "outside_clause"
    BAD_MESSAGE = "bad_message"
    BAD_ROW = "bad_row"
    BY_HAND = "by_hand"
    IN_REQUEST = "in_request"
    NO_LONGER = "no_longer"
    NOBODY = "nobody"
    STOPPED = "stopped"


LEFT_OUT_WHYS = tuple(Why)[: tuple(Why).index(Why.BY_HAND) + 1]
"""The reasons why a row is left out."""


SET_ASIDE = (Why.BY_HAND, Why.SAME_PERSON, Why.SAME_PHONE, Why.MESSAGED_LATELY)
"""The reasons that a person may set aside for a row. A "no" of somebody else, or of the server, is none of them."""


class PauseCode(enum.StrEnum):
    """The reason why a campaign stands still. None of them ends by itself."""

    UNKNOWN = "unknown"  # it is not known whether a request arrived
    SESSION_ENDED = "session_ended"
    REFUSED_THRICE = "refused_thrice"  # the same refusal, three times
    NO_CONNECTION = "no_connection"  # three in a row never left
    QUIET_HOURS = "quiet_hours"
    NO_QUOTA = "no_quota"
    KEYRING_GONE = "keyring_gone"
    DISK_FULL = "disk_full"
    CLOCK_BACK = "clock_back"
    ACCOUNT_CHANGED = "account_changed"
    COUNT_ABOVE = "count_above"  # the server counted more than the people of a request
    APP_CLOSED = "app_closed"
    BY_PERSON = "by_person"
    PUT_BACK = "put_back"  # the database is another than was used last here: more may have got it since
    ERROR = "error"
