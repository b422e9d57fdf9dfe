"""Codes in, sentences out: the words that more than one feature says."""
