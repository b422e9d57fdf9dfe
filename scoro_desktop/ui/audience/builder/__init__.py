"""Conditions without JSON: groups of field, comparison and value."""
