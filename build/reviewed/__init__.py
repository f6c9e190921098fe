"""The files that people write: what they contain, and on which line."""
