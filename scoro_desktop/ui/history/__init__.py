"""The history pane: what was sent, what came of it, and the way to use it again."""
