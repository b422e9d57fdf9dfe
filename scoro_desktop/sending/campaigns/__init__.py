"""Campaigns: whom they reach, what each person gets, and the way from a plan to its outcome."""
