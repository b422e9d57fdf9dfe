"""The parts of a composition that can change by themselves."""

import enum


class Part(enum.Flag):
    """A part of a composition; several in one value are those that a change has changed.

    MESSAGE: the request, and what cannot be read of it. RECIPIENTS: whom it goes to, collection included. NOTES: on
    its variables. ACCOUNT: what the account adds, locks and lacks. FINDINGS: on the fields of the query. COUNT: how
    many it reaches. TOUCHED: whether a person has begun, and may be told of problems.
    """

    NOTHING = 0
    MESSAGE = enum.auto()
    RECIPIENTS = enum.auto()
    NOTES = enum.auto()
    ACCOUNT = enum.auto()
    FINDINGS = enum.auto()
    COUNT = enum.auto()
    TOUCHED = enum.auto()
    ALL = MESSAGE | RECIPIENTS | NOTES | ACCOUNT | FINDINGS | COUNT | TOUCHED


KEPT = Part.MESSAGE | Part.RECIPIENTS | Part.NOTES | Part.TOUCHED
"""The parts that are kept on the disk."""
ASKED = Part.RECIPIENTS | Part.ACCOUNT
"""The parts that a count is asked of."""
