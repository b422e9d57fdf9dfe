"""The composition, without Qt: the one place that holds what is being composed, its changes, and what they change."""
