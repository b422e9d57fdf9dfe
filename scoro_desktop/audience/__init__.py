"""WHO gets it: the text of a query, read strictly."""
