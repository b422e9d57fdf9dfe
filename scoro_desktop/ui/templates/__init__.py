"""Templates: kept, found and used again, their variables filled in, handed on as files."""
