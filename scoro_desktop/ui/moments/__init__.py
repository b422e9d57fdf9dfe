"""A date and time with its zone, as people choose it; used by conditions and by the forms."""
