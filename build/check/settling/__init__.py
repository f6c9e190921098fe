"""What is proposed for the held texts, what else their sentences say, and what settles it."""
