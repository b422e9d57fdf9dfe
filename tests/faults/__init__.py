"""Faults of wire, disk and process: after each, what is stored is true, nothing went out twice, and the app goes on."""
