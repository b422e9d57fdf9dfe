"""Push: the model of a push message, its rules and limits, and how one takes the place of another."""
