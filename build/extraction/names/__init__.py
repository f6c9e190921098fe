"""People, bodies and places that a text names."""
