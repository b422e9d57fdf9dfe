"""The editor of a query, beside that of any JSON: proposals."""
