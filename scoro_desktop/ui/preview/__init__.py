"""What will be sent, seen before it is."""
