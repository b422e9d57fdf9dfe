"""Scenes: acts on the window as data, with what came of each, byte for byte. See README.md beside this file."""
