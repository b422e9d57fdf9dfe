"""A stand-in for the API on loopback, with sample people and devices."""
