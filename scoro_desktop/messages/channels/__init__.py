"""The channels that a message can be sent by: a folder and an entry for each, which everything else asks."""
