"""Corpora of texts in batches, on all cores or on a cluster."""
