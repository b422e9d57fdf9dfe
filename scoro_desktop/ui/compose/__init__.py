"""Writing a message: the forms of a push and an SMS, and the tab around them."""
