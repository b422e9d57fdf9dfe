"""The content of a message: the models of a push and an SMS, their limits and problems."""
