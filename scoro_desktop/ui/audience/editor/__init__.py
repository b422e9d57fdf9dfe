"""The parts of the editor in which a query is written as JSON."""
