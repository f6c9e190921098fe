"""What is proposed for the held texts, what their sentences say besides, and what settles it."""
