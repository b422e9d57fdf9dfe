"""Phones as they are drawn, whatever message is on them."""
