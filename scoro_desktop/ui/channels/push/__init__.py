"""A push on the screen: its form, and how phones of both platforms show it."""
