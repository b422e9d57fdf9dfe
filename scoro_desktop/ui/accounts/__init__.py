"""The dialog of accounts: what they are, their keys, and whether a server takes them."""
