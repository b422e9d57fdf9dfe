"""WHAT is sent: the models of a push and an SMS, their limits and problems."""
