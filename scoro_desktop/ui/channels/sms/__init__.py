"""An SMS on the screen: its form with its meter, and its parts as bubbles."""
