"""A month's calendar: what was sent and what is planned, by day."""
