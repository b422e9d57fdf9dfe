"""The view of the messages that arrived in the sandbox."""
