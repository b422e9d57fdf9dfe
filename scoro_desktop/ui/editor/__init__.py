"""The editor in which JSON is written: what any JSON needs, whether it is a query or a value."""
