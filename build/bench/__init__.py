"""Measurements: benchmarks, mutation, scores."""
