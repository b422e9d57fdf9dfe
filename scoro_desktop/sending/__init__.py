"""From a draft to an outcome."""
