"""How a value follows from words: pure functions, which import one another and nothing else."""
