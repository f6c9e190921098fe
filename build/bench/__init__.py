"""What measures: benchmarks, mutation, scores. It may import every room, and no room imports it."""
