"""The start of the app over a folder that is in use already."""
