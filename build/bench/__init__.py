"""Measurements: benchmarks, mutation, scores. It may import every folder; none imports it."""
