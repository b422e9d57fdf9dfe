"""Sending at a time: the moment it is, what was approved, and what forbids it when the time comes."""
