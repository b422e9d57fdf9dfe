"""Background work, the sender, the account in use, the services handed down, and the language."""
