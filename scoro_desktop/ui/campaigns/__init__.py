"""Campaigns: whom a message goes to with each one's own text, what is checked before, and how it runs."""
