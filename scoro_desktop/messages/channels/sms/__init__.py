"""SMS: the model of a text message, its parts, and what an account adds to it."""
