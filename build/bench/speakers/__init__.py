"""The choice of speakers: learn its weights, and judge it on texts that it did not learn from."""
