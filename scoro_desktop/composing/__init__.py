"""What is being composed, without Qt: the one place that holds it, the changes it takes, and what they change."""
