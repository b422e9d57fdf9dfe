"""The channels on the screen: a folder and an entry for each, which every part of the window asks."""
