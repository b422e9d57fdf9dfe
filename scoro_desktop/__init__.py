"""Scoro Desktop: push notifications and SMS to the users of an app built on Scorocode."""

__version__ = "0.1.0"
