"""Drafts with names, and what was put aside."""
