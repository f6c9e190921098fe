"""People of a text, words that stand for a body, and what is reported about people."""
