"""The audience of a message: the text of a query, read strictly."""
