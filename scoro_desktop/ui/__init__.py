"""The window, and every word a person reads."""
