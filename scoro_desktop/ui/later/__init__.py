"""Sending at a time: the dialog that asks for it, what is planned, and the question about what was not sent."""
