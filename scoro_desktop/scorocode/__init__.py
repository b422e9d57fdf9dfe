"""The HTTP API: accounts, the client and what its replies mean."""
