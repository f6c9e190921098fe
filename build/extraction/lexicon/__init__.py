"""Lists of words, read from files."""
