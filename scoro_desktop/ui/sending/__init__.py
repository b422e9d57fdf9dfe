"""The confirmation of a send, and its way from the press of Send to the settled row."""
