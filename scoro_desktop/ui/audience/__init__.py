"""Choosing who gets it: the query editor, the choice of everyone, and the live count."""
