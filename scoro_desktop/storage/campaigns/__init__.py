"""The ledger of campaigns: what was approved, each of its requests, and a state for each person."""
