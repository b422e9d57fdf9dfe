"""The preview of what will be sent."""
