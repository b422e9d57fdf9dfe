"""Widgets and looks that know nothing of messages."""
