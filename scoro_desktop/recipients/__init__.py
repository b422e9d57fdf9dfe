"""People out of files, pasted cells and sheets: rows, columns and phone numbers. No Qt."""
