"""The choice of speakers: learn its weights, and score it on texts that it did not learn from."""
