"""What the editor of a query has beside that of any JSON: proposals."""
